using Hotspot.Calendar;
using Hotspot.Hotspots;

namespace Hotspot.Grouping;

/// <summary>Whole days from <paramref name="From"/> (included) to <paramref name="Until"/> (excluded).</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    public int Days => Until.DayNumber - From.DayNumber;

    public DateOnly LastDay => Until.AddDays(-1);

    /// <summary>First and last day as figures tell what they are made from: <c>2025-04-21/2025-04-27</c>.</summary>
    public string Inputs => $"{From.Iso()}/{LastDay.Iso()}";

    /// <summary>No days at all: counts over it are zero.</summary>
    public static DaySpan None { get; } = new(DateOnly.MinValue, DateOnly.MinValue);
}

/// <summary>First and last day of the published complaints; null where there are none.</summary>
public sealed record Coverage(DateOnly FirstOn, DateOnly LastOn, long Complaints);

/// <summary>
/// The days that a bulletin counts and the days it compares with. A period that still runs is cut at the last day of data, and what it is
/// compared with is cut to the same length.
/// </summary>
/// <param name="Previous">Null: the data do not reach back to its first day.</param>
/// <param name="YearBefore">Null: likewise, or there is no counterpart (week 53).</param>
/// <param name="EmptyDays">Days of <paramref name="Current"/> that the export lacks.</param>
public sealed record ReportSpans(
    Period Period,
    DaySpan Current,
    DaySpan? Previous,
    DaySpan? YearBefore,
    bool IsRunning,
    IReadOnlyList<DateOnly> EmptyDays
)
{
    /// <summary>Drops comparisons with days that the export lacks, or of them: counts of unequal completeness are not compared.</summary>
    /// <param name="count">Complaints by day of a span; asked of several, what any of them lacks is left out.</param>
    public ReportSpans Comparable(Func<DaySpan, IReadOnlyList<DayCount>> count)
    {
        var (previous, yearBefore, empty) = Comparable(Current, Previous, YearBefore, count);
        return this with
        {
            Previous = previous,
            YearBefore = yearBefore,
            EmptyDays = empty.Count == 0 ? EmptyDays : [.. EmptyDays.Union(empty).Order()],
        };
    }

    /// <summary>The same for any days: which of the two comparisons hold, and the days that <paramref name="current"/> lacks.</summary>
    public static (DaySpan? Previous, DaySpan? YearBefore, IReadOnlyList<DateOnly> EmptyDays) Comparable(
        DaySpan current,
        DaySpan? previous,
        DaySpan? yearBefore,
        Func<DaySpan, IReadOnlyList<DayCount>> count
    )
    {
        var days = count(current);
        if (!BusySource.Is(days.Select(day => day.Complaints)))
            return (previous, yearBefore, []);
        var empty = Holes(days);
        DaySpan? Kept(DaySpan? span) => span is { } then && empty.Count == 0 && Holes(count(then)).Count == 0 ? span : null;
        return (Kept(previous), Kept(yearBefore), empty);
    }

    private static List<DateOnly> Holes(IReadOnlyList<DayCount> days) => [.. days.Where(day => day.Complaints == 0).Select(day => day.Day)];

    public static ReportSpans For(Period period, Coverage coverage, DayOfWeek weekStart)
    {
        var until = coverage.LastOn < period.LastDay && coverage.LastOn >= period.From ? coverage.LastOn.AddDays(1) : period.Until;
        var running = until < period.Until;
        var current = new DaySpan(period.From, until);
        return new ReportSpans(
            period,
            current,
            Comparable(period.Previous(weekStart), current.Days, running, coverage),
            Comparable(period.YearBefore(weekStart), current.Days, running, coverage),
            running,
            []
        );
    }

    private static DaySpan? Comparable(Period? other, int days, bool running, Coverage coverage)
    {
        if (other is null || other.From < coverage.FirstOn)
            return null;
        var until = running && other.Days > days ? other.From.AddDays(days) : other.Until;
        return new DaySpan(other.From, until);
    }
}
