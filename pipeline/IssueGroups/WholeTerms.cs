using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>Which runs of characters are words of their own, and which only pieces of longer ones: 天烧 of 露天烧烤.</summary>
internal static class WholeTerms
{
    /// <summary>A run is a piece where a run longer by one character stands in so large a share of what holds it.</summary>
    private const double MostlyWithin = 0.8;
    private const int LongestTold = 12;

    /// <summary>At either end of a term they tell nothing.</summary>
    private const string Particles = "的了是在有和与及也都就被把给让从对为";

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

    /// <summary>
    /// 填写责任 → 填写责任人电话: carried on by the characters that stand beside it nearly wherever it stands; as it is where that has no end soon.
    /// </summary>
    public static string Extended(string term, IReadOnlyList<string> texts)
    {
        for (var longer = term; longer.Length <= LongestTold; )
        {
            var (before, after) = (Neighbour(longer, texts, -1), Neighbour(longer, texts, longer.Length));
            if (before is null && after is null)
                return longer.Trim([.. Particles]);
            longer = $"{before}{longer}{after}";
        }
        return term.Trim([.. Particles]);
    }

    /// <summary>The character at <paramref name="offset"/> from the beginning of the term in nearly all texts that hold it; null: it is not the same.</summary>
    private static char? Neighbour(string term, IReadOnlyList<string> texts, int offset)
    {
        var counts = new Dictionary<char, int>();
        var held = 0;
        foreach (var text in texts)
        {
            var at = text.IndexOf(term, StringComparison.Ordinal);
            if (at < 0)
                continue;
            held++;
            if (at + offset >= 0 && at + offset < text.Length && text[at + offset] is >= '\u4e00' and <= '\u9fff' and var beside)
                counts[beside] = counts.GetValueOrDefault(beside) + 1;
        }
        var (best, count) = counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key).FirstOrDefault();
        return held > 0 && count >= MostlyWithin * held ? best : null;
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
