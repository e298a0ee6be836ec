using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

public class TestDaysTests
{
    private static readonly DateOnly LastDay = SomeHours.LastDay;

    private static TestDays Of(DateOnly from, string kind = "all", int days = 100) =>
        TestDays.Of(SomeHours.Scope(days, (_, _) => 1), kind, from, LastDay, new PeakSettings());

    [Fact]
    public void A_period_of_eight_days_stands_on_its_own_and_one_of_seven_on_the_eight_weeks_that_end_with_it()
    {
        var eight = Of(LastDay.AddDays(-7));
        Assert.Equal((LastDay.AddDays(-7), 8, 8), (eight.StandingFrom, eight.Standing.Count, eight.Period.Count));

        var seven = Of(LastDay.AddDays(-6));
        Assert.Equal((LastDay.AddDays(-55), 56, 7), (seven.StandingFrom, seven.Standing.Count, seven.Period.Count));
    }

    [Fact]
    public void The_past_is_the_fifty_six_days_before_the_period_and_none_of_the_period()
    {
        var days = Of(SomeHours.From);
        Assert.Equal(
            (SomeHours.From.AddDays(-56), SomeHours.From.AddDays(-1), 56),
            (days.Before[0].Day, days.Before[^1].Day, days.Before.Count)
        );
    }

    [Fact]
    public void A_long_period_without_enough_days_of_a_kind_keeps_all_that_it_has()
    {
        // Sixty days, all working days: eight weeks of weekends would begin within the period.
        var days = Of(LastDay.AddDays(-59), "weekend");
        Assert.Equal((LastDay.AddDays(-59), 0), (days.StandingFrom, days.Standing.Count));
    }

    [Fact]
    public void Days_after_the_last_take_no_part()
    {
        var scope = SomeHours.Scope(30, (_, _) => 1);
        var days = TestDays.Of(scope, "all", SomeHours.From.AddDays(-7), SomeHours.From.AddDays(-1), new PeakSettings());
        Assert.Equal((SomeHours.From.AddDays(-1), SomeHours.From.AddDays(-1)), (days.Period[^1].Day, days.Standing[^1].Day));
    }

    [Fact]
    public void Each_kind_sees_its_own_days()
    {
        HourScope scope = new(
            "city",
            "",
            [
                SomeHours.Day(LastDay.AddDays(-2), DayKind.Holiday),
                SomeHours.Day(LastDay.AddDays(-1), DayKind.Weekend),
                SomeHours.Day(LastDay, DayKind.Workday),
            ]
        );
        int[] Seen(string kind) =>
            [
                .. TestDays
                    .Of(scope, kind, SomeHours.From, LastDay, new PeakSettings())
                    .Period.Select(day => day.Day.DayNumber - LastDay.DayNumber),
            ];
        Assert.Equal([-2, -1, 0], Seen("all"));
        Assert.Equal([0], Seen("workday"));
        Assert.Equal([-1], Seen("weekend"));
        Assert.Equal([-2], Seen("holiday"));
    }
}
