using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// The three statistics of EARS (Hutwagner et al. 2003), for comparison only: their level is nominal. With seven clean days and α = .001 they tell
/// 1.5 to 4 % of days (<see cref="DayExcess"/> keeps it).
/// </summary>
public static class Ears
{
    private const int Baseline = 7;

    /// <summary>Days before the one tested that C2 leaves out.</summary>
    private const int Guard = 2;

    /// <summary>Mean + z(1 − α) s of the seven days before.</summary>
    public static double C1Upper(ReadOnlySpan<int> counts, int at, double alpha) => Upper(counts, at - Baseline, alpha);

    /// <summary>The same with two days left out in between.</summary>
    public static double C2Upper(ReadOnlySpan<int> counts, int at, double alpha) => Upper(counts, at - Baseline - Guard, alpha);

    /// <summary>(count − mean) ÷ s; infinite where the baseline does not vary and the count differs from it.</summary>
    public static double C2(ReadOnlySpan<int> counts, int at)
    {
        var (mean, deviation) = Moments(counts.Slice(at - Baseline - Guard, Baseline));
        var over = counts[at] - mean;
        return over == 0 ? 0 : over / deviation;
    }

    /// <summary>Σ max(0, C2 − 1) over the day and the two before it.</summary>
    public static double C3(ReadOnlySpan<int> counts, int at) =>
        Math.Max(0, C2(counts, at) - 1) + Math.Max(0, C2(counts, at - 1) - 1) + Math.Max(0, C2(counts, at - 2) - 1);

    private static double Upper(ReadOnlySpan<int> counts, int from, double alpha)
    {
        var (mean, deviation) = Moments(counts.Slice(from, Baseline));
        return mean + Normal.InvCDF(0, 1, 1 - alpha) * deviation;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<int> counts)
    {
        var (sum, square) = (0.0, 0.0);
        foreach (var count in counts)
            sum += count;
        var mean = sum / counts.Length;
        foreach (var count in counts)
            square += (count - mean) * (count - mean);
        return (mean, Math.Sqrt(square / (counts.Length - 1)));
    }
}
