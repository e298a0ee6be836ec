using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Reports;

namespace Hotspot.Tests.Reports;

public class DatesTests
{
    private readonly Dates _dates = new(Phrasebook.Load("zh"));

    [Theory]
    [InlineData(9, 10, "9—10时")]
    [InlineData(22, 0, "22—24时")]
    [InlineData(22, 24, "22—24时")]
    [InlineData(22, 1, "22时—次日1时")]
    [InlineData(0, 24, "0—24时")]
    public void Hours_over_midnight_name_the_next_day(int start, int end, string text) => Assert.Equal(text, _dates.Hours(start, end));

    [Theory]
    [InlineData(new[] { 9 }, "9-10")]
    [InlineData(new[] { 17, 18 }, "17-19")]
    [InlineData(new[] { 22, 23 }, "22-24")]
    [InlineData(new[] { 22, 23, 0, 9 }, "9-10 22-1")]
    [InlineData(new[] { 0 }, "0-1")]
    [InlineData(new[] { 23, 0, 1, 2 }, "23-3")]
    [InlineData(new int[0], "")]
    public void Neighbouring_hours_run_on_around_the_clock(int[] hours, string runs) =>
        Assert.Equal(runs, string.Join(' ', Dates.Runs(hours).Select(run => $"{run.Start}-{run.End}")));

    [Fact]
    public void All_hours_are_one_run() => Assert.Equal([(0, 24)], Dates.Runs(Enumerable.Range(0, 24)));

    [Fact]
    public void All_hours_but_one_are_one_run_over_midnight() =>
        Assert.Equal([(13, 12)], Dates.Runs(Enumerable.Range(0, 24).Where(hour => hour != 12)));

    [Fact]
    public void Periods_are_named_without_leading_zeros()
    {
        Assert.Equal("2025年第4周", _dates.Period(Period.OfWeek(new Week(2025, 4))));
        Assert.Equal("2025年4月", _dates.Period(Period.OfMonth(2025, 4, MonthRule.Natural)));
        Assert.Equal("2025年第2季度", _dates.Period(Period.OfQuarter(2025, 2, MonthRule.Natural)));
        Assert.Equal("2025年", _dates.Period(Period.OfYear(2025, MonthRule.Natural)));
    }

    [Theory]
    [InlineData("0 1 2 3 4 5 6 7 8", "1月1日—1月9日")]
    [InlineData("0 4 5 9", "1月1日、1月5日—1月6日、1月10日")]
    [InlineData("0 2 4 6", "1月1日、1月3日、1月5日等")]
    [InlineData("", "")]
    public void Neighbouring_days_are_one_span_and_a_cut_list_says_so(string days, string text) =>
        Assert.Equal(
            text,
            _dates.Days(
                days.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(day => new DateOnly(2025, 1, 1).AddDays(int.Parse(day, CultureInfo.InvariantCulture))),
                3
            )
        );

    [Fact]
    public void A_span_over_new_year_names_both_years()
    {
        Assert.Equal("4月21日—4月27日", _dates.Span(new(2025, 4, 21), new(2025, 4, 27)));
        Assert.Equal("2025年12月29日—2026年1月4日", _dates.Span(new(2025, 12, 29), new(2026, 1, 4)));
    }
}
