namespace Hotspot.Hotspots;

/// <summary>
/// λ(x): units per square metre and period around a point, by the quartic kernel 3/(πh²)·(1 − d²/h²)² (Silverman 1986) on a raster, read
/// bilinearly. At the edge of the city each unit's kernel is divided by its mass inside (Diggle 1985; what is drawn from it is then exactly λ), see <see cref="KernelMass"/>.
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
    /// <param name="mass">Share of each place's kernel that lies inside the city.</param>
    /// <param name="scale">Units of the period per unit of <paramref name="weight"/>.</param>
    public Density(double[] x, double[] y, int[] weight, double[] mass, double kernelM, double scale)
    {
        // Half a unit, so that open country without any history is rare ground and not impossible ground.
        var peak = 3 / (Math.PI * kernelM * kernelM);
        _floor = scale * peak / 2;
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
        var reach = (int)(kernelM / _step) + 1;
        foreach (var i in used)
        {
            var (cx, cy) = ((x[i] - _left) / _step, (y[i] - _bottom) / _step);
            var top = weight[i] * scale * peak / mass[i];
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
                    _cells[row * _columns + column] += (float)(top * k * k);
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
