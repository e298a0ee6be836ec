using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Clustering;

public class KdTreeTests
{
    /// <summary>Up to eight points are one leaf; the tree is no deeper than it needs to be, leaves hold nine at most at these sizes.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 3)]
    [InlineData(17, 3)]
    [InlineData(18, 7)]
    [InlineData(35, 7)]
    [InlineData(36, 15)]
    public void The_tree_is_as_deep_as_eight_points_a_leaf_ask(int n, int nodes)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        var tree = KdTree.Of(x, x);
        Assert.Equal((nodes, nodes / 2), (tree.Nodes, tree.FirstLeaf));
        AssertHolds(tree, x, x);
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(2, 1000, 7)]
    [InlineData(3, 2, 50)]
    [InlineData(4, 1, 1)]
    [InlineData(5, 100_000, 100_000)]
    public void Halves_are_parted_across_the_longer_side_whatever_the_ties(ulong seed, int width, int height)
    {
        var random = new Draws(seed);
        for (var round = 0; round < 60; round++)
        {
            var n = 9 + random.Below(120);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.Below(width) - 700.0)];
            double[] y = [.. Enumerable.Range(0, n).Select(_ => random.Below(height) - 3.0)];
            AssertHolds(KdTree.Of(x, y), x, y);
        }
    }

    [Fact]
    public void Many_points_are_parted_like_few()
    {
        var random = new Draws(6);
        double[] x = [.. Enumerable.Range(0, 120_001).Select(_ => random.Unit() * 300)];
        double[] y = [.. x.Select(_ => random.Normal() * 100)];
        AssertHolds(KdTree.Of(x, y), x, y);
    }

    /// <summary>Three by three: as wide as high, so the western four stand apart from the other five.</summary>
    [Fact]
    public void A_square_is_parted_west_from_east()
    {
        double[] x = [1, 2, 3, 1, 2, 3, 1, 2, 3];
        double[] y = [1, 1, 1, 2, 2, 2, 3, 3, 3];
        var tree = KdTree.Of(x, y);
        Assert.Equal([1, 1, 1, 2], tree.X[..4].Order());
        Assert.Equal([2, 2, 3, 3, 3], tree.X[4..].Order());
    }

    /// <summary>A box from (1, 2) to (4, 7).</summary>
    [Theory]
    [InlineData(2, 3, 0)]
    [InlineData(1, 7, 0)]
    [InlineData(0, 3, 1)]
    [InlineData(6, 3, 4)]
    [InlineData(2, 0, 4)]
    [InlineData(2, 10, 9)]
    [InlineData(-2, -2, 25)]
    [InlineData(7, 11, 25)]
    public void The_distance_to_a_box_is_to_its_nearest_side_or_corner(double x, double y, double square) =>
        Assert.Equal(square, KdTree.Of([1, 4, 2], [5, 2, 7]).Distance(0, x, y));

    /// <summary>Runs halve, boxes are tight, points stay whole, and no point before the middle lies beyond one after it.</summary>
    private static void AssertHolds(KdTree tree, double[] x, double[] y)
    {
        Assert.Equal(Enumerable.Range(0, x.Length), tree.Point.Order());
        Assert.Equal(tree.Point.Select(i => x[i]), tree.X);
        Assert.Equal(tree.Point.Select(i => y[i]), tree.Y);
        Assert.Equal((0, x.Length), (tree.First[0], tree.Last[0]));
        for (var node = 0; node < tree.Nodes && x.Length > 0; node++)
        {
            var (first, last) = (tree.First[node], tree.Last[node]);
            Assert.Equal((tree.X[first..last].Min(), tree.X[first..last].Max()), (tree.Left[node], tree.Right[node]));
            Assert.Equal((tree.Y[first..last].Min(), tree.Y[first..last].Max()), (tree.Bottom[node], tree.Top[node]));
            if (node >= tree.FirstLeaf)
                continue;
            var (a, b) = (2 * node + 1, 2 * node + 2);
            Assert.Equal((first, last), (tree.First[a], tree.Last[b]));
            Assert.Equal((first + (last - first) / 2, tree.Last[a]), (tree.Last[a], tree.First[b]));
            if (tree.Right[node] - tree.Left[node] >= tree.Top[node] - tree.Bottom[node])
                Assert.True(tree.Right[a] <= tree.Left[b]);
            else
                Assert.True(tree.Top[a] <= tree.Bottom[b]);
        }
    }
}
