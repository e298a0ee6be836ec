using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>
/// Is an area busier than its own past says, given how busy the whole city is (METHODS b2, b4)? E = its baseline × city now ÷ city
/// baseline. The tail is exact and counts the baseline's own chance too: with b cases behind it the count now is negative binomial,
/// mean (b + ½)w and variance (1 + w)φ times the mean (gamma–Poisson predictive with Jeffreys' half case, w = city now ÷ city baseline),
/// so that one case where there never was one is not "infinitely" hot. As w → 0 and φ = 1 this is the Poisson tail of E.
/// </summary>
/// <param name="Scale">w; 0 where there is no baseline.</param>
/// <param name="Smoothed">Empirical-Bayes observed ÷ expected, what maps compare; it is no multiple of the usual where nothing was: <see cref="Ratio"/>.</param>
internal sealed record Heat(double Scale, double?[] Expected, double?[] Smoothed, double?[] Q)
{
    /// <summary>How many times the usual; null where the usual is nothing, or not known.</summary>
    public double? Ratio(int i) => Expected[i] > 0 ? Smoothed[i] : null;

    public static Heat Of(AreaCounts[] rows, double[]? phi)
    {
        var expected = new double?[rows.Length];
        var smoothed = new double?[rows.Length];
        var p = new double?[rows.Length];
        var known = Enumerable.Range(0, rows.Length).Where(i => rows[i].Baseline is not null).ToArray();
        var past = known.Sum(i => (double)rows[i].Baseline!.Value);
        if (past <= 0)
            return new Heat(0, expected, smoothed, p);

        var scale = known.Sum(i => (double)rows[i].Incidents) / past;
        foreach (var i in known)
        {
            expected[i] = rows[i].Baseline!.Value * scale;
            if (phi is not null)
                p[i] = Tail(rows[i].Incidents, rows[i].Baseline!.Value, phi[i], scale).Upper;
        }
        var observed = known.Select(i => (double)rows[i].Incidents).ToArray();
        var exposure = known.Select(i => expected[i]!.Value).ToArray();
        if (MarshallEb.Fit(observed, exposure) is { } prior)
        {
            for (var k = 0; k < known.Length; k++)
                smoothed[known[k]] = prior.Smooth(observed[k], exposure[k]);
        }
        return new Heat(scale, expected, smoothed, Fdr.BenjaminiHochberg(p));
    }

    /// <summary>Tails of a count against its own baseline; it may be that of several areas together.</summary>
    public LocalCount Tail(long count, long baseline, double phi) => Tail(count, baseline, phi, Scale);

    private static LocalCount Tail(long count, long baseline, double phi, double scale) =>
        LocalCount.Of(double.NaN, isNormal: false, count, (baseline + 0.5) * scale, (1 + scale) * phi);
}
