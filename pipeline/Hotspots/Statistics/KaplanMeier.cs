namespace Hotspot.Hotspots.Statistics;

/// <summary>The curve just after one time at which something happened.</summary>
/// <param name="AtRisk">Observed up to just before this time.</param>
/// <param name="Survival">Share to whom nothing has happened yet.</param>
/// <param name="Error">Standard error of that share by Greenwood 1926; 0 where nobody is left.</param>
/// <param name="Low">Limits on the scale log(−log S), so that they stay within 0 and 1; NaN where the share is 0.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, double Survival, double Error, double Low, double High);

/// <summary>Time to an event, such as the next complaint of the same caller, when some are still waiting (Kaplan and Meier 1958).</summary>
public static class KaplanMeier
{
    /// <param name="time">Of each subject, to its event or to the end of its observation; one unit for all (days).</param>
    /// <param name="happened">False: observation ended before anything happened. Who leaves at a time is still at risk at it.</param>
    /// <returns>One step for each time with an event, ascending.</returns>
    public static SurvivalStep[] Curve(IReadOnlyList<double> time, IReadOnlyList<bool> happened) =>
        time.Count == happened.Count
            ? Curve(
                Enumerable
                    .Range(0, time.Count)
                    .GroupBy(i => time[i])
                    .Select(same => (same.Key, same.Count(i => happened[i]), same.Count(i => !happened[i])))
            )
            : throw new ArgumentException($"{time.Count} times and {happened.Count} outcomes do not match");

    /// <param name="times">Each time once, in any order: subjects with an event at it, and subjects whose observation ended at it without one.</param>
    public static SurvivalStep[] Curve(IEnumerable<(double Time, int Events, int Left)> times)
    {
        const double z = 1.959963984540054;
        var ordered = times.OrderBy(one => one.Time).ToArray();
        var steps = new List<SurvivalStep>();
        var atRisk = ordered.Sum(one => one.Events + one.Left);
        var (survival, greenwood) = (1.0, 0.0);
        foreach (var (time, events, left) in ordered)
        {
            if (events > 0)
            {
                survival *= 1 - (double)events / atRisk;
                greenwood += (double)events / atRisk / (atRisk - events);
                var log = Math.Log(survival);
                var half = z * Math.Sqrt(greenwood) / Math.Abs(log);
                steps.Add(
                    new SurvivalStep(
                        time,
                        atRisk,
                        events,
                        survival,
                        survival > 0 ? survival * Math.Sqrt(greenwood) : 0,
                        survival > 0 ? Math.Exp(log * Math.Exp(half)) : double.NaN,
                        survival > 0 ? Math.Exp(log * Math.Exp(-half)) : double.NaN
                    )
                );
            }
            atRisk -= events + left;
        }
        return [.. steps];
    }

    /// <summary>The first time at which the share of those to whom nothing has happened is at most this; null: it never falls so far.</summary>
    public static double? Quantile(IReadOnlyList<SurvivalStep> curve, double survival = 0.5) =>
        curve.FirstOrDefault(step => step.Survival <= survival + 1e-12)?.Time;
}
