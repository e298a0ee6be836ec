using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Recurrence;

public class RepeatsTests
{
    private static RepeatCounts Unit(string level, string? district, long callerIssues, long repeated, long closed = 0) =>
        new(level, district, null, callerIssues + repeated, repeated, closed, callerIssues, repeated, 0, callerIssues, 0);

    /// <summary>Newcombe 1998, Statistics in Medicine 17:857, table I: the score method without correction.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1)]
    public void Shares_have_wilsons_limits(long part, long whole, double low, double high)
    {
        var limits = Wilson.Interval95(part, whole);

        Assert.Equal(low, limits.Low, 5e-5);
        Assert.Equal(high, limits.High, 5e-5);
    }

    [Fact]
    public void A_unit_is_tested_against_the_city_by_fishers_exact_test()
    {
        // 12 of 20 against 18 of 80: R, phyper(11, 30, 70, 20, lower.tail = FALSE) = 0.001877.
        var rows = Repeats.Run([Unit("city", null, 100, 30), Unit("district", "甲区", 20, 12), Unit("district", "乙区", 80, 18)], []);
        var expected = Enumerable.Range(12, 9).Sum(k => Choose(30, k) * Choose(70, 20 - k) / Choose(100, 20));

        Assert.Equal(2 * expected, rows[1].QValue!.Value, 1e-9);
        Assert.True(rows[1].IsHigh);
        Assert.False(rows[2].IsHigh);
        Assert.Null(rows[0].QValue);

        static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
    }

    [Fact]
    public void A_small_unit_is_not_tested_and_shrinks_most_towards_its_peers()
    {
        var rows = Repeats.Run(
            [
                Unit("city", null, 2009, 209),
                Unit("district", "大一区", 1000, 160),
                Unit("district", "大二区", 1000, 45),
                Unit("district", "小区", 9, 4),
            ],
            []
        );

        Assert.Null(rows[3].IsHigh);
        Assert.True(Math.Abs(rows[1].EbRate!.Value - 0.16) < 0.01);
        Assert.True(rows[3].EbRate < 0.25, $"{rows[3].EbRate}");
        Assert.Equal(4 / 9.0, rows[3].RepeatRate, 12);
        Assert.Null(rows[0].EbRate);
    }

    [Fact]
    public void Shares_by_day_come_from_the_curve_of_the_unit()
    {
        var rows = Repeats.Run(
            [Unit("city", null, 40, 10, closed: 30), Unit("district", "甲区", 40, 10)],
            [
                new("city", null, null, 3, 10, 0),
                new("city", null, null, 5, 0, 50),
                new("city", null, null, 20, 10, 0),
                new("city", null, null, 30, 0, 30),
            ]
        );

        // By hand: 1 − 90/100; then 40 are left, of whom 10 come: 0.9 · 30/40.
        Assert.Equal((100L, 0L), (rows[0].Closings, rows[0].Returned));
        Assert.Equal(0.1, rows[0].Within7!.Value, 12);
        Assert.Equal(1 - 0.9 * 0.75, rows[0].Within30!.Value, 12);
        Assert.InRange(rows[0].Within30!.Value, rows[0].Within30Low!.Value, rows[0].Within30High!.Value);
        Assert.Null(rows[1].Within7);
    }

    [Fact]
    public void Without_closings_nothing_is_said_of_returns_and_without_callers_nothing_at_all()
    {
        Assert.Null(Repeats.Run([Unit("city", null, 40, 10)], [])[0].Returned);
        Assert.Empty(Repeats.Run([Unit("city", null, 0, 0)], []));
        Assert.Empty(Repeats.Run([], []));
    }

    [Fact]
    public void Equal_units_are_seldom_called_high()
    {
        var random = new Random(5);
        var alarms = 0;
        for (var run = 0; run < 400; run++)
        {
            var units = Enumerable
                .Range(0, 16)
                .Select(i => (Size: 20 + 30 * i, Repeated: Enumerable.Range(0, 20 + 30 * i).Count(_ => random.NextDouble() < 0.08)))
                .ToList();
            var city = Unit("city", null, units.Sum(unit => unit.Size), units.Sum(unit => unit.Repeated));
            var rows = Repeats.Run([city, .. units.Select((unit, i) => Unit("district", $"{i:00}区", unit.Size, unit.Repeated))], []);
            alarms += rows.Any(row => row.IsHigh == true) ? 1 : 0;
        }
        // 99 % binomial limit of 5 % of 400.
        Assert.True(alarms <= 31, $"{alarms} of 400");
    }
}
