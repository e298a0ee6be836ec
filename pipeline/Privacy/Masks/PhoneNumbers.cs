using Hotspot.Privacy.Names;

namespace Hotspot.Privacy.Masks;

/// <summary>
/// Mobiles anywhere; landlines with an area code, or after a word such as 电话, unless they are those of an office or a firm. The first three
/// digits of a mobile and the area code stay. Extensions go with their line.
/// </summary>
internal static class PhoneNumbers
{
    public const int FewestDigits = 7;
    private const int MobileDigits = 11;
    private const int ShownDigits = 3;
    private const int FewestAbroad = 9;
    private const int MostAbroad = 15;

    /// <returns>Groups that make one number, or 0.</returns>
    public static int Hide(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> g, string? callerPhone)
    {
        var text = buffer.Text;
        var own = callerPhone is null ? 0 : Own(text, g, callerPhone);
        if (own == 0 && Service(text, g) is > 0 and var service)
            return service;
        if (International(text, g, out var code) is > 0 and var abroad)
            return HideDigits(ref buffer, g[..abroad], code);
        if (Mobile(text, g, out var shown) is > 0 and var mobile)
            return HideDigits(ref buffer, g[..mobile], shown);
        if (HideSlip(ref buffer, g) is > 0 and var slipped)
            return slipped;
        if (Landline(buffer, g, out var area) is > 0 and var line)
            return HideDigits(ref buffer, g[..line], area);
        // Last: what the rules know by themselves is hidden as in a file without a column of phones, or the same order would read otherwise there.
        return own > 0 ? HideDigits(ref buffer, g[..own], skip: 0) : 0;
    }

    /// <summary><c>王建国 138××××5678</c>: the export hid the number, the name still stands.</summary>
    public static void NameBesideMasked(ref MaskBuffer buffer, DigitGroup group)
    {
        var text = buffer.Text;
        if (group.Length != ShownDigits || group.End + 3 >= text.Length || Digit.Of(text[group.Start]) != 1)
            return;
        var end = group.End + (text[group.End] is '-' or ' ' ? 1 : 0);
        if (text[end] is MaskBuffer.Mark or '*' or '＊' or 'X' or 'x' && text[end] == text[end + 1])
            BareNames.HideBeside(ref buffer, group.Start, end);
    }

    private static int HideDigits(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> groups, int skip)
    {
        var start = groups[0].Start;
        foreach (var group in groups)
        {
            var kept = Math.Min(skip, group.Length);
            buffer.Hide(group.Start + kept, group.End);
            skip -= kept;
        }
        var end = HideExtension(ref buffer, groups[^1].End);
        BareNames.HideBeside(ref buffer, start, end);
        return groups.Length;
    }

    /// <summary>The caller's number of another column: the same digits, with or without its area code.</summary>
    private static int Own(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g, string phone)
    {
        var at = 0;
        for (var used = 0; used < g.Length; used++)
        {
            for (var i = g[used].Start; i < g[used].End; i++, at++)
            {
                if (at >= phone.Length || text[i] is var c && Digit.Of(c) != phone[at] - '0')
                    return 0;
            }
            if (at == phone.Length)
                return used + 1;
        }
        return 0;
    }

    /// <summary>400 and 800 numbers belong to firms.</summary>
    private static int Service(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g)
    {
        if (
            Digit.Of(text[g[0].Start]) is not (4 or 8)
            || g[0].Length < 3
            || !(Digit.Of(text[g[0].Start + 1]) == 0 && Digit.Of(text[g[0].Start + 2]) == 0)
        )
            return 0;
        for (var used = 1; used <= g.Length; used++)
        {
            if (DigitGroup.Digits(g[..used]) == 10)
                return used;
        }
        return 0;
    }

    /// <summary>+1 415-555-0132: a plus and a country code other than China's, which stays.</summary>
    private static int International(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g, out int code)
    {
        code = Math.Min(g[0].Length, ShownDigits);
        var plus = g[0].Start > 0 && text[g[0].Start - 1] is '+' or '＋';
        return plus && !Starts(text, g[0], "86") && DigitGroup.Digits(g) is >= FewestAbroad and <= MostAbroad ? g.Length : 0;
    }

