namespace Hotspot.Calendar;

/// <summary>A statutory holiday or another day that people plan for: whole days, both ends included.</summary>
public sealed record CalendarEvent(string Name, DateOnly From, DateOnly LastDay)
{
    public int Days => LastDay.DayNumber - From.DayNumber + 1;

    /// <summary>Statutory days off of one name in a row are one event.</summary>
    public static IReadOnlyList<CalendarEvent> Holidays(WorkCalendar calendar)
    {
        var events = new List<CalendarEvent>();
        foreach (var (day, name) in calendar.Holidays)
        {
            if (events.Count > 0 && events[^1].Name == name && events[^1].LastDay.AddDays(1) == day)
                events[^1] = events[^1] with { LastDay = day };
            else
                events.Add(new CalendarEvent(name, day, day));
        }
        return events;
    }

    /// <summary>The event of this name, alone or together with another (国庆节、中秋节), nearest to a year before, at most two months off; null: none.</summary>
    public CalendarEvent? YearBefore(IReadOnlyList<CalendarEvent> all)
    {
        var then = From.AddYears(-1).DayNumber;
        return all.Where(other =>
                other.Name.Contains(Name, StringComparison.Ordinal) || Name.Contains(other.Name, StringComparison.Ordinal)
            )
            .Where(other => Math.Abs(other.From.DayNumber - then) <= 60)
            .MinBy(other => Math.Abs(other.From.DayNumber - then));
    }
}
