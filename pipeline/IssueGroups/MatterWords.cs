using Hotspot.Geo;
using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>
/// Words by the thing that they speak of (<c>data-schemas/codes/matter_words.csv</c>): 塔吊, 打桩 and 围挡 are all of one building site. Two callers tell one
/// matter in words that share no pair of characters; a thesaurus by hand bridges that (query expansion, Manning, Raghavan and Schütze 2008, §9.2.2).
/// Things, not their effects: noise, smell and dust are told of every matter. Immutable.
/// </summary>
public sealed class MatterWords
{
    public static MatterWords None { get; } = new([]);

    private readonly PhraseTable _words;

    /// <summary>Hash of words and things: groups made with others must be made anew.</summary>
    public string Fingerprint => _words.Fingerprint;

    /// <param name="words">Thing and word; a word belongs to one thing.</param>
    public MatterWords(IReadOnlyCollection<(string Thing, string Word)> words)
    {
        var numbers = words
            .Select(entry => entry.Thing)
            .Distinct()
            .Select((thing, i) => (thing, i))
            .ToDictionary(one => one.thing, one => one.i + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, (int)TermVector.LastThing, nameof(words));
        _words = new PhraseTable(words.Select(entry => (entry.Word, numbers[entry.Thing])));
    }

    /// <summary>The words that ship with the program, or the home's own.</summary>
    /// <param name="rules">Folder of the home's rules, or null.</param>
    public static MatterWords Read(string? rules) =>
        new(ReferenceTable.Read(ReferenceTable.PathOf("codes/matter_words.csv", rules), row => (row.Text("thing"), row.Text("word"))));

    /// <summary>Appends the number of the thing, 1 to <see cref="TermVector.LastThing"/>, of each word of the text, from the left and the longest first.</summary>
    /// <param name="text">In the form of <see cref="NormalText"/>.</param>
    public void Collect(ReadOnlySpan<char> text, List<uint> things)
    {
        for (var at = 0; at < text.Length; )
        {
            var (length, thing) = _words.At(text[at..]);
            if (length > 0)
                things.Add((uint)thing);
            at += Math.Max(length, 1);
        }
    }
}
