using Hotspot.Hotspots.Clustering;

namespace Hotspot.Tests.Hotspots.Clustering;

/// <summary>A few doors with several units each, so that every density can be worked out on paper. Distances are powers of two: nothing is rounded.</summary>
public class HdbscanDoorsTests
{
    private static DensityClusters Run((double X, double Y, int Units)[] doors, HdbscanSettings settings) =>
        Hdbscan.Run([.. doors.Select(d => d.X)], [.. doors.Select(d => d.Y)], [.. doors.Select(d => d.Units)], settings);

    /// <summary>Born at 1/128, gone at the least distance of 2: 10 (1/2 − 1/128) and 9 (1/2 − 1/128).</summary>
    [Fact]
    public void A_doors_stability_ends_at_the_least_distance()
    {
        var found = Run([(0, 0, 9), (128, 0, 10)], new HdbscanSettings(3, 2, 0, 2));
        Assert.Equal([1, 0], found.Labels);
        Assert.Equal([4.921875, 4.4296875], found.Stability);
        Assert.Equal(128, found.TreeM);
    }

    /// <summary>The three units of each need six to be dense: they come together only where the doors do, at 8 metres, so neither is a part of its own.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(2, 2)]
    public void A_door_is_a_part_only_below_the_distance_at_which_its_units_come_together(int neighbours, int clusters) =>
        Assert.Equal(clusters, Run([(0, 0, 3), (8, 0, 3)], new HdbscanSettings(3, neighbours, 0)).Count);

    /// <summary>
    /// Born at 1/4, the chain parts at 1/2 into two doors of three and six single units: 12 (1/2 − 1/4) = 3, and the doors 2 · 3 (1 − 1/2) = 3 likewise.
    /// The door beyond has 3 (1 − 1/4). With a single unit fewer the two doors are worth more than the whole.
    /// </summary>
    [Theory]
    [InlineData(6, 2)]
    [InlineData(5, 3)]
    public void A_cluster_worth_as_much_as_its_parts_is_kept_whole(int singles, int clusters)
    {
        var chain = Enumerable.Range(2, singles).Select(k => (X: 2.0 * k, Y: 0.0, Units: 1)).ToArray();
        var found = Run([(0, 0, 3), (2, 0, 3), .. chain, (chain[^1].X + 4, 0, 3)], new HdbscanSettings(3, 1, 0));
        Assert.Equal(clusters, found.Count);
        if (clusters > 2)
            return;
        Assert.Equal([.. Enumerable.Repeat(0, 8), 1], found.Labels);
        Assert.Equal([3, 2.25], found.Stability);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_equal_clusters_the_westernmost_is_first(int turn)
    {
        (double, double, int)[] doors = [(0, 300, 5), (100, 0, 5), (100, 100, 5)];
        Assert.Equal(
            [.. Enumerable.Range(0, 3).Select(k => (k + turn) % 3)],
            Run([.. doors[turn..], .. doors[..turn]], new HdbscanSettings(3, 2, 0)).Labels
        );
    }

    /// <summary>Fourteen units each. The westernmost door of the chain is in a part that the chain took in; the rest of it lies east of the other door.</summary>
    [Fact]
    public void The_westernmost_spot_of_a_cluster_may_lie_in_one_of_its_parts()
    {
        var chain = Enumerable.Range(2, 8).Select(k => (2.0 * k, 0.0, 1)).ToArray();
        var found = Run([(0, 0, 3), (2, 0, 3), .. chain, (1, 10, 14)], new HdbscanSettings(3, 1, 0));
        Assert.Equal([.. Enumerable.Repeat(0, 10), 1], found.Labels);
    }

    /// <summary>
    /// Four doors A to D of four and one far off. A and B meet at 2, then C at 4, then D at 8, and everything at 256. Each door is worth more than
    /// what holds it, so each is a cluster of its own until a wider distance is asked for.
    /// </summary>
    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(2, new[] { 0, 1, 2, 3, 4 })] // Born at exactly 2: not at less.
    [InlineData(3, new[] { 0, 0, 1, 2, 3 })]
    [InlineData(4, new[] { 0, 0, 0, 1, 2 })] // AB is born at exactly 4: A and B go up to ABC, which takes in C.
    [InlineData(5, new[] { 0, 0, 0, 1, 2 })]
    [InlineData(8, new[] { 0, 0, 0, 0, 1 })]
    [InlineData(100, new[] { 0, 0, 0, 0, 1 })]
    [InlineData(256, new[] { 0, 0, 0, 0, 1 })]
    [InlineData(1000, new[] { 0, 0, 0, 0, 1 })] // Everything is no cluster.
    public void Clusters_that_split_at_less_than_epsilon_are_not_told_apart(double epsilon, int[] labels)
    {
        (double, double, int)[] doors = [(0, 0, 4), (2, 0, 4), (6, 0, 4), (14, 0, 4), (270, 0, 4)];
        Assert.Equal(labels, Run(doors, new HdbscanSettings(3, 2, epsilon, 0.125)).Labels);
    }

