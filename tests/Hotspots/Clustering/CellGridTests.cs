using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Clustering;

public class CellGridTests
{
    /// <summary>Few places, many points each: spots are the distinct coordinates, with all their weight and the largest minPts.</summary>
    [Theory]
    [InlineData(1, 9, 3, 5)]
    [InlineData(2, 40, 3, 5)]
    [InlineData(3, 40, 9, 100)]
    [InlineData(4, 200, 4, 2)]
    [InlineData(5, 1, 3, 1)]
    [InlineData(6, 30, 1, 1)]
    public void Spots_are_the_distinct_places(ulong seed, int n, int side, double eps)
    {
        var random = new Draws(seed);
        for (var round = 0; round < 40; round++)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.Below(side) - 1.0)];
            double[] y = [.. x.Select(_ => random.Below(side) + 5.0)];
            int[] weights = [.. x.Select(_ => random.Below(4))];
            int[] minPts = [.. x.Select(_ => random.Below(9))];
            var grid = CellGrid.Of(x, y, weights, minPts, eps);
            var places = Enumerable.Range(0, n).GroupBy(i => (x[i], y[i])).ToArray();
            Assert.Equal(places.Length, grid.Spots);
            foreach (var place in places)
            {
                var spot = Assert.Single(place.Select(i => grid.SpotOf[i]).Distinct());
                Assert.Equal(place.Key, (grid.X[spot], grid.Y[spot]));
                Assert.Equal(place.Sum(i => weights[i]), grid.Weight[spot]);
                Assert.Equal(place.Max(i => minPts[i]), grid.MinPts[spot]);
            }
            Assert.Equal(grid.Spots, grid.First[grid.Cells]);
            for (var cell = 0; cell < grid.Cells; cell++)
            {
                var spots = Enumerable
                    .Range(grid.First[cell], grid.First[cell + 1] - grid.First[cell])
                    .Select(s => (grid.X[s], grid.Y[s]))
                    .ToArray();
                Assert.Equal(spots.Order(), spots);
                Assert.True(cell == 0 || grid.Key[cell - 1] < grid.Key[cell]);
            }
        }
    }

    /// <summary>Wherever the walk begins, a run holds the cells of its row that lie at most two columns away.</summary>
    [Fact]
    public void Runs_may_begin_at_any_cell()
    {
        // Cells of side one (eps √2): five rows of seven, some empty.
        var cells = Enumerable.Range(0, 35).Where(k => k % 11 != 4 && k != 20).Select(k => (Column: k % 7, Row: k / 7)).ToArray();
        var grid = CellGrid.Of([.. cells.Select(c => c.Column + 0.0)], [.. cells.Select(c => c.Row + 0.0)], null, [1], Math.Sqrt(2));
        Assert.Equal(cells.Length, grid.Cells);
        for (var first = 0; first <= grid.Cells; first++)
        {
            var runs = new NeighbourRuns(grid, new int[NeighbourRuns.Rows], first);
            for (var cell = first; cell < grid.Cells; cell++)
            {
                for (var row = 0; row < NeighbourRuns.Rows; row++)
                {
                    var (start, end) = runs.Run(cell, row);
                    var near = Enumerable
                        .Range(0, cells.Length)
                        .Where(k => cells[k].Row == cells[cell].Row + row - 2 && Math.Abs(cells[k].Column - cells[cell].Column) <= 2);
                    Assert.Equal(near, Enumerable.Range(start, end - start));
                }
            }
        }
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, double.NegativeInfinity)]
    public void Places_that_are_nowhere_are_refused(double x, double y)
    {
        Assert.StartsWith("point 1 ", Assert.Throws<ArgumentException>(() => CellGrid.Of([0, x], [0, y], null, [1], 5)).Message);
        Assert.StartsWith("point 1 ", Assert.Throws<ArgumentException>(() => Spots.Of([0, x], [0, y], null)).Message);
    }

    [Fact]
    public void Spots_stand_by_x_then_y_with_the_sum_of_their_weights()
    {
        var spots = Spots.Of([3, 1, 1, 3, 1, -2], [4, 9, 8, 4, 9, 0], [1, 2, 3, 4, 5, 6]);
        Assert.Equal([-2, 1, 1, 3], spots.X);
        Assert.Equal([0, 8, 9, 4], spots.Y);
        Assert.Equal([6, 3, 7, 5], spots.Weight);
        Assert.Equal(21, spots.Total);
        Assert.Equal([3, 2, 1, 3, 2, 0], spots.Of(spot => spot));
        Assert.Equal([3], Spots.Of([7, 7, 7], [7, 7, 7], null).Weight);
        Assert.Empty(Spots.Of([], [], []).X);
    }

    [Fact]
    public void No_units_less_than_none_and_more_than_can_be_counted_are_refused()
    {
        Assert.StartsWith("point 1 has weight 0", Assert.Throws<ArgumentException>(() => Spots.Of([0, 1], [0, 0], [1, 0])).Message);
        Assert.Throws<ArgumentException>(() => Spots.Of([0], [0], [-1]));
        Assert.Throws<OverflowException>(() => Spots.Of([5, 5], [5, 5], [int.MaxValue, 1]));
        Assert.Equal(int.MaxValue + 1L, Spots.Of([5, 6], [5, 5], [int.MaxValue, 1]).Total);
    }
}
