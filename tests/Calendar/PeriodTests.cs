using Hotspot.Calendar;

namespace Hotspot.Tests.Calendar;

public class PeriodTests
{
    [Fact]
    public void A_week_runs_from_monday_to_sunday()
    {
        var week = Period.OfWeek(new Week(2025, 17));
        Assert.Equal((new DateOnly(2025, 4, 21), new DateOnly(2025, 4, 27)), (week.From, week.LastDay));
    }

    [Theory]
    [InlineData(DayOfWeek.Sunday, "2025-04-20", "2025-04-26")]
    [InlineData(DayOfWeek.Saturday, "2025-04-19", "2025-04-25")]
    [InlineData(DayOfWeek.Tuesday, "2025-04-22", "2025-04-28")]
    public void A_week_may_start_on_another_day(DayOfWeek start, string from, string last)
    {
        var week = Period.OfWeek(new Week(2025, 17), start);
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(last)), (week.From, week.LastDay));
        for (var day = week.From; day <= week.LastDay; day = day.AddDays(1))
            Assert.Equal(week, Period.Holding(PeriodKind.Weekly, day, start, MonthRule.Natural));
    }

    [Fact]
    public void An_assessment_month_runs_from_the_19th_to_the_18th()
    {
        var month = Period.OfMonth(2025, 1, MonthRule.Assessment);
        Assert.Equal((new DateOnly(2024, 12, 19), new DateOnly(2025, 1, 18)), (month.From, month.LastDay));
        Assert.Equal(month, Period.Holding(PeriodKind.Monthly, new DateOnly(2024, 12, 19), DayOfWeek.Monday, MonthRule.Assessment));
        Assert.Equal("2024-12", month.Previous().Name);
    }

    [Fact]
    public void Week_53_has_no_counterpart_in_a_year_of_52() => Assert.Null(Period.OfWeek(new Week(2026, 53)).YearBefore());

    [Theory]
    [InlineData(PeriodKind.Weekly, "2025-W17", true)]
    [InlineData(PeriodKind.Weekly, "2025-W53", false)]
    [InlineData(PeriodKind.Weekly, "2025-04", false)]
    [InlineData(PeriodKind.Monthly, "2025-13", false)]
    [InlineData(PeriodKind.Quarterly, "2025-Q2", true)]
    [InlineData(PeriodKind.Yearly, "2025", true)]
    public void A_period_is_read_only_in_the_form_of_its_kind(PeriodKind kind, string text, bool readable) =>
        Assert.Equal(readable, Period.Parse(kind, text, DayOfWeek.Monday, MonthRule.Natural) is not null);
}
