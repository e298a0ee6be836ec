namespace Hotspot.Texts;

/// <summary>
/// Phrases that any complaint may hold, whatever it is about: greetings, requests, 居民, 的. What is compared is what remains between them.
/// Immutable.
/// </summary>
public sealed class Boilerplate
{
    /// <summary>Stands where phrases stood: no gram of two characters reaches across.</summary>
    public const char Gap = '|';

    private readonly PhraseTable _phrases;

    /// <summary>Hash of the phrases: what was made with others must be made anew.</summary>
    public string Fingerprint => _phrases.Fingerprint;

    /// <param name="phrases">As people write them; compared in the form of <see cref="NormalText"/>.</param>
    public Boilerplate(IEnumerable<string> phrases) => _phrases = new PhraseTable(phrases.Select(phrase => (phrase, 0)));

    /// <summary>Takes the phrases out, from the left and the longest first; a row of them leaves one <see cref="Gap"/>.</summary>
    /// <param name="text">In the form of <see cref="NormalText"/>; rewritten in place.</param>
    /// <returns>The length that is left.</returns>
    public int Cut(Span<char> text)
    {
        var kept = 0;
        for (var at = 0; at < text.Length; )
        {
            var (length, _) = _phrases.At(text[at..]);
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
}
