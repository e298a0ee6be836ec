using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class MannKendallTests
{
    /// <summary>Annual precipitation of the Great Lakes 1900–1986, inches (Hipel and McLeod 1994).</summary>
    private static readonly double[] GreatLakes =
    [
        .. "31.69 29.77 31.7 33.06 31.31 32.72 31.18 29.9 29.17 31.48 28.11 32.61 31.31 30.96 28.4 30.68 33.67 28.65 30.62 30.21 28.79 30.92 30.92 28.13 30.51 27.63 34.8 32.1 33.86 32.33 25.69 30.6 32.85 30.31 27.71 30.34 29.14 33.41 33.51 29.9 32.69 32.34 35.01 33.05 31.15 36.36 29.83 33.7 29.81 32.41 35.9 37.45 30.39 31.15 35.75 31.14 30.06 32.4 28.44 36.38 31.73 31.27 28.51 26.01 31.27 35.57 30.85 33.35 35.82 31.78 34.25 31.43 35.97 33.87 28.94 34.62 31.06 38.84 32.25 35.86 32.93 32.69 34.39 33.97 32.15 40.16 36.32"
            .Split(' ')
            .Select(HotspotData.Number),
    ];

    private static double[] Arbitrary() => HotspotData.Column("mann_kendall_360.csv", 0);

    /// <summary>R package Kendall, documentation of PrecipGL: 2-sided p 0.00029206 (single precision).</summary>
    [Fact]
    public void Rain_on_the_great_lakes_rises_as_in_R()
    {
        var trend = MannKendall.Of(GreatLakes);
        Assert.Equal(989, trend.S);
        Assert.Equal(74398.34, trend.Variance, 0.01);
        Assert.Equal(0.00029206, trend.PValue, 1e-7);
    }

    /// <summary>pyMannKendall's own expected figures, said there to agree with R's modifiedmk, fume, rkt and trend.</summary>
    [Fact]
    public void Missing_steps_are_passed_over_as_by_pyMannKendall()
    {
        var trend = MannKendall.Of(Arbitrary());
        Assert.Equal(-1959, trend.S);
        Assert.Equal(4889800.333333333, trend.Variance, 1e-6);
        Assert.Equal(-0.8854562842589916, trend.Z, 1e-12);
        Assert.Equal(0.37591058740506833, trend.PValue, 1e-12);
        Assert.Equal(-0.006369426751592357, MannKendall.SenSlope(Arbitrary()), 1e-15);
    }

    [Fact]
    public void Autocorrelation_corrects_the_variance_as_by_pyMannKendall()
    {
        var trend = MannKendall.HamedRao(Arbitrary());
        Assert.Equal(259723.81316716125, trend.Variance, 1e-3);
        Assert.Equal(-3.8419950613710894, trend.Z, 1e-8);
        Assert.Equal(0.00012203829241275166, trend.PValue, 1e-11);

        var three = MannKendall.HamedRao(Arbitrary(), lags: 3);
        Assert.Equal(14228919.889368296, three.Variance, 1e-3);
        Assert.Equal(-0.5190709455046154, three.Z, 1e-11);
        Assert.Equal(0.6037112685123898, three.PValue, 1e-11);
    }

    /// <summary>Series as hot-spot cubes have them; S, variance and p by R 4.2.2 from the definitions (the package Kendall agrees to 1e-4).</summary>
    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 45, 125, 3.935479640400, 8.30307033264e-05)]
    [InlineData("1 2 3 4 5 5 5 6 7 8", 42, 121.333333333, 3.722149325913, 1.97534139863e-04)]
    [InlineData("10 9 8 7 6 5 4 3 2 1", -45, 125, -3.935479640400, 8.30307033264e-05)]
    [InlineData("3 1 4 1 5 9 2 6 5 3 5 8", 25, 207, 1.668115312457, 9.52928380235e-02)]
    [InlineData("2 2 2 2 2 2 2 2 2 2", 0, 0, 0, 1)]
    [InlineData("-1.2 0.3 2.1 1.9 2.5 3.3 2.8 4.1 3.9 5 4.4 6.1", 58, 212.666666667, 3.908635243545, 9.28189813368e-05)]
    [InlineData("1 2 1 2 1 2 1 2", 4, 48, 0.433012701892, 6.65005542102e-01)]
    public void Short_series_with_ties_agree_with_R(string series, long s, double variance, double z, double p)
    {
        var trend = MannKendall.Of([.. series.Split(' ').Select(HotspotData.Number)]);
        Assert.Equal(s, trend.S);
        Assert.Equal(variance, trend.Variance, 1e-8);
        Assert.Equal(z, trend.Z, 1e-11);
        Assert.Equal(p, trend.PValue, 1e-11);
    }

    [Fact]
    public void Only_the_order_of_the_values_counts()
    {
        Assert.Equal(MannKendall.Of(GreatLakes), MannKendall.Of([.. GreatLakes.Select(x => Math.Exp(x / 10))]));
        var mirrored = MannKendall.Of([.. GreatLakes.Reverse()]);
        Assert.Equal(-989, mirrored.S);
        Assert.Equal(MannKendall.Of(GreatLakes).PValue, mirrored.PValue);
    }

    [Fact]
    public void Nothing_can_be_said_of_fewer_than_two_values()
    {
        Assert.Equal(1, MannKendall.Of([]).PValue);
        Assert.Equal(1, MannKendall.HamedRao([3, double.NaN]).PValue);
        Assert.Equal(double.NaN, MannKendall.SenSlope([3]));
    }

    /// <summary>1 in 20 by design; the plain test on sums of two neighbouring steps errs two to three times as often.</summary>
    [Fact]
    public void Overlapping_windows_mislead_the_plain_test_more_than_the_corrected()
    {
        var random = new Draws(20);
        var (plain, corrected) = (0, 0);
        for (var run = 0; run < 2000; run++)
        {
            var noise = Enumerable.Range(0, 53).Select(_ => random.Normal()).ToArray();
            var overlapping = Enumerable.Range(1, 52).Select(t => noise[t - 1] + noise[t]).ToArray();
            plain += MannKendall.Of(overlapping).PValue < 0.05 ? 1 : 0;
            corrected += MannKendall.HamedRao(overlapping, lags: 1).PValue < 0.05 ? 1 : 0;
        }
        Assert.InRange(plain / 2000.0, 0.10, 0.20);
        Assert.InRange(corrected / 2000.0, 0.03, plain / 2000.0 - 0.03);
    }
}
