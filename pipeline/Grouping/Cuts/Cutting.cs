using Hotspot.Calendar;
using NetTopologySuite.Geometries;

namespace Hotspot.Grouping.Cuts;

/// <summary>Answers a cut: counts, compares, orders.</summary>
public static class Cutting
{
    /// <summary>A complaint that stands alone is no hot issue; with another grouping beside it, each group is counted by itself.</summary>
    private const int LeastOfOneMatter = 2;

    /// <summary>More days than a month hold the festival by the way.</summary>
    private const int LongestByFestival = 31;

    public static CutAnswer Answer(CutReader reader, CutQuestion question, (DateOnly First, DateOnly Last) data, CutCalendar calendar)
    {
        var key = new CutKey(question.By, calendar);
        var spans = Spans(reader, question, data, calendar);
        bool Asks(CutMeasure measure) => question.Measures.Contains(measure);

        var before = Asks(CutMeasure.Change) && spans.Previous is { } previous ? Count(reader, question, previous, key, calendar) : null;
        var yearBefore = Asks(CutMeasure.YearChange) && spans.YearBefore is { } year ? Count(reader, question, year, key, calendar) : null;
        long? withoutHour = null;
        if (question.Filter.Hours is not null)
        {
            reader.Scope(question.Filter, spans.Current, anyHour: true);
            withoutHour = reader.WithoutHour();
        }
        var now = Count(reader, question, spans.Current, key, calendar);
        var callers = Asks(CutMeasure.Callers) ? reader.Callers() : [];
        var callersOf = ByGroup(callers, key, CutColumns.Dimensions(question.By));
        var all = callers.FirstOrDefault(row => row.IsAll);
        var total = now.Values.Sum(count => count.Complaints);

        var groups = now
            .Keys.Concat(before is null ? [] : before.Keys)
            .Concat(yearBefore is null ? [] : yearBefore.Keys)
            .Concat(total > 0 ? Quiet.Groups(question, spans.Current, calendar, key) : [])
            .Distinct()
            .Select(group =>
            {
                var (complaints, incidents) = now.GetValueOrDefault(group);
                return group with
                {
                    Complaints = complaints,
                    Incidents = incidents,
                    Callers = Asks(CutMeasure.Callers) ? callersOf.GetValueOrDefault(group) : null,
                    Share = Asks(CutMeasure.Share) && total > 0 ? (double)complaints / total : null,
                    Previous = before?.GetValueOrDefault(group).Complaints,
                    PreviousChange = new Change(complaints, before?.GetValueOrDefault(group).Complaints).Ratio,
                    YearBefore = yearBefore?.GetValueOrDefault(group).Complaints,
                    YearChange = new Change(complaints, yearBefore?.GetValueOrDefault(group).Complaints).Ratio,
                };
            })
            .ToList();
        var told = Told(question, groups);
        var cross = question.Pivot is { } pivot ? Crossing.Of(reader, question, pivot, groups, told, calendar) : null;
        var ordered = cross?.Rows ?? CutSorting.Order(told, question);
        var ranked = question.Top is { } top ? [.. ordered.Where(group => CutColumns.IsNamed(group, question.RowsBy)).Take(top)] : ordered;
        cross = cross is null ? null : cross with { Rows = ranked };
        var named = told.Where(group => CutColumns.IsNamed(group, question.By) && group[question.Counted] > 0).ToList();
        var most = named.Max(group => group[question.Counted]);
        IReadOnlyList<CutGroup> Titled(IReadOnlyList<CutGroup> some) => Cutting.Titled(reader, question, some);
        return new CutAnswer(
            question,
            spans.Current,
            data.First,
            data.Last,
            before is null ? null : spans.Previous,
            yearBefore is null ? null : spans.YearBefore,
            Titled(cross is null ? ranked : Crossing.Groups(cross, question, question.Pivot!.Value, told)),
            told.Count,
            cross is null ? null : cross with { Rows = Titled(cross.Rows), Columns = Titled(cross.Columns) },
            Titled([.. named.Where(group => group[question.Counted] == most)]),
            question.Top is null ? 0 : ordered.Where(group => !CutColumns.IsNamed(group, question.RowsBy)).Sum(group => group.Complaints),
            new CutTotals(
                total,
                now.Values.Sum(count => count.Incidents),
                Asks(CutMeasure.Callers) ? all.Callers : null,
                Asks(CutMeasure.Callers) ? all.WithoutCaller : null,
                withoutHour,
                before?.Values.Sum(count => count.Complaints),
                yearBefore?.Values.Sum(count => count.Complaints)
            )
        );
    }

    /// <summary>All but what is no hot issue. With another grouping beside it each group is counted by itself, of a crossed table each row.</summary>
    private static IReadOnlyList<CutGroup> Told(CutQuestion question, IReadOnlyList<CutGroup> groups)
    {
        if (!question.By.Contains(CutDimension.HotIssue))
            return groups;
        var counted = question.Pivot == CutDimension.HotIssue ? CutColumns.Dimensions(question.By) : question.RowColumns;
        var sizes = groups
            .GroupBy(group => group.Only(counted))
            .ToDictionary(same => same.Key, same => same.Sum(group => group.Complaints));
        return [.. groups.Where(group => group.HotIssue is not null && sizes[group.Only(counted)] >= LeastOfOneMatter)];
    }

