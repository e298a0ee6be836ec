using Hotspot.Calendar;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Forecasting;

/// <summary>The parts of the forecast against other programs and published figures.</summary>
public class ForecastKernelTests
{
    private static readonly double[] Co2 = HotspotData.Column("co2.csv", 1);
    private static readonly double[] Passengers = HotspotData.Column("air_passengers.csv", 1);

    [Fact]
    public void Carbon_dioxide_is_smoothed_as_R_does()
    {
        var start = HoltWinters.Start(Co2, 12);
        double Squares(double[] at) => HoltWinters.Run(Co2, 12, start, at[0], at[1], at[2]).SquaredError;
        var (after, squares) = HoltWinters.Run(Co2, 12, start, 0.5126484, 0.009497669, 0.4728868);
        Assert.Equal(43.12986, squares, 0.0001);
        Assert.Equal(364.76162367, after.Level, 0.0001);
        Assert.Equal(0.12474380, after.Trend, 0.0001);
        Assert.Equal(HotspotData.Column("co2_forecast.csv", 1), HoltWinters.Forecast(after, 6), (a, b) => Math.Abs(a - b) < 0.0005);
        var found = HoltWinters.Fit(Squares, 3);
        Assert.True(Squares(found) <= 43.12987);
        Assert.Equal([0.5126484, 0.009497669, 0.4728868], found, (a, b) => Math.Abs(a - b) < 0.01);
    }

