namespace Hotspot.Hotspots.Statistics;

/// <summary>Likelihood ratios of scans and what makes a p-value of them.</summary>
internal static class ScanStatistic
{
    private const double EulerMascheroni = 0.5772156649015329;

    /// <summary>Kulldorff 1997: c ln(c/E) + (C − c) ln((C − c)/(C − E)) where more than expected was seen, else 0.</summary>
    public static double Llr(double count, double expected, double total)
    {
        if (count <= expected)
            return 0;
        if (expected <= 0)
            return double.PositiveInfinity;
        var outside = count < total ? (total - count) * Math.Log((total - count) / (total - expected)) : 0;
        return count * Math.Log(count / expected) + outside;
    }

    /// <summary>
    /// P(max ≥ observed): the Monte-Carlo rank (1 + #)/(S + 1), ties counted; where fewer than five replicas reach the observed, the tail
    /// of a Gumbel law fitted by moments (Abrams, Kulldorff and Kleinman 2010), never above the rank. The tail tells how far below
    /// <paramref name="level"/> a rank lies, never that it does: of a small city many maxima are zero, and no Gumbel law fits them.
    /// </summary>
    public static double PValue(double observed, IReadOnlyList<double> maxima, double level)
    {
        var reached = maxima.Count(max => max >= observed - 1e-9 * Math.Abs(observed));
        var rank = (1.0 + reached) / (maxima.Count + 1);
        var mean = maxima.Average();
        var variance = maxima.Sum(max => (max - mean) * (max - mean)) / Math.Max(1, maxima.Count - 1);
        if (reached >= 5 || rank > level || variance <= 0)
            return rank;
        var scale = Math.Sqrt(6 * variance) / Math.PI;
        var location = mean - EulerMascheroni * scale;
        var tail = -Math.Exp(-(observed - location) / scale);
        return Math.Min(rank, tail > -1e-8 ? -tail : 1 - Math.Exp(tail));
    }
}
