using Hotspot.Calendar;
using NetTopologySuite.Geometries;

namespace Hotspot.Grouping.Cuts;

/// <summary>Answers a cut: counts, compares, orders.</summary>
public static class Cutting
{
    /// <summary>A complaint that stands alone is no hot issue; with another grouping beside it, each group is counted by itself.</summary>
    private const int LeastOfOneMatter = 2;

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
        var callersOf = callers
            .Where(row => !row.IsAll)
            .GroupBy(row => key.Group(row.Values))
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Callers));
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
        if (question.By.Contains(CutDimension.HotIssue))
            groups.RemoveAll(group => group.HotIssue is null || group.Complaints < LeastOfOneMatter);
        var ordered = CutSorting.Order(groups, question);
        return new CutAnswer(
            question,
            spans.Current,
            data.First,
            data.Last,
            before is null ? null : spans.Previous,
            yearBefore is null ? null : spans.YearBefore,
            Titled(reader, question, question.Top is { } top ? [.. ordered.Take(top)] : ordered),
            ordered.Count,
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

    private static IReadOnlyList<CutGroup> Titled(CutReader reader, CutQuestion question, IReadOnlyList<CutGroup> groups)
    {
        if (!question.By.Contains(CutDimension.HotIssue) || groups.Count == 0)
            return groups;
        var titles = reader.HotIssueTitles([.. groups.Select(group => group.HotIssue!).Distinct()]);
        return [.. groups.Select(group => group with { HotIssueTitle = titles.GetValueOrDefault(group.HotIssue!) })];
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
        var (current, previous, yearBefore) = question.Period is { } period
            ? Named(period, new Coverage(data.First, data.Last, 0), calendar)
            : Chosen(new DaySpan(asked.From, until), data.First);
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

    private static (DaySpan, DaySpan?, DaySpan?) Named(Period period, Coverage coverage, CutCalendar calendar)
    {
        var spans = ReportSpans.For(period, coverage, calendar.WeekStart, calendar.Work);
        return (spans.Current, spans.Previous, spans.YearBefore);
    }

    /// <summary>As many days before, and the same dates of last year, as far as the data reach back to their first day.</summary>
    private static (DaySpan, DaySpan?, DaySpan?) Chosen(DaySpan days, DateOnly first)
    {
        DaySpan? Known(DaySpan span) => span.From >= first ? span : null;
        return (
            days,
            Known(new DaySpan(days.From.AddDays(-days.Days), days.From)),
            Known(new DaySpan(days.From.AddYears(-1), days.LastDay.AddYears(-1).AddDays(1)))
        );
    }

    /// <summary>A point of each group with one.</summary>
    public static IReadOnlyDictionary<CutGroup, Coordinate> Points(CutReader reader, CutQuestion question, CutCalendar calendar)
    {
        var key = new CutKey(question.By, calendar);
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
