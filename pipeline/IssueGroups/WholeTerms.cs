using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>Which runs of characters are words of their own, and which only pieces of longer ones: 天烧 of 露天烧烤.</summary>
internal static class WholeTerms
{
    /// <summary>A run is a piece where a run longer by one character stands in so large a share of what holds it.</summary>
    private const double MostlyWithin = 0.8;
    private const int LongestTold = 12;

    /// <summary>Different neighbours that a word has on either side; of fewer texts all.</summary>
    private const int LeastVariety = 3;

    /// <summary>Before a term it tells nothing: 有人露天烧烤.</summary>
    private const string Somebody = "有人";

    /// <summary>At either end of a term they tell nothing.</summary>
    private static readonly char[] Particles = [.. "的了是在有和与及也都就被把给让从对为"];

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
    /// 划定疏导 → 希望划定疏导点, 动摊贩占道 → 流动摊贩占道: carried on by the characters that stand beside it nearly wherever it stands. Empty where that has
    /// no end soon: it is a piece of something longer.
    /// </summary>
    public static string Extended(string term, IReadOnlyList<string> texts)
    {
        var whole = Bounded(Grown(Grown(term, texts, isForward: true), texts, isForward: false), texts);
        return (whole.StartsWith(Somebody, StringComparison.Ordinal) ? whole[Somebody.Length..] : whole).Trim(Particles);
    }

    /// <summary>
    /// Without what is the end of a longer word before it or the beginning of one behind it: a word stands beside many different characters, a piece of words
    /// beside few (accessor variety; Feng, Chen, Deng and Zheng 2004, Computational Linguistics 30). Pauses and ends of texts count each time.
    /// </summary>
    private static string Bounded(string term, IReadOnlyList<string> texts)
    {
        while (term.Length > 1)
        {
            var (before, behind, held) = (new List<char>(), new List<char>(), 0);
            foreach (var text in texts)
            {
                var at = text.IndexOf(term, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                held++;
                before.Add(at == 0 ? ' ' : text[at - 1]);
                behind.Add(at + term.Length == text.Length ? ' ' : text[at + term.Length]);
            }
            if (held == 0)
                return "";
            var least = Math.Min(LeastVariety, held);
            if (Variety(before) < least)
                term = term[1..];
            else if (Variety(behind) < least)
                term = term[..^1];
            else
                return term;
        }
        return "";
    }

    private static int Variety(List<char> beside) => beside.Where(IsHan).Distinct().Count() + beside.Count(character => !IsHan(character));

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';

    private static string Grown(string term, IReadOnlyList<string> texts, bool isForward)
    {
        for (var longer = term; longer.Length is > 0 and <= LongestTold; )
        {
            var counts = new Dictionary<char, int>();
            var held = 0;
            foreach (var text in texts)
            {
                var at = text.IndexOf(longer, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                held++;
                var beside = isForward ? at + longer.Length : at - 1;
                if (beside >= 0 && beside < text.Length && text[beside] is var character && IsHan(character))
                    counts[character] = counts.GetValueOrDefault(character) + 1;
            }
            var (best, count) = counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key).FirstOrDefault();
            if (held == 0 || count < MostlyWithin * held)
                return longer;
            longer = isForward ? longer + best : best + longer;
        }
        return "";
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
