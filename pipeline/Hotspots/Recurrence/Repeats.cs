using Hotspot.Hotspots.Statistics;
using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Recurrence;

/// <summary>One unit's repeated complaints in the period (重复诉求) and after closing (返单); grain of the table <c>repeats</c>.</summary>
/// <param name="Level">city | district | street.</param>
/// <param name="Complaints">Of known callers at a known address.</param>
/// <param name="Repeats">Of these, complaints that follow one of the same caller, issue and address within 30 days.</param>
/// <param name="CallerIssues">Different caller, issue and address: what the rates are of, so that one caller's flood counts once.</param>
/// <param name="Repeated">Callers' issues that were said before; <paramref name="RepeatRate"/> is their share.</param>
/// <param name="RateLow">95 % limits of the rate (Wilson 1927).</param>
/// <param name="EbRate">Rate shrunk towards the peers of the level (Marshall 1991); null for the city.</param>
/// <param name="QValue">Of the null that the unit repeats as the rest of the city (Fisher 1935, upper tail), BH over the level; null: too few to test.</param>
/// <param name="Returned">Callers' issues that came again within 30 days after an order was closed; null where no closing is told.</param>
/// <param name="AddressIssues">Different issue and address; <paramref name="Shared"/>: of these, told before by another caller.</param>
/// <param name="Closings">Callers' issues closed in the 13 weeks that end with the period: subjects of the time to the next complaint.</param>
/// <param name="Within7">Share of them that comes again within 7 days of closing (Kaplan and Meier 1958); null without closings.</param>
/// <param name="Within30Low">95 % limits of the share within 30 days (log-log); null where it is 0 or nobody is left.</param>
public sealed record Repeat(
    string Level,
    string? District,
    string? Street,
    long Complaints,
    long Repeats,
    long CallerIssues,
    long Repeated,
    double RepeatRate,
    double RateLow,
    double RateHigh,
    double? EbRate,
    double? QValue,
    bool? IsHigh,
    long? Returned,
    long AddressIssues,
    long Shared,
    long Closings,
    double? Within7,
    double? Within30,
    double? Within30Low,
    double? Within30High
);

/// <summary>Repeat complaints by unit (METHODS f).</summary>
public static class Repeats
{
    /// <summary>A complaint of the same caller, issue and address is a repeat within so many days.</summary>
    public const int Days = 30;

    /// <summary>Units with fewer callers' issues are not tested.</summary>
    private const int LeastTested = 10;

    private const double Level = 0.05;

    /// <param name="times">Of the units' closings; may lack units.</param>
    /// <returns>City, districts, streets, as <paramref name="counts"/> are ordered.</returns>
    public static IReadOnlyList<Repeat> Run(IReadOnlyList<RepeatCounts> counts, IReadOnlyList<RepeatTime> times)
    {
        if (counts.FirstOrDefault(unit => unit.Level == "city") is not { CallerIssues: > 0 } city)
            return [];
        var curves = times.ToLookup(time => (time.Level, time.District, time.Street));
        return
        [
            .. counts
                .GroupBy(unit => unit.Level)
                .SelectMany(peers =>
                {
                    var units = peers.ToArray();
                    var prior =
                        peers.Key == "city"
                            ? null
                            : MarshallEb.Fit(
                                [.. units.Select(unit => (double)unit.Repeated)],
                                [.. units.Select(unit => (double)unit.CallerIssues)]
                            );
                    var q = Fdr.BenjaminiHochberg([.. units.Select(unit => PValue(unit, city))]);
                    return units.Select((unit, i) => Row(unit, prior, q[i], city, [.. curves[(unit.Level, unit.District, unit.Street)]]));
                }),
        ];
    }

    private static Repeat Row(RepeatCounts unit, MarshallEb? prior, double? q, RepeatCounts city, RepeatTime[] times)
    {
        var rate = (double)unit.Repeated / unit.CallerIssues;
        var (low, high) = Wilson.Interval95(unit.Repeated, unit.CallerIssues);
        var curve = KaplanMeier.Curve(times.Select(time => ((double)time.Day, time.Events, time.Left)));
        var last = curve.LastOrDefault();
        double? Within(int days) => times.Length == 0 ? null : 1 - (curve.LastOrDefault(step => step.Time <= days)?.Survival ?? 1);
        return new Repeat(
            unit.Level,
            unit.District,
            unit.Street,
            unit.Complaints,
            unit.Repeats,
            unit.CallerIssues,
            unit.Repeated,
            rate,
            low,
            high,
            prior?.Smooth(unit.Repeated, unit.CallerIssues),
            q,
            q is null ? null : q <= Level && rate * city.CallerIssues > city.Repeated,
            city.Closed > 0 ? unit.Returned : null,
            unit.AddressIssues,
            unit.Shared,
            times.Sum(time => (long)time.Events + time.Left),
            Within(7),
            Within(Days),
            Limit(last?.High),
            Limit(last?.Low)
        );
    }

    private static double? Limit(double? survival) => survival is { } share && double.IsFinite(share) ? 1 - share : null;

    private static double? PValue(RepeatCounts unit, RepeatCounts city) =>
        unit.Level == "city" || unit.CallerIssues < LeastTested || unit.CallerIssues == city.CallerIssues ? null
        : unit.Repeated == 0 ? 1
        : 1
            - Hypergeometric.CDF(
                checked((int)city.CallerIssues),
                checked((int)city.Repeated),
                checked((int)unit.CallerIssues),
                unit.Repeated - 1
            );
}
