using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Callback;

/// <summary>When calls are made, and how many a day takes.</summary>
public sealed class CallWindowTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Load();

    [Theory]
    [InlineData("2025-W16", "2025-04-25")]
    // The five days of 1 May and the make-up day before it: 27 April is a Sunday that is worked, and the last of its week.
    [InlineData("2025-W17", "2025-05-07")]
    public void The_window_closes_five_workdays_after_the_period(string week, string closes)
    {
        var period = Period.Parse(PeriodKind.Weekly, week, DayOfWeek.Monday, MonthRule.Natural)!;
        Assert.Equal(DateOnly.Parse(closes, null), Calendar.ClosesOn(period, 5));
    }

    [Fact]
    public void Before_a_long_holiday_two_weeks_and_the_running_one_are_open()
    {
        var open = Calendar.Open(PeriodKind.Weekly, new DateOnly(2025, 5, 7), DayOfWeek.Monday, MonthRule.Natural, 5);
        Assert.Equal(["2025-W17", "2025-W18", "2025-W19"], open.Select(period => period.Name));
    }

    [Fact]
    public void A_period_has_no_call_on_its_first_day() =>
        Assert.DoesNotContain(
            "2025-W18",
            Calendar
                .Open(PeriodKind.Weekly, new DateOnly(2025, 4, 28), DayOfWeek.Monday, MonthRule.Natural, 5)
                .Select(period => period.Name)
        );

    [Theory]
    [InlineData(0, 0.5, 5, 0)]
    [InlineData(-3, 0.5, 5, 0)]
    [InlineData(60, 1, 1, 60)]
    [InlineData(60, 1, 4, 20)]
    public void Calls_without_doubt_are_what_is_missing_spread_over_the_days_but_the_last(int missing, double rate, int days, int calls) =>
        Assert.Equal(calls, CallSizing.Calls(missing, rate, days));

    [Fact]
    public void A_lower_contact_rate_and_fewer_days_take_more_calls()
    {
        Assert.True(CallSizing.Calls(50, 0.4, 3) > CallSizing.Calls(50, 0.6, 3));
        Assert.True(CallSizing.Calls(50, 0.5, 1) > CallSizing.Calls(50, 0.5, 3));
        Assert.True(CallSizing.Calls(50, 0.5, 1) >= 100);
    }

    [Fact]
    public void The_contact_rate_is_that_of_four_weeks_the_own_one_where_it_is_worse_and_the_assumed_one_without_history()
    {
        var settings = new CallbackSettings();
        Assert.Equal(0.5, CallSizing.Rate([new ContactCount("2025-W16", 29, 29, 29)], "2025-W17", settings));
        ContactCount[] counts = [new("2025-W16", 70, 50, 42), new("2025-W17", 30, 12, 8)];
        Assert.Equal(0.5, CallSizing.Rate(counts, "2025-W18", settings));
        Assert.Equal(8 / 30.0, CallSizing.Rate(counts, "2025-W17", settings), 12);
        Assert.Equal(0.62, CallSizing.Rate(counts, "2025-W18", settings with { Counting = CallbackCounting.Reached }));
        Assert.Equal(1, CallSizing.Rate(counts, "2025-W18", settings with { Counting = CallbackCounting.Dialled }));
    }
}
