using System.Numerics;

namespace Hotspot.Hotspots.Grids;

/// <summary>
/// Units per square metre by the quartic kernel 3/(πh²)·(1 − d²/h²)² (Silverman 1986) at the corners of a square raster; zero outside of it.
/// </summary>
internal sealed class KernelRaster
{
    private const int MostCells = 16_000_000;

    private readonly double _kernelM;
    private readonly double _left;
    private readonly double _bottom;
    private readonly double _step;
    private readonly int _columns;
    private readonly int _rows;
    private readonly float[] _cells;

    /// <summary>What a copy was made of, and where it differs from that: to become it again without a look at the rest of the city.</summary>
    private readonly KernelRaster? _whole;
    private readonly List<(int First, int Length)> _changed = [];
    private long _changedCells;

    /// <param name="left">Metres, as the others: the corners of what lies inside.</param>
    /// <param name="stepM">Coarser where the raster would grow beyond 16 million cells.</param>
    public KernelRaster(double left, double bottom, double right, double top, double kernelM, double stepM)
    {
        (_kernelM, _left, _bottom) = (kernelM, left - kernelM, bottom - kernelM);
        var (width, height) = (right - left + 2 * kernelM, top - bottom + 2 * kernelM);
        _step = Math.Max(stepM, Math.Sqrt(width * height / MostCells));
        (_columns, _rows) = ((int)(width / _step) + 2, (int)(height / _step) + 2);
        _cells = new float[_columns * _rows];
    }

    private KernelRaster(KernelRaster other)
    {
        (_kernelM, _left, _bottom, _step, _columns, _rows) = (
            other._kernelM,
            other._left,
            other._bottom,
            other._step,
            other._columns,
            other._rows
        );
        _cells = (float[])other._cells.Clone();
        _whole = other;
    }

    /// <summary>Height of the kernel of one unit.</summary>
    public static double Peak(double kernelM) => 3 / (Math.PI * kernelM * kernelM);

    public KernelRaster Copy() => new(this);

    /// <summary>Turns a <see cref="Copy"/> back into what it was copied from.</summary>
    /// <exception cref="InvalidOperationException">It is no copy.</exception>
    public void Restore()
    {
        var whole = _whole ?? throw new InvalidOperationException("only a copy can be restored");
        if (IsChangedAllOver)
            whole._cells.CopyTo(_cells, 0);
        foreach (var (first, length) in _changed)
            whole._cells.AsSpan(first, length).CopyTo(_cells.AsSpan(first));
        _changed.Clear();
        _changedCells = 0;
    }

    /// <summary>In so many cells that all of them are copied as quickly.</summary>
    private bool IsChangedAllOver => _changedCells > _cells.Length / 4;

    private void Note(int first, int length)
    {
        _changedCells += length;
        if (IsChangedAllOver)
            _changed.Clear();
        else
            _changed.Add((first, length));
    }

    public void Add(double x, double y, double units)
    {
        var reach = (int)(_kernelM / _step) + 1;
        var (cx, cy) = ((x - _left) / _step, (y - _bottom) / _step);
        var (peak, steps) = ((float)(units * Peak(_kernelM)), _step / _kernelM);
        for (var row = Math.Max(0, (int)cy - reach); row <= Math.Min(_rows - 1, (int)cy + reach + 1); row++)
        {
            var dy = (row - cy) * steps;
            var room = 1 - dy * dy;
            if (room <= 0)
                continue;
            var half = Math.Sqrt(room) / steps;
            var (first, last) = (Math.Max(0, (int)Math.Ceiling(cx - half)), Math.Min(_columns - 1, (int)(cx + half)));
            if (first > last)
                continue;
            var (at, length) = (row * _columns + first, last - first + 1);
            AddRow(_cells.AsSpan(at, length), (float)((first - cx) * steps), (float)steps, (float)room, peak);
            if (_whole is not null)
                Note(at, length);
        }
    }

    /// <summary>peak·max(0, room − dx²)², dx in bandwidths; the same numbers whatever the width of a vector.</summary>
    private static void AddRow(Span<float> cells, float left, float step, float room, float peak)
    {
        var i = 0;
        for (; i <= cells.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var dx = new Vector<float>(left) + Vector.CreateSequence((float)i, 1f) * step;
            var k = Vector.Max(Vector<float>.Zero, new Vector<float>(room) - dx * dx);
            (new Vector<float>(cells[i..]) + peak * k * k).CopyTo(cells[i..]);
        }
        for (; i < cells.Length; i++)
        {
            var dx = left + i * step;
            var k = Math.Max(0, room - dx * dx);
            cells[i] += peak * k * k;
        }
    }

    /// <summary>Read bilinearly.</summary>
    public double At(double x, double y)
    {
        var (cx, cy) = ((x - _left) / _step, (y - _bottom) / _step);
        if (!(cx >= 0 && cy >= 0 && cx < _columns - 1 && cy < _rows - 1))
            return 0;
        var (column, row) = ((int)cx, (int)cy);
        var (u, v) = (cx - column, cy - row);
        var at = row * _columns + column;
        var low = _cells[at] * (1 - u) + _cells[at + 1] * u;
        var high = _cells[at + _columns] * (1 - u) + _cells[at + _columns + 1] * u;
        return low * (1 - v) + high * v;
    }

    /// <summary>The largest corner within so many metres.</summary>
    public double Densest(double x, double y, double reachM)
    {
        var (cx, cy, reach) = ((x - _left) / _step, (y - _bottom) / _step, reachM / _step);
        float most = 0;
        for (var row = Math.Max(0, (int)Math.Ceiling(cy - reach)); row <= Math.Min(_rows - 1, cy + reach); row++)
        {
            var span = Math.Sqrt(reach * reach - (row - cy) * (row - cy));
            var (first, last) = (Math.Max(0, (int)Math.Ceiling(cx - span)), Math.Min(_columns - 1, (int)Math.Floor(cx + span)));
            for (var column = first; column <= last; column++)
                most = Math.Max(most, _cells[row * _columns + column]);
        }
        return most;
    }
}
