namespace Hotspot.Texts;

/// <summary>
/// Runs of one to four neighbouring characters of a text as numbers: 16 bits a character, so that a gram is its key exactly, without a hash and without
/// collisions, and can be written out again. Chinese needs no words for them: pairs and triples of characters carry the vocabulary (McNamee and
/// Mayfield 2004, Information Retrieval 7).
/// </summary>
public static class CharGrams
{
    /// <summary>Most characters of a gram.</summary>
    public const int Longest = 4;

    /// <summary>Appends every gram of <paramref name="from"/> to <paramref name="to"/> characters, as often as it occurs, in the order of its last character.</summary>
    /// <param name="text">In the form of <see cref="NormalText"/>: NUL characters would hide the length of a gram.</param>
    public static void Collect(ReadOnlySpan<char> text, int from, int to, List<ulong> grams)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, Longest);
        ulong last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            last = (last << 16) | text[i];
            for (var length = from; length <= Math.Min(to, i + 1); length++)
                grams.Add(length == Longest ? last : last & ((1UL << (16 * length)) - 1));
        }
    }

    /// <summary>Whether two words have a pair of neighbouring characters in common: 施工噪 and 工噪声 are one word, cut twice.</summary>
    public static bool Share(string a, string b)
    {
        for (var i = 1; i < a.Length; i++)
        {
            if (b.Contains(a[(i - 1)..(i + 1)], StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The characters of a gram.</summary>
    public static string TextOf(ulong gram)
    {
        Span<char> text = stackalloc char[Longest];
        var at = Longest;
        for (; gram != 0; gram >>= 16)
            text[--at] = (char)(gram & 0xFFFF);
        return new string(text[at..]);
    }
}
