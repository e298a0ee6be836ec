using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Clustering;

public class GridDbscanTests
{
    private sealed record Cloud(double[] X, double[] Y, int[] Weights);

    /// <summary>Blobs, a thin bridge, noise, repeated coordinates, and a lattice whose distances equal eps.</summary>
    private static Cloud Some(ulong seed, int n)
    {
        var random = new Draws(seed);
        var x = new double[n];
        var y = new double[n];
        var w = new int[n];
        for (var i = 0; i < n; i++)
        {
            w[i] = random.Below(8) == 0 ? 1 + random.Below(4) : 1;
            var blob = random.Below(7);
            (x[i], y[i]) = (i % 10, i) switch
            {
                (0 or 1, _) => (random.Unit() * 2000, random.Unit() * 2000),
                (2, > 20) => (x[i - 7], y[i - 7]),
                (3, _) => (random.Below(12) * 50.0, random.Below(12) * 50.0),
                _ => (blob * 290 + random.Normal() * 40, blob % 3 * 400 + random.Normal() * 40),
            };
        }
        return new Cloud(x, y, w);
    }

    /// <summary>The definition, word by word, in O(n²).</summary>
    private static (bool[] Core, int[] Component, double[] NearestCore) Reference(Cloud c, double eps, int[] minPts)
    {
        var n = c.X.Length;
        double D(int i, int j) => (c.X[i] - c.X[j]) * (c.X[i] - c.X[j]) + (c.Y[i] - c.Y[j]) * (c.Y[i] - c.Y[j]);
        var core = Enumerable
            .Range(0, n)
            .Select(i => Enumerable.Range(0, n).Where(j => D(i, j) <= eps * eps).Sum(j => c.Weights[j]) >= minPts[i % minPts.Length])
            .ToArray();
        var component = Enumerable.Repeat(-1, n).ToArray();
        for (var seed = 0; seed < n; seed++)
        {
            if (!core[seed] || component[seed] >= 0)
                continue;
            var queue = new Stack<int>([seed]);
            component[seed] = seed;
            while (queue.TryPop(out var i))
            {
                for (var j = 0; j < n; j++)
                {
                    if (core[j] && component[j] < 0 && D(i, j) <= eps * eps)
                    {
                        component[j] = seed;
                        queue.Push(j);
                    }
                }
            }
        }
        var nearest = Enumerable
            .Range(0, n)
            .Select(i => Enumerable.Range(0, n).Where(j => core[j]).Select(j => D(i, j)).DefaultIfEmpty(double.MaxValue).Min())
            .ToArray();
        return (core, component, nearest);
    }

    private static void AssertIsDbscan(Cloud c, double eps, int[] minPts, Clusters found)
    {
        var (core, component, nearest) = Reference(c, eps, minPts);
        Assert.Equal(core, found.Core);
        var names = new Dictionary<int, int>();
        for (var i = 0; i < core.Length; i++)
        {
            if (core[i])
            {
                Assert.True(names.TryAdd(component[i], found.Labels[i]) || names[component[i]] == found.Labels[i]);
                continue;
            }
            Assert.Equal(nearest[i] > eps * eps, found.Labels[i] < 0);
            if (found.Labels[i] < 0)
                continue;
            // A border point lies with its nearest core point.
            Assert.Contains(
                Enumerable.Range(0, core.Length),
                j =>
                    core[j]
                    && found.Labels[j] == found.Labels[i]
                    && Math.Pow(c.X[i] - c.X[j], 2) + Math.Pow(c.Y[i] - c.Y[j], 2) == nearest[i]
            );
        }
        Assert.Equal(found.Count, names.Values.Distinct().Count());
        Assert.Equal(names.Count, found.Count);
        var sizes = Enumerable
            .Range(0, found.Count)
            .Select(k => Enumerable.Range(0, core.Length).Where(i => found.Labels[i] == k).Sum(i => c.Weights[i]))
            .ToArray();
        Assert.Equal(sizes.OrderDescending(), sizes);
    }

    [Theory]
    [InlineData(1, 400, 50, 5)]
    [InlineData(2, 900, 50, 12)]
    [InlineData(3, 900, 20, 3)]
    [InlineData(4, 300, 300, 40)]
    [InlineData(5, 60, 50, 1)]
    [InlineData(6, 900, 50.00001, 8)]
    public void The_cells_find_what_the_definition_says(ulong seed, int n, double eps, int minPts)
    {
        var cloud = Some(seed, n);
        AssertIsDbscan(cloud, eps, [minPts], GridDbscan.Run(cloud.X, cloud.Y, cloud.Weights, eps, minPts));
    }

