namespace Hotspot.Incidents;

/// <summary>
/// Open leaders by address: cells as wide as the merge distance for coordinates, and places. Entries may be kept per caller, so that
/// looking up costs the few leaders of one address and not the callers of the city.
/// </summary>
internal sealed class AddressIndex(double distanceM)
{
    private readonly record struct Cell(ulong? Caller, long X, long Y);

    private readonly record struct Key(ulong? Caller, ulong Place);

    private readonly Dictionary<Cell, List<Leader>> _cells = [];
    private readonly Dictionary<Key, List<Leader>> _places = [];

    public void Add(ulong? caller, Leader leader)
    {
        if (CellOf(caller, leader.Row) is { } cell)
            Append(_cells, cell, leader);
        if (leader.Row.Place is { } place)
            Append(_places, new Key(caller, place), leader);
    }

    public void Remove(ulong? caller, Leader leader)
    {
        if (CellOf(caller, leader.Row) is { } cell)
            Drop(_cells, cell, leader);
        if (leader.Row.Place is { } place)
            Drop(_places, new Key(caller, place), leader);
    }

    /// <summary>The nearest leader at the same address that still reaches the row; ties by the smaller leader id; null: none.</summary>
    public Leader? Nearest(ulong? caller, MergeRow row, TimeSpan window)
    {
        (Leader Leader, double Distance)? best = null;
        if (row.Place is { } place && _places.TryGetValue(new Key(caller, place), out var named))
            best = Better(named, row, window, best);
        if (CellOf(caller, row) is { } home)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    if (_cells.TryGetValue(new Cell(caller, home.X + dx, home.Y + dy), out var near))
                        best = Better(near, row, window, best);
                }
            }
        }
        return best?.Leader;
    }

    private (Leader, double)? Better(List<Leader> leaders, MergeRow row, TimeSpan window, (Leader Leader, double Distance)? best)
    {
        foreach (var leader in leaders)
        {
            if (leader.Distance(row, distanceM) is not { } distance || !leader.Reaches(row, window))
                continue;
            var better =
                best is not { } held
                || distance < held.Distance
                || (distance.Equals(held.Distance) && string.CompareOrdinal(leader.Row.ComplaintId, held.Leader.Row.ComplaintId) < 0);
            if (better)
                best = (leader, distance);
        }
        return best;
    }

    private Cell? CellOf(ulong? caller, MergeRow row) =>
        row.X is { } x && row.Y is { } y ? new Cell(caller, (long)Math.Floor(x / distanceM), (long)Math.Floor(y / distanceM)) : null;

    private static void Append<TKey>(Dictionary<TKey, List<Leader>> lists, TKey key, Leader leader)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(leader);
    }

    private static void Drop<TKey>(Dictionary<TKey, List<Leader>> lists, TKey key, Leader leader)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            return;
        list.Remove(leader);
        if (list.Count == 0)
            lists.Remove(key);
    }
}
