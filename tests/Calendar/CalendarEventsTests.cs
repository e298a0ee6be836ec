using Hotspot.Calendar;

namespace Hotspot.Tests.Calendar;

public class CalendarEventsTests
{
    private static readonly IReadOnlyList<CalendarEvent> Holidays = CalendarEvent.Holidays(WorkCalendar.Load());

    [Theory]
    [InlineData("国庆节、中秋节", "2025-10-01", "2025-10-08")]
    [InlineData("春节", "2025-01-28", "2025-02-04")]
    [InlineData("元旦", "2025-01-01", "2025-01-01")]
    public void Days_off_in_a_row_are_one_event(string name, string from, string last) =>
        Assert.Contains(new CalendarEvent(name, Day(from), Day(last)), Holidays);

    [Theory]
    [InlineData("2025-10-01", "2024-10-01")] // 国庆节 alone
    [InlineData("2025-01-28", "2024-02-10")] // 春节 moves with the moon
    [InlineData("2024-09-15", "2023-09-29")] // 中秋节、国庆节 together
    public void An_event_is_compared_with_the_same_of_the_year_before(string from, string before) =>
        Assert.Equal(Day(before), Holidays.Single(one => one.From == Day(from)).YearBefore(Holidays)?.From);

    [Fact]
    public void The_first_year_known_has_none_before() => Assert.Null(Holidays[0].YearBefore(Holidays));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
