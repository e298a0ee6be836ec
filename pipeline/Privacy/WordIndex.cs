using System.Buffers;
using System.Collections.Frozen;

namespace Hotspot.Privacy;

/// <summary>
/// Finds the first of a few words. The platform's own search for several Chinese words walks an automaton character by character;
/// a vectorised search for their first characters and a look at the few words that begin so is four times as fast.
/// </summary>
internal sealed class WordIndex
{
    private readonly SearchValues<char> _firsts;
    private readonly FrozenDictionary<char, string[]> _words;

    /// <param name="words">Where several begin at one place, the longest holds.</param>
    public WordIndex(params IReadOnlyCollection<string> words)
    {
        _words = words
            .GroupBy(word => word[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
        _firsts = SearchValues.Create([.. _words.Keys]);
    }

    /// <returns>Start of the first word at or after <paramref name="from"/>, or -1.</returns>
    public int Find(ReadOnlySpan<char> text, int from)
    {
        while (true)
        {
            var step = text[from..].IndexOfAny(_firsts);
            if (step < 0)
                return -1;
            from += step;
            if (LengthAt(text[from..]) > 0)
                return from;
            from++;
        }
    }

    /// <returns>Length of the word that the text begins with, or 0.</returns>
    public int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_words.TryGetValue(text[0], out var words))
            return 0;
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }
        return 0;
    }
}