    [Fact]
    public void A_season_of_odd_length_is_found_where_a_line_carries_it()
    {
        double[] season = [3, -1, 2, -4, 0, 1, -1];
        double[] series = [.. Enumerable.Range(0, 28).Select(t => 10 + 0.5 * t + season[t % 7])];
        var start = HoltWinters.Start(series, 7);
        Assert.Equal(0.5, start.Trend, 9);
        Assert.Equal(season, start.Season, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    /// <summary>EXPECTED of the reference: R forecast 8.20, passengers of 1959 and 1960 from the years before.</summary>
    [Fact]
    public void Passengers_are_scored_as_R_scores_them()
    {
        var known = Passengers[..120];
        var scale = ForecastErrors.Scale(known, 12)!.Value;
        var actual = HotspotData.Column("air_passengers_forecast.csv", 0);
        var year = HotspotData.Column("air_passengers_forecast.csv", 1);
        var ets = HotspotData.Column("air_passengers_forecast.csv", 2);
        Assert.Equal(71.25, ForecastErrors.MeanAbsolute(actual, year), 6);
        Assert.Equal(76.994589, ForecastErrors.RootMeanSquare(actual, year), 6);
        Assert.Equal(2.4935191, ForecastErrors.MeanAbsolute(actual, year) / scale, 6);
        Assert.Equal(34.839814, ForecastErrors.MeanAbsolute(actual, ets), 6);
        Assert.Equal(39.892711, ForecastErrors.RootMeanSquare(actual, ets), 6);
        Assert.Equal(1.2192806, ForecastErrors.MeanAbsolute(actual, ets) / scale, 6);
    }

    [Fact]
    public void The_loss_of_a_quantile_is_smallest_at_the_quantile()
    {
        double[] counts = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        double Loss(double quantile) => counts.Average(count => ForecastErrors.Pinball(count, quantile, 0.9));
        Assert.Equal(90, Enumerable.Range(0, 100).MinBy(quantile => Math.Round(Loss(quantile), 9)), 1.0);
        Assert.Equal(0.9 * 2, ForecastErrors.Pinball(12, 10, 0.9), 9);
        Assert.Equal(0.1 * 2, ForecastErrors.Pinball(8, 10, 0.9), 9);
    }

    [Fact]
    public void A_series_that_stands_still_has_no_scale()
    {
        Assert.Null(ForecastErrors.Scale([3, 3, 3, 3], 1));
        Assert.Null(ForecastErrors.SquaredScale([3], 1));
        Assert.Equal(2, ForecastErrors.Scale([1, 3, 1], 1));
        Assert.Equal(4, ForecastErrors.SquaredScale([1, 3, 1], 1));
    }

    /// <summary>Memphis, January to November learned, December to come, cells of 500 m in the bounding box; figures of pai_reference.csv.</summary>
    [Theory]
    [InlineData(10, 14, 31.835416666666667, 0.5185185185185185, 0.8750956787975783)]
    [InlineData(20, 20, 22.739583333333336, 0.425531914893617, 1.0661471018022406)]
    [InlineData(44, 37, 19.12192234848485, 0.5138888888888888, 1.0034623030239203)]
    [InlineData(100, 45, 10.2328125, 0.3515625, 1.4028251339503166)]
    [InlineData(219, 69, 7.164526255707762, 0.359375, 1.4665283042842925)]
    public void Memphis_robberies_of_December_lie_in_the_cells_of_the_year(int cells, int hits, double pai, double pei, double inverseRri)
    {
        var rows = HotspotData
            .Rows("memphis_robberies.csv")
            .Select(row => (IsLearned: !row[0].StartsWith("2019-12", StringComparison.Ordinal), X: Cell(row[1]), Y: Cell(row[2])))
            .ToList();
        var (left, right) = (rows.Min(row => row.X), rows.Max(row => row.X));
        var (bottom, top) = (rows.Min(row => row.Y), rows.Max(row => row.Y));
        var (columns, all) = (right - left + 1, (right - left + 1) * (top - bottom + 1));
        Assert.Equal(4366, all);
        int[] Counts(bool learned)
        {
            var counts = new int[all];
            foreach (var row in rows.Where(row => row.IsLearned == learned))
                counts[(row.Y - bottom) * columns + row.X - left]++;
            return counts;
        }
        var learned = Counts(true);
        var found = HitRates.Of([.. learned.Select(count => (double)count)], learned, Counts(false), cells);
        Assert.Equal((hits, 192), (found.Hits, found.Incidents));
        Assert.Equal(pai, found.Pai, 9);
        Assert.Equal(pei, found.Pei, 9);
        Assert.Equal(1 / inverseRri, found.Rri, 9);

        static int Cell(string metres) => (int)Math.Floor(HotspotData.Number(metres) / 500);
    }

    [Fact]
    public void A_week_with_holidays_holds_less()
    {
        // Four weeks, days off are told half as often as workdays, holidays a quarter as often; the last two weeks hold five and no holidays.
        var from = new DateOnly(2025, 3, 31);
        DayKind Kind(DateOnly day) =>
            day >= new DateOnly(2025, 4, 14) && day < new DateOnly(2025, 4, 19) ? DayKind.Holiday
            : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
            : DayKind.Workday;
        long Cases(DateOnly day) =>
            Kind(day) switch
            {
                DayKind.Workday => 400,
                DayKind.Weekend => 200,
                _ => 100,
            };
        var days = Enumerable.Range(0, 28).Select(day => Cases(from.AddDays(day))).ToArray();
        var inputs = new ForecastInputs(new WeekSteps(from, 4), days, Kind, []);
        var content = WeekContent.Of(inputs, 4);
        Assert.Equal([1, 1, (5 * 0.25 + 2 * 0.5) / 6, 1, 1], content, (a, b) => Math.Abs(a - b) < 0.01);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1.8, 0)]
    [InlineData(1.3, 0.05)]
    public void How_far_counts_lie_from_their_means_is_found_again(double phi, double kappa)
    {
        var random = new Draws(7);
        var pairs = new List<(double, double)>();
        for (var i = 0; i < 20_000; i++)
        {
            var mean = 1 + 40 * random.Unit();
            var extra = phi + kappa * mean - 1;
            pairs.Add((mean, random.Poisson(extra > 0 ? random.Gamma(mean / extra, 1 / extra) : mean)));
        }
        var spread = ForecastSpread.Of(pairs);
        Assert.Equal(phi, spread.Phi, 0.12);
        Assert.Equal(kappa, spread.Kappa, 0.012);
        // Limits at 80 % hold four fifths at least, for counts are whole.
        var inside = pairs.Average(pair =>
            pair.Item2 >= spread.Quantile(0.1, pair.Item1) && pair.Item2 <= spread.Quantile(0.9, pair.Item1) ? 1.0 : 0
        );
        Assert.InRange(inside, 0.79, 0.9);
    }
}
