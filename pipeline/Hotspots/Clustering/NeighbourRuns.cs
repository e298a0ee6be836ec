namespace Hotspot.Hotspots.Clustering;

/// <summary>
/// Walks over the cells of a grid in order and yields, for each, the up to five runs of cells (two rows down to two rows up, two columns
/// left to two right) that can hold a point within eps. The five pointers only ever move forward: one walk is linear, without a hash table, and may begin anywhere.
/// </summary>
internal readonly ref struct NeighbourRuns
{
    /// <summary>Length of the buffer to hand in.</summary>
    public const int Rows = 5;

    private readonly CellGrid _grid;
    private readonly Span<int> _pointers;

    /// <param name="first">No cell before it will be asked for.</param>
    public NeighbourRuns(CellGrid grid, Span<int> pointers, int first = 0)
    {
        _grid = grid;
        _pointers = pointers;
        for (var row = 0; row < Rows && first < grid.Cells; row++)
        {
            var found = grid.Key.AsSpan(0, grid.Cells).BinarySearch(Least(first, row));
            pointers[row] = found < 0 ? ~found : found;
        }
    }

    /// <summary>Least key of the row that can hold a neighbour.</summary>
    private long Least(int cell, int row) => _grid.Key[cell] + (row - 2) * _grid.Columns - 2;

    /// <summary>Cells from <c>Start</c> up to, not including, <c>End</c> of row offset <paramref name="row"/> − 2 about the cell; cells must be asked for in ascending order.</summary>
    public (int Start, int End) Run(int cell, int row)
    {
        var least = Least(cell, row);
        var p = _pointers[row];
        while (p < _grid.Cells && _grid.Key[p] < least)
            p++;
        _pointers[row] = p;
        var end = p;
        while (end < _grid.Cells && _grid.Key[end] <= least + 4)
            end++;
        return (p, end);
    }
}
