using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Reports;

namespace Hotspot.Runs;

/// <summary>The months of a quarter or a year, and those before them: what a year has of a trend.</summary>
internal static class MonthsWithin
{
    /// <returns>Months up to the last one with data, and of those within the period each issue; both empty for weeks and months.</returns>
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
        var months = Analysing.History(reader, last, coverage, weekStart);
        var within = months.Select(month => month.Period).Where(month => month.From >= current.From).ToList();
        var issues = reader
            .IssueDays(current)
            .GroupBy(day => day.Issue)
            .Select(group =>
            {
                var counts = group.ToLookup(day => Month(day.Day).From, day => day.Complaints);
                return new IssueMonths(group.Key, [.. within.Select(month => counts[month.From].Sum())]);
            })
            .OrderByDescending(issue => issue.Complaints.Sum())
            .ThenBy(issue => issue.Issue, StringComparer.Ordinal);
        return (months, [.. issues]);
    }
}
