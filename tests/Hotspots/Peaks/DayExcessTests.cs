using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>
/// With φ known a count has mean m + φ/n and dispersion d = φ(1 + 1/n); negative binomial of size r = mean ÷ (d − 1): P(0) = d⁻ʳ, P(1) = P(0)·r(1 − 1/d).
/// </summary>
public class DayExcessTests
{
    [Fact]
    public void Days_that_vary_like_Poisson_counts_make_the_conditional_binomial()
    {
        // Mean 4, variance 32/7: φ = 1.14 is taken for 1. 32 earlier ones on eight days: P(Bin(33, 1/9) ≥ 1).
        int[] earlier = [2, 2, 2, 2, 6, 6, 6, 6];
        var found = DayExcess.Of(1, earlier);
        Assert.Equal(4, found.Expected, 1e-12);
        Assert.Equal(1 - Math.Pow(8 / 9.0, 33), found.PValue, 1e-12);
        // Two after eight empty days: both on one day of nine.
        Assert.Equal(Math.Pow(1 / 9.0, 2), DayExcess.Of(2, new int[8]).PValue, 1e-12);
    }

    [Fact]
    public void Days_that_vary_more_are_negative_binomial_by_their_own_variance()
    {
        // Mean 4, variance 128/7, so φ = 32/7; then mean 32/7, d = 36/7, r = 32/29, r(1 − 1/d) = 8/9.
        int[] earlier = [0, 8, 0, 8, 0, 8, 0, 8];
        var none = Math.Pow(7 / 36.0, 32 / 29.0);
        Assert.Equal(1 - none, DayExcess.Of(1, earlier).PValue, 1e-12);
        Assert.Equal(1 - none * 17 / 9, DayExcess.Of(2, earlier).PValue, 1e-12);
        // What is known from more days counts only where it is more.
        Assert.Equal(1 - none, DayExcess.Of(1, earlier, 2).PValue, 1e-12);
    }

    [Fact]
    public void A_variance_of_one_and_a_half_means_is_still_taken_for_Poisson_and_a_larger_one_not()
    {
        // Σ(x − 4)² = 42 = 1.5 · 4 · 7; 32 in all.
        var exactly = DayExcess.Of(1, [8, 1, 1, 6, 5, 3, 5, 3]);
        Assert.Equal(1 - Math.Pow(8 / 9.0, 33), exactly.PValue, 1e-12);
        // Σ(x − 4)² = 44: φ = 11/7, d = 99/56, mean 4 + 11/56 = 235/56, r = 235/43.
        var beyond = DayExcess.Of(1, [8, 1, 1, 6, 6, 3, 4, 3]);
        Assert.Equal(1 - Math.Pow(56 / 99.0, 235 / 43.0), beyond.PValue, 1e-12);
    }

    [Fact]
    public void What_is_known_of_the_variance_from_more_days_holds_where_these_show_less()
    {
        // φ = 16/9: d = 2, and of eight empty days mean = r = 2/9.
        Assert.Equal(1 - Math.Pow(2, -2 / 9.0), DayExcess.Of(1, new int[8], 16 / 9.0).PValue, 1e-12);
        // Eight days of one: mean = r = 1 + 2/9, P(1) = P(0)·r/2.
        Assert.Equal(1 - Math.Pow(2, -11 / 9.0) * (1 + 11 / 18.0), DayExcess.Of(2, [1, 1, 1, 1, 1, 1, 1, 1], 16 / 9.0).PValue, 1e-12);
    }

    [Fact]
    public void Eight_empty_days_make_neither_certain_nor_impossible()
    {
        Assert.Equal(1.0 / 9, DayExcess.Of(1, new int[8]).PValue, 1e-12);
        Assert.Equal(1.0, DayExcess.Of(0, new int[8]).PValue);
    }

    [Fact]
    public void The_order_of_the_earlier_days_changes_nothing() =>
        Assert.Equal<Exceedance>(DayExcess.Of(9, [0, 8, 0, 8, 0, 8, 0, 8]), DayExcess.Of(9, [8, 8, 8, 8, 0, 0, 0, 0]));
}
