namespace Hotspot.Geo;

/// <summary>Written places in one form: half-width letters and digits, capital Latin letters, no blanks beside Chinese characters, one blank elsewhere.</summary>
internal static class PlaceText
{
    /// <summary>Writes the normal form into <paramref name="target"/> (at least as long as the text) and returns its length.</summary>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        var blank = false;
        foreach (var raw in text)
        {
            var c = Halve(raw);
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                blank = true;
                continue;
            }
            if (IsInvisible(c))
                continue;
            if (blank && length > 0 && IsLatin(c) && IsLatin(target[length - 1]))
                target[length++] = ' ';
            blank = false;
            target[length++] = char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
        }
        return length;
    }

    public static string Normalised(string text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = Normalise(text, buffer);
        return buffer[..length].SequenceEqual(text) ? text : new string(buffer[..length]);
    }

    /// <summary>Joiners, direction marks, byte order marks: copied along from web pages.</summary>
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    private static bool IsLatin(char c) => c < '\u2E80';

    /// <summary>Full-width forms FF01–FF5E and the ideographic blank.</summary>
    private static char Halve(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' => ' ',
            _ => c,
        };
}
