using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Tests.Grouping;

/// <summary>What days that a person chose are compared with.</summary>
public class ChosenDaysTests
{
    private static readonly WorkCalendar Beijing = WorkCalendar.Load();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static DaySpan Through(string from, string last) => new(Day(from), Day(last).AddDays(1));

    private static DaySpan? YearBefore(DaySpan asked, string last = "2026-12-31", string first = "2023-01-01") =>
        Cutting.Chosen(asked, Day(last) < asked.LastDay ? Day(last).AddDays(1) : asked.Until, Day(first), Beijing).YearBefore;

    // The lunar years began on 2025-01-29 and 2026-02-17.
    [Theory]
    [InlineData("2026-02-15", "2026-02-23", "2025-01-27", "2025-02-04")] // hold the festival
    [InlineData("2026-01-28", "2026-02-04", "2025-01-09", "2025-01-16")] // held it a year before
    [InlineData("2026-10-01", "2026-10-07", "2025-10-01", "2025-10-07")]
    [InlineData("2026-01-01", "2026-03-31", "2025-01-01", "2025-03-31")] // hold it by the way
    public void Days_around_the_Spring_Festival_are_compared_with_those_around_it(string from, string last, string then, string thenLast) =>
        Assert.Equal(Through(then, thenLast), YearBefore(Through(from, last)));

    [Fact]
    public void Where_the_data_end_before_the_days_both_years_are_cut() =>
        Assert.Equal(Through("2025-01-22", "2025-01-24"), YearBefore(Through("2026-02-10", "2026-02-23"), last: "2026-02-12"));

    [Fact]
    public void A_festival_before_the_data_is_no_comparison() =>
        Assert.Null(YearBefore(Through("2026-02-15", "2026-02-23"), first: "2025-02-01"));
}
