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

    private readonly PointSettings _settings;
    private readonly double _scale;
    private readonly double _total;
    private readonly double _left;
    private readonly double _bottom;
    private readonly double _step;
    private readonly int _columns;
    private readonly int _rows;

    /// <summary>Baseline units per square metre by the wide and by the near kernel.</summary>
    private readonly float[] _wide = [];
    private readonly float[] _near = [];

    /// <param name="weight">Units at each place; places without any are passed over.</param>
    /// <param name="wide">Share of each place's wide kernel that lies inside the city; <paramref name="near"/> of the near one.</param>
    /// <param name="scale">Units of the period per unit of <paramref name="weight"/>.</param>
    public Density(double[] x, double[] y, int[] weight, double[] wide, double[] near, PointSettings settings, double scale)
    {
        (_settings, _scale, _total) = (settings, scale, weight.Sum(units => (double)units));
        var kernelM = settings.KernelM;
        int[] used = [.. Enumerable.Range(0, x.Length).Where(i => weight[i] > 0)];
        if (used.Length == 0)
            return;
        _left = used.Min(i => x[i]) - kernelM;
        _bottom = used.Min(i => y[i]) - kernelM;
        var (width, height) = (used.Max(i => x[i]) + kernelM - _left, used.Max(i => y[i]) + kernelM - _bottom);
        _step = Math.Max(kernelM / 14, Math.Sqrt(width * height / MostCells));
        _columns = (int)(width / _step) + 2;
        _rows = (int)(height / _step) + 2;
        _wide = new float[_columns * _rows];
        _near = new float[_columns * _rows];
        foreach (var i in used)
            Spread(x[i], y[i], weight[i] / wide[i], weight[i] / near[i]);
    }

    private Density(Density whole, double left)
    {
        (_settings, _scale, _total) = (whole._settings, whole._scale * whole._total / left, left);
        (_left, _bottom, _step, _columns, _rows) = (whole._left, whole._bottom, whole._step, whole._columns, whole._rows);
        (_wide, _near) = ((float[])whole._wide.Clone(), (float[])whole._near.Clone());
    }

    /// <summary>What the baseline without these units would lead to expect: they must be among its own.</summary>
    public Density Without(IEnumerable<(double X, double Y, double Wide, double Near, int Units)> drawn, int units)
    {
        var rest = new Density(this, Math.Max(1, _total - units));
        foreach (var (x, y, wide, near, weight) in drawn)
            rest.Spread(x, y, -weight / wide, -weight / near);
        return rest;
    }

    private static double Peak(double kernelM) => 3 / (Math.PI * kernelM * kernelM);

    private void Spread(double x, double y, double wide, double near)
    {
        Spread(_wide, x, y, _settings.KernelM, wide);
        Spread(_near, x, y, _settings.NearM, near);
    }

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

    public double At(double x, double y)
    {
        // Half a unit, so that open country without any history is rare ground and not impossible ground.
        var floor = Peak(_settings.KernelM) / 2;
        var (cx, cy) = ((x - _left) / _step, (y - _bottom) / _step);
        if (_wide.Length == 0 || !(cx >= 0 && cy >= 0 && cx < _columns - 1 && cy < _rows - 1))
            return _scale * floor;
        var (column, row) = ((int)cx, (int)cy);
        var (u, v) = (cx - column, cy - row);
        var at = row * _columns + column;
        var low = _wide[at] * (1 - u) + _wide[at + 1] * u;
        var high = _wide[at + _columns] * (1 - u) + _wide[at + _columns + 1] * u;
        return _scale * (Math.Max(low * (1 - v) + high * v, Densest(cx, cy)) + floor);
    }

    /// <summary>The largest value of the near kernel about a place.</summary>
    private double Densest(double cx, double cy)
    {
        var reach = _settings.ReachM / _step;
        float most = 0;
        for (var row = Math.Max(0, (int)Math.Ceiling(cy - reach)); row <= Math.Min(_rows - 1, cy + reach); row++)
        {
            var span = Math.Sqrt(reach * reach - (row - cy) * (row - cy));
            var (first, last) = (Math.Max(0, (int)Math.Ceiling(cx - span)), Math.Min(_columns - 1, (int)Math.Floor(cx + span)));
            for (var cell = row * _columns + first; cell <= row * _columns + last; cell++)
                most = Math.Max(most, _near[cell]);
        }
        return most;
    }
}
