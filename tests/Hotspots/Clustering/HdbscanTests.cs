using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Clustering;

public class HdbscanTests
{
    /// <summary>Coordinates that are no metres: nothing is joined or floored.</summary>
    private static HdbscanSettings Plain(int leastUnits, int neighbours, double epsilon = 0) => new(leastUnits, neighbours, epsilon, 1e-12);

    private static DensityClusters Run(string file, HdbscanSettings settings) =>
        Hdbscan.Run(HotspotData.Column(file, 0), HotspotData.Column(file, 1), null, settings);

    private static int[] Sizes(DensityClusters found) =>
        [.. Enumerable.Range(0, found.Count).Select(k => found.Labels.Count(label => label == k))];

    /// <summary>Points whose label differs after the labels of the reference are renamed to the clusters that they fall into most often.</summary>
    private static int Differences(string file, int column, int noise, int[] labels)
    {
        var reference = HotspotData.Column(file, column).Select(label => (int)label).ToArray();
        var names = reference
            .Zip(labels)
            .GroupBy(pair => pair.First)
            .ToDictionary(group => group.Key, group => group.CountBy(pair => pair.Second).MaxBy(count => count.Value).Key);
        names[noise] = -1;
        Assert.Equal(names.Count, names.Values.Distinct().Count());
        return reference.Zip(labels).Count(pair => names[pair.First] != pair.Second);
    }

    /// <summary>DS3, 8,000 points (Karypis, Han and Kumar 1999): R dbscan 1.1-11 with minPts 25, which is 24 others; core distances and sizes as Python's hdbscan.</summary>
    [Fact]
    public void Chameleons_ds3_has_six_clusters_and_815_noise()
    {
        var found = Run("ds3.csv", Plain(25, 24));
        Assert.Equal([1789, 1656, 1585, 924, 617, 614], Sizes(found));
        Assert.Equal(815, found.Labels.Count(label => label < 0));
        Assert.Equal(0, Differences("ds3.csv", 2, noise: 0, found.Labels));
    }

    /// <summary>
    /// Two moons and two blobs: the vignette of R dbscan, minPts 5. R's score of the 50 is 45.62762; of the others it lets each point of the last core
    /// leave by itself (110.7 and 90.9), Python all at once: 101.3207 and 82.7151, by a plain program of its own over all pairs.
    /// </summary>
    [Fact]
    public void Moons_are_two_and_two_blobs()
    {
        var found = Run("moons.csv", Plain(5, 4));
        Assert.Equal([50, 25, 25], Sizes(found));
        Assert.Equal(0, Differences("moons.csv", 2, noise: 0, found.Labels));
        Assert.Equal(45.62762, found.Stability[0], 1e-5);
        Assert.Equal([82.7151, 101.3207], found.Stability[1..].Order().Select(score => Math.Round(score, 4)));
    }

    [Fact]
    public void Core_distances_agree_with_R()
    {
        var tree = KdTree.Of(HotspotData.Column("moons.csv", 0), HotspotData.Column("moons.csv", 1));
        var squares = CoreDistance.Squares(tree, [.. Enumerable.Repeat(1, 100)], 5);
        var core = HotspotData.Column("moons.csv", 3);
        for (var i = 0; i < 100; i++)
            Assert.Equal(core[tree.Point[i]], Math.Sqrt(squares[i]), 1e-10);
    }

    /// <summary>
    /// The 2,309 points of Python's hdbscan notebooks; hdbscan 0.8.35 with the exact tree (its default is approximate: 548 noise). A point whose core
    /// distance is exactly that at which two clusters part hangs on both: Python gives it to the one that its sort puts first, here it is noise.
    /// </summary>
    [Theory]
    [InlineData(15, 15, 0, 2, 6, 581, 2, 82.477322621328)]
    [InlineData(15, 5, 0, 3, 8, 576, 2, 48.393165102713)]
    [InlineData(30, 10, 0, 4, 6, 583, 4, 67.689735048937)]
    [InlineData(15, 5, 0.03, 5, 3, 329, 1, 48.393165102713)]
    public void The_notebooks_points_agree_with_python_up_to_ties(
        int least,
        int neighbours,
        double epsilon,
        int column,
        int clusters,
        int noise,
        int ties,
        double length
    )
    {
        var found = Run("clusterable.csv", Plain(least, neighbours, epsilon));
        Assert.Equal((clusters, noise + ties), (found.Count, found.Labels.Count(label => label < 0)));
        Assert.Equal(ties, Differences("clusterable.csv", column, noise: -1, found.Labels));
        Assert.Equal(length, found.TreeM, 1e-9);
    }

