namespace Hotspot.Hotspots;

/// <summary>
/// Walks over the cells of a grid in order and yields, for each, the up to five runs of cells (two rows down to two rows up, two columns
/// left to two right) that can hold a point within eps. The five pointers only ever move forward: one walk is linear, without a hash table, and may begin anywhere.
/// </summary>
internal ref struct NeighbourRuns(CellGrid grid, Span<int> pointers)
{
    /// <summary>Length of the buffer to hand in, zeroed.</summary>
    public const int Rows = 5;

    private readonly Span<int> _pointers = pointers;

    /// <summary>Cells from <c>Start</c> up to, not including, <c>End</c> of row offset <paramref name="row"/> − 2 about the cell; cells must be asked for in ascending order.</summary>
    public readonly (int Start, int End) Run(int cell, int row)
    {
        var middle = grid.Key[cell] + (row - 2) * grid.Columns;
        var p = _pointers[row];
        if (p == 0 && cell > 0)
            p = Lower(middle - 2);
        while (p < grid.Cells && grid.Key[p] < middle - 2)
            p++;
        _pointers[row] = p;
        var end = p;
        while (end < grid.Cells && grid.Key[end] <= middle + 2)
            end++;
        return (p, end);
    }

    private readonly int Lower(long key)
    {
        var found = grid.Key.AsSpan(0, grid.Cells).BinarySearch(key);
        return found < 0 ? ~found : found;
    }
}
