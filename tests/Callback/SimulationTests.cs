using Hotspot.Settings;

namespace Hotspot.Tests.Callback;

/// <summary>Weeks of a team that nobody planned by hand; the long form is <c>tests/Endurance/callbacks.cs</c>.</summary>
public sealed class SimulationTests
{
    private static readonly Lazy<List<SimulatedWeek>> Weeks = new(() =>
        [
            .. Enumerable
                .Range(1, 60)
                .AsParallel()
                .AsOrdered()
                .SelectMany(seed => new SimulatedTeam(seed, 300, new CallbackSettings()).Weeks(4)),
        ]
    );

    [Fact]
    public void Every_cohort_reaches_a_fifth_without_calling_half_of_the_city()
    {
        Assert.All(Weeks.Value, week => Assert.True(week.Coverage >= 0.2, $"{week.Coverage}"));
        Assert.InRange(Weeks.Value.Average(week => week.Coverage), 0.2, 0.25);
    }

    [Fact]
    public void The_intervals_hold_the_rates_of_all_orders_asked_or_not()
    {
        Assert.True(Weeks.Value.Average(week => Holds(week.True.Resolved, week.Rates.ResolvedLow, week.Rates.ResolvedHigh)) >= 0.93);
        Assert.True(Weeks.Value.Average(week => Holds(week.True.Satisfied, week.Rates.SatisfiedLow, week.Rates.SatisfiedHigh)) >= 0.93);
        // Unbiased within three standard errors of the mean of these weeks (about 4.5 points a week).
        Assert.InRange(Weeks.Value.Average(week => week.Rates.ResolvedRate!.Value - week.True.Resolved), -0.0087, 0.0087);
    }

    [Fact]
    public void A_minimum_of_streets_brings_every_street_that_can_be_called_a_call()
    {
        var settings = new CallbackSettings { StreetMinimum = 0.2, Counting = CallbackCounting.Dialled };
        var week = new SimulatedTeam(1, 300, settings).Weeks(1).Single();
        Assert.True(week.Plans.Sum(plan => plan.Periods[0].Extra) > 0);
        var streets = week
            .Plans.SelectMany(plan => plan.Strata)
            .Where(stratum => stratum.Eligible > 0)
            .Select(stratum => stratum.Street)
            .Distinct();
        Assert.Empty(streets.Except(week.Plans.SelectMany(plan => plan.Orders).Select(order => order.Street)));
    }

    [Fact]
    public void No_caller_is_called_twice_a_day_and_no_order_more_than_three_times()
    {
        foreach (var plan in Weeks.Value.SelectMany(week => week.Plans))
            Assert.Equal(plan.Orders.Count, plan.Orders.Select(order => order.ComplaintId).Distinct().Count());
        Assert.All(
            Weeks.Value,
            week => Assert.All(week.Plans.SelectMany(plan => plan.Orders), order => Assert.InRange(order.Attempt, 1, 3))
        );
    }

    private static double Holds(double rate, double? low, double? high) => rate >= low && rate <= high ? 1 : 0;
}