    /// <summary>The tree of the definition: Prim over all pairs.</summary>
    [Theory]
    [InlineData(1, 300, 1)]
    [InlineData(2, 700, 5)]
    [InlineData(3, 9, 2)]
    public void The_tree_is_as_short_as_prims(ulong seed, int n, int neighbours)
    {
        var (x, y, weights) = Some(seed, n);
        var spots = Spots.Of(x, y, weights);
        double D(int i, int j) => Math.Sqrt(Math.Pow(spots.X[i] - spots.X[j], 2) + Math.Pow(spots.Y[i] - spots.Y[j], 2));
        var all = Enumerable.Range(0, spots.X.Length).ToArray();
        var core = all.Select(i =>
            {
                var sum = 0;
                return all.OrderBy(j => D(i, j)).First(j => (sum += spots.Weight[j]) > neighbours) is var last ? D(i, last) : 0;
            })
            .ToArray();
        var near = all.Select(i => Math.Max(Math.Max(core[0], core[i]), D(0, i))).ToArray();
        var inside = all.Select(i => i == 0).ToArray();
        double length = 0;
        for (var step = 1; step < all.Length; step++)
        {
            var next = all.Where(i => !inside[i]).MinBy(i => near[i]);
            (length, inside[next]) = (length + near[next], true);
            foreach (var i in all)
                near[i] = Math.Min(near[i], Math.Max(Math.Max(core[next], core[i]), D(next, i)));
        }
        Assert.Equal(length, Hdbscan.Run(x, y, weights, new HdbscanSettings(5, neighbours)).TreeM, 1e-8 * length);
    }

    [Theory]
    [InlineData(10, 5, 30)]
    [InlineData(4, 9, 0)]
    public void Weights_are_repeated_points(int least, int neighbours, double epsilon)
    {
        var (x, y, weights) = Some(4, 1500);
        var settings = new HdbscanSettings(least, neighbours, epsilon);
        var repeated = Enumerable.Range(0, x.Length).SelectMany(i => Enumerable.Repeat(i, weights[i])).ToArray();
        var weighted = Hdbscan.Run(x, y, weights, settings);
        var plain = Hdbscan.Run([.. repeated.Select(i => x[i])], [.. repeated.Select(i => y[i])], null, settings);
        Assert.True(weighted.Count > 3);
        Assert.Equal(repeated.Select(i => weighted.Labels[i]), plain.Labels);
        Assert.Equal(weighted.Stability, plain.Stability);
    }

    [Fact]
    public void The_order_of_points_and_the_origin_do_not_matter()
    {
        var (x, y, weights) = Some(5, 2000);
        var random = new Draws(1);
        var order = Enumerable.Range(0, x.Length).OrderBy(_ => random.Next()).ToArray();
        var found = Hdbscan.Run(x, y, weights, new HdbscanSettings());
        // Multiples of a metre and a power of two: no rounding.
        var moved = Hdbscan.Run(
            [.. order.Select(i => x[i] + 65536)],
            [.. order.Select(i => y[i] - 4096)],
            [.. order.Select(i => weights[i])],
            new HdbscanSettings()
        );
        Assert.True(found.Count > 3);
        Assert.Equal(order.Select(i => found.Labels[i]), moved.Labels);
        Assert.Equal(found.Stability, moved.Stability);
        for (var run = 0; run < 5; run++)
            Assert.Equal(found.Labels, Hdbscan.Run(x, y, weights, new HdbscanSettings()).Labels);
    }

    [Fact]
    public void Twice_the_metres_and_twice_the_settings_are_the_same_clusters()
    {
        var (x, y, weights) = Some(6, 1500);
        var found = Hdbscan.Run(x, y, weights, new HdbscanSettings());
        var doubled = Hdbscan.Run(
            [.. x.Select(v => 2 * v)],
            [.. y.Select(v => 2 * v)],
            weights,
            new HdbscanSettings(EpsilonM: 60, LeastM: 2)
        );
        Assert.Equal(found.Labels, doubled.Labels);
        Assert.Equal(found.Stability.Select(s => s / 2), doubled.Stability);
    }

    [Fact]
    public void A_hundred_complaints_at_one_door_are_a_cluster_of_finite_density()
    {
        var (x, y, _) = Some(7, 400);
        int[] weights = [.. x.Select(_ => 1), 100, 100];
        var found = Hdbscan.Run([.. x, 9000, 9000], [.. y, 9000, 9500], weights, new HdbscanSettings());
        Assert.Equal((0, 1), (Math.Min(found.Labels[^1], found.Labels[^2]), Math.Max(found.Labels[^1], found.Labels[^2])));
        Assert.All(found.Stability, stability => Assert.True(double.IsFinite(stability) && stability > 0));
    }

    [Fact]
    public void Too_few_units_are_noise()
    {
        Assert.Equal(0, Hdbscan.Run([], [], null, new HdbscanSettings()).Count);
        Assert.Equal([-1, -1, -1], Hdbscan.Run([1, 2, 3], [1, 2, 3], null, new HdbscanSettings()).Labels);
        Assert.All(Hdbscan.Run(new double[50], new double[50], null, new HdbscanSettings()).Labels, label => Assert.Equal(-1, label));
    }

    /// <summary>Blobs of different density on whole metres (many equal distances), noise, repeated places.</summary>
    private static (double[] X, double[] Y, int[] Weights) Some(ulong seed, int n)
    {
        var random = new Draws(seed);
        var x = new double[n];
        var y = new double[n];
        var weights = new int[n];
        for (var i = 0; i < n; i++)
        {
            var blob = random.Below(7);
            weights[i] = random.Below(10) == 0 ? 1 + random.Below(6) : 1;
            (x[i], y[i]) = (i % 8) switch
            {
                0 => (random.Unit() * 6000, random.Unit() * 6000),
                1 when i > 9 => (x[i - 9], y[i - 9]),
                _ => (blob * 900 + random.Normal() * (10 + 20 * blob), blob % 3 * 1500 + random.Normal() * (10 + 20 * blob)),
            };
            (x[i], y[i]) = (Math.Round(x[i]), Math.Round(y[i]));
        }
        return (x, y, weights);
    }
}
