namespace Hotspot.Hotspots.Recurrence;

/// <summary>All pairs of points within the widest of some bands of distance, each once, with its band; found by a grid of cells that wide.</summary>
internal sealed class NearPairs
{
    private readonly int[] _first;
    private readonly int[] _others;
    private readonly byte[] _bands;

    private NearPairs(int[] first, int[] others, byte[] bands) => (_first, _others, _bands) = (first, others, bands);

    /// <summary>Partners of a point with a larger index.</summary>
    public ReadOnlySpan<int> Of(int point) => _others.AsSpan(_first[point], _first[point + 1] - _first[point]);

    /// <summary>Bands of these partners.</summary>
    public ReadOnlySpan<byte> BandsOf(int point) => _bands.AsSpan(_first[point], _first[point + 1] - _first[point]);

    /// <param name="bounds">Upper bounds, ascending, each belonging to its band; the first may be 0, the same place.</param>
    /// <exception cref="ArgumentException">More pairs than <paramref name="most"/>.</exception>
    public static NearPairs Of(double[] x, double[] y, double[] bounds, Metric metric, long most)
    {
        var reach = bounds[^1];
        // A hair wider than the reach: rounding may not put two points that are just so far apart two cells apart.
        var side = reach * (1 + 1e-9);
        var cells = new Dictionary<(long, long), List<int>>();
        (long, long) Cell(int i) => reach > 0 ? ((long)Math.Floor(x[i] / side), (long)Math.Floor(y[i] / side)) : (Bits(x[i]), Bits(y[i]));
        for (var i = 0; i < x.Length; i++)
        {
            if (!cells.TryGetValue(Cell(i), out var members))
                cells[Cell(i)] = members = [];
            members.Add(i);
        }

        var first = new int[x.Length + 1];
        var others = new List<int>();
        var bands = new List<byte>();
        for (var i = 0; i < x.Length; i++)
        {
            var (column, row) = Cell(i);
            var around = reach > 0 ? 1 : 0;
            for (var r = row - around; r <= row + around; r++)
            {
                for (var c = column - around; c <= column + around; c++)
                {
                    if (!cells.TryGetValue((c, r), out var members))
                        continue;
                    // Members stand in ascending order: only those after i.
                    var from = members.BinarySearch(i + 1);
                    for (var k = from < 0 ? ~from : from; k < members.Count; k++)
                    {
                        var j = members[k];
                        var band = Band(x[j] - x[i], y[j] - y[i], bounds, metric);
                        if (band == bounds.Length)
                            continue;
                        others.Add(j);
                        bands.Add((byte)band);
                    }
                }
            }
            if (others.Count > most)
                throw new ArgumentException($"more than {most} pairs of {x.Length} points lie within {reach} m");
            first[i + 1] = others.Count;
        }
        return new NearPairs(first, [.. others], [.. bands]);
    }

    /// <summary>About how many pairs lie within reach: the partners of every so many-th point, some two thousand of them, counted.</summary>
    /// <returns>At least 1.</returns>
    public static double Estimate((double X, double Y)[] points, double reach)
    {
        const int Asked = 2000;
        (long, long) Cell((double X, double Y) at) => ((long)Math.Floor(at.X / reach), (long)Math.Floor(at.Y / reach));
        var cells = points.ToLookup(Cell);
        var step = Math.Max(1, points.Length / Asked);
        var (partners, asked) = (0L, 0);
        for (var i = 0; i < points.Length; i += step, asked++)
        {
            var (x, y) = points[i];
            var (column, row) = Cell(points[i]);
            for (var c = column - 1; c <= column + 1; c++)
            {
                for (var r = row - 1; r <= row + 1; r++)
                    partners += cells[(c, r)].Count(at => (at.X - x) * (at.X - x) + (at.Y - y) * (at.Y - y) <= reach * reach);
            }
        }
        // Each is within reach of itself, and each pair is met from both ends.
        return Math.Max(1, (double)(partners - asked) / Math.Max(1, asked) * points.Length / 2);
    }

    private static int Band(double dx, double dy, double[] bounds, Metric metric)
    {
        var apart = metric == Metric.Manhattan ? Math.Abs(dx) + Math.Abs(dy) : Math.Sqrt(dx * dx + dy * dy);
        var band = 0;
        while (band < bounds.Length && apart > bounds[band])
            band++;
        return band;
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value + 0.0);
}
