namespace Hotspot.Ingest;

/// <summary>Full-width forms (U+FF01–U+FF5E) and the ideographic space are the same letters and digits as their ASCII twins.</summary>
public static class Wide
{
    public static char Narrow(char c) =>
        c switch
        {
            >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
            '\u3000' or '\u00a0' => ' ',
            _ => c,
        };

    /// <summary>The same instance where nothing is wide.</summary>
    public static string Narrow(string text)
    {
        foreach (var c in text)
        {
            if (Narrow(c) != c)
                return string.Create(text.Length, text, static (to, from) => Fill(to, from));
        }
        return text;
    }

    private static void Fill(Span<char> to, string from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Narrow(from[i]);
    }
}
