using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Hotspots.Statistics;
using Hotspot.Settings;

namespace Hotspot.Tests.Callback;

public sealed class CallbackRatesTests
{
    private static CohortOrder Order(int number, string street = "甲街道", string? caller = "k") =>
        new($"{number}", new(2025, 4, 21), new(2025, 4, 22), "朝阳区", street, "店外经营", caller);

    private static CohortOrder Valid(int number, bool resolved, string satisfaction, double inclusion, bool? contacted = null) =>
        Order(number) with
        {
            Attempts = 1,
            IsReached = true,
            IsValid = true,
            Contacted = contacted,
            Resolved = resolved,
            Satisfaction = satisfaction,
            Inclusion = inclusion,
        };

    [Fact]
    public void Rates_are_weighted_by_one_over_the_inclusion_probability_with_a_Wilson_interval_on_the_effective_size()
    {
        // Weights 2, 2, 4, 8: Σw = 16, Σw² = 88, so that the effective size is 256 ÷ 88.
        var rate = CallbackRates.Run(
            "2025-W17",
            [
                Valid(1, true, "satisfied", 0.5),
                Valid(2, false, "dissatisfied", 0.5),
                Valid(3, true, "basic", 0.25),
                Valid(4, false, "dissatisfied", 0.125),
                Order(5),
                Order(6, caller: null),
            ],
            new CallbackSettings(),
            RateWeights.Contract
        )[0];
        Assert.Equal((6, 5, 4, 4, 4), (rate.Orders, rate.Callable, rate.Dialled, rate.Reached, rate.Valid));
        Assert.Equal(256.0 / 88, rate.EffectiveSize!.Value, 8);
        Assert.Equal((6.0 / 16, 0.5), (rate.ResolvedRate!.Value, rate.ResolvedRaw!.Value));
        Assert.Equal((2 + 0.9 * 4) / 16, rate.SatisfiedRate!.Value, 8);
        Assert.Equal(1.9 / 4, rate.SatisfiedRaw!.Value, 8);
        var (low, high) = Wilson.Interval95(6.0 / 16, 256.0 / 88);
        Assert.Equal(
            (low, high),
            (rate.ResolvedLow!.Value, rate.ResolvedHigh!.Value),
            (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-8
        );
        Assert.Null(rate.ContactedRate);
        Assert.Null(rate.Score);
    }

    [Fact]
    public void Even_weights_are_the_plain_rates_and_the_score_is_the_contracts()
    {
        var rate = CallbackRates.Run(
            "2025-W17",
            [Valid(1, true, "satisfied", 0.2, contacted: true), Valid(2, false, "dissatisfied", 0.2, contacted: true)],
            new CallbackSettings(),
            RateWeights.Contract
        )[0];
        Assert.Equal((0.5, 0.5, 2.0), (rate.ResolvedRate, rate.ResolvedRaw, rate.EffectiveSize));
        Assert.Equal(100 * (0.1 * 1 + 0.4 * 0.5 + 0.5 * 0.5), rate.Score!.Value, 6);
    }

    [Fact]
    public void Dialled_reached_and_valid_are_told_apart_and_a_setting_says_which_count()
    {
        CohortOrder[] orders =
        [
            Valid(1, true, "satisfied", 0.5),
            Order(2) with
            {
                Attempts = 1,
                IsReached = true,
                Inclusion = 0.5,
            },
            Order(3) with
            {
                Attempts = 3,
                Inclusion = 0.5,
            },
            Order(4),
        ];
        double? Coverage(CallbackCounting counting) =>
            CallbackRates.Run("p", orders, new CallbackSettings { Counting = counting }, RateWeights.Contract)[0].Coverage;
        Assert.Equal(
            (0.25, 0.5, 0.75),
            (Coverage(CallbackCounting.Valid), Coverage(CallbackCounting.Reached), Coverage(CallbackCounting.Dialled))
        );
    }

    [Fact]
    public void Without_a_valid_callback_there_are_no_rates()
    {
        var rate = CallbackRates.Run("p", [Order(1)], new CallbackSettings(), RateWeights.Contract)[0];
        Assert.Equal((0.0, null, null, null), (rate.Coverage, rate.ResolvedRate, rate.SatisfiedLow, rate.EffectiveSize));
    }

    [Fact]
    public void Parts_add_up_to_the_city()
    {
        var rows = CallbackRates.Run(
            "p",
            [.. Enumerable.Range(0, 40).Select(i => Order(i, $"{i % 7}街道") with { Issue = $"类{i % 3}" })],
            new CallbackSettings(),
            RateWeights.Contract
        );
        foreach (var level in (string[])["district", "street", "issue"])
            Assert.Equal(40, rows.Where(row => row.Level == level).Sum(row => row.Orders));
    }
}
