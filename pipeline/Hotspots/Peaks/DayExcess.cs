using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>
/// One day against eight earlier days of its kind, the two days just before it left out (METHODS g): C2 of EARS with the conditional binomial in place of
/// the normal, negative binomial where the days vary more than Poisson counts.
/// </summary>
public static class DayExcess
{
    public const int Baseline = 8;

    /// <summary>Days just before the one tested that may be part of what it tells.</summary>
    public const int Guard = 2;

    public const double Level = 0.001;

    /// <summary>Eight Poisson days seldom seem to vary more; below it their own φ says nothing.</summary>
    private const double OwnPhi = 1.5;

    /// <param name="earlier">Counts of the earlier days.</param>
    /// <param name="leastPhi">What is known of φ from more days than these.</param>
    /// <param name="season">How much more is expected of the day than of these; <paramref name="least"/> cases in any case.</param>
    public static Exceedance Of(long observed, ReadOnlySpan<int> earlier, double leastPhi = 1, double season = 1, double least = 0)
    {
        var (sum, n) = (0L, earlier.Length);
        foreach (var count in earlier)
            sum += count;
        var mean = (double)sum / n;
        var square = 0.0;
        foreach (var count in earlier)
            square += (count - mean) * (count - mean);
        var own = sum == 0 ? 1 : square / mean / (n - 1);
        return Exceedance.Of(observed, Math.Max(mean * season, least), Math.Max(leastPhi, own > OwnPhi ? own : 1), season / n, Level);
    }
}
