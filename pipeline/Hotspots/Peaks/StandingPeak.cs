using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Peaks;

/// <summary>
/// Day-clustered test of one hour against a profile π (METHODS a2): δ_d = N_dh − π_h·N_d over days, T = mean ÷ (sd/√D), one-sided p of
/// t with D − 1 degrees of freedom. Bursts and duplicates stay inside their day, which a pooled binomial takes for evidence.
/// </summary>
internal static class StandingPeak
{
    public static double Test(IReadOnlyList<DayHours> days, int hour, double share)
    {
        double sum = 0;
        double squares = 0;
        foreach (var day in days)
        {
            var delta = day.Incidents[hour] - share * day.Incidents.Sum();
            sum += delta;
            squares += delta * delta;
        }
        var mean = sum / days.Count;
        var variance = Math.Max(0, squares - sum * mean) / (days.Count - 1);
        // Days all alike: no doubt is left either way.
        if (variance <= 1e-12 * (1 + mean * mean))
            return mean > 1e-9 ? 0 : 1;
        return StudentT.CDF(0, 1, days.Count - 1, -mean / Math.Sqrt(variance / days.Count));
    }
}
