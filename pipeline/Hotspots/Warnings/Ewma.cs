using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// Exponentially weighted moving average of counts against their means (Roberts 1959), on either side (METHODS g: for falls). Variance φμ of each count, and the
/// error of means that come from a baseline.
/// </summary>
/// <param name="Z">Weighted excess over its standard deviation.</param>
/// <param name="PValue">
/// Two-sided. A fall by the normal tail, which is too long for sums of counts, a rise by a gamma of the same mean and variance, for theirs is longer.
/// </param>
/// <param name="Since">First value since the average was last on the other side.</param>
public readonly record struct Ewma(double Z, double PValue, int Since)
{
    /// <summary>Weight of the newest value.</summary>
    public const double Lambda = 0.1;

    /// <param name="means">Positive.</param>
    /// <param name="baseline">Cases behind the means.</param>
    public static Ewma Of(IReadOnlyList<double> counts, IReadOnlyList<double> means, double phi, double baseline)
    {
        var (seen, expected, variance, since) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < counts.Count; i++)
        {
            var before = Math.Sign(seen - expected);
            seen = Lambda * counts[i] + (1 - Lambda) * seen;
            expected = Lambda * means[i] + (1 - Lambda) * expected;
            variance = Lambda * Lambda * phi * means[i] + (1 - Lambda) * (1 - Lambda) * variance;
            if (Math.Sign(seen - expected) != before)
                since = i;
        }
        variance += expected * expected * phi / baseline;
        var z = (seen - expected) / Math.Sqrt(variance);
        var tail = z < 0 ? Normal.CDF(0, 1, z) : 1 - Gamma.CDF(expected * expected / variance, expected / variance, seen);
        return new Ewma(z, Math.Min(1, 2 * tail), since);
    }
}
