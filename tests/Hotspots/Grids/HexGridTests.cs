using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Grids;

public class HexGridTests
{
    private static readonly HexGrid Grid = new(150);

    [Fact]
    public void A_side_of_150_m_makes_5_8_hectares() => Assert.Equal(58_456.7, Grid.AreaM2, 0.1);

    [Fact]
    public void The_formula_of_the_axes_holds()
    {
        // q = (√3/3·x − y/3)/a, r = (2/3·y)/a.
        var (x, y) = Grid.Centre(new Hex(5, -3));
        Assert.Equal(5, (Math.Sqrt(3) / 3 * x - y / 3) / 150, 1e-12);
        Assert.Equal(-3, 2.0 / 3 * y / 150, 1e-12);
    }

    [Fact]
    public void Every_place_is_in_the_cell_with_the_nearest_centre()
    {
        var random = new Draws(1);
        for (var draw = 0; draw < 20_000; draw++)
        {
            var (x, y) = ((random.Unit() - 0.5) * 40_000, (random.Unit() - 0.5) * 40_000);
            var hex = Grid.Of(x, y);
            double To(Hex cell) => Math.Pow(Grid.Centre(cell).X - x, 2) + Math.Pow(Grid.Centre(cell).Y - y, 2);
            Assert.All(HexGrid.Neighbours(hex), other => Assert.True(To(hex) <= To(other) + 1e-6));
        }
    }

    [Fact]
    public void Edges_and_corners_go_to_the_smaller_q_whichever_side_they_are_reached_from()
    {
        for (var q = -40; q <= 40; q++)
        {
            var hex = new Hex(q, 7 - 3 * q);
            var corners = Grid.Corners(hex);
            var neighbours = HexGrid.Neighbours(hex);
            for (var side = 0; side < 6; side++)
            {
                var (a, b) = (corners[side], corners[(side + 1) % 6]);
                var both = new[] { hex, neighbours[side] };
                var first = both.OrderBy(h => h.Q).ThenBy(h => h.R).First();
                Assert.Equal(first, Grid.Of((a.X + b.X) / 2, (a.Y + b.Y) / 2));
                var three = both.Append(neighbours[(side + 1) % 6]).OrderBy(h => h.Q).ThenBy(h => h.R).First();
                Assert.Equal(three, Grid.Of(b.X, b.Y));
            }
        }
    }

    [Fact]
    public void Centres_corners_and_neighbours_fit_together()
    {
        var hex = new Hex(-12, 31);
        var centre = Grid.Centre(hex);
        Assert.Equal(hex, Grid.Of(centre.X, centre.Y));
        Assert.All(Grid.Corners(hex), c => Assert.Equal(150, Math.Sqrt(Math.Pow(c.X - centre.X, 2) + Math.Pow(c.Y - centre.Y, 2)), 1e-8));
        var around = HexGrid.Neighbours(hex);
        Assert.Equal(6, around.Distinct().Count());
        Assert.All(around, other => Assert.Equal(1, HexGrid.Distance(hex, other)));
        Assert.All(
            around,
            other =>
                Assert.Equal(
                    150 * Math.Sqrt(3),
                    Math.Sqrt(Math.Pow(Grid.Centre(other).X - centre.X, 2) + Math.Pow(Grid.Centre(other).Y - centre.Y, 2)),
                    1e-8
                )
        );
        Assert.Equal(9, HexGrid.Distance(new Hex(0, 0), new Hex(4, 5)));
        Assert.Equal(5, HexGrid.Distance(new Hex(0, 0), new Hex(-4, 5)));
    }

    [Fact]
    public void A_step_of_one_cell_is_a_step_of_one_cell_for_every_place()
    {
        var random = new Draws(2);
        var (stepX, stepY) = Grid.Centre(new Hex(3, -2));
        for (var draw = 0; draw < 2000; draw++)
        {
            var (x, y) = (random.Unit() * 10_000, random.Unit() * 10_000);
            var (here, there) = (Grid.Of(x, y), Grid.Of(x + stepX, y + stepY));
            Assert.Equal(new Hex(here.Q + 3, here.R - 2), there);
        }
    }

    [Fact]
    public void Occupied_cells_know_their_neighbours()
    {
        var map = HexGrid.Map([new Hex(0, 0), new Hex(5, 5), new Hex(1, 0), new Hex(0, 1)]);
        Assert.Equal([2, 3], map.Of(0).ToArray());
        Assert.Equal([], map.Of(1).ToArray());
        Assert.Equal([0, 3], map.Of(2).ToArray());
    }
}
