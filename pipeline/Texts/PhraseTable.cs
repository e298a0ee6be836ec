using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Texts;

/// <summary>Phrases, each with a number, looked for at a place of a text: the longest wins. Immutable.</summary>
public sealed class PhraseTable
{
    private readonly WordTrie _trie = new();

    /// <summary>Hash of phrases and numbers: what was made with others must be made anew.</summary>
    public string Fingerprint { get; }

    /// <param name="phrases">As people write them; compared in the form of <see cref="NormalText"/>. Of a phrase that comes twice the first number holds.</param>
    public PhraseTable(IEnumerable<(string Phrase, int Value)> phrases)
    {
        var all = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (phrase, value) in phrases)
        {
            var normal = NormalText.Of(phrase);
            if (_trie.Add(normal, value))
                all.Add(normal, value);
        }
        var told = string.Join('\n', all.Select(entry => $"{entry.Key} {entry.Value}"));
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..16];
    }

    /// <param name="text">In the form of <see cref="NormalText"/>.</param>
    /// <returns>Length and number of the longest phrase that the text begins with; length 0: none.</returns>
    public (int Length, int Value) At(ReadOnlySpan<char> text) => (_trie.Longest(text, out var value), value);
}
