using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>
/// The naive expectation for the next period (METHODS h, M0): the mean of the last four complete ones. The 80 % limits are those of a normal
/// with the spread of the four, at least Poisson's, widened by the error of the mean itself: ± z √(φ m (1 + 1/4)), z = 1.2816.
/// </summary>
public sealed record NaiveForecast(double Mean, double Low, double High)
{
    public const int Periods = 4;
    private const double Z80 = 1.2815515655446004;

    /// <param name="complete">Counts of complete periods, oldest first.</param>
    /// <returns>Null: fewer than four.</returns>
    public static NaiveForecast? Of(IReadOnlyList<long> complete)
    {
        if (complete.Count < Periods)
            return null;
        long[] last = [.. complete.TakeLast(Periods)];
        var mean = last.Average();
        var spread = Z80 * Math.Sqrt(mean * Dispersion.OfSeries(last) * (1 + 1.0 / Periods));
        return new NaiveForecast(mean, Math.Max(0, mean - spread), mean + spread);
    }
}
