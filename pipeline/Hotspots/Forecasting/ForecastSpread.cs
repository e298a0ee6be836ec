using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>
/// How far counts lie from their forecasts: variance = φμ + κμ², from forecasts of the past and what came (φ ≥ 1, κ ≥ 0; weighted least squares of the squared
/// errors). The counts are taken for negative binomial.
/// </summary>
internal sealed record ForecastSpread(double Phi, double Kappa)
{
    /// <summary>Fewer pairs tell φ alone.</summary>
    private const int LeastPairs = 100;

    /// <summary>Weights from the fit before; more rounds change nothing.</summary>
    private const int Rounds = 3;

    public static ForecastSpread Of(IReadOnlyCollection<(double Mean, double Actual)> pairs)
    {
        var known = pairs
            .Where(pair => pair.Mean > 0)
            .Select(pair => (pair.Mean, Ratio: Math.Pow(pair.Actual - pair.Mean, 2) / pair.Mean))
            .ToList();
        if (known.Count == 0)
            return new ForecastSpread(1, 0);
        var spread = new ForecastSpread(Math.Max(1, known.Average(pair => pair.Ratio)), 0);
        for (var round = 0; round < Rounds && known.Count >= LeastPairs; round++)
            spread = Line(known, spread);
        return spread;
    }

    private static ForecastSpread Line(List<(double Mean, double Ratio)> known, ForecastSpread before)
    {
        // Ratio = φ + κ μ + error, whose standard deviation goes with φ + κ μ itself.
        var (w, wx, wxx, wy, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (mean, ratio) in known)
        {
            var weight = 1 / Math.Pow(before.Dispersion(mean), 2);
            w += weight;
            wx += weight * mean;
            wxx += weight * mean * mean;
            wy += weight * ratio;
            wxy += weight * mean * ratio;
        }
        var determinant = w * wxx - wx * wx;
        var kappa = determinant > 1e-9 * w * wxx ? (w * wxy - wx * wy) / determinant : 0;
        var phi = (wy - kappa * wx) / w;
        if (phi < 1)
            (phi, kappa) = (1, (wxy - wx) / wxx);
        return kappa < 0 ? new ForecastSpread(Math.Max(1, wy / w), 0) : new ForecastSpread(phi, kappa);
    }

    /// <summary>Variance over mean.</summary>
    public double Dispersion(double mean) => Phi + Kappa * mean;

    /// <summary>Smallest count that is not exceeded with this chance.</summary>
    public long Quantile(double chance, double mean) => mean <= 0 ? 0 : CountTail.Quantile(1 - chance, mean, Dispersion(mean));
}
