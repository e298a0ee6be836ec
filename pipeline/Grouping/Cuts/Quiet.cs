using Hotspot.Calendar;

namespace Hotspot.Grouping.Cuts;

/// <summary>Hours, weekdays, days, weeks, months and quarters of a cut without a complaint: looked at, and none there. Only where they are all that it is grouped by.</summary>
internal static class Quiet
{
    public static IEnumerable<CutGroup> Groups(CutQuestion question, DaySpan span, CutCalendar calendar, CutKey key)
    {
        if (question.By is not [var only])
            return [];
        var none = key.Group([.. key.Places.Select(_ => (string?)null)]);
        var filter = question.Filter;
        var days = Enumerable
            .Range(0, span.Days)
            .Select(i => span.From.AddDays(i))
            .Where(day => filter.Weekdays.Count == 0 || filter.Weekdays.Contains(((int)day.DayOfWeek + 6) % 7 + 1));
        return only switch
        {
            CutDimension.Hour => Enumerable
                .Range(0, 24)
                .Where(hour => filter.Hours is not { } hours || hours.Contains(hour))
                .Select(hour => none with { Hour = hour }),
            CutDimension.Weekday => days.Select(day => ((int)day.DayOfWeek + 6) % 7 + 1)
                .Distinct()
                .Select(day => none with { Weekday = day }),
            // Which days are holidays is the data's to say.
            CutDimension.Day when filter.DayKinds.Count == 0 => days.Select(day => none with { Day = day }),
            _ when CutKey.KindOf(only) is { } kind => Of(kind, days, calendar).Select(period => none.In(only, period.Name)),
            _ => [],
        };
    }

    /// <summary>Weeks, months or quarters that the days lie in.</summary>
    public static IEnumerable<Period> Periods(PeriodKind kind, DaySpan span, CutCalendar calendar) =>
        Of(kind, Enumerable.Range(0, span.Days).Select(i => span.From.AddDays(i)), calendar);

    private static IEnumerable<Period> Of(PeriodKind kind, IEnumerable<DateOnly> days, CutCalendar calendar) =>
        days.Select(day => Period.Holding(kind, day, calendar.WeekStart, calendar.MonthRule)).DistinctBy(period => period.Name);
}
