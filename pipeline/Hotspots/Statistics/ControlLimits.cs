namespace Hotspot.Hotspots.Statistics;

/// <summary>Shewhart limits of a row of counts: mean ± 2 standard deviations of the earlier counts, never tighter than Poisson's, never below zero.</summary>
public sealed record ControlLimits(double Centre, double Low, double High)
{
    /// <param name="earlier">Counts of the periods before, at least two.</param>
    public static ControlLimits Of(IReadOnlyList<long> earlier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier.Count, 2);
        var mean = earlier.Average();
        var deviation = Math.Sqrt(mean * Dispersion.OfSeries(earlier));
        return new ControlLimits(mean, Math.Max(0, mean - 2 * deviation), mean + 2 * deviation);
    }
}
