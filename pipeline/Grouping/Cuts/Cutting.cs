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
        Tally Count(DaySpan days, bool withCallers) => Tally.Of(reader, question, days, key, calendar, withCallers);
        Baseline? Before(CutMeasure change, Func<Compare, DaySpan?> of) =>
            Asks(change)
                ? Baseline.Of(
                    question,
                    [.. spans.Compared.Select(one => (one.Period, of(one)))],
                    days => Count(days, question.Counted == CutMeasure.Callers)
                )
                : null;

        var previous = Before(CutMeasure.Change, one => one.Previous);
        var yearBefore = Before(CutMeasure.YearChange, one => one.YearBefore);
        long? withoutHour = null;
        if (question.Filter.Hours is not null)
        {
            reader.Scope(question.Filter, spans.Current, anyHour: true);
            withoutHour = reader.WithoutHour();
        }
        var now = Count(spans.Current, Asks(CutMeasure.Callers));
        var total = now.Complaints;

        var groups = now
            .Groups.Keys.Concat(previous?.Groups.Keys ?? [])
            .Concat(yearBefore?.Groups.Keys ?? [])
            .Concat(total > 0 ? Quiet.Groups(question, spans.Current, calendar, key) : [])
            .Distinct()
            .Select(group =>
            {
                var (complaints, incidents) = now.Groups.GetValueOrDefault(group);
                var counted = now.Of(group, question.Counted);
                return group with
                {
                    Complaints = complaints,
                    Incidents = incidents,
                    Callers = Asks(CutMeasure.Callers) ? now.CallersOf.GetValueOrDefault(group) : null,
                    Share = Asks(CutMeasure.Share) && total > 0 ? (double)complaints / total : null,
                    Previous = previous?[group],
                    PreviousChange = new Change(counted, previous?[group]).Ratio,
                    YearBefore = yearBefore?[group],
                    YearChange = new Change(counted, yearBefore?[group]).Ratio,
                };
            })
            .ToList();
        var told = Told(question, groups);
        var cross = question.Pivot is { } pivot ? Crossing.Of(reader, question, pivot, groups, told, calendar) : null;
        var ordered = cross?.Rows ?? CutSorting.Order(told, question);
        var ranked = ordered;
        if (question.Least is { } least)
            ranked = [.. ranked.Where(group => group.Count(question.Counted) >= least)];
        if (question.Top is { } top)
            ranked = [.. ranked.Where(group => CutColumns.IsNamed(group, question.RowsBy)).Take(top)];
        cross = cross is null ? null : cross with { Rows = ranked };
        var named = told.Where(group => CutColumns.IsNamed(group, question.By) && group[question.Counted] > 0).ToList();
        var most = named.Max(group => group[question.Counted]);
        IReadOnlyList<CutGroup> Titled(IReadOnlyList<CutGroup> some) => Cutting.Titled(reader, question, some);
        return new CutAnswer(
            question,
            spans.Current,
            data.First,
            data.Last,
            previous?.Span,
            yearBefore?.Span,
            yearBefore?.Span is { } then ? (FestivalDays(spans.Current, calendar), FestivalDays(then, calendar)) : null,
            Titled(cross is null ? ranked : Crossing.Groups(cross, question, told)),
            told.Count,
            cross is null ? null : cross with { Rows = Titled(cross.Rows), Columns = Titled(cross.Columns) },
            Titled([.. named.Where(group => group[question.Counted] == most)]),
            question.Top is null ? 0 : ordered.Where(group => !CutColumns.IsNamed(group, question.RowsBy)).Sum(group => group.Complaints),
            new CutTotals(total, now.Incidents, now.Callers, now.WithoutCaller, withoutHour, previous?.Total, yearBefore?.Total)
        );
    }

    private static int FestivalDays(DaySpan span, CutCalendar calendar) =>
        Enumerable.Range(0, span.Days).Count(day => calendar.Work.IsSpringFestival(span.From.AddDays(day)));

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

    private static IReadOnlyList<CutGroup> Titled(CutReader reader, CutQuestion question, IReadOnlyList<CutGroup> groups)
    {
        List<string> ids = [.. groups.Select(group => group.HotIssue).OfType<string>().Distinct()];
        if (!question.By.Contains(CutDimension.HotIssue) || ids.Count == 0)
            return groups;
        var titles = reader.HotIssueTitles(ids);
        return [.. groups.Select(group => group with { HotIssueTitle = titles.GetValueOrDefault(group.HotIssue ?? "") })];
    }

    /// <param name="Period">Of a cut whose periods are compared each with its own.</param>
    private readonly record struct Compare(Period? Period, DaySpan? Previous, DaySpan? YearBefore);

    /// <summary>The days of a question as far as there are data, and what they are compared with, by the rules of the bulletins.</summary>
    private static (DaySpan Current, IReadOnlyList<Compare> Compared) Spans(
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
            return (new DaySpan(asked.From, asked.From), []);
        // Comparisons are those of the days asked for; counted are those that the data have.
        var counted = new DaySpan(from, until);
        if (!question.Measures.Any(CutQuestion.IsChange))
            return (counted, []);
        Compare Of(Period? period, DaySpan days, Period? told)
        {
            var (current, previous, yearBefore) = Compared(period, days, data, calendar);
            current = current with { From = data.First > current.From ? data.First : current.From };
            (previous, yearBefore, _) = ReportSpans.Comparable(current, previous, yearBefore, reader.Days);
            return new Compare(told, previous, yearBefore);
        }
        return (
            counted,
            question.ComparedEach is { } each
                ?
                [
                    .. Quiet
                        .Periods(CutKey.KindOf(each)!.Value, counted, calendar)
                        // Of a period that the question cuts short there is no equal before.
                        .Where(period => asked.From <= period.From && (asked.Until >= period.Until || data.Last <= asked.LastDay))
                        .Select(period => Of(period, new DaySpan(period.From, period.Until), period)),
                ]
                : [Of(question.Period, asked, null)]
        );
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
}
