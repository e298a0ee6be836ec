using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Texts;

/// <summary>
/// Phrases that any complaint may hold, whatever it is about: greetings, requests, 居民, 的. What is compared is what remains between them.
/// Immutable.
/// </summary>
public sealed class Boilerplate
{
    /// <summary>Stands where phrases stood: no gram of two characters reaches across.</summary>
    public const char Gap = '|';

    private readonly FrozenDictionary<char, string[]> _byFirst;

    /// <summary>Hash of the phrases: what was made with others must be made anew.</summary>
    public string Fingerprint { get; }

    /// <param name="phrases">As people write them; compared in the form of <see cref="NormalText"/>.</param>
    public Boilerplate(IEnumerable<string> phrases)
    {
        string[] all = [.. phrases.Select(NormalText.Of).Where(phrase => phrase.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))))[..16];
        _byFirst = all.GroupBy(phrase => phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());
    }

    /// <summary>Takes the phrases out, from the left and the longest first; a row of them leaves one <see cref="Gap"/>.</summary>
    /// <param name="text">In the form of <see cref="NormalText"/>; rewritten in place.</param>
    /// <returns>The length that is left.</returns>
    public int Cut(Span<char> text)
    {
        var kept = 0;
        for (var at = 0; at < text.Length; )
        {
            var length = LengthAt(text[at..]);
            var next = length == 0 ? text[at] : Gap;
            if (next != Gap || kept == 0 || text[kept - 1] != Gap)
                text[kept++] = next;
            at += Math.Max(length, 1);
        }
        return kept;
    }

    /// <summary>The sentence without the clauses in front that are phrases alone: 市民反映，.</summary>
    public string WithoutOpening(string sentence)
    {
        for (var comma = sentence.IndexOf('，'); comma > 0; comma = sentence.IndexOf('，'))
        {
            var clause = NormalText.Of(sentence[..comma]).ToCharArray();
            if (clause.AsSpan(0, Cut(clause)).ContainsAnyExcept(Gap))
                break;
            sentence = sentence[(comma + 1)..];
        }
        return sentence;
    }

    /// <summary>Length of the phrase that the text begins with; 0: none.</summary>
    private int LengthAt(ReadOnlySpan<char> text)
    {
        if (_byFirst.TryGetValue(text[0], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (text.StartsWith(phrase, StringComparison.Ordinal))
                    return phrase.Length;
            }
        }
        return 0;
    }
}
