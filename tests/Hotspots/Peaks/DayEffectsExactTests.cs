using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>Days without chance: every day is exactly what its factors say, so that the fit can be written down.</summary>
public class DayEffectsExactTests
{
    // A Monday.
    private static readonly DateOnly First = new(2025, 1, 6);

    /// <param name="incidents">Of a day, 0 the first.</param>
    private static DayScope Scope(int weeks, Func<int, long> incidents, string level = "city", string name = "", params int[] holidays) =>
        new(
            level,
            name,
            [
                .. Enumerable
                    .Range(0, weeks * 7)
                    .Select(i =>
                        (
                            First.AddDays(i),
                            holidays.Contains(i) ? DayKind.Holiday
                            : i % 7 >= 5 ? DayKind.Weekend
                            : DayKind.Workday,
                            incidents(i)
                        )
                    ),
            ]
        );

    private static DayEffect Row(IEnumerable<DayEffect> rows, string effect, string name) =>
        rows.Single(row => row.Effect == effect && row.Name == name);

    [Fact]
    public void Four_weeks_give_each_weekday_against_the_geometric_mean()
    {
        // Powers of two whose exponents have the mean 3.
        long[] week = [4, 8, 16, 32, 8, 4, 4];
        var rows = DayEffects.Run([Scope(4, i => week[i % 7])]);
        for (var weekday = 0; weekday < 7; weekday++)
        {
            var row = Row(rows, "weekday", $"{weekday + 1}");
            Assert.Equal(week[weekday] / 8.0, row.Factor, 1e-6);
            Assert.Equal((4, 4 * week[weekday]), (row.Days, row.Incidents));
        }
        var trend = Row(rows, "trend", "week");
        Assert.Equal((28, 304L), (trend.Days, trend.Incidents));
        Assert.Equal(1, trend.Factor, 1e-6);
        Assert.Equal(1, trend.PValue, 1e-6);
        Assert.Empty(DayEffects.Run([Scope(3, i => 10 * week[i % 7])]));
    }

    [Fact]
    public void Counts_that_double_every_week_have_a_trend_of_two()
    {
        var rows = DayEffects.Run([Scope(5, i => 2L << i / 7)]);
        Assert.Equal(2, Row(rows, "trend", "week").Factor, 1e-6);
        // The week's seven days are alike although each should be 2^(1/7) times the day before: Monday is that far above, Sunday below.
        for (var weekday = 0; weekday < 7; weekday++)
            Assert.Equal(Math.Pow(2, (3 - weekday) / 7.0), Row(rows, "weekday", $"{weekday + 1}").Factor, 1e-6);
    }

    /// <summary>Thursdays lie in the middle of the week, so the model without weekdays has no trend: twice Σ y ln(y/52·7), six degrees of freedom.</summary>
    [Fact]
    public void The_weekdays_are_tested_by_the_likelihood_ratio()
    {
        var rows = DayEffects.Run([Scope(4, i => i % 7 == 3 ? 4 : 8)]);
        var half = 4 * (6 * 8 * Math.Log(8 * 7 / 52.0) + 4 * Math.Log(4 * 7 / 52.0));
        // χ² of six degrees: e^(−x/2) (1 + x/2 + (x/2)²/2).
        var p = Math.Exp(-half) * (1 + half + half * half / 2);
        Assert.InRange(p, 0.19, 0.2);
        Assert.All(rows.Where(row => row.Effect == "weekday"), row => Assert.Equal(p, row.PValue, 1e-6));
    }

    [Fact]
    public void A_weekday_with_five_incidents_is_enough_and_with_four_the_unit_has_none()
    {
        DayScope Thin(long last) =>
            Scope(
                4,
                i =>
                    i % 7 != 3 ? 8
                    : i == 24 ? last
                    : 1
            );
        Assert.Equal(5, Row(DayEffects.Run([Thin(2)]), "weekday", "4").Incidents);
        Assert.Empty(DayEffects.Run([Thin(1)]));
    }

    [Fact]
    public void A_hundred_incidents_are_enough_and_ninety_nine_are_not()
    {
        // Three a day are 84 in four weeks.
        Assert.NotEmpty(DayEffects.Run([Scope(4, i => i < 16 ? 4 : 3)]));
        Assert.Empty(DayEffects.Run([Scope(4, i => i < 15 ? 4 : 3)]));
    }

    /// <summary>A Wednesday, a Thursday and a Saturday of three weeks, half of what their weekdays have.</summary>
    [Fact]
    public void Three_holidays_have_a_factor_also_on_a_Saturday()
    {
        int[] holidays = [9, 17, 26];
        var rows = DayEffects.Run([Scope(6, i => holidays.Contains(i) ? 4 : 8, holidays: holidays)]);
        var holiday = Row(rows, "holiday", "holiday");
        Assert.Equal(0.5, holiday.Factor, 1e-6);
        Assert.Equal((3, 12L), (holiday.Days, holiday.Incidents));
        Assert.Equal((42, 6 * 56L - 12), (Row(rows, "trend", "week").Days, Row(rows, "trend", "week").Incidents));
        // A weekday is told of its ordinary days.
        Assert.Equal((5, 40L), (Row(rows, "weekday", "3").Days, Row(rows, "weekday", "3").Incidents));
    }

    [Fact]
    public void Two_holidays_have_none_and_their_days_are_left_out()
    {
        int[] holidays = [9, 17];
        var rows = DayEffects.Run([Scope(6, i => holidays.Contains(i) ? 4 : 8, holidays: holidays)]);
        Assert.DoesNotContain(rows, row => row.Effect == "holiday");
        Assert.Equal((40, 320L), (Row(rows, "trend", "week").Days, Row(rows, "trend", "week").Incidents));
    }

    [Fact]
    public void Holidays_without_any_incident_have_no_factor_and_one_of_three_without_is_counted()
    {
        int[] holidays = [9, 17, 26];
        var rows = DayEffects.Run([Scope(6, i => holidays.Contains(i) ? 0 : 8, holidays: holidays)]);
        Assert.DoesNotContain(rows, row => row.Effect == "holiday");
        Assert.Equal(39, Row(rows, "trend", "week").Days);

        var counted = DayEffects.Run([Scope(6, i => i == 9 ? 0 : 8, holidays: holidays)]);
        Assert.Equal((3, 16L), (Row(counted, "holiday", "holiday").Days, Row(counted, "holiday", "holiday").Incidents));
    }

    [Fact]
    public void A_holiday_like_its_weekday_is_no_effect_however_much_weekdays_differ()
    {
        var rows = DayEffects.Run([Scope(6, i => i % 7 == 6 ? 64 : 8, holidays: [9, 17, 26])]);
        Assert.Equal(1, Row(rows, "holiday", "holiday").Factor, 1e-6);
        Assert.Equal(1, Row(rows, "holiday", "holiday").PValue, 1e-6);
        Assert.True(Row(rows, "weekday", "7").PValue < 1e-9);
    }

    [Fact]
    public void Rows_are_in_order_of_level_and_name()
    {
        var rows = DayEffects.Run([.. SomeHours.OutOfOrder(1, (_, _) => 0).Select(unit => Scope(4, _ => 8, unit.Level, unit.Scope))]);
        Assert.Equal(SomeHours.InOrder, rows.Select(row => (row.ScopeLevel, row.Scope)).Distinct());
    }
}