    [Fact]
    public void Every_point_may_have_a_threshold_of_its_own()
    {
        var cloud = Some(9, 600);
        int[] minPts = [.. cloud.X.Select(x => 4 + (int)Math.Abs(x) / 200)];
        var found = GridDbscan.Run(cloud.X, cloud.Y, cloud.Weights, 50, minPts);
        AssertIsDbscan(cloud, 50, minPts, found);
    }

    [Fact]
    public void Weights_are_repeated_points()
    {
        var cloud = Some(10, 500);
        var repeated = Enumerable.Range(0, 500).SelectMany(i => Enumerable.Repeat(i, cloud.Weights[i])).ToArray();
        var weighted = GridDbscan.Run(cloud.X, cloud.Y, cloud.Weights, 50, 9);
        var plain = GridDbscan.Run([.. repeated.Select(i => cloud.X[i])], [.. repeated.Select(i => cloud.Y[i])], null, 50, 9);
        Assert.Equal(repeated.Select(i => weighted.Labels[i]), plain.Labels);
    }

    [Fact]
    public void Double_weights_and_double_threshold_change_nothing()
    {
        var cloud = Some(11, 500);
        Assert.Equal(
            GridDbscan.Run(cloud.X, cloud.Y, cloud.Weights, 50, 9).Labels,
            GridDbscan.Run(cloud.X, cloud.Y, [.. cloud.Weights.Select(w => w * 2)], 50, 18).Labels
        );
    }

    [Fact]
    public void The_order_of_points_and_the_origin_do_not_matter()
    {
        var cloud = Some(12, 800);
        var random = new Draws(1);
        var order = Enumerable.Range(0, 800).OrderBy(_ => random.Next()).ToArray();
        var found = GridDbscan.Run(cloud.X, cloud.Y, cloud.Weights, 50, 7);
        var moved = GridDbscan.Run(
            [.. order.Select(i => cloud.X[i] + 65536)],
            [.. order.Select(i => cloud.Y[i] - 4096)],
            [.. order.Select(i => cloud.Weights[i])],
            50,
            7
        );
        Assert.Equal(order.Select(i => found.Core[i]), moved.Core);
        Assert.Equal(order.Select(i => found.Labels[i]), moved.Labels);
    }

    [Fact]
    public void No_points_are_no_clusters() => Assert.Equal(0, GridDbscan.Run([], [], null, 50, 5).Count);

    [Fact]
    public void A_hundred_thousand_equal_coordinates_are_one_spot()
    {
        // Two cells, 60 m apart: neither joins the other, and no pair is looked at twice.
        double[] x = [.. Enumerable.Range(0, 200_000).Select(i => i % 2 * 60.0)];
        var found = GridDbscan.Run(x, new double[200_000], null, 50, 10);
        Assert.Equal(2, found.Count);
    }

