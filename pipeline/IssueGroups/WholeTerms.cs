using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>Which runs of characters are words of their own, and which only pieces of longer ones: 天烧 of 露天烧烤.</summary>
internal static class WholeTerms
{
    /// <summary>A run is a piece where a run longer by one character stands in so large a share of what holds it.</summary>
    private const double MostlyWithin = 0.8;

    /// <summary>The first ones that share no pair of characters with one before them.</summary>
    public static IEnumerable<T> Apart<T>(IEnumerable<T> ranked, Func<T, string> term)
    {
        var chosen = new List<string>();
        foreach (var one in ranked)
        {
            if (chosen.Exists(other => CharGrams.Share(other, term(one))))
                continue;
            chosen.Add(term(one));
            yield return one;
        }
    }

    /// <param name="counts">Run → how many texts hold it.</param>
    /// <returns>The pieces among them.</returns>
    public static HashSet<string> Pieces(IReadOnlyDictionary<string, int> counts)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, count) in counts)
        {
            foreach (var piece in (string[])[term[..^1], term[1..]])
            {
                if (counts.TryGetValue(piece, out var all) && count >= MostlyWithin * all)
                    pieces.Add(piece);
            }
        }
        return pieces;
    }
}
