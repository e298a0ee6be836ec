using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Peaks;

public class DayEffectsTests
{
    // A Monday.
    private static readonly DateOnly First = new(2025, 1, 27);

    private static DayScope Scope(
        Func<DateOnly, double> mean,
        ulong seed = 1,
        int weeks = 13,
        Func<DateOnly, DayKind>? kind = null,
        string name = "",
        string level = "city"
    )
    {
        var random = new Draws(seed);
        kind ??= day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;
        return new(
            level,
            name,
            [
                .. Enumerable
                    .Range(0, weeks * 7)
                    .Select(i => First.AddDays(i))
                    .Select(day => (day, kind(day), (long)random.Poisson(mean(day)))),
            ]
        );
    }

    private static DayEffect Row(IEnumerable<DayEffect> rows, string effect, string name) =>
        rows.Single(row => row.Effect == effect && row.Name == name);

    [Fact]
    public void A_quiet_Saturday_and_a_growing_city_are_measured_with_limits_that_hold_the_truth()
    {
        var rows = DayEffects.Run([
            Scope(day => 400 * (day.DayOfWeek == DayOfWeek.Saturday ? 0.7 : 1) * Math.Pow(1.02, (day.DayNumber - First.DayNumber) / 7.0)),
        ]);
        // Against the geometric mean of the week, one day of seven at 0.7.
        var truth = 0.7 / Math.Pow(0.7, 1.0 / 7);
        var saturday = Row(rows, "weekday", "6");
        Assert.InRange(truth, saturday.FactorLow, saturday.FactorHigh);
        Assert.InRange(saturday.FactorHigh - saturday.FactorLow, 0.02, 0.08);
        Assert.True(saturday.PValue < 1e-6);
        var trend = Row(rows, "trend", "week");
        Assert.InRange(1.02, trend.FactorLow, trend.FactorHigh);
        Assert.True(trend.PValue < 1e-6);
        Assert.Equal((13, First, First.AddDays(90)), (saturday.Days, saturday.FromOn, saturday.UntilOn));
        Assert.DoesNotContain(rows, row => row.Effect == "holiday");
    }

    [Fact]
    public void The_factors_of_the_weekdays_multiply_to_one_and_do_not_change_with_the_volume()
    {
        var scope = Scope(day => 60 + 20 * (int)day.DayOfWeek);
        var doubled = scope with { Days = [.. scope.Days.Select(day => (day.Day, day.Kind, day.Incidents * 2))] };
        var factors = DayEffects.Run([scope]).Where(row => row.Effect == "weekday").Select(row => row.Factor).ToArray();
        Assert.Equal(1, factors.Aggregate(1.0, (product, factor) => product * factor), 1e-9);
        var again = DayEffects.Run([doubled]).Where(row => row.Effect == "weekday").Select(row => row.Factor).ToArray();
        Assert.All(factors.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 0.03));
    }

    [Fact]
    public void A_holiday_is_held_against_the_same_weekday()
    {
        // Wednesdays are busy; the holidays lie on Wednesdays and are half as busy.
        static bool IsHoliday(DateOnly day) => day.DayOfWeek == DayOfWeek.Wednesday && day.DayNumber % 2 == 0;
        var rows = DayEffects.Run([
            Scope(
                day => (day.DayOfWeek == DayOfWeek.Wednesday ? 600 : 300) * (IsHoliday(day) ? 0.5 : 1),
                kind: day =>
                    IsHoliday(day) ? DayKind.Holiday
                    : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
                    : DayKind.Workday
            ),
        ]);
        var holiday = Row(rows, "holiday", "holiday");
        Assert.InRange(0.5, holiday.FactorLow, holiday.FactorHigh);
        Assert.InRange(holiday.Days, 6, 7);
        Assert.True(Row(rows, "weekday", "3").FactorLow > 1.5);
    }

    [Fact]
    public void A_working_Saturday_before_a_holiday_is_no_Saturday()
    {
        static bool IsMadeUp(DateOnly day) => day == First.AddDays(12) || day == First.AddDays(33);
        DayKind Kind(DateOnly day) =>
            IsMadeUp(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? DayKind.Workday : DayKind.Weekend;
        var rows = DayEffects.Run([
            Scope(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !IsMadeUp(day) ? 100 : 400, kind: Kind),
        ]);
        Assert.Equal(11, Row(rows, "weekday", "6").Days);
        Assert.InRange(Row(rows, "weekday", "6").Factor / Row(rows, "weekday", "1").Factor, 0.22, 0.28);
    }

    [Fact]
    public void Three_weeks_or_a_handful_of_incidents_give_nothing()
    {
        Assert.Empty(DayEffects.Run([Scope(_ => 500, weeks: 3)]));
        Assert.Empty(DayEffects.Run([Scope(_ => 0.5)]));
    }

    /// <summary>A stationary city whose days vary three times as much as Poisson's: the negative binomial keeps its 5 %; 99 % limit of 400 runs.</summary>
    [Fact]
    public void Days_that_are_alike_are_called_different_as_rarely_as_the_level_says()
    {
        var random = new Draws(7);
        var scopes = Enumerable
            .Range(0, 400)
            .Select(run => Scope(_ => 50 * random.Gamma(25, 25), seed: (ulong)run + 100, name: $"{run}", level: "street"))
            .ToArray();
        var rows = DayEffects.Run(scopes).Where(row => row is { Effect: "weekday", Name: "1" }).ToArray();
        Assert.Equal(400, rows.Length);
        Assert.InRange(rows.Count(row => row.PValue <= 0.05), 5, 40);
        Assert.True(rows.Count(row => row.QValue <= 0.05) <= 2);
    }
}
