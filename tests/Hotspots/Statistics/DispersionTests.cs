using Hotspot.Hotspots.Statistics;
using MathNet.Numerics.Distributions;

namespace Hotspot.Tests.Hotspots.Statistics;

public class DispersionTests
{
    /// <summary>The bug: of 324 streets some are calm for 13 weeks by luck, and then a third of stationary weeks had a hot one.</summary>
    [Fact]
    public void No_unit_is_taken_to_be_calmer_than_the_median_one()
    {
        long[] wild = [20, 2, 18, 4, 20, 2, 18, 4];
        long[] calm = [10, 11, 10, 11, 10, 11, 10, 11];
        IReadOnlyList<long>[] map = [wild, [.. wild.Reverse()], [4, 18, 2, 20, 4, 18, 2, 20], calm, [.. wild.Select(n => n / 2 + 3)]];
        var phi = Dispersion.Phi(map)!;

        Assert.Equal(phi.Min(), phi[3]);
        Assert.True(phi[3] > 2, $"{phi[3]}");
        Assert.True(phi[0] > phi[3]);
        Assert.Equal(phi[3], phi.Order().ElementAt(1), 1e-9);
    }

    [Fact]
    public void The_dispersion_of_changes_is_half_the_mean_square_of_the_steps_over_the_mean()
    {
        // Steps 20, -10, 30: mean square 1400/3; mean 27.5.
        var (phi, freedom) = Dispersion.OfChanges([10, 30, 20, 50]);
        Assert.Equal(1400.0 / 3 / 2 / 27.5, phi, 12);
        Assert.Equal(2.0 * 9 / 8, freedom, 12);
        Assert.Equal((1, double.PositiveInfinity), Dispersion.OfChanges([10, 30]));
        Assert.Equal((1, double.PositiveInfinity), Dispersion.OfChanges([0, 0, 0]));
        Assert.Equal(1, Dispersion.OfChanges([40, 40, 40, 40]).Phi);
    }

    /// <summary>A straight rise says nothing of how much weeks scatter; the variance takes all of it for scatter.</summary>
    [Fact]
    public void A_drift_leaves_the_dispersion_of_changes_nearly_alone()
    {
        long[] drift = [.. Enumerable.Range(0, 13).Select(week => 100L + 15 * week)];
        Assert.Equal(1, Dispersion.OfChanges(drift).Phi);
        Assert.True(Dispersion.OfSeries(drift) > 15);
    }

    /// <summary>Stationary weeks of overdispersed counts, two of which are compared: one in twenty at most seems changed.</summary>
    [Theory]
    [InlineData(20, 2.0)]
    [InlineData(150, 5.0)]
    public void Stationary_weeks_change_no_more_often_than_said(double mean, double phi)
    {
        var random = new Random(7);
        var changed = 0;
        for (var city = 0; city < 1000; city++)
        {
            var weeks = Enumerable
                .Range(0, 14)
                .Select(_ => (long)Poisson.Sample(random, Gamma.Sample(random, mean / (phi - 1), 1 / (phi - 1))))
                .ToArray();
            var (own, freedom) = Dispersion.OfChanges(weeks[..13]);
            changed += RateRatio.Overdispersed(weeks[13], weeks[12], own, 1, freedom).PValue <= 0.05 ? 1 : 0;
        }
        // 67 of 1,000 is the 99 % binomial limit of one in twenty.
        Assert.InRange(changed, 10, 67);
    }
}
