using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Statistics;

/// <param name="Z">Gi* of the unit; NaN where its neighbourhood is the whole map.</param>
/// <param name="Upper">P of as many or more in the neighbourhood by chance.</param>
/// <param name="Lower">P of as many or fewer.</param>
public readonly record struct LocalCount(double Z, double Upper, double Lower)
{
    /// <summary>Two-sided: twice the smaller tail, at most 1.</summary>
    public double PValue => Math.Min(1, 2 * Math.Min(Upper, Lower));

    /// <summary>Beyond chance only where both tests say so: the larger of each tail.</summary>
    internal LocalCount AndOf(LocalCount other) => new(Z, Math.Max(Upper, other.Upper), Math.Max(Lower, other.Lower));

    /// <param name="mean">What the neighbourhood should hold.</param>
    /// <param name="isNormal">The tails of z are good enough; else those of the count, Poisson or negative binomial.</param>
    internal static LocalCount Of(double z, bool isNormal, long count, double mean, double dispersion) =>
        isNormal
            ? new LocalCount(z, Normal.CDF(0, 1, -z), Normal.CDF(0, 1, z))
            : new LocalCount(
                z,
                CountTail.NegativeBinomial(count, mean, dispersion),
                1 - CountTail.NegativeBinomial(count + 1, mean, dispersion)
            );
}

/// <summary>Local statistic Gi* (Ord and Getis 1995, eq. 14): is the sum over a unit and its neighbours high, or low, for this map?</summary>
public static class GetisOrd
{
    /// <summary>Below this expectation in a neighbourhood the normal law gives false hot cells by the hundred, and the exact tail is taken.</summary>
    public const double LeastNormal = 20;

    /// <summary>
    /// z = (Σwx − Wx̄)/(s√((nS1 − W²)/(n − 1))), w = 1 for the unit itself and its neighbours, W = S1 = their number, s² = Σx²/n − x̄². The z of weights
    /// scaled by a constant (row-standardised) is the same, so binary ones lose nothing.
    /// </summary>
    /// <returns>NaN where all values are equal, and for a unit whose neighbourhood is the whole map.</returns>
    public static double[] Star(ReadOnlySpan<double> values, Adjacency map)
    {
        var n = values.Length;
        Require(n == map.Units, n, map);
        double mean = 0;
        foreach (var value in values)
            mean += value / n;
        // About the mean: Σx²/n − x̄² would cancel for large values.
        double variance = 0;
        foreach (var value in values)
            variance += (value - mean) * (value - mean) / n;
        // Equal values leave what rounding makes of their mean.
        if (variance <= 1e-24 * mean * mean)
            variance = 0;
        var z = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = values[i] - mean;
            foreach (var j in map.Of(i))
                sum += values[j] - mean;
            z[i] = Score(sum, map.Of(i).Length + 1, n, variance);
        }
        return z;
    }

    /// <summary>The equation for binary weights.</summary>
    /// <param name="excess">Σwx − Wx̄.</param>
    /// <param name="w">W, units of the neighbourhood, of <paramref name="n"/> in all.</param>
    internal static double Score(double excess, double w, double n, double variance)
    {
        var free = w * (n - w) / (n - 1);
        return free > 0 && variance > 0 ? excess / Math.Sqrt(variance * free) : double.NaN;
    }

    /// <summary>
    /// Counts against what their neighbourhoods should hold. z is Gi* of count ÷ expected; tails are normal where the neighbourhood's expectation is at
    /// least <see cref="LeastNormal"/>, and else those of the count itself: Poisson, or negative binomial where counts vary more than chance.
    /// </summary>
    /// <param name="expected">Of each unit, positive: share of exposure, or its own past.</param>
    /// <param name="dispersion">φ, variance over mean of such a sum; at most 1 is Poisson.</param>
    public static LocalCount[] Counts(ReadOnlySpan<long> counts, ReadOnlySpan<double> expected, Adjacency map, double dispersion = 1)
    {
        Require(counts.Length == map.Units && expected.Length == map.Units, counts.Length, map);
        var ratio = new double[counts.Length];
        for (var i = 0; i < ratio.Length; i++)
            ratio[i] = counts[i] / expected[i];
        var z = Star(ratio, map);
        var result = new LocalCount[ratio.Length];
        for (var i = 0; i < ratio.Length; i++)
        {
            var (count, mean) = (counts[i], expected[i]);
            foreach (var j in map.Of(i))
                (count, mean) = (count + counts[j], mean + expected[j]);
            result[i] = LocalCount.Of(z[i], mean >= LeastNormal && !double.IsNaN(z[i]), count, mean, dispersion);
        }
        return result;
    }

    private static void Require(bool fits, int values, Adjacency map)
    {
        if (!fits)
            throw new ArgumentException($"{values} values do not match a map of {map.Units} units");
    }
}
