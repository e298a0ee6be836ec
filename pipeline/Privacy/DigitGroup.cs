namespace Hotspot.Privacy;

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

    private static bool IsSeparator(char c) => c is '-' or '－' or '—' or '–' or '_' or ' ' or '\u3000' or '.' or '·' or ')' or '）';
}
