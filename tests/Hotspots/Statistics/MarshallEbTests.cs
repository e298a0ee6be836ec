using System.Globalization;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>
/// Sudden infant deaths in the 100 counties of North Carolina, 1974–78 (Cressie and Read 1985, table; also in R's spData, nc.sids).
/// Expected figures: spdep 1.2-7 EBest; pysal/esda asserts the same first five.
/// </summary>
public class MarshallEbTests
{
    private static (double[] Deaths, double[] Births) Counties()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "hotspots", "nc_sids_1974.csv"))
            .Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        return ([.. rows.Select(r => r[1])], [.. rows.Select(r => r[0])]);
    }

    [Fact]
    public void North_carolina_is_smoothed_as_by_spdep()
    {
        var (deaths, births) = Counties();
        var prior = MarshallEb.Fit(deaths, births)!;
        Assert.Equal(7.692930647e-07, prior.Variance, 1e-15);
        Assert.Equal(667.0 / 329962, prior.Mean, 1e-15);
        var smoothed = deaths.Zip(births).Take(5).Select(c => prior.Smooth(c.First, c.Second));
        foreach (
            var (expected, actual) in new[] { 0.00169729733, 0.00170537768, 0.00177308702, 0.00201286808, 0.00353491315 }.Zip(smoothed)
        )
            Assert.Equal(expected, actual, 1e-11);
    }

    [Fact]
    public void Counts_that_vary_no_more_than_chance_are_all_the_mean()
    {
        var prior = MarshallEb.Fit([10, 10, 10], [1, 1, 1])!;
        Assert.Equal(0, prior.Variance);
        Assert.Equal(10, prior.Smooth(10, 1));
        Assert.All(RankCertainty.Interval90([10, 10, 10], 100, 1), rank => Assert.Equal((1, 3), rank));
    }

    [Fact]
    public void Without_exposure_more_cases_are_a_higher_rate_as_with_hardly_any()
    {
        var prior = MarshallEb.Fit([1, 20, 3], [10, 10, 10])!;
        Assert.True(prior.Variance > 0);
        Assert.Equal(prior.Mean, prior.Smooth(0, 0), 12);
        Assert.Equal(prior.Mean + 9 * prior.Variance / prior.Mean, prior.Smooth(9, 0), 9);
        Assert.Equal(prior.Smooth(9, 1e-9), prior.Smooth(9, 0), 1e-6);
    }

    [Fact]
    public void A_clear_first_is_surely_first_and_the_rest_are_not_told_apart()
    {
        var ranks = RankCertainty.Interval90([400, 50, 48, 51, 49], 2000, 7);
        Assert.Equal((1, 1), ranks[0]);
        Assert.All(ranks[1..], rank => Assert.Equal((2, 5), rank));
        Assert.Equal(ranks, RankCertainty.Interval90([400, 50, 48, 51, 49], 2000, 7));
    }
}
