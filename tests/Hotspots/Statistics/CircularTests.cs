using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>Arrivals at an intensive care unit (Cox and Lewis 1966; Fisher 1993, B.1): R circular 0.4-95.</summary>
public class CircularTests
{
    private static readonly double[] Arrivals =
    [
        .. HotspotData
            .Rows("icu_arrivals.csv")
            .Select(row => row[0].Split(':'))
            .Select(clock => HotspotData.Number(clock[0]) + HotspotData.Number(clock[1]) / 60),
    ];

    [Fact]
    public void Arrivals_peak_as_fisher_found()
    {
        var day = Circular.Of(Arrivals)!;
        Assert.Equal(254, day.Count);
        Assert.Equal(0.3173029, day.Resultant, 1e-7);
        Assert.Equal(17.257917, day.MeanHour, 1e-6);
        Assert.Equal(4.307e-12, day.RayleighP, 5e-16);
        // R prints the approximation 2R̄ + R̄³ + 5R̄⁵/6 of Best and Fisher 1981; this is the root of A(κ) = R̄ itself.
        var r = day.Resultant;
        Assert.Equal(0.66923244, 2 * r + Math.Pow(r, 3) + 5 * Math.Pow(r, 5) / 6, 1e-8);
        Assert.Equal(0.66923244, day.Kappa, 5e-4);
        Assert.Equal(0.0721, day.Second, 1e-4);
        Assert.Equal(0.0782, day.Third, 1e-4);
        Assert.True(day.HasOnePeak);
        // From 50 events on R prints e^−z without the series.
        Assert.Equal(0.2667, Circular.Rayleigh(254, day.Second), 5e-4);
        Assert.Equal(0.2118, Circular.Rayleigh(254, day.Third), 5e-4);
    }

    [Fact]
    public void Later_clocks_only_turn_the_mean()
    {
        var day = Circular.Of(Arrivals)!;
        var later = Circular.Of([.. Arrivals.Select(hour => (hour + 9) % 24)])!;
        Assert.Equal((day.MeanHour + 9) % 24, later.MeanHour, 1e-9);
        Assert.Equal(day.Resultant, later.Resultant, 1e-12);
        Assert.Equal(day.Kappa, later.Kappa, 1e-9);
        var backwards = Circular.Of([.. Arrivals.Reverse()])!;
        Assert.Equal(day.MeanHour, backwards.MeanHour, 1e-9);
    }

    [Fact]
    public void Twice_the_arrivals_are_the_same_day_with_more_evidence()
    {
        var (day, twice) = (Circular.Of(Arrivals)!, Circular.Of([.. Arrivals, .. Arrivals])!);
        Assert.Equal(day.Resultant, twice.Resultant, 1e-12);
        Assert.True(twice.RayleighP < day.RayleighP);
    }

    [Fact]
    public void Two_peaks_twelve_hours_apart_have_no_mean_hour()
    {
        var day = Circular.Of([7, 7, 7, 19, 19, 19])!;
        Assert.Equal(double.NaN, day.MeanHour);
        Assert.Equal(1, day.Second, 1e-12);
        Assert.False(day.HasOnePeak);
        Assert.Equal(1, day.RayleighP, 1e-12);
    }

    [Fact]
    public void All_at_one_moment_is_infinitely_concentrated()
    {
        var day = Circular.Of([23.5, 23.5, 23.5, 23.5])!;
        Assert.Equal(23.5, day.MeanHour, 1e-9);
        Assert.True(day.Kappa > 1e8);
        Assert.InRange(day.RayleighP, 0, 0.05);
        Assert.Null(Circular.Of([]));
    }

    /// <summary>A(κ) of Fisher 1993, A.3 and A.4: κ 0.5 ↔ 0.24250, 1 ↔ 0.44640, 2 ↔ 0.69777, 10 ↔ 0.94860.</summary>
    [Theory]
    [InlineData(0.24250, 0.5)]
    [InlineData(0.44640, 1)]
    [InlineData(0.69777, 2)]
    [InlineData(0.94860, 10)]
    public void Kappa_is_read_off_the_tables(double resultant, double kappa)
    {
        // Two moments at ± the angle whose cosine is R̄.
        var half = Math.Acos(resultant) * 24 / (2 * Math.PI);
        Assert.Equal(kappa, Circular.Of([12 - half, 12 + half])!.Kappa, kappa * 2e-3);
    }
}
