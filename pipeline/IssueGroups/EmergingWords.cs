using Hotspot.Hotspots.Statistics;
using Hotspot.Texts;
using MathNet.Numerics.Distributions;

namespace Hotspot.IssueGroups;

/// <summary>
/// A run of two to four characters that the matters of the period speak of more than those of the weeks before, told with the characters that nearly
/// all of them set beside it; the counts are those of the run.
/// </summary>
/// <param name="Matters">Of the period that hold it: a matter counts once, however many people report it.</param>
/// <param name="Expected">As many as the weeks before would let expect.</param>
/// <param name="Z">Log-odds ÷ its standard error.</param>
public sealed record EmergingWord(
    string Word,
    long Matters,
    long MattersBefore,
    double Expected,
    double LogOdds,
    double Z,
    double PValue,
    double QValue
);

/// <summary>
/// Emerging words (METHODS i): log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Political Analysis 16, eq. 16–22), one-sided,
/// Benjamini–Hochberg over all words that were tested. The unit is the matter, by its first complaint, so that one neighbourhood cannot make a word emerge.
/// </summary>
public static class EmergingWords
{
    /// <summary>Words of fewer matters of the period are not tested.</summary>
    public const int LeastMatters = 5;

    /// <summary>With fewer matters before nothing is known of how people usually speak.</summary>
    public const int LeastBefore = 200;

    public const double MostQ = 0.05;
    private const double LeastRatio = 1.5;

    /// <summary>Words that are carried on to their ends: each is looked for in all texts of the period.</summary>
    private const int MostLooked = 40;

    /// <summary>The prior weighs as much as so many matters.</summary>
    private const double PriorMatters = 100;

    /// <param name="texts">First complaints of matters, of the period and before; may be asked for twice, in the same order.</param>
    /// <param name="most">Words that are told.</param>
    /// <returns>Most telling first, none part of another; null: too few matters before.</returns>
    public static IReadOnlyList<EmergingWord>? Run(IReadOnlyList<SaidText> texts, Boilerplate boilerplate, int most)
    {
        var reader = new TermReader(boilerplate, MatterWords.None);
        var before = texts.Count(text => !text.IsNow);
        if (before < LeastBefore)
            return null;
        var now = texts.Count - before;
        var counts = new Dictionary<ulong, (int Now, int Before)>();
        foreach (var text in texts.Where(text => text.IsNow))
        {
            foreach (var term in reader.Terms(text))
                counts[term] = (counts.GetValueOrDefault(term).Now + 1, 0);
        }
        foreach (var rare in counts.Where(term => term.Value.Now < LeastMatters).Select(term => term.Key).ToList())
            counts.Remove(rare);
        foreach (var text in texts.Where(text => !text.IsNow))
        {
            foreach (var term in reader.Terms(text))
            {
                if (counts.TryGetValue(term, out var known))
                    counts[term] = (known.Now, known.Before + 1);
            }
        }
        var tested = counts
            .OrderBy(term => term.Key)
            .Select(term => Test(term.Key, term.Value.Now, term.Value.Before, now, before))
            .ToList();
        var q = Fdr.OfAll([.. tested.Select(word => word.PValue)]);
        var pieces = WholeTerms.Pieces(tested.ToDictionary(word => word.Word, word => (int)word.Matters, StringComparer.Ordinal));
        var found = tested
            .Select((word, i) => word with { QValue = q[i] })
            .Where(word => !pieces.Contains(word.Word) && word.QValue <= MostQ && word.Matters >= LeastRatio * word.Expected)
            .OrderByDescending(word => word.Z)
            .ThenByDescending(word => word.Word.Length)
            .ThenBy(word => word.Word, StringComparer.Ordinal);
        var said = texts.Where(text => text.IsNow).SelectMany(text => text.Said).ToList();
        return
        [
            .. WholeTerms
                .Apart(
                    found
                        .Take(MostLooked)
                        .Select(word => word with { Word = WholeTerms.Extended(word.Word, said) })
                        .Where(word => word.Word.Length > 1),
                    word => word.Word
                )
                .Take(most),
        ];
    }

    /// <param name="y">Matters with the word now, of <paramref name="n"/>; before, of <paramref name="m"/>.</param>
    internal static EmergingWord Test(ulong term, int y, int before, int n, int m)
    {
        var prior = PriorMatters * (y + before) / (n + m);
        double Odds(double count, double all) => Math.Log((count + prior) / (all + PriorMatters - count - prior));
        var logOdds = Odds(y, n) - Odds(before, m);
        var z = logOdds / Math.Sqrt(1 / (y + prior) + 1 / (before + prior));
        var p = Normal.CDF(0, 1, -z);
        return new EmergingWord(CharGrams.TextOf(term), y, before, (double)before * n / m, Math.Round(logOdds, 6), Math.Round(z, 6), p, p);
    }
}
