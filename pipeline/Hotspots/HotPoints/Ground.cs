namespace Hotspot.Hotspots.HotPoints;

/// <summary>The ground of a candidate: the convex hull of its members, widened by a buffer (metres). The buffer's corners are round.</summary>
internal sealed class Ground
{
    private readonly (double X, double Y)[] _ring;
    private readonly double _buffer;

    /// <param name="points">At least one.</param>
    public Ground(List<(double X, double Y)> points, double buffer)
    {
        _ring = Hull(points);
        _buffer = buffer;
        (Left, Right) = (_ring.Min(p => p.X) - buffer, _ring.Max(p => p.X) + buffer);
        (Bottom, Top) = (_ring.Min(p => p.Y) - buffer, _ring.Max(p => p.Y) + buffer);
        double twice = 0;
        double length = 0;
        for (var i = 0; i < _ring.Length; i++)
        {
            var (a, b) = (_ring[i], _ring[(i + 1) % _ring.Length]);
            twice += a.X * b.Y - b.X * a.Y;
            length += Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
        }
        // Steiner's formula for a convex body; a segment counts both its sides.
        Area = Math.Max(0, twice / 2) + length * buffer + Math.PI * buffer * buffer;
    }

    public double Left { get; }
    public double Right { get; }
    public double Bottom { get; }
    public double Top { get; }

    /// <summary>Square metres.</summary>
    public double Area { get; }

    public bool Contains(double x, double y)
    {
        if (x < Left || x > Right || y < Bottom || y > Top)
            return false;
        var inside = _ring.Length > 2;
        for (var i = 0; i < _ring.Length; i++)
        {
            var (a, b) = (_ring[i], _ring[(i + 1) % _ring.Length]);
            var (ux, uy, vx, vy) = (b.X - a.X, b.Y - a.Y, x - a.X, y - a.Y);
            if (ux * vy - uy * vx < 0)
                inside = false;
            var square = ux * ux + uy * uy;
            var t = square > 0 ? Math.Clamp((ux * vx + uy * vy) / square, 0, 1) : 0;
            var (dx, dy) = (vx - t * ux, vy - t * uy);
            if (dx * dx + dy * dy <= _buffer * _buffer)
                return true;
        }
        return inside;
    }

    /// <summary>∫ of a density over the ground: its mean on a lattice of about a buffer's width, times the area.</summary>
    public double Integral(Density density)
    {
        var (width, height) = (Right - Left, Top - Bottom);
        var step = Math.Max(_buffer, Math.Sqrt(width * height / 256));
        var (columns, rows) = ((int)Math.Ceiling(width / step), (int)Math.Ceiling(height / step));
        double sum = 0;
        var points = 0;
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                var (x, y) = (Left + (i + 0.5) * width / columns, Bottom + (j + 0.5) * height / rows);
                if (!Contains(x, y))
                    continue;
                sum += density.At(x, y);
                points++;
            }
        }
        return Area * (points > 0 ? sum / points : density.At((Left + Right) / 2, (Bottom + Top) / 2));
    }

    /// <summary>Convex hull, counter-clockwise, by the monotone chain (Andrew 1979).</summary>
    private static (double X, double Y)[] Hull(List<(double X, double Y)> points)
    {
        points.Sort();
        var sorted = points.Distinct().ToArray();
        if (sorted.Length < 3)
            return sorted;
        var ring = new List<(double X, double Y)>();
        foreach (var pass in new[] { sorted, sorted.Reverse() })
        {
            var start = ring.Count;
            foreach (var p in pass)
            {
                while (ring.Count - start >= 2 && Turn(ring[^2], ring[^1], p) <= 0)
                    ring.RemoveAt(ring.Count - 1);
                ring.Add(p);
            }
            ring.RemoveAt(ring.Count - 1);
        }
        return [.. ring];
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
