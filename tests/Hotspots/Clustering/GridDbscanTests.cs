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
}
