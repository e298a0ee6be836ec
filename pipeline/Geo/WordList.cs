namespace Hotspot.Geo;

/// <summary>Words that texts may begin or end with; of several that fit the longest counts. Found by their first or last character, so that a list may be long. Immutable.</summary>
internal sealed class WordList
{
    private const int Slots = 64;
    private readonly string[][] _byFirst;
    private readonly string[][] _byLast;

    public WordList(IEnumerable<string> words)
    {
        All =
        [
            .. words
                .Where(word => word.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => word.Length)
                .ThenBy(word => word, StringComparer.Ordinal),
        ];
        _byFirst = [.. Enumerable.Range(0, Slots).Select(slot => All.Where(word => word[0] % Slots == slot).ToArray())];
        _byLast = [.. Enumerable.Range(0, Slots).Select(slot => All.Where(word => word[^1] % Slots == slot).ToArray())];
    }

    /// <summary>Longest first.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Cuts the word that the text begins with.</summary>
    public ReadOnlySpan<char> CutStart(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return text;
        foreach (var word in _byFirst[text[0] % Slots])
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return text[word.Length..];
        }
        return text;
    }

    /// <summary>Cuts the word that the text ends with, if at least <paramref name="keep"/> characters stay (张镇, 杨镇 keep their 镇).</summary>
    public ReadOnlySpan<char> CutEnd(ReadOnlySpan<char> text, int keep)
    {
        if (text.IsEmpty)
            return text;
        foreach (var word in _byLast[text[^1] % Slots])
        {
            if (text.Length - word.Length >= keep && text.EndsWith(word, StringComparison.Ordinal))
                return text[..^word.Length];
        }
        return text;
    }
}
