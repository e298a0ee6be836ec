using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Texts;

/// <summary>Phrases, each with a number, looked for at a place of a text: the longest wins. Immutable.</summary>
public sealed class PhraseTable
{
    private readonly FrozenDictionary<char, (string Phrase, uint Value)[]> _byFirst;

    /// <summary>Hash of phrases and numbers: what was made with others must be made anew.</summary>
    public string Fingerprint { get; }

    /// <param name="phrases">As people write them; compared in the form of <see cref="NormalText"/>. Of a phrase that comes twice the first number holds.</param>
    public PhraseTable(IEnumerable<(string Phrase, uint Value)> phrases)
    {
        (string Phrase, uint Value)[] all =
        [
            .. phrases
                .Select(entry => (Phrase: NormalText.Of(entry.Phrase), entry.Value))
                .Where(entry => entry.Phrase.Length > 0)
                .DistinctBy(entry => entry.Phrase)
                .OrderBy(entry => entry.Phrase, StringComparer.Ordinal),
        ];
        var told = string.Join('\n', all.Select(entry => entry.Value == 0 ? entry.Phrase : $"{entry.Phrase} {entry.Value}"));
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..16];
        _byFirst = all.GroupBy(entry => entry.Phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Phrase.Length).ToArray());
    }

    /// <param name="text">In the form of <see cref="NormalText"/>; not empty.</param>
    /// <returns>Length and number of the longest phrase that the text begins with; length 0: none.</returns>
    public (int Length, uint Value) At(ReadOnlySpan<char> text)
    {
        if (_byFirst.TryGetValue(text[0], out var phrases))
        {
            foreach (var (phrase, value) in phrases)
            {
                if (text.StartsWith(phrase, StringComparison.Ordinal))
                    return (phrase.Length, value);
            }
        }
        return default;
    }
}