    /// <summary>
    /// The chain is born at exactly ε = 8 and is worth more than the two doors it takes in, born at 2: they have given way already, and do not lead up to
    /// what it shares with the door at 8 metres.
    /// </summary>
    [Fact]
    public void Parts_of_a_chosen_cluster_do_not_widen_it()
    {
        var chain = Enumerable.Range(2, 9).Select(k => (2.0 * k, 0.0, 1)).ToArray();
        (double, double, int)[] doors = [(0, 0, 3), (2, 0, 3), .. chain, (28, 0, 20), (284, 0, 3)];
        Assert.Equal([.. Enumerable.Repeat(1, 11), 0, 2], Run(doors, new HdbscanSettings(3, 1, 8)).Labels);
    }

    /// <summary>The triangle 3, 4, 5. The tree is there as soon as the units could be one cluster and each has the neighbours asked for.</summary>
    [Theory]
    [InlineData(2, 1, 7)] // Core distances 3, 3, 4.
    [InlineData(3, 1, 7)]
    [InlineData(4, 1, 0)]
    [InlineData(2, 2, 10)] // Core distances 5, 4, 5.
    [InlineData(3, 2, 10)]
    [InlineData(2, 3, 0)]
    public void The_tree_needs_enough_units(int least, int neighbours, double length)
    {
        var found = Hdbscan.Run([0, 3, 3], [0, 0, 4], null, new HdbscanSettings(least, neighbours));
        Assert.Equal((length, 0), (found.TreeM, found.Count));
        Assert.Equal([-1, -1, -1], found.Labels);
    }

    [Fact]
    public void The_short_edges_of_the_tree_are_not_lost_beside_a_long_one()
    {
        var far = Math.Pow(2, 53);
        Assert.Equal(far + 2, Hdbscan.Run([far + 2, 2, 1, 0], new double[4], null, new HdbscanSettings(2, 1)).TreeM);
    }

    [Fact]
    public void No_spots_have_no_edges() => Assert.Empty(ReachabilityTree.Of(KdTree.Of([], []), []));

    [Fact]
    public void Columns_of_unequal_length_are_refused()
    {
        var settings = new HdbscanSettings();
        Assert.Throws<ArgumentException>(() => Hdbscan.Run([1, 2], [1], null, settings));
        Assert.Throws<ArgumentException>(() => Hdbscan.Run([1], [1, 2], [1], settings));
        Assert.Throws<ArgumentException>(() => Hdbscan.Run([1, 2], [1, 2], [1], settings));
        Assert.Throws<ArgumentException>(() => Hdbscan.Run([1], [1], [1, 1], settings));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(2, 1, -1)]
    [InlineData(2, 1, double.NaN)]
    public void Settings_below_the_least_are_refused(int least, int neighbours, double metres)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Run([1], [1], null, new HdbscanSettings(least, neighbours, 0, metres)));
        Assert.Equal(0, Hdbscan.Run([1], [1], null, new HdbscanSettings(2, 1, 0, double.Epsilon)).Count);
    }
}
