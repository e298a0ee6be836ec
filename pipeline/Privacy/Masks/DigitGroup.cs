namespace Hotspot.Privacy.Masks;

/// <summary>A run of digits; those of one number may be parted by a separator: <c>138-1234-5678</c>, <c>(010) 6234 5678</c>.</summary>
internal readonly record struct DigitGroup(int Start, int End)
{
    /// <summary>Eleven digits spelt one by one.</summary>
    public const int Most = 12;

    public int Length => End - Start;

    /// <returns>How many groups were found, at least 1 where a digit stands at <paramref name="at"/>.</returns>
    public static int Gather(ReadOnlySpan<char> text, int at, Span<DigitGroup> groups)
    {
        var count = 0;
        while (count < groups.Length)
        {
            var end = at;
            while (end < text.Length && Digit.Is(text[end]))
                end++;
            groups[count++] = new DigitGroup(at, end);
            var next = end;
            while (next < text.Length && next < end + 2 && IsSeparator(text[next]))
                next++;
            if (next == end && count <= 2 && (count == 1 || groups[1].Length == 4) && IsListed(text, groups[0]))
                next = end + 1;
            if (next == end && end < text.Length && text[end] is '\n' or '\r' && IsBrokenMobile(text, groups[..count]))
                next = AfterBreak(text, end);
            if (next == end || next >= text.Length || !Digit.Is(text[next]))
                break;
            at = next;
        }
        return count;
    }

    public static int Digits(ReadOnlySpan<DigitGroup> groups)
    {
        var sum = 0;
        foreach (var group in groups)
            sum += group.Length;
        return sum;
    }

    /// <summary>Too few digits for a mobile that they begin as: it may go on in the next line.</summary>
    private static bool IsBrokenMobile(ReadOnlySpan<char> text, ReadOnlySpan<DigitGroup> groups) =>
        Digits(groups) is >= 3 and <= 10
        && groups[0].Length >= 2
        && Digit.Of(text[groups[0].Start]) == 1
        && Digit.Of(text[groups[0].Start + 1]) >= 3;

    /// <summary>189,1077,4426 and 189/1077/4426: three, four and four digits of a mobile.</summary>
    private static bool IsListed(ReadOnlySpan<char> text, DigitGroup first) =>
        first.Length == 3
        && Digit.Of(text[first.Start]) == 1
        && Digit.Of(text[first.Start + 1]) >= 3
        && first.End + 9 < text.Length
        && text[first.End] is ',' or '，' or '/' or '、'
        && text[first.End + 5] == text[first.End]
        && AreDigits(text.Slice(first.End + 1, 4))
        && AreDigits(text.Slice(first.End + 6, 4))
        && !(first.End + 10 < text.Length && Digit.Is(text[first.End + 10]));

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digit.All);

    private static int AfterBreak(ReadOnlySpan<char> text, int end) =>
        text[end..] switch
        {
            ['\r', '\n', ..] => end + 2,
            ['\n', ..] => end + 1,
            _ => end,
        };

    private static bool IsSeparator(char c) => c is '-' or '－' or '—' or '–' or '_' or ' ' or '\u3000' or '.' or '·' or ')' or '）';
}
