using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Areas;

public class IssueChangesTests
{
    private static readonly long[] Calm = [40, 41, 39, 40, 42, 38, 40, 40];
    private static readonly long[] Wild = [5, 90, 12, 75, 3, 80, 10, 60];

    [Fact]
    public void The_dispersion_of_a_series_is_its_variance_over_its_mean_and_never_below_one()
    {
        // Mean 10, sum of squares 200, two degrees of freedom: variance 100.
        Assert.Equal(10, Dispersion.OfSeries([0, 10, 20]), 12);
        Assert.Equal(1, Dispersion.OfSeries(Calm));
        Assert.Equal(1, Dispersion.OfSeries([0, 50]));
        Assert.Equal(1, Dispersion.OfSeries([]));
    }

    [Fact]
    public void A_doubling_is_a_change_in_a_calm_series_and_none_in_a_wild_one()
    {
        var q = IssueChanges.Run([new IssueSeries("calm", 80, 40, Calm), new IssueSeries("wild", 80, 40, Wild)], 1);
        Assert.True(q["calm"] <= 0.05, $"{q["calm"]}");
        Assert.True(q["wild"] > 0.05, $"{q["wild"]}");
    }

    /// <summary>The bug: a season that doubles within the weeks before made every change of a week disappear.</summary>
    [Fact]
    public void A_season_does_not_hide_a_change_from_one_week_to_the_next()
    {
        long[] spring = [100, 118, 131, 150, 163, 179, 201, 214, 231, 248, 262, 280, 297];
        Assert.True(IssueChanges.Run([new IssueSeries("barbecue", 460, 297, spring)], 1)["barbecue"] <= 0.05);
        Assert.True(IssueChanges.Run([new IssueSeries("barbecue", 330, 297, spring)], 1)["barbecue"] > 0.05);
    }

    [Fact]
    public void An_issue_without_a_case_is_not_tested() =>
        Assert.Equal(["some"], IssueChanges.Run([new IssueSeries("none", 0, 0, []), new IssueSeries("some", 3, 2, [])], 1).Keys);

    [Fact]
    public void Thirty_one_days_against_twenty_eight_are_no_rise() =>
        Assert.True(IssueChanges.Run([new IssueSeries("a", 31_000, 28_000, [])], 31.0 / 28)["a"] > 0.9);
}
