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

/// <summary>Statutory days off in the days of a bulletin, and in those that it compares with.</summary>
/// <param name="Before">Null: no comparison; so <paramref name="YearAgo"/>.</param>
public sealed record DaysOff(int Now, int? Before, int? YearAgo)
{
    /// <summary>Null: the periods compared have as many.</summary>
    public static DaysOff? Of(ReportSpans spans, WorkCalendar calendar)
    {
        int Count(DaySpan span) => Enumerable.Range(0, span.Days).Count(day => calendar.Of(span.From.AddDays(day)) == DayKind.Holiday);
        var counts = new DaysOff(
            Count(spans.Current),
            spans.Previous is { } previous ? Count(previous) : null,
            spans.YearBefore is { } year ? Count(year) : null
        );
        return (counts.Before ?? counts.Now) == counts.Now && (counts.YearAgo ?? counts.Now) == counts.Now ? null : counts;
    }
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
    /// <summary>The same week of the year before, where <see cref="YearBefore"/> is not that one but the days that hold the Spring Festival as these do; else null.</summary>
    public DaySpan? YearByDate { get; init; }

    /// <summary>Whether <see cref="YearBefore"/> is counted from the Spring Festival.</summary>
    public bool IsByFestival { get; init; }

    /// <summary>Drops comparisons with days that the export lacks, or of them: counts of unequal completeness are not compared.</summary>
    /// <param name="count">Complaints by day of a span; asked of several, what any of them lacks is left out.</param>
    public ReportSpans Comparable(Func<DaySpan, IReadOnlyList<DayCount>> count)
    {
        var (previous, yearBefore, empty) = Comparable(Current, Previous, YearBefore, count);
        return this with
        {
            YearByDate = Comparable(Current, null, YearByDate, count).YearBefore,
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

    /// <param name="calendar">Tells the weeks of the Spring Festival: they are compared with its days a year before (METHODS b6).</param>
    public static ReportSpans For(Period period, Coverage coverage, DayOfWeek weekStart, WorkCalendar calendar)
    {
        var until = coverage.LastOn < period.LastDay && coverage.LastOn >= period.From ? coverage.LastOn.AddDays(1) : period.Until;
        var running = until < period.Until;
        var current = new DaySpan(period.From, until);
        DaySpan? Whole(Period? other) => other is null ? null : new DaySpan(other.From, other.Until);
        DaySpan? Known(DaySpan? then) =>
            then is not { } span || span.From < coverage.FirstOn ? null
            : running && span.Days > current.Days ? new DaySpan(span.From, span.From.AddDays(current.Days))
            : span;
        var byDate = Whole(period.YearBefore(weekStart));
        var festival = period.Kind == PeriodKind.Weekly ? calendar.ByFestival(period.From, period.Days, byDate?.From) : null;
        return new ReportSpans(
            period,
            current,
            Known(Whole(period.Previous(weekStart))),
            Known(festival is { } first ? new DaySpan(first, first.AddDays(period.Days)) : byDate),
            running,
            []
        )
        {
            IsByFestival = festival is not null,
            YearByDate = festival is null ? null : Known(byDate),
        };
    }
}
