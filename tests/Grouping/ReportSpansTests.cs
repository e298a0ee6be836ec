using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using static Hotspot.Tests.Grouping.TinyCity;

namespace Hotspot.Tests.Grouping;

public class ReportSpansTests
{
    private static ReportSpans For(Period period, string first, string last) =>
        ReportSpans.For(period, new Coverage(Day(first), Day(last), 1), DayOfWeek.Monday, WorkCalendar.Load());

    [Fact]
    public void A_whole_week_is_compared_with_the_week_before_and_the_same_week_of_the_year_before()
    {
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-27");

        Assert.Equal(Span("2025-04-21", "2025-04-28"), spans.Current);
        Assert.Equal(Span("2025-04-14", "2025-04-21"), spans.Previous);
        Assert.Equal(Span("2024-04-22", "2024-04-29"), spans.YearBefore);
        Assert.False(spans.IsRunning);
    }

    // 2025-01-29 and 2024-02-10 began the lunar year: 354 days apart.
    [Theory]
    [InlineData(2025, 5, "2024-02-08", "2024-01-29")] // holds the festival
    [InlineData(2025, 7, "2024-02-22", "2024-02-12")] // held it a year before
    [InlineData(2026, 8, "2025-01-28", "2025-02-17")]
    public void A_week_of_the_Spring_Festival_is_compared_with_its_days_a_year_before(int year, int week, string from, string byDate)
    {
        var spans = For(Period.OfWeek(new Week(year, week)), "2023-01-01", "2026-04-23");

        Assert.True(spans.IsByFestival);
        Assert.Equal(new DaySpan(Day(from), Day(from).AddDays(7)), spans.YearBefore);
        Assert.Equal(new DaySpan(Day(byDate), Day(byDate).AddDays(7)), spans.YearByDate);
    }

    [Fact]
    public void A_running_week_of_the_festival_is_cut_in_both_years()
    {
        var spans = For(Period.OfWeek(new Week(2025, 5)), "2023-01-01", "2025-01-28");

        Assert.Equal((Span("2024-02-08", "2024-02-10"), Span("2024-01-29", "2024-01-31")), (spans.YearBefore, spans.YearByDate));
    }

    [Fact]
    public void A_festival_before_the_data_is_no_comparison_but_its_week_by_date_may_be()
    {
        var spans = For(Period.OfWeek(new Week(2026, 8)), "2025-02-10", "2026-04-23");

        Assert.Null(spans.YearBefore);
        Assert.NotNull(spans.YearByDate);
    }

    [Theory]
    [InlineData(2025, 12)]
    [InlineData(2025, 40)] // National Day has its date
    public void Other_weeks_are_compared_by_their_number(int year, int week)
    {
        var spans = For(Period.OfWeek(new Week(year, week)), "2023-01-01", "2026-04-23");

        Assert.False(spans.IsByFestival);
        Assert.Equal(new Week(year - 1, week).Monday, spans.YearBefore?.From);
        Assert.Null(spans.YearByDate);
    }

    [Fact]
    public void Days_off_are_counted_where_the_periods_have_not_as_many()
    {
        var beijing = WorkCalendar.Load();
        DaysOff? Of(Period period) => DaysOff.Of(For(period, "2023-01-01", "2026-04-23"), beijing);

        Assert.Equal(new DaysOff(6, 0, 5), Of(Period.OfWeek(new Week(2025, 5))));
        Assert.Equal(new DaysOff(4, 5, 8), Of(Period.OfMonth(2025, 2, MonthRule.Natural)));
        Assert.Null(Of(Period.OfWeek(new Week(2025, 12))));
        Assert.Null(DaysOff.Of(For(Period.OfWeek(new Week(2025, 5)), "2023-01-01", "2026-04-23"), WorkCalendar.None));
    }

    [Fact]
    public void A_running_week_is_compared_with_the_same_number_of_days()
    {
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-23");

        Assert.True(spans.IsRunning);
        Assert.Equal(Span("2025-04-21", "2025-04-24"), spans.Current);
        Assert.Equal(Span("2025-04-14", "2025-04-17"), spans.Previous);
        Assert.Equal(Span("2024-04-22", "2024-04-25"), spans.YearBefore);
    }

    [Fact]
    public void A_whole_month_is_compared_with_the_whole_shorter_month_before()
    {
        var spans = For(Period.OfMonth(2025, 3, MonthRule.Natural), "2024-01-01", "2025-06-01");
        Assert.Equal(Span("2025-02-01", "2025-03-01"), spans.Previous);
    }

    [Fact]
    public void A_running_month_longer_than_the_month_before_takes_that_month_whole()
    {
        var spans = For(Period.OfMonth(2025, 3, MonthRule.Natural), "2024-01-01", "2025-03-30");
        Assert.Equal((30, Span("2025-02-01", "2025-03-01")), (spans.Current.Days, spans.Previous!.Value));
    }

    [Fact]
    public void Week_53_has_no_counterpart_in_the_year_before()
    {
        var spans = For(Period.OfWeek(new Week(2026, 53)), "2024-01-01", "2027-01-31");

        Assert.Null(spans.YearBefore);
        Assert.Equal(Span("2026-12-21", "2026-12-28"), spans.Previous);
    }

    [Fact]
    public void A_week_before_the_first_day_of_the_data_is_unknown()
    {
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2025-04-15", "2025-04-27");

        Assert.Null(spans.Previous);
        Assert.Null(spans.YearBefore);
    }

    [Fact]
    public void Data_that_end_before_the_period_do_not_make_it_run()
    {
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-10");
        Assert.Equal((7, false), (spans.Current.Days, spans.IsRunning));
    }

    [Fact]
    public void What_any_count_lacks_is_left_out_of_all()
    {
        IReadOnlyList<DayCount> Count(DaySpan span, int hole) =>
            [.. Enumerable.Range(0, span.Days).Select(i => new DayCount(span.From.AddDays(i), i == hole ? 0 : 30, i == hole ? 0 : 30))];
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-27")
            .Comparable(span => Count(span, 5))
            .Comparable(span => Count(span, 2));
        var quiet = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-27")
            .Comparable(span => Count(span, 5))
            .Comparable(_ => []);

        Assert.Equal([new(2025, 4, 23), new(2025, 4, 26)], spans.EmptyDays);
        Assert.Equal([new(2025, 4, 26)], quiet.EmptyDays);
        Assert.Null(quiet.Previous);
    }

    [Fact]
    public void A_hole_in_a_busy_export_takes_the_comparisons_away()
    {
        var spans = For(Period.OfWeek(new Week(2025, 17)), "2024-01-01", "2025-04-27");
        var hole = Day("2025-04-24");
        IReadOnlyList<DayCount> Count(DaySpan span, int perDay, DateOnly? empty) =>
            [
                .. Enumerable
                    .Range(0, span.Days)
                    .Select(i => span.From.AddDays(i))
                    .Select(day => new DayCount(day, day == empty ? 0 : perDay, day == empty ? 0 : perDay)),
            ];

        var holed = spans.Comparable(span => Count(span, BusySource.LeastADay, hole));
        Assert.Equal([hole], holed.EmptyDays);
        Assert.Null(holed.Previous);
        Assert.Null(holed.YearBefore);

        Assert.Equal(spans, spans.Comparable(span => Count(span, BusySource.LeastADay - 1, hole)));

        var holedBefore = spans.Comparable(span => Count(span, BusySource.LeastADay, Day("2025-04-15")));
        Assert.Empty(holedBefore.EmptyDays);
        Assert.Null(holedBefore.Previous);
        Assert.Equal(spans.YearBefore, holedBefore.YearBefore);
    }
}
