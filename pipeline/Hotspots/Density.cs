namespace Hotspot.Hotspots;

/// <summary>
/// λ(x): units per square metre and period that the surroundings of a point lead to expect, on a raster read bilinearly. The larger of two: the quartic
/// kernel 3/(πh²)·(1 − d²/h²)² (Silverman 1986) of <see cref="PointSettings.KernelM"/>, which bridges thin country; and the largest value within
/// <see cref="PointSettings.ReachM"/> of one of <see cref="PointSettings.NearM"/>, or every estate of a few hundred metres would be a hotspot for ever,
/// and the more so at its rim, where a kernel sees half of it. A house is small beside either, and stays hot.
/// At the edge of the city each unit's kernel is divided by its mass inside (Diggle 1985), see <see cref="KernelMass"/>.
/// </summary>
internal sealed class Density
{
    private const int MostCells = 16_000_000;

    private readonly float[] _cells;
    private readonly double _left;
    private readonly double _bottom;
    private readonly double _step;
    private readonly int _columns;
    private readonly int _rows;
    private readonly double _floor;

    /// <param name="weight">Units at each place; places without any are passed over.</param>
    /// <param name="wide">Share of each place's wide kernel that lies inside the city; <paramref name="near"/> of the near one.</param>
    /// <param name="scale">Units of the period per unit of <paramref name="weight"/>.</param>
    public Density(double[] x, double[] y, int[] weight, double[] wide, double[] near, PointSettings settings, double scale)
    {
        var kernelM = settings.KernelM;
        // Half a unit, so that open country without any history is rare ground and not impossible ground.
        _floor = scale * Peak(kernelM) / 2;
        int[] used = [.. Enumerable.Range(0, x.Length).Where(i => weight[i] > 0)];
        if (used.Length == 0)
        {
            _cells = [];
            return;
        }
        _left = used.Min(i => x[i]) - kernelM;
        _bottom = used.Min(i => y[i]) - kernelM;
        var (width, height) = (used.Max(i => x[i]) + kernelM - _left, used.Max(i => y[i]) + kernelM - _bottom);
        _step = Math.Max(kernelM / 14, Math.Sqrt(width * height / MostCells));
        _columns = (int)(width / _step) + 2;
        _rows = (int)(height / _step) + 2;
        _cells = new float[_columns * _rows];
        var close = new float[_cells.Length];
        foreach (var i in used)
        {
            Spread(_cells, x[i], y[i], kernelM, weight[i] * scale / wide[i]);
            Spread(close, x[i], y[i], settings.NearM, weight[i] * scale / near[i]);
        }
        Raise(close, (int)(settings.ReachM / _step));
    }

    private static double Peak(double kernelM) => 3 / (Math.PI * kernelM * kernelM);

    private void Spread(float[] cells, double x, double y, double kernelM, double weight)
    {
        var reach = (int)(kernelM / _step) + 1;
        var (cx, cy) = ((x - _left) / _step, (y - _bottom) / _step);
        var top = weight * Peak(kernelM);
        for (var row = Math.Max(0, (int)cy - reach); row <= Math.Min(_rows - 1, (int)cy + reach + 1); row++)
        {
            var dy = (row - cy) * _step / kernelM;
            var room = 1 - dy * dy;
            if (room <= 0)
                continue;
            var half = Math.Sqrt(room) * kernelM / _step;
            for (var column = Math.Max(0, (int)Math.Ceiling(cx - half)); column <= Math.Min(_columns - 1, cx + half); column++)
            {
                var dx = (column - cx) * _step / kernelM;
                var k = room - dx * dx;
                cells[row * _columns + column] += (float)(top * k * k);
            }
        }
    }

    /// <summary>Raises each cell to the largest of the near kernel within so many cells.</summary>
    private void Raise(float[] close, int reach)
    {
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var value = close[row * _columns + column];
                if (value <= 0)
                    continue;
                for (var v = Math.Max(0, row - reach); v <= Math.Min(_rows - 1, row + reach); v++)
                {
                    var span = (int)Math.Sqrt(reach * reach - (v - row) * (v - row));
                    var cells = _cells.AsSpan(v * _columns, _columns)[Math.Max(0, column - span)..Math.Min(_columns, column + span + 1)];
                    foreach (ref var cell in cells)
                        cell = Math.Max(cell, value);
                }
            }
        }
    }

    public double At(double x, double y)
    {
        var (cx, cy) = ((x - _left) / _step, (y - _bottom) / _step);
        if (_cells.Length == 0 || !(cx >= 0 && cy >= 0 && cx < _columns - 1 && cy < _rows - 1))
            return _floor;
        var (column, row) = ((int)cx, (int)cy);
        var (u, v) = (cx - column, cy - row);
        var at = row * _columns + column;
        var low = _cells[at] * (1 - u) + _cells[at + 1] * u;
        var high = _cells[at + _columns] * (1 - u) + _cells[at + _columns + 1] * u;
        return low * (1 - v) + high * v + _floor;
    }
}