    /// <summary>Small lattices: many points on the edge of the circle, on borders of cells, in a row, and at one place.</summary>
    [Theory]
    [InlineData(1, 30, 12, 12, 5)]
    [InlineData(2, 40, 12, 12, 4)]
    [InlineData(3, 25, 40, 1, 2)]
    [InlineData(4, 25, 1, 40, 3)]
    [InlineData(5, 20, 3, 3, 1.4142135)]
    [InlineData(6, 60, 25, 25, 5)]
    [InlineData(7, 12, 1, 1, 0.001)]
    [InlineData(8, 30, 9, 9, 1e6)]
    [InlineData(9, 2, 3, 3, 2)]
    public void Lattices_are_clustered_as_the_definition_says(ulong seed, int n, int width, int height, double eps)
    {
        var random = new Draws(seed);
        for (var round = 0; round < 60; round++)
        {
            // Every other round about the origin, and in eighths so that eps lies below one.
            var (scale, west) = round % 2 == 0 ? (1.0, 0) : (0.125, -width);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => (random.Below(width) + west) * scale)];
            double[] y = [.. x.Select(_ => (random.Below(height) - height / 2) * scale)];
            var cloud = new Cloud(x, y, [.. x.Select(_ => 1 + random.Below(10) / 8)]);
            int[] minPts =
                round % 3 == 0
                    ? [.. x.Select((_, i) => 2 + (int)(3 * Math.Abs(x[i] + y[i])) % 5)]
                    : [1 + random.Below(round % 3 == 1 ? 5 : n + 2)];
            AssertIsDbscan(cloud, eps * scale, minPts, GridDbscan.Run(x, y, cloud.Weights, eps * scale, minPts));
        }
    }

    /// <summary>
    /// Two points at opposite corners of a square of side 7 and one 7.1 m off its third corner, yet 13 m off both of them. It stays alone; so it does
    /// where a point too thinly surrounded to be core stands between, until that point is core.
    /// </summary>
    [Fact]
    public void Near_the_box_around_a_cluster_is_not_near_its_points()
    {
        Assert.Equal([0, 0, 1], GridDbscan.Run([0, 7, 12], [7, 0, 12], null, 10, 1).Labels);
        Assert.Equal([1, 1, 0, 1], GridDbscan.Run([0, 7, 12, 7], [7, 0, 12, 7], [1, 1, 9, 1], 10, [1, 1, 1, 100]).Labels);
        Assert.Equal([0, 0, 0, 0], GridDbscan.Run([0, 7, 12, 7], [7, 0, 12, 7], null, 10, 1).Labels);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_point_is_core_if_itself_is_enough(int minPts, bool core)
    {
        var found = GridDbscan.Run([-7], [3], null, 50, minPts);
        Assert.Equal([core], found.Core);
        Assert.Equal([core ? 0 : -1], found.Labels);
    }

    /// <summary>Corner to corner they are 1.0000000004 apart, in a square whose side is a hair less than 1/√2.</summary>
    [Fact]
    public void A_hair_farther_than_eps_is_not_near()
    {
        Assert.Equal([-1, -1], GridDbscan.Run([0, 0.7071067815], [0, 0.7071067815], null, 1, 2).Labels);
        Assert.Equal([0, 0], GridDbscan.Run([0, 0.7071067811], [0, 0.7071067811], null, 1, 2).Labels);
    }

    /// <summary>Core points of weight nine at −40 and eight at 40, both 40 from the point between; or the lighter one a metre nearer.</summary>
    [Theory]
    [InlineData(9, 8, 40, 0)]
    [InlineData(8, 9, 40, 1)]
    [InlineData(8, 8, 40, 0)]
    [InlineData(9, 8, 39, 1)]
    [InlineData(8, 9, 41, 0)]
    public void Between_two_clusters_a_point_goes_to_the_nearest_and_of_equals_to_the_larger(int west, int east, double eastX, int to)
    {
        foreach (var turned in new[] { false, true })
        {
            double[] x = [-40, eastX, 0];
            var y = new double[3];
            var found = GridDbscan.Run(turned ? y : x, turned ? x : y, [west, east, 1], 50, [8, 8, 100]);
            Assert.Equal([true, true, false], found.Core);
            Assert.Equal(2, found.Count);
            Assert.Equal(found.Labels[to], found.Labels[2]);
        }
    }

    /// <summary>Each cluster weighs the same; the first has the westernmost core point though it lies north.</summary>
    [Fact]
    public void Of_equal_clusters_the_westernmost_is_first()
    {
        Assert.Equal([0, 1], GridDbscan.Run([10, 500], [1000, 0], [5, 5], 50, 5).Labels);
        Assert.Equal([1, 0], GridDbscan.Run([500, 10], [0, 1000], [5, 5], 50, 5).Labels);
        // Its second point lies south of the first in the same cell, yet east of the other cluster.
        Assert.Equal([0, 0, 1], GridDbscan.Run([10, 15, 12], [10, 0, 500], [1, 1, 2], 50, 1).Labels);
        Assert.Equal([0, 0, 1], GridDbscan.Run([10, 15, 12], [510, 500, 0], [1, 1, 2], 50, 1).Labels);
    }

    [Fact]
    public void A_border_point_does_not_make_a_cluster_more_western()
    {
        var found = GridDbscan.Run([100, 60, 80], [0, 0, 500], [5, 1, 6], 50, [5, 100, 5]);
        Assert.Equal([true, false, true], found.Core);
        Assert.Equal([1, 1, 0], found.Labels);
    }

    /// <summary>A bow of nine whose ends are as far west as the door of nine between them: the southernmost of the western points decides.</summary>
    [Fact]
    public void Of_equally_western_clusters_the_southernmost_is_first()
    {
        double[] x = [10, 60, 110, 110, 110, 110, 110, 60, 10, 10];
        double[] y = [0, 0, 0, 50, 100, 150, 200, 200, 200, 100];
        var found = GridDbscan.Run(x, y, [1, 1, 1, 1, 1, 1, 1, 1, 1, 9], 50, 1);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], found.Labels);
    }

    [Fact]
    public void Columns_of_unequal_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GridDbscan.Run([1, 2], [1], null, 50, 5));
        Assert.Throws<ArgumentException>(() => GridDbscan.Run([1], [1, 2], [1], 50, 5));
        Assert.Throws<ArgumentException>(() => GridDbscan.Run([1, 2], [1, 2], [1], 50, 5));
        Assert.Throws<ArgumentException>(() => GridDbscan.Run([1, 2, 3], [1, 2, 3], null, 50, [5, 5]));
        Assert.Throws<ArgumentException>(() => GridDbscan.Run([1, 2, 3], [1, 2, 3], [1, 1, 1], 50, []));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_reach_that_is_not_positive_is_refused(double eps) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GridDbscan.Run([1], [1], null, eps, 5));
}
