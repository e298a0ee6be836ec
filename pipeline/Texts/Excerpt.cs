using System.Diagnostics.CodeAnalysis;

namespace Hotspot.Texts;

/// <summary>A text from its beginning, for a line or a cell.</summary>
public static class Excerpt
{
    /// <param name="longest">Characters, the sign of what is left out (…) among them; no character of two halves is cut in two.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text, int longest)
    {
        if (text is null || text.Length <= longest)
            return text;
        var kept = longest - 1;
        return text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)] + "…";
    }
}
