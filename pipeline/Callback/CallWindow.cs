using Hotspot.Calendar;

namespace Hotspot.Callback;

/// <summary>When the orders of a period may be called back: from its second day on until some workdays after its end. Calls are made on workdays only.</summary>
public static class CallWindow
{
    public static bool IsWorkday(this WorkCalendar calendar, DateOnly day) => calendar.Of(day) == DayKind.Workday;

    /// <summary>The first workday after the day.</summary>
    public static DateOnly NextWorkday(this WorkCalendar calendar, DateOnly day)
    {
        do day = day.AddDays(1);
        while (!calendar.IsWorkday(day));
        return day;
    }

    /// <summary>Workdays from <paramref name="from"/> to <paramref name="last"/>, both included; 0 where the last is the earlier.</summary>
    public static int Workdays(this WorkCalendar calendar, DateOnly from, DateOnly last)
    {
        var count = 0;
        for (var day = from; day <= last; day = day.AddDays(1))
            count += calendar.IsWorkday(day) ? 1 : 0;
        return count;
    }

    /// <summary>Last day of the calls: the <paramref name="workdays"/>th workday after the period.</summary>
    public static DateOnly ClosesOn(this WorkCalendar calendar, Period period, int workdays)
    {
        var day = period.LastDay;
        for (var i = 0; i < workdays; i++)
            day = calendar.NextWorkday(day);
        return day;
    }

    /// <summary>Periods with orders that may be called on the day: those that run, or whose window has not closed; the earliest first.</summary>
    public static IReadOnlyList<Period> Open(
        this WorkCalendar calendar,
        PeriodKind kind,
        DateOnly day,
        DayOfWeek weekStart,
        MonthRule rule,
        int workdays
    )
    {
        var open = new List<Period>();
        for (
            var period = Period.Holding(kind, day, weekStart, rule);
            day <= calendar.ClosesOn(period, workdays);
            period = period.Previous(weekStart)
        )
        {
            // On its first day a period has no order that was closed before.
            if (period.From < day)
                open.Insert(0, period);
        }
        return open;
    }
}
