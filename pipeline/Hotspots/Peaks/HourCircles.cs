using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>Where on the clock the incidents of a unit lie; grain of the table <c>hour_circles</c>.</summary>
/// <param name="MeanHour">0–24; null unless there is one peak, significantly: of two peaks the mean is an hour at which nothing happens.</param>
/// <param name="Resultant">R̄ of order 1, 0–1; <paramref name="Second"/> and <paramref name="Third"/> are those of orders 2 and 3.</param>
/// <param name="RayleighP">Of the null that all hours are alike.</param>
/// <param name="Kappa">Concentration of the von Mises law; null where all are in one hour.</param>
public sealed record HourCircle(
    string ScopeLevel,
    string Scope,
    string DayKind,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Incidents,
    double? MeanHour,
    double Resultant,
    double Second,
    double Third,
    double RayleighP,
    double? Kappa
);

/// <summary>Circular summaries (METHODS a4) over the days of the standing-peak test.</summary>
public static class HourCircles
{
    /// <returns>Sorted by level, scope, day kind; units with too few incidents are left out.</returns>
    public static IReadOnlyList<HourCircle> Run(IReadOnlyList<HourScope> scopes, DateOnly from, DateOnly lastDay, PeakSettings settings) =>
        [
            .. scopes
                .OrderBy(scope => scope.Level, StringComparer.Ordinal)
                .ThenBy(scope => scope.Scope, StringComparer.Ordinal)
                .SelectMany(scope => TestDays.Kinds.Select(kind => (Scope: scope, Days: TestDays.Of(scope, kind, from, lastDay, settings))))
                .Select(unit => Of(unit.Scope, unit.Days, lastDay, settings))
                .OfType<HourCircle>(),
        ];

    private static HourCircle? Of(HourScope scope, TestDays days, DateOnly lastDay, PeakSettings settings)
    {
        var counts = TestDays.Sum(days.Standing);
        if (counts.Sum() < settings.LeastIncidents)
            return null;
        // Binned: every incident of an hour stands in its middle.
        var circle = Circular.OfCounts(counts.Select((count, hour) => (hour + 0.5, count)))!;
        return new HourCircle(
            scope.Level,
            scope.Scope,
            days.Kind,
            days.StandingFrom,
            lastDay,
            circle.Count,
            circle.HasOnePeak && circle.RayleighP <= settings.Level ? circle.MeanHour : null,
            circle.Resultant,
            circle.Second,
            circle.Third,
            circle.RayleighP,
            double.IsFinite(circle.Kappa) ? circle.Kappa : null
        );
    }
}
