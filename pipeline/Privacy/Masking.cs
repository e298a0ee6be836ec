using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>
/// Hides what names a person: phones, identity numbers, cards, personal names in context, plates, e-mail, WeChat and QQ ids, doors within a
/// building. Place names, building numbers, order numbers, dates, prices and service hotlines stay. Every hidden character becomes ×, so
/// the length stays and masking twice is masking once. Scanners written by hand; text without a trigger costs one vectorised pass.
/// </summary>
public static class Masking
{
    private const int LongestName = 4;
    private static readonly SearchValues<char> Placeholders = SearchValues.Create("某×*＊xX");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> DoorsInWords = SearchValues.Create("单室门");

    /// <returns>The same instance where nothing had to be hidden.</returns>
    /// <param name="callerName">The caller's name from its own column, hidden wherever it occurs.</param>
    public static string Mask(string text, string? callerName = null)
    {
        var buffer = new MaskBuffer(text);
        var digits = text.AsSpan().ContainsAny(Digits);
        if (digits)
        {
            NumberMask.Hide(ref buffer);
            PlateMask.Hide(ref buffer);
        }
        if (digits || text.AsSpan().ContainsAny(DoorsInWords))
            DoorMask.Hide(ref buffer);
        ContactMask.Hide(ref buffer);
        NameMask.Hide(ref buffer);
        if (callerName is not null)
            HideName(ref buffer, callerName);
        return buffer.ToString();
    }

    /// <summary>For cells that are personal as a whole, a name or a phone.</summary>
    public static string HideAll(string text)
    {
        var buffer = new MaskBuffer(text);
        buffer.Hide(0, text.Length);
        return buffer.ToString();
    }

    /// <summary>王某, 张××, 保密: a cell for a name that names nobody.</summary>
    public static bool IsPlaceholder(string name) => name.AsSpan().ContainsAny(Placeholders) || name is "保密" or "匿名" or "不详" or "无";

    /// <summary>A whole personal name of Han characters, not masked and no placeholder.</summary>
    public static bool IsPlainName(string name)
    {
        if (name.Length is < 2 or > LongestName || !Surnames.StartsWithOne(name))
            return false;
        foreach (var c in name)
        {
            if (!Digit.IsHan(c) || Surnames.IsNoGivenName(c))
                return false;
        }
        return true;
    }

    private static void HideName(ref MaskBuffer buffer, string name)
    {
        var kept = Surnames.LengthAt(name);
        for (var at = buffer.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; )
        {
            buffer.Hide(at + kept, at + name.Length);
            var next = at + name.Length;
            var step = buffer.Text[next..].IndexOf(name, StringComparison.Ordinal);
            at = step < 0 ? -1 : next + step;
        }
    }
}
