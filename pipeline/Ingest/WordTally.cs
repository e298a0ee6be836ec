using Hotspot.Privacy;
using Hotspot.Texts;

namespace Hotspot.Ingest;

/// <param name="Word">As people may see it.</param>
public readonly record struct WordCount(string Word, long Rows);

/// <summary>Words of a column that no list knows, with their rows. At most some hundreds of different ones are kept; later ones only count.</summary>
internal sealed class WordTally
{
    public const int Most = 500;
    private const int Longest = 20;

    /// <summary>Ends of names of areas and offices: 高新区 is no person, though 高 is a surname.</summary>
    private const string Areas = "市区县局";
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    public long Rows { get; private set; }

    /// <param name="word">Masked.</param>
    public void Add(string word)
    {
        Rows++;
        if (_rows.Count < Most || _rows.ContainsKey(word))
            _rows[word] = _rows.GetValueOrDefault(word) + 1;
    }

    /// <summary>Most rows first. A whole personal name in the wrong column is hidden.</summary>
    public IReadOnlyList<WordCount> Frequent(int most) =>
        [
            .. _rows
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(entry => new WordCount(Shown(entry.Key), entry.Value)),
        ];

    private static string Shown(string word) =>
        KnownCaller.NameIn(word) is not null && !Areas.Contains(word[^1]) ? Masking.HideAll(word) : Excerpt.Of(word, Longest);
}
