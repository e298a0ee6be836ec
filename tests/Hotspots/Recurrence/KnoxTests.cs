using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Recurrence;

/// <summary>Burkitt's lymphoma, 188 cases: pysal/pointpats' tests, R surveillance's knox, and 9,999 own permutations by another program.</summary>
public class KnoxTests
{
    private static double[] X => HotspotData.Column("burkitt_west_nile.csv", 0);
    private static double[] Y => HotspotData.Column("burkitt_west_nile.csv", 1);
    private static int[] Day => [.. HotspotData.Column("burkitt_west_nile.csv", 2).Select(t => (int)t)];

    [Theory]
    [InlineData(20, 5, 13, 10.1438161, 0.1984)]
    [InlineData(2, 30, 3, 0.9640459665, 0.0728)]
    [InlineData(5, 60, 12, 8.929343498, 0.1798)]
    [InlineData(10, 60, 40, 28.82193651, 0.0247)]
    public void West_nile_agrees_with_pointpats_and_surveillance(double reach, int days, long observed, double expected, double p)
    {
        var cell = Assert.Single(Knox.Table(X, Y, Day, new KnoxSettings([reach], [days], Replicas: 9999, Seed: 4)));
        Assert.Equal(observed, cell.Observed);
        Assert.Equal(expected, cell.Expected, 1e-7);
        Assert.Equal(p, cell.PermutationP!.Value, 0.015);
    }

    /// <summary>pointpats prints P(X &gt; 13) = 0.146; 13 or more has 0.2222666739.</summary>
    [Fact]
    public void The_poisson_tail_holds_what_was_observed() =>
        Assert.Equal(0.2222666739, Knox.Table(X, Y, Day, new KnoxSettings([20], [5]))[0].PoissonP, 1e-8);

    [Fact]
    public void Bands_add_up_to_the_pairs_within_their_reach()
    {
        var bands = Knox.Table(X, Y, Day, new KnoxSettings([0, 2, 5, 10, 20], [0, 1, 3, 5]));
        Assert.Equal(20, bands.Length);
        Assert.Equal(13, bands.Sum(cell => cell.Observed));
        Assert.Equal(10.1438161, bands.Sum(cell => cell.Expected), 1e-7);
    }

    /// <summary>The definition, pair by pair.</summary>
    [Theory]
    [InlineData(Metric.Euclidean)]
    [InlineData(Metric.Manhattan)]
    public void The_grid_finds_every_pair(Metric metric)
    {
        var (x, y, day) = Streets(400, 7);
        double[] space = [0, 50, 100, 200];
        int[] time = [0, 1, 3];
        var found = Knox.Table(x, y, day, new KnoxSettings(space, time, metric));
        var counts = new long[space.Length * time.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = i + 1; j < x.Length; j++)
            {
                var (dx, dy) = (Math.Abs(x[i] - x[j]), Math.Abs(y[i] - y[j]));
                var apart = metric == Metric.Manhattan ? dx + dy : Math.Sqrt(dx * dx + dy * dy);
                var (s, t) = (space.Count(bound => bound < apart), time.Count(bound => bound < Math.Abs(day[i] - day[j])));
                if (s < space.Length && t < time.Length)
                    counts[s * time.Length + t]++;
            }
        }
        Assert.Equal(counts, found.Select(cell => cell.Observed));
        Assert.True(found[0].Observed > 0);
    }

    [Fact]
    public void Neither_order_nor_origin_nor_threads_change_the_table()
    {
        var (x, y, day) = Streets(300, 8);
        var settings = new KnoxSettings([0, 64, 128], [0, 7], Replicas: 99);
        var first = Knox.Table(x, y, day, settings);
        Assert.Equal(first, Knox.Table(x, y, day, settings));
        var random = new Draws(1);
        var order = Enumerable.Range(0, 300).OrderBy(_ => random.Next()).ToArray();
        var moved = Knox.Table(
            [.. order.Select(i => x[i] - 4096)],
            [.. order.Select(i => y[i] + 1024)],
            [.. order.Select(i => day[i] + 20_000)],
            settings
        );
        Assert.Equal(first.Select(c => (c.Observed, c.Expected)), moved.Select(c => (c.Observed, c.Expected)));
    }

    [Fact]
    public void Dates_permuted_within_weekdays_expect_a_market_of_sundays()
    {
        // One place with events on Sundays only, another on all other days: no place has more than its weekdays explain.
        var (x, y, day) = (new double[140], new double[140], new int[140]);
        for (var i = 0; i < 140; i++)
            (x[i], day[i]) = i < 70 ? (0, i % 10 * 7) : (10_000, (i - 70) % 10 * 7 + 1 + i % 6);
        int[] weekday = [.. day.Select(d => d % 7)];
        var settings = new KnoxSettings([0], [0], Replicas: 999);
        var plain = Knox.Table(x, y, day, settings)[0];
        var within = Knox.Table(x, y, day, settings, weekday)[0];
        Assert.True(plain.Ratio > 1.3 && plain.PermutationP < 0.01);
        Assert.Equal(1, within.Ratio, 1e-12);
        Assert.Equal(1, within.PermutationP);
    }

    [Fact]
    public void The_expectation_is_the_mean_of_the_permutations()
    {
        var (x, y, day) = Streets(60, 9);
        int[] weekday = [.. day.Select(d => d % 7)];
        var expected = Knox.Table(x, y, day, new KnoxSettings([100], [7]), weekday)[0].Expected;
        var random = new Draws(2);
        double sum = 0;
        for (var replica = 0; replica < 1500; replica++)
        {
            var dates = (int[])day.Clone();
            foreach (var group in Enumerable.Range(0, 60).GroupBy(i => weekday[i]).Select(g => g.ToArray()))
            {
                var shuffled = group.OrderBy(_ => random.Next()).ToArray();
                for (var k = 0; k < group.Length; k++)
                    dates[group[k]] = day[shuffled[k]];
            }
            sum += Knox.Table(x, y, dates, new KnoxSettings([100], [7]))[0].Observed;
        }
        Assert.Equal(expected, sum / 1500, expected * 0.04);
    }

    [Fact]
    public void A_planted_wave_stands_out_in_its_band_alone()
    {
        var (x, y, day) = Streets(2000, 10, side: 20_000);
        for (var i = 0; i < 200; i++)
            (x[i], y[i], day[i]) = (x[i + 1000] + 30, y[i + 1000], day[i + 1000] + 1);
        var cells = Knox.Table(x, y, day, new KnoxSettings([0, 50, 100, 200], [0, 1, 3, 7], Replicas: 199));
        var hot = Assert.Single(cells, cell => cell.PoissonP < 1e-6);
        Assert.Equal((1, 1), (hot.Space, hot.Time));
        Assert.Equal(1 / 200.0, hot.PermutationP!.Value, 12);
    }

    private static (double[] X, double[] Y, int[] Day) Streets(int events, ulong seed, int side = 1500)
    {
        var random = new Draws(seed);
        var x = new double[events];
        var y = new double[events];
        var day = new int[events];
        for (var i = 0; i < events; i++)
        {
            // A quarter repeats an earlier place; distances of exactly 50 and 100 occur.
            (x[i], y[i]) = i % 4 == 3 ? (x[i / 2], y[i / 2]) : (random.Below(side / 10) * 10, random.Below(side / 10) * 10);
            day[i] = random.Below(90);
        }
        return (x, y, day);
    }
}
