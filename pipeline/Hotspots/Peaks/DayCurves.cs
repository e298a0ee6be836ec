namespace Hotspot.Hotspots.Peaks;

/// <summary>An average day of one kind in the whole city: what the hours of such days hold.</summary>
/// <param name="DayKind">workday | weekend | holiday.</param>
/// <param name="Days">Days of the kind counted, from <paramref name="FromOn"/> to the last day of the period.</param>
/// <param name="Complaints">Sums by hour, 24 numbers.</param>
public sealed record DayCurve(string DayKind, DateOnly FromOn, int Days, IReadOnlyList<long> Complaints)
{
    public IReadOnlyList<double> Means => [.. Complaints.Select(sum => (double)sum / Days)];
}

/// <summary>Average days over the days of the standing-peak test (<see cref="TestDays"/>); described, not tested.</summary>
public static class DayCurves
{
    /// <summary>Of fewer days there is no average day.</summary>
    private const int LeastDays = 3;

    public static IReadOnlyList<DayCurve> Run(IReadOnlyList<HourScope> scopes, DateOnly from, DateOnly lastDay, PeakSettings settings) =>
        scopes.FirstOrDefault(scope => scope.Level == "city") is not { } city
            ? []
            :
            [
                .. TestDays
                    .Kinds.Where(kind => kind != "all")
                    .Select(kind => TestDays.Of(city, kind, from, lastDay, settings))
                    .Where(days => days.Standing.Count >= LeastDays)
                    .Select(days => new DayCurve(days.Kind, days.StandingFrom, days.Standing.Count, Sum(days.Standing))),
            ];

    private static long[] Sum(IReadOnlyList<DayHours> days) =>
        [.. Enumerable.Range(0, 24).Select(hour => days.Sum(day => (long)day.Complaints[hour]))];
}
