using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>
/// Names that no rule knows: a logistic regression over the signs of each place where a name could stand (<see cref="NameCandidates"/>),
/// learned from invented sentences with swapped names (tests/Benchmarks/names.cs). The rules go on beside it: a name is hidden where either says so.
/// </summary>
internal static class NameJudge
{
    /// <summary>Chosen on sentences that were not learned from (pipeline/MEASURED.md): lower, one name in a hundred more is hidden and one text in a hundred more is torn.</summary>
    public const double Level = 0.5;

    private const string Settlements = "村镇乡庄屯营堡疃峪坟窑";

    /// <summary>Below them what later signs could add has saved no name of the sentences: after one look, and before words are looked up.</summary>
    private const double LeastOfLook = -2.5;
    private const double LeastOfFirst = -2;

    public static void Hide(ref MaskBuffer buffer, NameWeights weights, double level)
    {
        var least = Math.Log(level / (1 - level));
        Span<int> ends = stackalloc int[4];
        Span<int> signs = stackalloc int[NameCandidates.MostSigns];
        // Where the best candidate so far ends; a better one that overlaps takes its place.
        var (bestStart, bestEnd, best) = (-1, -1, double.NegativeInfinity);
        var view = buffer.View;
        for (var at = 0; at < view.Length; at++)
        {
            if (bestEnd >= 0 && at >= bestEnd)
            {
                HideEverywhere(ref buffer, bestStart, bestEnd);
                view = buffer.View;
                (bestStart, bestEnd, best) = (-1, -1, double.NegativeInfinity);
            }
            if ((Signs.Of(view[at]) & (Sign.Surname | Sign.RareSurname | Sign.Given)) == 0 && !NameCandidates.IsGivenBehind(view, at))
                continue;
            var count = NameCandidates.At(view, at, ends, out var opening);
            for (var i = 0; i < count; i++)
            {
                var score = weights.Bias + weights.Sum(signs[..NameCandidates.Look(view, opening, ends[i], signs)]);
                if (score < LeastOfLook)
                    continue;
                score += weights.Sum(signs[..NameCandidates.First(view, opening, ends[i], signs)]);
                if (score < LeastOfFirst)
                    continue;
                score += weights.Sum(signs[..NameCandidates.Rest(view, opening, ends[i], signs)]);
                if (score >= least && score > best && !IsBoard(view, at, ends[i]) && !IsPlace(view, at, ends[i]))
                    (bestStart, bestEnd, best) = (IsDiminutive(view, at, ends[i]) ? at - 1 : at, ends[i], score);
            }
        }
        if (bestEnd >= 0)
            HideEverywhere(ref buffer, bestStart, bestEnd);
    }

    /// <summary>Once known, a name of three characters is hidden wherever it recurs; two may be a word elsewhere.</summary>
    private static void HideEverywhere(ref MaskBuffer buffer, int start, int end)
    {
        buffer.Hide(start, end);
        if (end - start > 2)
            buffer.HideAll(buffer.Text[start..end]);
    }

    /// <summary>王村, 李桥镇 between marks, where nothing announces a name.</summary>
    private static bool IsPlace(ReadOnlySpan<char> view, int start, int end) =>
        Settlements.Contains(view[end - 1])
        && Digit.IsMark(view, end)
        && NameWords.Labels.LengthBefore(view[..start].TrimEnd("：: "), 4) == 0;

    /// <summary>店名叫白先生, 写着“老郑家”, 李师傅修车铺: the name of a shop, which stays.</summary>
    private static bool IsBoard(ReadOnlySpan<char> view, int start, int end)
    {
        var title = end < view.Length ? NameWords.Titles.LengthAt(view[end..]) : 0;
        start -= IsDiminutive(view, start, end) ? 1 : 0;
        return NameWords.IsSign(view, start, end + title) || (title > 0 && NameWords.IsShop(view, end + title));
    }

    /// <summary>老聂, 小秦.</summary>
    private static bool IsDiminutive(ReadOnlySpan<char> view, int at, int end) =>
        at > 0 && end - at == 1 && NameCandidates.Diminutives.Contains(view[at - 1]);
}