    /// <summary>Distinct callers of the scope, grouped otherwise than its groups.</summary>
    internal static IReadOnlyDictionary<CutGroup, long> Callers(
        CutReader reader,
        IReadOnlyList<CutDimension> by,
        IReadOnlyList<CutDimension> kept,
        CutCalendar calendar
    )
    {
        var key = new CutKey(by, calendar);
        reader.GroupBy(key, calendar);
        return ByGroup(reader.Callers(), key, kept);
    }

    private static Dictionary<CutGroup, long> ByGroup(
        IReadOnlyList<(bool IsAll, string?[] Values, long Callers, long WithoutCaller)> callers,
        CutKey key,
        IReadOnlyList<CutDimension> kept
    ) =>
        callers
            .Where(row => !row.IsAll)
            .GroupBy(row => key.Group(row.Values).Only(kept))
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Callers));

    private static IReadOnlyList<CutGroup> Titled(CutReader reader, CutQuestion question, IReadOnlyList<CutGroup> groups)
    {
        List<string> ids = [.. groups.Select(group => group.HotIssue).OfType<string>().Distinct()];
        if (!question.By.Contains(CutDimension.HotIssue) || ids.Count == 0)
            return groups;
        var titles = reader.HotIssueTitles(ids);
        return [.. groups.Select(group => group with { HotIssueTitle = titles.GetValueOrDefault(group.HotIssue ?? "") })];
    }

    /// <summary>The days of a question as far as there are data, and what they are compared with, by the rules of the bulletins.</summary>
    public static (DaySpan Current, DaySpan? Previous, DaySpan? YearBefore) Spans(
        CutReader reader,
        CutQuestion question,
        (DateOnly First, DateOnly Last) data,
        CutCalendar calendar
    )
    {
        var asked = question.Filter.Days;
        var from = data.First > asked.From ? data.First : asked.From;
        var until = data.Last < asked.Until ? data.Last.AddDays(1) : asked.Until;
        if (until <= from)
            return (new DaySpan(asked.From, asked.From), null, null);
        var (current, previous, yearBefore) = Compared(question.Period, asked, data, calendar);
        // Comparisons are those of the days asked for; counted are those that the data have.
        current = current with
        {
            From = from,
        };
        if (!question.Measures.Contains(CutMeasure.Change) && !question.Measures.Contains(CutMeasure.YearChange))
            return (current, previous, yearBefore);
        (previous, yearBefore, _) = ReportSpans.Comparable(current, previous, yearBefore, reader.Days);
        return (current, previous, yearBefore);
    }

    /// <summary>
    /// A named period as the bulletins compare it. Of chosen days: as many days before, and the same dates of last year, as far as the data reach back to their
    /// first day. Of at most a month of days those around the Spring Festival stand for those around the festival, as of a week; the days of a holiday, all of
    /// them and no others, stand for those of the same holiday.
    /// </summary>
    /// <param name="period">Null: the days are chosen.</param>
    /// <param name="data">Where they end before the days do, the comparisons are cut to the same length.</param>
    internal static (DaySpan Current, DaySpan? Previous, DaySpan? YearBefore) Compared(
        Period? period,
        DaySpan asked,
        (DateOnly First, DateOnly Last) data,
        CutCalendar calendar
    )
    {
        if (period is not null)
        {
            var spans = ReportSpans.For(period, new Coverage(data.First, data.Last, 0), calendar.WeekStart, calendar.Work);
            return (spans.Current, spans.Previous, spans.YearBefore);
        }
        var days = asked with { Until = data.Last < asked.LastDay && data.Last >= asked.From ? data.Last.AddDays(1) : asked.Until };
        var sameDates = asked.From.AddYears(-1);
        var feast =
            (asked.Days <= LongestByFestival ? calendar.Work.ByFestival(asked.From, asked.Days, sameDates) : null)
            ?? calendar.Work.ByHoliday(asked.From, asked.Days);
        DaySpan? Known(DaySpan span) => span.From >= data.First ? span : null;
        return (
            days,
            Known(new DaySpan(days.From.AddDays(-days.Days), days.From)),
            Known(
                feast is { } then
                    ? new DaySpan(then, then.AddDays(days.Days))
                    : new DaySpan(sameDates, days.LastDay.AddYears(-1).AddDays(1))
            )
        );
    }

    /// <summary>A point of each group with one.</summary>
    public static IReadOnlyDictionary<CutGroup, Coordinate> Points(CutReader reader, CutQuestion question, CutCalendar calendar)
    {
        var key = new CutKey(question.By, calendar);
        reader.GroupBy(key, calendar);
        return reader.Points().DistinctBy(row => key.Group(row.Values)).ToDictionary(row => key.Group(row.Values), row => row.Point);
    }

    private static Dictionary<CutGroup, (long Complaints, long Incidents)> Count(
        CutReader reader,
        CutQuestion question,
        DaySpan days,
        CutKey key,
        CutCalendar calendar
    )
    {
        reader.Scope(question.Filter, days);
        reader.GroupBy(key, calendar);
        return reader
            .Counts()
            .GroupBy(row => key.Group(row.Values))
            .ToDictionary(same => same.Key, same => (same.Sum(row => row.Complaints), same.Sum(row => row.Incidents)));
    }
}
