using Hotspot.Hotspots.Forecasting;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class ControlLimitsTests
{
    [Fact]
    public void Limits_are_two_standard_deviations_from_the_mean()
    {
        // Mean 100, squares 400 + 0 + 400 over two degrees of freedom: variance 400.
        var limits = ControlLimits.Of([80, 100, 120]);
        Assert.Equal((100, 60, 140), (limits.Centre, Math.Round(limits.Low, 9), Math.Round(limits.High, 9)));
    }

    [Fact]
    public void Equal_counts_still_vary_as_poisson()
    {
        var limits = ControlLimits.Of([100, 100, 100]);
        Assert.Equal((80, 120), (limits.Low, limits.High));
    }

    [Fact]
    public void A_limit_is_never_below_zero() => Assert.Equal(0, ControlLimits.Of([1, 1, 1]).Low);

    [Fact]
    public void The_naive_forecast_is_the_mean_of_the_last_four()
    {
        var forecast = NaiveForecast.Of([9_999, 90, 110, 90, 110])!;
        Assert.Equal(100, forecast.Mean);
        // Variance 133.3 over the four: 1.28155 * sqrt(133.333 * 1.25) = 16.5447.
        Assert.Equal(83.4553, forecast.Low, 3);
        Assert.Equal(116.5447, forecast.High, 3);
    }

    [Fact]
    public void Three_periods_give_no_forecast() => Assert.Null(NaiveForecast.Of([1, 2, 3]));
}
