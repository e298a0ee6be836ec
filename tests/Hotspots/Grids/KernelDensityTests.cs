using Hotspot.Hotspots.Grids;

namespace Hotspot.Tests.Hotspots.Grids;

public class KernelDensityTests
{
    private static readonly RasterFrame Square = new(0, 0, 50, 80, 80);
    private static readonly bool[] Everywhere = [.. Enumerable.Repeat(true, 6400)];

    private static double[] One(double x, double y, bool[]? inside = null, double h = 400) =>
        KernelDensity.Quartic([x], [y], null, Square, inside ?? Everywhere, h);

    private static double At(double[] cells, RasterFrame frame, double x, double y)
    {
        var (cx, cy) = ((x - frame.Left) / frame.StepM - 0.5, (y - frame.Bottom) / frame.StepM - 0.5);
        var (column, row) = (Math.Clamp((int)cx, 0, frame.Columns - 2), Math.Clamp((int)cy, 0, frame.Rows - 2));
        double Cell(int r, int c) => cells[r * frame.Columns + c];
        var (u, v) = (cx - column, cy - row);
        return (Cell(row, column) * (1 - u) + Cell(row, column + 1) * u) * (1 - v)
            + (Cell(row + 1, column) * (1 - u) + Cell(row + 1, column + 1) * u) * v;
    }

    /// <summary>
    /// Redwood seedlings in [0, 1] × [−1, 0], Gaussian kernel of σ 0.07, at each seedling, itself included: spatstat 3.0-3, edge correction "uniform" and
    /// none. The raster of 1/200 and its linear interpolation leave 0.4 % of the highest.
    /// </summary>
    [Fact]
    public void Redwoods_agree_with_spatstat_with_and_without_the_edge()
    {
        double[] x = HotspotData.Column("redwood.csv", 0),
            y = HotspotData.Column("redwood.csv", 1),
            edge = HotspotData.Column("redwood.csv", 2),
            plain = HotspotData.Column("redwood.csv", 3);
        const double sigma = 0.07;
        double Gauss(double square) => Math.Exp(-square / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma);
        var window = new RasterFrame(0, -1, 0.005, 200, 200);
        // Without edge: the window in the middle of a study area that holds every kernel whole.
        var wide = new RasterFrame(-0.5, -1.5, 0.005, 400, 400);
        var corrected = KernelDensity.Of(x, y, null, window, [.. Enumerable.Repeat(true, window.Cells)], 0.4, Gauss);
        var uncorrected = KernelDensity.Of(x, y, null, wide, [.. Enumerable.Repeat(true, wide.Cells)], 0.4, Gauss);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(edge[i], At(corrected, window, x[i], y[i]), 0.004 * edge.Max());
            Assert.Equal(plain[i], At(uncorrected, wide, x[i], y[i]), 0.004 * plain.Max());
        }
    }

    [Fact]
    public void The_kernel_is_that_of_silverman()
    {
        var cells = One(2025, 2025);
        const double peak = 3 / (Math.PI * 400 * 400);
        Assert.Equal(peak, cells[40 * 80 + 40], 1e-15);
        Assert.Equal(peak * Math.Pow(1 - 0.25, 2), cells[40 * 80 + 44], 1e-15);
        Assert.Equal(0, cells[40 * 80 + 48]);
        // Its mass is one unit.
        Assert.Equal(1, cells.Sum() * 50 * 50, 0.003);
    }

    [Fact]
    public void Even_ground_is_even_up_to_the_edge()
    {
        // One point in the middle of every cell.
        var centres = Enumerable.Range(0, Square.Cells).Select(Square.Centre).ToArray();
        var cells = KernelDensity.Quartic([.. centres.Select(c => c.X)], [.. centres.Select(c => c.Y)], null, Square, Everywhere, 400);
        var interior = cells[40 * 80 + 40];
        Assert.All(cells, cell => Assert.Equal(interior, cell, 1e-9 * interior));
        Assert.Equal(1 / 2500.0, interior, 0.003 / 2500);
    }

    [Fact]
    public void Half_a_kernel_at_a_border_counts_double()
    {
        // The study area ends along a cell edge at x = 2000; a cell beside it keeps the half of the kernel and its own column.
        bool[] west = [.. Enumerable.Range(0, 6400).Select(cell => cell % 80 < 40)];
        var (open, closed) = (One(1975, 2025), One(1975, 2025, west));
        Assert.Equal(double.NaN, closed[40 * 80 + 40]);
        Assert.InRange(closed[40 * 80 + 39] / open[40 * 80 + 39], 1.6, 2);
        Assert.Equal(open[40 * 80 + 31], closed[40 * 80 + 31]);
    }

    [Fact]
    public void Weights_are_repeated_points_and_order_only_rounds()
    {
        double[] x = [1000, 1400, 2222],
            y = [900, 1500, 3333];
        var weighted = KernelDensity.Quartic(x, y, [1, 3, 2], Square, Everywhere, 400);
        var repeated = KernelDensity.Quartic(
            [x[2], x[1], x[0], x[1], x[2], x[1]],
            [y[2], y[1], y[0], y[1], y[2], y[1]],
            null,
            Square,
            Everywhere,
            400
        );
        for (var cell = 0; cell < weighted.Length; cell++)
            Assert.Equal(weighted[cell], repeated[cell], 1e-18);
    }

    [Fact]
    public void Moved_by_whole_cells_the_map_moves_with_it()
    {
        var (here, there) = (One(2010, 2020), One(2010 + 500, 2020 - 250));
        for (var row = 10; row < 70; row++)
            Assert.Equal(here[row * 80 + 40], there[(row - 5) * 80 + 50], 1e-18);
    }
}
