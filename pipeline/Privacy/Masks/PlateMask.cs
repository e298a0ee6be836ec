using System.Buffers;

namespace Hotspot.Privacy.Masks;

/// <summary>
/// Number plates of GA 36-2018: 京A·12345, new energy 京AD12345 or 京A12345D, and those that end in 学 警 挂 港 澳; without the province
/// only after 车牌. Province and letter stay.
/// </summary>
internal static class PlateMask
{
    public const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
    private static readonly SearchValues<char> Firsts = SearchValues.Create(Provinces);
    private static readonly WordIndex Between = new("号码", "号", "是", "为", "：", ":", " ");

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length - 5; at++)
        {
            var found = text[at..].IndexOfAny(Firsts);
            if (found < 0)
                break;
            at += found;
            HideAt(ref buffer, SkipSeparators(text, at + 1));
        }
        for (var at = text.IndexOf("车牌"); at >= 0; )
        {
            var number = at + 2;
            for (int step; (step = Between.LengthAt(text[number..])) > 0; )
                number += step;
            HideAt(ref buffer, number);
            var next = text[(at + 2)..].IndexOf("车牌");
            at = next < 0 ? -1 : at + 2 + next;
        }
    }

    /// <param name="at">Where the letter of the town should stand.</param>
    private static void HideAt(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        if (at + 4 >= text.Length || !Digit.IsLetter(text[at]))
            return;
        var start = SkipSeparators(text, at + 1);
        var (end, temporary) = (start, text[start] == '临');
        if (temporary)
            end++;
        var digits = 0;
        while (end < text.Length && Digit.IsWord(text[end]))
            digits += Digit.Is(text[end++]) ? 1 : 0;
        // 京 Q 3F 771: a blank within, where the parts make up exactly a plate.
        if (end - start is >= 1 and <= 4 && SkipSeparators(text, end) is var next && next == end + 1 && next < text.Length)
        {
            var (tail, more) = (next, digits);
            while (tail < text.Length && Digit.IsWord(text[tail]))
                more += Digit.Is(text[tail++]) ? 1 : 0;
            if (tail > next && tail - start - 1 is 5 or 6)
                (end, digits) = (tail, more);
        }
        var length = end - start - (temporary ? 1 : 0) - (text[start..end].ContainsAny(" .·•-") ? 1 : 0);
        var special = end < text.Length && text[end] is '学' or '警' or '挂' or '港' or '澳' or '领' or '试' or '超';
        if (digits >= 2 && (length is 5 or 6 || (length == 7 && digits == 7) || (length == 4 && special)))
            buffer.Hide(start, end);
    }

    private static int SkipSeparators(ReadOnlySpan<char> text, int at)
    {
        var limit = at + 2;
        while (at < text.Length && at < limit && text[at] is '·' or '•' or '・' or '.' or '-' or '－' or ' ' or '—')
            at++;
        return at;
    }
}
