using System.Buffers;

namespace Hotspot.Privacy.Masks;

/// <summary>
/// Tells whether one of some words begins at a place. One bit for the hash of the first two characters refuses nearly all places at once;
/// only then are words compared.
/// </summary>
internal sealed class WordIndex
{
    private const int Bits = 1 << 14;
    private const int Slots = 256;
    private readonly SearchValues<char> _firsts;
    private readonly SearchValues<char> _alone;
    private readonly ulong[] _pairs = new ulong[Bits / 64];
    private readonly string[]?[] _words = new string[]?[Slots];

    /// <param name="words">Where several begin at one place, the longest holds.</param>
    public WordIndex(params IReadOnlyCollection<string> words)
    {
        foreach (var slot in words.Distinct().GroupBy(word => word[0] % Slots))
            _words[slot.Key] = [.. slot.OrderByDescending(word => word.Length)];
        _firsts = SearchValues.Create([.. words.Select(word => word[0])]);
        _alone = SearchValues.Create([.. words.Where(word => word.Length == 1).Select(word => word[0])]);
        foreach (var pair in words.Where(word => word.Length > 1).Select(word => Pair(word[0], word[1])))
            _pairs[pair >> 6] |= 1UL << (pair & 63);
    }

    /// <returns>Start of the first word at or after <paramref name="from"/>, or -1.</returns>
    public int Find(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var step = text[from..].IndexOfAny(_firsts);
            if (step < 0)
                return -1;
            from += step;
            if (LengthAt(text[from..]) > 0)
                return from;
            from++;
        }
        return -1;
    }

    /// <returns>Length of the word that the text begins with, or 0.</returns>
    public int LengthAt(ReadOnlySpan<char> text) => MayBegin(text) ? Compare(text) : 0;

    /// <summary>False where surely no word begins.</summary>
    public bool MayBegin(ReadOnlySpan<char> text)
    {
        if (text.Length >= 2)
        {
            var pair = Pair(text[0], text[1]);
            if ((_pairs[pair >> 6] >> (pair & 63) & 1) != 0)
                return true;
        }
        return !text.IsEmpty && _alone.Contains(text[0]);
    }

    private int Compare(ReadOnlySpan<char> text)
    {
        if (_words[text[0] % Slots] is not { } words)
            return 0;
        foreach (var word in words)
        {
            if (text[0] == word[0] && text.StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }
        return 0;
    }

    /// <returns>Length of the longest word that the text ends with, or 0.</returns>
    public int LengthBefore(ReadOnlySpan<char> text, int longest)
    {
        for (var length = Math.Min(longest, text.Length); length > 0; length--)
        {
            if (LengthAt(text[^length..]) == length)
                return length;
        }
        return 0;
    }

    public bool IsIn(ReadOnlySpan<char> text) => Find(text, 0) >= 0;

    private static int Pair(char first, char second) => ((first * 61) ^ second) & (Bits - 1);
}
