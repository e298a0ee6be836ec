namespace Hotspot.Hotspots.Grids;

/// <summary>Square cells over a piece of the plane, row by row from the south-west; values belong to their centres.</summary>
/// <param name="Left">West edge of the first column, metres.</param>
/// <param name="Bottom">South edge of the first row.</param>
public sealed record RasterFrame(double Left, double Bottom, double StepM, int Columns, int Rows)
{
    public int Cells => Columns * Rows;

    public (double X, double Y) Centre(int cell) => (Left + (cell % Columns + 0.5) * StepM, Bottom + (cell / Columns + 0.5) * StepM);
}

/// <summary>
/// Density of points for a map, quartic kernel 3/(πh²)(1 − d²/h²)² (Silverman 1986, eq. 4.5). At the edge of the study area each cell is divided by the part of
/// its kernel that lies inside (Diggle 1985; "uniform" in spatstat), for outside nothing could be seen. For display: no significance may be read from it.
/// </summary>
public static class KernelDensity
{
    /// <param name="weight">Of each point; null: one.</param>
    /// <param name="inside">Of each cell: whether its centre lies in the study area.</param>
    /// <param name="reachM">h, the distance at which the kernel ends.</param>
    /// <returns>Weight per square metre; NaN outside. Points outside count towards cells inside.</returns>
    public static double[] Quartic(double[] x, double[] y, double[]? weight, RasterFrame frame, bool[] inside, double reachM)
    {
        var peak = 3 / (Math.PI * reachM * reachM);
        return Of(
            x,
            y,
            weight,
            frame,
            inside,
            reachM,
            square =>
            {
                var room = 1 - square / (reachM * reachM);
                return room > 0 ? peak * room * room : 0;
            }
        );
    }

    /// <param name="kernel">Density at a distance, given as its square; nothing beyond the reach.</param>
    internal static double[] Of(
        double[] x,
        double[] y,
        double[]? weight,
        RasterFrame frame,
        bool[] inside,
        double reachM,
        Func<double, double> kernel
    )
    {
        if (x.Length != y.Length || (weight is not null && weight.Length != x.Length) || inside.Length != frame.Cells)
            throw new ArgumentException(
                $"{x.Length} x, {y.Length} y, {weight?.Length} weights; {inside.Length} marks of {frame.Cells} cells"
            );
        var density = new double[frame.Cells];
        for (var i = 0; i < x.Length; i++)
            Spread(density, frame, x[i], y[i], weight is null ? 1 : weight[i], reachM, kernel);
        var part = Inside(frame, inside, reachM, kernel);
        for (var cell = 0; cell < density.Length; cell++)
            density[cell] = inside[cell] ? density[cell] / part[cell] : double.NaN;
        return density;
    }

    private static void Spread(
        double[] density,
        RasterFrame frame,
        double x,
        double y,
        double weight,
        double reachM,
        Func<double, double> kernel
    )
    {
        var (firstColumn, lastColumn) = Range(x - frame.Left, reachM, frame.StepM, frame.Columns);
        var (firstRow, lastRow) = Range(y - frame.Bottom, reachM, frame.StepM, frame.Rows);
        for (var row = firstRow; row <= lastRow; row++)
        {
            var dy = frame.Bottom + (row + 0.5) * frame.StepM - y;
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                var dx = frame.Left + (column + 0.5) * frame.StepM - x;
                density[row * frame.Columns + column] += weight * kernel(dx * dx + dy * dy);
            }
        }
    }

    /// <summary>Cells whose centres may lie within reach of a place on one axis.</summary>
    private static (int First, int Last) Range(double at, double reach, double step, int cells) =>
        (
            (int)Math.Clamp(Math.Ceiling((at - reach) / step - 0.5), 0, cells),
            (int)Math.Clamp(Math.Floor((at + reach) / step - 0.5), -1, cells - 1)
        );

    /// <summary>Of each cell inside, the part of its kernel over cells inside; 1 where the whole square around it is inside.</summary>
    private static double[] Inside(RasterFrame frame, bool[] inside, double reachM, Func<double, double> kernel)
    {
        var reach = (int)(reachM / frame.StepM);
        var side = 2 * reach + 1;
        var window = new double[side * side];
        for (var k = 0; k < window.Length; k++)
        {
            var (dx, dy) = ((k % side - reach) * frame.StepM, (k / side - reach) * frame.StepM);
            window[k] = kernel(dx * dx + dy * dy);
        }
        var whole = window.Sum();
        var sums = Sums(frame, inside);
        var part = new double[frame.Cells];
        Parallel.For(
            0,
            frame.Rows,
            Workers.All,
            row =>
            {
                for (var column = 0; column < frame.Columns; column++)
                {
                    var cell = row * frame.Columns + column;
                    if (inside[cell])
                        part[cell] = Held(sums, frame, row, column, reach) == side * side ? 1 : Part(row, column) / whole;
                }
            }
        );
        return part;

        double Part(int row, int column)
        {
            double sum = 0;
            for (var r = Math.Max(0, row - reach); r <= Math.Min(frame.Rows - 1, row + reach); r++)
            {
                for (var c = Math.Max(0, column - reach); c <= Math.Min(frame.Columns - 1, column + reach); c++)
                {
                    if (inside[r * frame.Columns + c])
                        sum += window[(r - row + reach) * side + c - column + reach];
                }
            }
            return sum;
        }
    }

    /// <summary>Cells inside, summed from the south-west corner; one more row and column of zeros in front.</summary>
    private static int[] Sums(RasterFrame frame, bool[] inside)
    {
        var width = frame.Columns + 1;
        var sums = new int[width * (frame.Rows + 1)];
        for (var row = 0; row < frame.Rows; row++)
        {
            for (var column = 0; column < frame.Columns; column++)
            {
                sums[(row + 1) * width + column + 1] =
                    sums[row * width + column + 1]
                    + sums[(row + 1) * width + column]
                    - sums[row * width + column]
                    + (inside[row * frame.Columns + column] ? 1 : 0);
            }
        }
        return sums;
    }

    private static int Held(int[] sums, RasterFrame frame, int row, int column, int reach)
    {
        var (left, right) = (Math.Max(0, column - reach), Math.Min(frame.Columns, column + reach + 1));
        var (bottom, top) = (Math.Max(0, row - reach), Math.Min(frame.Rows, row + reach + 1));
        var width = frame.Columns + 1;
        return sums[top * width + right] - sums[bottom * width + right] - sums[top * width + left] + sums[bottom * width + left];
    }
}
