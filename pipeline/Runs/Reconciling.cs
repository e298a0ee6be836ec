using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Outputs;
using Hotspot.Reports;

namespace Hotspot.Runs;

/// <summary>口径核对: which weeks a month is made of, and what their bulletins told.</summary>
internal static class Reconciling
{
    /// <param name="folderOf">Where the bulletin of a week is, or would be.</param>
    public static IReadOnlyList<WeekInMonth> Weeks(
        ComplaintReader reader,
        ReportSpans spans,
        DayOfWeek weekStart,
        Func<Period, string> folderOf
    )
    {
        if (spans.Period.Kind != PeriodKind.Monthly)
            return [];
        var (from, last) = (spans.Current.From, spans.Current.LastDay);
        var weeks = new List<Period> { Period.Holding(PeriodKind.Weekly, from, weekStart, MonthRule.Natural) };
        while (weeks[^1].LastDay < last)
            weeks.Add(Period.Holding(PeriodKind.Weekly, weeks[^1].Until, weekStart, MonthRule.Natural));
        var days = reader.Days(new DaySpan(weeks[0].From, spans.Current.Until)).ToDictionary(day => day.Day, day => day.Complaints);
        return
        [
            .. weeks.Select(week =>
            {
                var all = Enumerable.Range(0, week.Days).Select(i => week.From.AddDays(i)).ToArray();
                return new WeekInMonth(
                    week,
                    all.Where(day => day >= from && day <= last).Sum(day => days[day]),
                    all.Where(day => day < from).Sum(day => days[day]),
                    all.Count(day => day < from),
                    all.Count(day => day > last),
                    Told(Path.Combine(folderOf(week), FiguresFile.Name), week)
                );
            }),
        ];
    }

    /// <summary>A bulletin that was written before its week was over does not count.</summary>
    private static long? Told(string file, Period week)
    {
        if (!File.Exists(file))
            return null;
        var told = FiguresFile.Read(file);
        return told.DataThroughOn == week.LastDay
            ? (long?)told.Figures.FirstOrDefault(figure => figure.Id is "key.complaints" or "notes.used" or "overview.complaints")?.Value
            : null;
    }
}
