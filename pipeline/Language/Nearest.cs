namespace Hotspot.Language;

/// <summary>The known word that a mistyped one most likely meant: least edit distance (Levenshtein 1966), ties to the first in order.</summary>
public static class Nearest
{
    /// <summary>Null where nothing comes within a third of the word's letters (two at least) and shares one of them.</summary>
    public static string? Of(string word, IEnumerable<string> known) => All(word, known) is [var first, ..] ? first : null;

    /// <summary>Those that come equally near, in order; empty where <see cref="Of"/> is null.</summary>
    public static IReadOnlyList<string> All(string word, IEnumerable<string> known)
    {
        var near = known
            .Distinct()
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance < Math.Max(word.Length, pair.Candidate.Length) && pair.Distance <= Math.Max(2, word.Length / 3))
            .ToList();
        return
        [
            .. near.Where(pair => pair.Distance == near.Min(other => other.Distance))
                .Select(pair => pair.Candidate)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The nearest, however far, in order.</summary>
    public static IReadOnlyList<string> First(string word, IEnumerable<string> known, int count) =>
        [
            .. known
                .Distinct()
                .OrderBy(candidate => Distance(word, candidate))
                .ThenBy(candidate => candidate, StringComparer.Ordinal)
                .Take(count),
        ];

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
