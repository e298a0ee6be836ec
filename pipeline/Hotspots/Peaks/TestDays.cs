using Hotspot.Calendar;

namespace Hotspot.Hotspots.Peaks;

/// <summary>The days of one scope and one day kind, sorted into the period, the window of the standing-peak test, and the weeks before.</summary>
/// <param name="Period">Days in the period.</param>
/// <param name="Standing">The period's own days where they suffice, else the trailing eight weeks that end with it.</param>
/// <param name="Before">The eight weeks before the period.</param>
internal sealed record TestDays(
    string Kind,
    IReadOnlyList<DayHours> Period,
    IReadOnlyList<DayHours> Standing,
    IReadOnlyList<DayHours> Before,
    DateOnly StandingFrom
)
{
    public static readonly IReadOnlyList<string> Kinds = ["all", "workday", "weekend", "holiday"];

    public static TestDays Of(HourScope scope, string kind, DateOnly from, DateOnly lastDay, PeakSettings settings)
    {
        DayKind? only = kind switch
        {
            "workday" => DayKind.Workday,
            "weekend" => DayKind.Weekend,
            "holiday" => DayKind.Holiday,
            _ => null,
        };
        var days = scope.Days.Where(day => day.Day <= lastDay && (only is null || day.Kind == only)).ToArray();
        DayHours[] period = [.. days.Where(day => day.Day >= from)];
        var start = period.Length >= settings.LeastDays ? from : lastDay.AddDays(1 - settings.TrailingDays);
        // A period longer than the trailing weeks, poor in days of this kind, keeps all that it has.
        if (start > from)
            start = from;
        return new TestDays(
            kind,
            period,
            [.. days.Where(day => day.Day >= start)],
            [.. days.Where(day => day.Day < from && day.Day >= from.AddDays(-settings.TrailingDays))],
            start
        );
    }

    /// <summary>Incidents by hour over some days.</summary>
    public static long[] Sum(IEnumerable<DayHours> days)
    {
        var sums = new long[24];
        foreach (var day in days)
        {
            for (var h = 0; h < 24; h++)
                sums[h] += day.Incidents[h];
        }
        return sums;
    }
}