    /// <param name="shown">Digits that stay: the first three, and a country code or a trunk 0 before them.</param>
    private static int Mobile(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g, out int shown)
    {
        shown = ShownDigits;
        var first = g[0];
        if (first.Length > MobileDigits)
        {
            var code =
                first.Length == MobileDigits + 1 && Digit.Of(text[first.Start]) == 0 ? 1
                : first.Length == MobileDigits + 2 && Starts(text, first, "86") ? 2
                : first.Length == MobileDigits + 3 && Starts(text, first, "010") ? 3
                : first.Length == MobileDigits + 4 && Starts(text, first, "0086") ? 4
                : first.Length == 2 * MobileDigits ? 0
                : -1;
            shown += Math.Max(code, 0);
            // Two numbers without anything between: only the first three digits of the first stay.
            return code >= 0 && IsMobileStart(text, first.Start + code) && !NumberContext.IsSerial(text, first.Start) ? 1 : 0;
        }
        if (
            !IsMobileStart(text, first.Start)
            || (first.Length > 1 && first.Start > 0 && text[first.Start - 1] is '.' && first.Length != MobileDigits)
        )
            return 0;
        for (var used = 1; used <= g.Length; used++)
        {
            var digits = DigitGroup.Digits(g[..used]);
            if (digits > MobileDigits)
                return 0;
            if (digits < MobileDigits)
                continue;
            var whole = used == 1 || first.Length is 3 or 4 or 7 or 5 or 6 || (first.Length == 1 && used == MobileDigits);
            return whole && !NumberContext.IsSerial(text, first.Start) && !NumberContext.IsAmount(text, g[used - 1].End) ? used : 0;
        }
        // One digit too few or too many, as people mistype: only where the text says that it is a phone.
        return
            g.Length == 1
            && first.Length == MobileDigits - 1
            && NumberContext.IsPhone(text, first.Start)
            && !NumberContext.IsSerial(text, first.Start)
            ? 1
            : 0;
    }

    /// <returns>Groups that make one mistyped number, or 0.</returns>
    public static int HideSlip(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> g)
    {
        if (!Slip(buffer.Text, g, out var from, out var to))
            return 0;
        buffer.Hide(from + ShownDigits, to);
        BareNames.HideBeside(ref buffer, from, to);
        return Groups(g, to);
    }

    /// <summary>1891O774424, l8910774425: letters struck for 0 and 1, at most two.</summary>
    private static bool Slip(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g, out int from, out int to)
    {
        (from, to) = (g[0].Start, g[0].End);
        if (!(from > 0 && IsLikeDigit(text[from - 1])) && !(to < text.Length && IsLikeDigit(text[to])))
            return false;
        if (from > 0 && IsLikeDigit(text[from - 1]))
            from--;
        while (to < text.Length && to - from <= MobileDigits && (Digit.Is(text[to]) || IsLikeDigit(text[to])))
            to++;
        if (to - from != MobileDigits || (from > 0 && Digit.IsWord(text[from - 1])) || (to < text.Length && Digit.IsWord(text[to])))
            return false;
        var letters = 0;
        foreach (var c in text[from..to])
            letters += Digit.Is(c) ? 0 : 1;
        return letters is 1 or 2
            && (Digit.Of(text[from]) == 1 || !Digit.Is(text[from]))
            && Digit.Of(text[from + 1]) >= 3
            && NumberContext.IsPhone(text, from);
    }

    private static bool IsLikeDigit(char c) => c is 'O' or 'o' or 'l' or 'I';

    /// <returns>Groups that begin before <paramref name="end"/>, at least 1.</returns>
    private static int Groups(scoped ReadOnlySpan<DigitGroup> g, int end)
    {
        var count = 1;
        while (count < g.Length && g[count].Start < end)
            count++;
        return count;
    }

    /// <param name="area">Digits of the area code, which stay.</param>
    private static int Landline(MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> g, out int area)
    {
        var text = buffer.Text;
        var first = g[0];
        area = 0;
        var coded = 0;
        if (IsArea(text, first) || (IsShortArea(text, first) && IsAfterCountryCode(text, first.Start)))
        {
            area = first.Length;
            coded = Local(g[1..]) is > 0 and var local ? local + 1 : 0;
        }
        else if (first.Length is >= 10 and <= 12 && UndividedArea(text, first) is > 0 and var undivided)
            (area, coded) = (undivided, 1);
        if (coded > 0)
            return NumberContext.IsSerial(text, first.Start) || NumberContext.IsOffice(text, first.Start, g[coded - 1].End) ? 0 : coded;
        area = 0;
        var bare = Local(g);
        if (bare == 0 || Digit.Of(text[first.Start]) is < 2 or > 8 || IsDay(text, g[..bare]))
            return 0;
        var end = g[bare - 1].End;
        var known =
            NumberContext.IsPhone(text, first.Start)
            || ExtensionAt(text, end) > 0
            || IsBesidePhone(buffer, first.Start)
            || IsSlashed(text, end);
        return
            known
            && !NumberContext.IsSerial(text, first.Start)
            && !NumberContext.IsAmount(text, end)
            && !NumberContext.IsOffice(text, first.Start, end)
            ? bare
            : 0;
    }

