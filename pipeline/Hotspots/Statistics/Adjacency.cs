namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Who is next to whom on a map of units: for each unit the indices of its neighbours, ascending, itself never among them. Weights are binary.
/// A unit without neighbours is allowed.
/// </summary>
public sealed class Adjacency
{
    private readonly int[] _first;
    private readonly int[] _neighbours;

    private Adjacency(int[] first, int[] neighbours) => (_first, _neighbours) = (first, neighbours);

    public int Units => _first.Length - 1;

    /// <summary>Neighbours of a unit, ascending.</summary>
    public ReadOnlySpan<int> Of(int unit) => _neighbours.AsSpan(_first[unit], _first[unit + 1] - _first[unit]);

    /// <param name="pairs">Indices of units that touch, each pair once or both ways.</param>
    public static Adjacency OfPairs(int units, IEnumerable<(int A, int B)> pairs)
    {
        var sets = new SortedSet<int>[units];
        for (var unit = 0; unit < units; unit++)
            sets[unit] = [];
        foreach (var (a, b) in pairs)
        {
            if (a == b)
                throw new ArgumentException($"unit {a} cannot be its own neighbour", nameof(pairs));
            sets[a].Add(b);
            sets[b].Add(a);
        }
        var first = new int[units + 1];
        for (var unit = 0; unit < units; unit++)
            first[unit + 1] = first[unit] + sets[unit].Count;
        return new Adjacency(first, [.. sets.SelectMany(set => set)]);
    }

    /// <summary>Units whose points are at most this far apart, the distance itself included. Sorted by x, so only pairs near in x are measured.</summary>
    /// <param name="reachM">In the unit of the coordinates (metres).</param>
    public static Adjacency Within(double[] x, double[] y, double reachM)
    {
        var order = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ThenBy(i => i).ToArray();
        var pairs = new List<(int, int)>();
        for (var a = 0; a < order.Length; a++)
        {
            for (var b = a + 1; b < order.Length && x[order[b]] - x[order[a]] <= reachM; b++)
            {
                var (dx, dy) = (x[order[b]] - x[order[a]], y[order[b]] - y[order[a]]);
                if (dx * dx + dy * dy <= reachM * reachM)
                    pairs.Add((order[a], order[b]));
            }
        }
        return OfPairs(x.Length, pairs);
    }
}
