using System.Buffers;

namespace Hotspot.Records;

/// <summary>
/// Looks for the first of several words in Chinese text. <see cref="SearchValues"/> of strings is fast for words that begin in ASCII; others send it
/// through an Aho–Corasick automaton whose every step is a dictionary look-up. Here first characters are found by vectors, and only there words
/// are compared. Immutable, safe on any thread.
/// </summary>
public sealed class Literals
{
    private const int Slots = 128;
    private readonly SearchValues<char> _firsts;
    private readonly string[][] _words;

    /// <param name="words">Compared ordinally; none is empty.</param>
    public Literals(IEnumerable<string> words)
    {
        var all = words.Distinct(StringComparer.Ordinal).ToArray();
        if (Array.Exists(all, word => word.Length == 0))
            throw new ArgumentException("an empty word is found everywhere", nameof(words));
        _firsts = SearchValues.Create([.. all.Select(word => word[0])]);
        _words = [.. Enumerable.Range(0, Slots).Select(slot => all.Where(word => word[0] % Slots == slot).ToArray())];
    }

    /// <summary>Where the first word begins, or −1.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(_firsts);
            if (next < 0)
                return -1;
            at += next;
            var rest = text[at..];
            foreach (var word in _words[rest[0] % Slots])
            {
                if (rest.StartsWith(word, StringComparison.Ordinal))
                    return at;
            }
        }
        return -1;
    }
}
