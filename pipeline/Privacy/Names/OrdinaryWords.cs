using Hotspot.Texts;

namespace Hotspot.Privacy.Names;

/// <summary>
/// Everyday words that begin with a surname or hold one (高峰, 房地产, 亲戚): what looks like a name inside one of them usually is none. A sign for the judge of
/// names, not a ban: 高峰 is a name, too.
/// </summary>
internal static class OrdinaryWords
{
    private const int Longest = 4;
    private static readonly WordTrie Words = Read();

    /// <returns>Length of the longest word that begins at <paramref name="at"/>, or 0.</returns>
    public static int LengthAt(ReadOnlySpan<char> text, int at) => Words.Longest(text[at..], out _);

    /// <returns>Characters from <paramref name="at"/> on that belong to a word which begins before it: 工[程建]设 2; 0: none.</returns>
    public static int Across(ReadOnlySpan<char> text, int at)
    {
        for (var start = Math.Max(0, at - Longest + 1); start < at; start++)
        {
            if (LengthAt(text, start) is var length && start + length > at)
                return start + length - at;
        }
        return 0;
    }

    private static WordTrie Read()
    {
        using var reader = new StreamReader(Lists.Open("words.txt"));
        var words = new WordTrie();
        foreach (var word in reader.ReadToEnd().Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries))
            words.Add(word, 0);
        return words;
    }
}
