using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class CountTests
{
    /// <summary>poisson.test and qchisq of R 4.2.2.</summary>
    [Theory]
    [InlineData(0, 0, 3.68887945411)]
    [InlineData(1, 0.0253178079843, 5.57164339094)]
    [InlineData(2, 0.2422092785440, 7.22468766772)]
    [InlineData(3, 0.6186721228956, 8.76727306974)]
    [InlineData(5, 1.6234863901184, 11.66833207932)]
    [InlineData(10, 4.7953886961324, 18.39035604202)]
    [InlineData(20, 12.2165195854039, 30.88837790267)]
    [InlineData(50, 37.1109637374619, 65.91876666434)]
    [InlineData(100, 81.3639912509231, 121.62679379243)]
    [InlineData(1000, 938.9730184076952, 1063.95213601630)]
    public void Garwood_limits_agree_with_R(long count, double low, double high)
    {
        var limits = Garwood.Limits(count);
        Assert.Equal(low, limits.Low, 6);
        Assert.Equal(high, limits.High, 6);
    }

    /// <summary>binom.test and own mid-p by R 4.2.2 (dbinom).</summary>
    [Theory]
    [InlineData(5, 2, 2.5, 0.4092860809, 26.253476772, 0.2890625)]
    [InlineData(12, 20, 0.6, 0.2674276312, 1.288735652, 0.1627556575)]
    [InlineData(120, 100, 1.2, 0.9126057783, 1.580742007, 0.1783815706)]
    [InlineData(0, 3, 0, 0, 2.419951893, 0.125)]
    [InlineData(1200, 1000, 1.2, 1.1024815552, 1.306359641, 1.991641656e-05)]
    [InlineData(57, 80, 0.7125, 0.4981641754, 1.013327464, 0.04984808081)]
    [InlineData(10, 10, 1, 0.3735468467, 2.677040400, 1)]
    public void Rate_ratios_agree_with_R(long now, long then, double ratio, double low, double high, double p)
    {
        var result = RateRatio.Exact(now, then);
        Assert.Equal(ratio, result.Ratio, 9);
        Assert.Equal(low, result.Low, 5);
        Assert.Equal(high, result.High, 4);
        Assert.Equal(p, result.PValue, 1e-8);
    }

    /// <summary>
    /// Sudden infant deaths and births 1979 against 1974 (Cressie and Read 1985): R's poisson.test, limits of the ratio and of the rate of 1974. Its p is
    /// another one (the sum of all that is as rare) and not compared.
    /// </summary>
    [Theory]
    [InlineData("Ashe", 0, 1364, 1, 1091, 0.0, 0.0, 31.19428152492666, 2.32060568141979e-05, 0.00510691419884409)]
    [InlineData(
        "Stokes",
        5,
        2038,
        1,
        1612,
        3.954857703631011,
        0.4425420074086847,
        187.05503479008271,
        1.57058362185421e-05,
        0.00345635446088021
    )]
    [InlineData(
        "Rowan",
        8,
        6427,
        3,
        4606,
        1.911104195840465,
        0.4586911025913812,
        11.184548804852046,
        0.000134318741401564,
        0.0019034461723279
    )]
    [InlineData(
        "Anson",
        4,
        1875,
        15,
        1570,
        0.223288888888889,
        0.0539441581422555,
        0.700901394334296,
        0.00534737970240975,
        0.0157581011920292
    )]
    [InlineData(
        "Brunswick",
        6,
        2655,
        5,
        2181,
        0.985762711864407,
        0.2506559265462211,
        4.083171795199429,
        0.000744377070205603,
        0.00534999178327495
    )]
    public void Unequal_exposures_agree_with_R(
        string county,
        long now,
        double birthsNow,
        long then,
        double birthsThen,
        double ratio,
        double low,
        double high,
        double rateLow,
        double rateHigh
    )
    {
        Assert.NotEmpty(county);
        var result = RateRatio.Exact(now, then, birthsNow / birthsThen);
        Assert.Equal(ratio, result.Ratio, 1e-9);
        Assert.Equal(low, result.Low, 1e-6 * Math.Max(1, low));
        Assert.Equal(high, result.High, 1e-6 * high);
        Assert.Equal(rateLow, Garwood.Limits(then).Low / birthsThen, 1e-9);
        Assert.Equal(rateHigh, Garwood.Limits(then).High / birthsThen, 1e-9);
    }

    [Fact]
    public void A_count_after_nothing_has_an_infinite_ratio_and_a_finite_lower_limit()
    {
        var result = RateRatio.Exact(3, 0);
        Assert.Equal(double.PositiveInfinity, result.Ratio);
        Assert.Equal(0.4132313550, result.Low, 6);
        Assert.Equal(0.125, result.PValue, 12);
    }

    [Fact]
    public void Overdispersion_widens_the_limits_and_weakens_the_evidence()
    {
        var exact = RateRatio.Exact(120, 80);
        var spread = RateRatio.Overdispersed(120, 80, 4);
        Assert.True(spread.Low < exact.Low && spread.High > exact.High && spread.PValue > exact.PValue);
        Assert.Equal(exact, RateRatio.Overdispersed(120, 80, 1));
        // What a quarter of the cases would say by the exact test; its limits go by the logarithm: 1.5 e^(±1.96 √(4(1/120 + 1/80))).
        Assert.Equal(RateRatio.Exact(30, 20).PValue, spread.PValue, 12);
        Assert.Equal(0.8519, spread.Low, 4);
    }

    /// <summary>Sums of the probabilities themselves.</summary>
    [Fact]
    public void Tails_are_the_sums_of_their_probabilities()
    {
        var poisson = 1 - Enumerable.Range(0, 7).Sum(k => Math.Exp(-2.5) * Math.Pow(2.5, k) / Factorial(k));
        Assert.Equal(poisson, CountTail.Poisson(7, 2.5), 12);

        // size 3, success 0.4: mean 4.5, variance 11.25.
        var negative = 1 - Enumerable.Range(0, 6).Sum(k => Factorial(k + 2) / (Factorial(k) * 2) * Math.Pow(0.4, 3) * Math.Pow(0.6, k));
        Assert.Equal(negative, CountTail.NegativeBinomial(6, 4.5, 2.5), 12);

        var binomial = Enumerable
            .Range(4, 5)
            .Sum(k => Factorial(8) / (Factorial(k) * Factorial(8 - k)) * Math.Pow(0.3, k) * Math.Pow(0.7, 8 - k));
        Assert.Equal(binomial, CountTail.Binomial(4, 8, 0.3), 12);
    }

    [Fact]
    public void The_critical_count_is_the_first_that_chance_hardly_reaches()
    {
        foreach (var mean in new[] { 0.01, 0.4, 3, 40 })
        {
            var k = CountTail.PoissonCritical(mean, 0.001);
            Assert.True(CountTail.Poisson(k, mean) <= 0.001);
            Assert.True(CountTail.Poisson(k - 1, mean) > 0.001);
        }
    }

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
}
