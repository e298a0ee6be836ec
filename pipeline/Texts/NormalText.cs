namespace Hotspot.Texts;

/// <summary>
/// A text as statistics compare it: full-width forms halved, Latin letters small, each run of digits one #, each run of masks one ×, no blanks,
/// control characters or punctuation. What is left are the characters that carry meaning, in their order.
/// </summary>
public static class NormalText
{
    private const char Number = '#';
    private const char Mask = '×';

    /// <summary>Writes the normal form into <paramref name="target"/>, at least as long as the text, and returns its length.</summary>
    /// <param name="gap">Stands where something was left out; NUL: nothing does.</param>
    public static int Write(ReadOnlySpan<char> text, Span<char> target, char gap = '\0')
    {
        var length = 0;
        foreach (var raw in text)
        {
            var c = Folded(raw) is var folded and not '\0' ? folded : gap;
            if (c == '\0' || ((c == gap || c is Number or Mask) && length > 0 && target[length - 1] == c))
                continue;
            target[length++] = c;
        }
        return length;
    }

    public static string Of(string text)
    {
        var buffer = new char[text.Length];
        return new string(buffer, 0, Write(text, buffer));
    }

    /// <summary>The character that stands for it; NUL where it is left out.</summary>
    private static char Folded(char raw)
    {
        // Nearly all that is written; the tables of Unicode need not be asked.
        if (raw is >= '\u4E00' and <= '\u9FFF')
            return raw;
        var c = raw is >= '\uFF01' and <= '\uFF5E' ? (char)(raw - 0xFEE0) : raw;
        return c switch
        {
            >= 'a' and <= 'z' => c,
            >= 'A' and <= 'Z' => (char)(c + 32),
            '*' or Mask => Mask,
            _ when char.IsDigit(c) => Number,
            _ when char.IsLetter(c) || char.IsSurrogate(c) => c,
            _ => '\0',
        };
    }
}
