using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>Phones, identity numbers and card numbers among runs of digits; everything else that consists of digits stays.</summary>
internal static class NumberMask
{
    private const int MostGroups = 6;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");
    private static readonly string[] PhoneWords =
    [
        "电话",
        "座机",
        "手机",
        "联系方式",
        "致电",
        "拨打",
        "来电",
        "号码",
        "热线是",
        "tel",
        "Tel",
        "TEL",
    ];
    private static readonly string[] SerialWords = ["编号", "单号", "订单", "案号", "合同号", "流水号", "批号", "条码"];
    private static readonly string[] CardWords = ["银行卡", "卡号", "账号", "帐号", "账户"];
    private static readonly string[] IdWords = ["身份证", "证件号"];

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        Span<Group> groups = stackalloc Group[MostGroups];
        for (var at = 0; at < text.Length; )
        {
            var step = text[at..].IndexOfAny(Digits);
            if (step < 0)
                return;
            at += step;
            var count = Gather(text, at, groups);
            var used = Judge(ref buffer, groups[..count]);
            at = groups[used - 1].End;
        }
    }

    private readonly record struct Group(int Start, int End)
    {
        public int Length => End - Start;
    }

    /// <summary>Groups of digits parted by one separator each: <c>138-1234-5678</c>, <c>(010) 6234 5678</c>.</summary>
    private static int Gather(ReadOnlySpan<char> text, int at, Span<Group> groups)
    {
        var count = 0;
        while (count < groups.Length)
        {
            var end = at;
            while (end < text.Length && Digit.Is(text[end]))
                end++;
            groups[count++] = new Group(at, end);
            var next = end;
            while (next < text.Length && next < end + 2 && IsSeparator(text[next]))
                next++;
            if (next == end || next >= text.Length || !Digit.Is(text[next]))
                break;
            at = next;
        }
        return count;
    }

    private static bool IsSeparator(char c) => c is '-' or '－' or '—' or '–' or ' ' or '\u3000' or '.' or '·' or ')' or '）';

    /// <returns>Groups dealt with, at least 1.</returns>
    private static int Judge(ref MaskBuffer buffer, scoped ReadOnlySpan<Group> g)
    {
        var text = buffer.Text;
        if (g.Length >= 3 && IsMobile(text, g[..3]) && (g[0].Length, g[1].Length, g[2].Length) is (3, 4, 4) or (3, 3, 5))
            return HideFrom(ref buffer, g, 1, 3);
        if (g.Length >= 3 && (g[0].Length, g[1].Length, g[2].Length) is (6, 8, 4) or (6, 8, 3) && IsIdentity(text, g[..3]))
            return HideFrom(ref buffer, g, 0, 3);
        if (g.Length >= 2 && IsMobile(text, g[..2]) && (g[0].Length, g[1].Length) is (3, 8) or (7, 4))
            return HideFrom(ref buffer, g, g[0].Length == 3 ? 1 : 0, 2);
        if (g.Length >= 3 && IsArea(text, g[0]) && (g[1].Length, g[2].Length) is (4, 4) or (3, 4))
            return HideFrom(ref buffer, g, 1, 3);
        if (g.Length >= 2 && IsArea(text, g[0]) && g[1].Length is 7 or 8)
            return HideFrom(ref buffer, g, 1, 2);
        Single(ref buffer, g[0]);
        return 1;
    }

    private static void Single(ref MaskBuffer buffer, Group g)
    {
        var text = buffer.Text;
        switch (g.Length)
        {
            case 7 or 8 when Digit.Of(text[g.Start]) is >= 2 and <= 8 && Follows(text, g.Start, PhoneWords, 8) && !IsAmount(text, g.End):
                buffer.Hide(g.Start, g.End);
                break;
            case 11 when IsMobile(text, [g]) && !IsSerial(text, g.Start) && !IsAmount(text, g.End):
                buffer.Hide(g.Start + 3, g.End);
                break;
            case 11 or 12 when IsUndividedLandline(text[g.Start..g.End]) && !IsSerial(text, g.Start):
                buffer.Hide(g.Start + (Digit.Of(text[g.Start + 1]) <= 2 ? 3 : 4), g.End);
                break;
            case 12 when Digit.Of(text[g.Start]) == 0 && IsMobile(text, [g with { Start = g.Start + 1 }]) && !IsSerial(text, g.Start):
                buffer.Hide(g.Start + 4, g.End);
                break;
            case 13
                when Digit.Of(text[g.Start]) == 8 && Digit.Of(text[g.Start + 1]) == 6 && IsMobile(text, [g with { Start = g.Start + 2 }]):
                buffer.Hide(g.Start + 5, g.End);
                break;
            case 15 when IsIdentity(text, [g]) && !IsSerial(text, g.Start):
            case 17 or 18 when IsIdentity(text, [g]) || Follows(text, g.Start, IdWords, 8):
                buffer.Hide(g.Start, g.End + (g.Length == 17 && g.End < text.Length && text[g.End] is 'X' or 'x' ? 1 : 0));
                break;
            case >= 12 and <= 19 when Follows(text, g.Start, CardWords, 8):
                buffer.Hide(g.Start, g.End);
                break;
            case 22 when IsMobile(text, [g with { End = g.Start + 11 }]) && IsMobile(text, [g with { Start = g.Start + 11 }]):
                buffer.Hide(g.Start + 3, g.Start + 11);
                buffer.Hide(g.Start + 14, g.End);
                break;
        }
    }

    private static int HideFrom(ref MaskBuffer buffer, scoped ReadOnlySpan<Group> g, int first, int count)
    {
        var x = g[count - 1].End < buffer.Text.Length && buffer.Text[g[count - 1].End] is 'X' or 'x' && first == 0 ? 1 : 0;
        buffer.Hide(g[first].Start, g[count - 1].End + x);
        return count;
    }

    /// <summary>11 digits in all, 13–19 in front.</summary>
    private static bool IsMobile(ReadOnlySpan<char> text, scoped ReadOnlySpan<Group> groups)
    {
        var digits = 0;
        foreach (var g in groups)
            digits += g.Length;
        var start = groups[0].Start;
        return digits == 11 && Digit.Of(text[start]) == 1 && Digit.Of(text[start + 1]) is >= 3 and <= 9;
    }

    /// <summary>010, 02x, 03xx–09xx.</summary>
    private static bool IsArea(ReadOnlySpan<char> text, Group g) =>
        g.Length is 3 or 4
        && Digit.Of(text[g.Start]) == 0
        && Digit.Of(text[g.Start + 1]) is var second
        && (g.Length == 3 ? second == 2 || (second == 1 && Digit.Of(text[g.Start + 2]) == 0) : second >= 3);

    private static bool IsUndividedLandline(ReadOnlySpan<char> digits)
    {
        if (Digit.Of(digits[0]) != 0)
            return false;
        var second = Digit.Of(digits[1]);
        return second >= 3 || (digits.Length == 11 && (second == 2 || (second == 1 && Digit.Of(digits[2]) == 0)));
    }

    private static bool IsIdentity(ReadOnlySpan<char> text, scoped ReadOnlySpan<Group> groups)
    {
        Span<int> digits = stackalloc int[18];
        var count = 0;
        foreach (var g in groups)
        {
            for (var at = g.Start; at < g.End && count < 18; at++)
                digits[count++] = Digit.Of(text[at]);
        }
        var end = groups[^1].End;
        if (count == 17 && end < text.Length && text[end] is 'X' or 'x' or 'Ｘ')
            digits[count++] = 10;
        return IdentityNumber.IsValid(digits[..count]);
    }

    /// <summary>Letters stand directly before it (swj…, AH…), or a word such as 订单 shortly before: a number of a thing.</summary>
    private static bool IsSerial(ReadOnlySpan<char> text, int start)
    {
        if (Follows(text, start, SerialWords, 6))
            return true;
        var from = start;
        while (from > 0 && Digit.IsLetter(text[from - 1]))
            from--;
        if (from == start)
            return false;
        var letters = text[from..start];
        foreach (var contact in (ReadOnlySpan<string>)["tel", "phone", "mobile", "wx", "vx", "v", "qq", "weixin", "wechat", "dh", "sj"])
        {
            if (letters.Equals(contact, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }

    private static bool IsAmount(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] is '元' or '万' or '亿' or '吨' or '块';

    private static bool Follows(ReadOnlySpan<char> text, int start, string[] words, int distance)
    {
        var before = text[Math.Max(0, start - distance)..start];
        foreach (var word in words)
        {
            if (before.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
