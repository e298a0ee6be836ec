using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Tests.Grouping;

/// <summary>What days that a person chose are compared with.</summary>
public class ChosenDaysTests
{
    private static readonly CutCalendar Beijing = new(DayOfWeek.Monday, MonthRule.Natural) { Work = WorkCalendar.Load() };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static DaySpan Through(string from, string last) => new(Day(from), Day(last).AddDays(1));

    private static DaySpan? YearBefore(DaySpan asked, string last = "2026-12-31", string first = "2023-01-01") =>
        Cutting.Compared(null, asked, (Day(first), Day(last)), Beijing).YearBefore;

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

    [Theory]
    [InlineData("2024-05-01", "2024-05-05", "2023-04-29", "2023-05-03")] // 劳动节
    [InlineData("2025-05-31", "2025-06-02", "2024-06-08", "2024-06-10")] // 端午节, one day beside a weekend
    [InlineData("2024-09-15", "2024-09-17", "2023-09-29", "2023-10-01")] // 中秋节, the year before together with 国庆节 and named first
    [InlineData("2026-09-25", "2026-09-27", "2025-10-06", "2025-10-08")] // the same, named last
    [InlineData("2026-01-01", "2026-01-03", "2025-01-01", "2025-01-03")] // 元旦, one day a year before
    [InlineData("2026-09-25", "2026-09-26", "2025-09-25", "2025-09-26")] // a part of it is no holiday
    public void The_days_of_a_holiday_are_compared_with_those_of_the_same_holiday(string from, string last, string then, string thenLast) =>
        Assert.Equal(Through(then, thenLast), YearBefore(Through(from, last)));
}
