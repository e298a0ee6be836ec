using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Reports;

namespace Hotspot.Runs;

/// <summary>The months of a quarter or a year, and those before them: what a year has of a trend.</summary>
internal static class MonthsWithin
{
    /// <returns>
    /// Every month of the period that the data reach, a part of it too, so that they sum to the period, and before them those that can be
    /// compared; of those within the period each issue. Both empty for weeks and months.
    /// </returns>
    public static (IReadOnlyList<PeriodCount> Months, IReadOnlyList<IssueMonths> Issues) Of(
        ComplaintReader reader,
        ReportSpans spans,
        Coverage coverage,
        DayOfWeek weekStart
    )
    {
        var (period, current) = (spans.Period, spans.Current);
        if (period.Kind is PeriodKind.Weekly or PeriodKind.Monthly)
            return ([], []);
        Period Month(DateOnly day) => Period.Holding(PeriodKind.Monthly, day, weekStart, period.Rule);
        var last = ReportSpans.For(Month(current.LastDay), coverage, weekStart, WorkCalendar.None);
        var known = current with { From = current.From > coverage.FirstOn ? current.From : coverage.FirstOn };
        var within = reader
            .Days(known)
            .GroupBy(day => Month(day.Day))
            .Select(month => new PeriodCount(month.Key, month.Sum(day => day.Complaints), month.Sum(day => day.Incidents)))
            .ToList();
        var before = Analysing.History(reader, last, coverage, weekStart).Where(month => month.Period.From < current.From);
        var issues = reader
            .IssueDays(current)
            .GroupBy(day => day.Issue)
            .Select(group =>
            {
                var counts = group.ToLookup(day => Month(day.Day).From, day => day.Complaints);
                return new IssueMonths(group.Key, [.. within.Select(month => counts[month.Period.From].Sum())]);
            })
            .OrderByDescending(issue => issue.Complaints.Sum())
            .ThenBy(issue => issue.Issue, StringComparer.Ordinal);
        return ([.. before, .. within], [.. issues]);
    }
}
