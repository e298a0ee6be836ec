using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>Units whose hours the test states one by one; the period is a week that begins on a Monday.</summary>
internal static class SomeHours
{
    public static readonly DateOnly From = new(2025, 4, 21);
    public static readonly DateOnly LastDay = From.AddDays(6);

    /// <param name="counts">Incidents of the hours that have some; each is one report.</param>
    public static DayHours Day(DateOnly day, DayKind kind, params ReadOnlySpan<(int Hour, int Incidents)> counts)
    {
        var hours = new int[24];
        foreach (var (hour, incidents) in counts)
            hours[hour] += incidents;
        return new DayHours(day, kind, hours, hours);
    }

    /// <summary>Working days that end with the period.</summary>
    /// <param name="incidents">Of a day, 0 the first of the period, and an hour.</param>
    public static HourScope Scope(int days, Func<int, int, int> incidents, string level = "district", string name = "朝阳区") =>
        new(
            level,
            name,
            [
                .. Enumerable
                    .Range(7 - days, days)
                    .Select(day =>
                    {
                        int[] hours = [.. Enumerable.Range(0, 24).Select(hour => incidents(day, hour))];
                        return new DayHours(From.AddDays(day), DayKind.Workday, hours, hours);
                    }),
            ]
        );

    /// <summary>Four units out of order; as results have them: the city, a district, two streets.</summary>
    public static HourScope[] OutOfOrder(int days, Func<int, int, int> incidents) =>
        [
            Scope(days, incidents, "street", "b"),
            Scope(days, incidents, "district", "c"),
            Scope(days, incidents, "street", "a"),
            Scope(days, incidents, "city", "d"),
        ];

    public static readonly IReadOnlyList<(string Level, string Name)> InOrder =
    [
        ("city", "d"),
        ("district", "c"),
        ("street", "a"),
        ("street", "b"),
    ];
}