    /// <summary>7 or 8 digits, whole or as 3-4 or 4-4.</summary>
    private static int Local(scoped ReadOnlySpan<DigitGroup> g) =>
        g.Length >= 2 && g[1].Length == 4 && g[0].Length is 3 or 4 ? 2
        : g.Length >= 1 && g[0].Length is 7 or 8 ? 1
        : 0;

    /// <summary>010, 02x, 03xx–09xx.</summary>
    private static bool IsArea(ReadOnlySpan<char> text, DigitGroup g) =>
        g.Length is 3 or 4
        && Digit.Of(text[g.Start]) == 0
        && Digit.Of(text[g.Start + 1]) is var second
        && (g.Length == 3 ? second == 2 || (second == 1 && Digit.Of(text[g.Start + 2]) == 0) : second >= 3);

    /// <summary>After +86 the 0 is left out: +86-10-….</summary>
    private static bool IsShortArea(ReadOnlySpan<char> text, DigitGroup g) =>
        (g.Length == 2 && (Starts(text, g, "10") || Digit.Of(text[g.Start]) == 2))
        || (g.Length == 3 && Digit.Of(text[g.Start]) >= 3)
        || (g.Length == 4 && Starts(text, g, "8610"));

    private static bool IsAfterCountryCode(ReadOnlySpan<char> text, int start) =>
        (start + 3 < text.Length && text[start..].StartsWith("8610"))
        || text[Math.Max(0, start - 4)..start].Contains("86", StringComparison.Ordinal);

    private static int UndividedArea(ReadOnlySpan<char> text, DigitGroup g)
    {
        if (Starts(text, g, "8610") && g.Length == 12)
            return 4;
        if (Digit.Of(text[g.Start]) != 0)
            return 0;
        var second = Digit.Of(text[g.Start + 1]);
        if (second >= 3 && g.Length >= 11)
            return 4;
        return g.Length is 10 or 11 && (second == 2 || (second == 1 && Digit.Of(text[g.Start + 2]) == 0)) ? 3 : 0;
    }

    /// <summary>20250421 and 2025 0421 are days.</summary>
    private static bool IsDay(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> g)
    {
        Span<int> d = stackalloc int[8];
        if (DigitGroup.Digits(g) != d.Length)
            return false;
        var count = 0;
        foreach (var group in g)
        {
            for (var at = group.Start; at < group.End; at++)
                d[count++] = Digit.Of(text[at]);
        }
        return d[0] == 2 && d[1] == 0 && d[4] * 10 + d[5] is >= 1 and <= 12 && d[6] * 10 + d[7] is >= 1 and <= 31;
    }

    /// <summary>The number before it, parted by a stroke or the like, is hidden.</summary>
    private static bool IsBesidePhone(MaskBuffer buffer, int start) =>
        start >= 2
        && buffer.Text[start - 1] is '/' or '、' or '或' or '，' or ',' or '；'
        && Digit.Is(buffer.Text[start - 2])
        && buffer.IsHidden(start - 2);

    /// <summary>Two lines of eight digits with a stroke between.</summary>
    private static bool IsSlashed(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is not ('/' or '／'))
            return false;
        var next = end + 1;
        while (next < text.Length && Digit.Is(text[next]))
            next++;
        return next - end - 1 is 8 or MobileDigits;
    }

    private static int ExtensionAt(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        var word = text[at..] switch
        {
            ['转', ..] => 1,
            ['分', '机', ..] => 2,
            ['-' or '－' or '—', ..] => 1,
            _ => 0,
        };
        if (word == 0)
            return 0;
        at += word;
        while (at < text.Length && text[at] is ' ' or '：' or ':' or '分' or '机' or '号')
            at++;
        var end = at;
        while (end < text.Length && Digit.Is(text[end]))
            end++;
        return end - at is >= 1 and <= 6 ? end : 0;
    }

    private static int HideExtension(ref MaskBuffer buffer, int at)
    {
        var end = ExtensionAt(buffer.Text, at);
        if (end == 0)
            return at;
        for (var i = at; i < end; i++)
        {
            if (Digit.Is(buffer.Text[i]))
                buffer.Hide(i, i + 1);
        }
        return end;
    }

    private static bool IsMobileStart(ReadOnlySpan<char> text, int start)
    {
        var next = start + 1;
        while (next < text.Length && next < start + 3 && !Digit.Is(text[next]))
            next++;
        return Digit.Of(text[start]) == 1 && next < text.Length && Digit.Of(text[next]) is >= 3 and <= 9;
    }

    private static bool Starts(ReadOnlySpan<char> text, DigitGroup group, ReadOnlySpan<char> digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (group.Start + i >= group.End || Digit.Of(text[group.Start + i]) != digits[i] - '0')
                return false;
        }
        return true;
    }
}
