using Hotspot.Privacy.Masks;

namespace Hotspot.Ingest;

/// <summary>
/// Data rows of all sheets with the header mapping of their sheet. A further sheet needs a header of its own, perhaps of another layout, or continues the first one
/// (old workbooks part a long table every 65,536 rows): then one of its first rows must be a row of that table. Any other sheet is passed over and told.
/// </summary>
internal sealed class SheetRows(IRowReader reader, HeaderPlace header, FileSummary summary)
{
    private readonly Queue<(SourceRow, HeaderMapping)> _ready = new();
    private HeaderMapping? _mapping;
    private SourceRow? _ahead;
    private int _sheet = -1;

    public bool Next(out (SourceRow Row, HeaderMapping Mapping) row)
    {
        while (_ready.Count == 0)
        {
            if ((_ahead ?? reader.Read()) is not { } next)
            {
                row = default;
                return false;
            }
            _ahead = null;
            if (next.Sheet != _sheet)
                Begin(next);
            else if (_mapping is not null && !_mapping.IsHeaderAgain(next.Cells) && !IsAnotherHeader(next, _mapping))
            {
                row = (next, _mapping);
                return true;
            }
        }
        row = _ready.Dequeue();
        return true;
    }

    /// <summary>A second table below the first, with columns of its own: they hold from here on.</summary>
    private bool IsAnotherHeader(SourceRow row, HeaderMapping mapping)
    {
        var column = mapping.HeadersAt(Field.ComplaintId) is [var first, ..] ? first : 0;
        // Nearly all rows have digits there, an order number.
        if (column >= row.Cells.Length || row.Cells[column].Kind != CellKind.Text || row.Cells[column].Text.AsSpan().ContainsAny(Digit.All))
            return false;
        if (ProfileDetection.Of(row.Cells, header.Profiles) is not { } found)
            return false;
        _mapping = HeaderSearch.Mapping(found, [row]);
        return true;
    }

    private void Begin(SourceRow row)
    {
        _sheet = row.Sheet;
        _mapping = null;
        if (reader.SheetIsHidden)
            summary.Hide(row.SheetName);
        if (row.Sheet == header.Sheet)
        {
            _mapping = header.Mapping;
            if (_mapping.Profile.Times.OffsetsToBeijing && reader.UtcColumns.Any(_mapping.IsTime))
                summary.ShiftTimes();
            for (var above = row; above.Line < header.Line && reader.Read() is { } next; )
                above = next;
            return;
        }
        var start = new List<SourceRow> { row };
        while (start.Count < ProfileDetection.RowsLookedAt && Ahead(row.Sheet) is { } next)
            start.Add(next);
        var first = header.Mapping;
        var found = ProfileDetection.Detect([.. start.Select(r => r.Cells)], header.Profiles).Found;
        if (found is not null && HeaderSearch.Mapping(found, start) is var own && (!found.IsPartial || SharesOrders(own)))
            _mapping = own;
        else if (row.Sheet > header.Sheet && start.Exists(data => DataRow.IsOf(first, data.Cells)))
            _mapping = first;
        if (_mapping is null)
        {
            long rows = start.Count;
            while (Ahead(row.Sheet) is not null)
                rows++;
            summary.Skip(new SkippedSheet(row.SheetName, rows));
            return;
        }
        foreach (var data in found is null || _mapping == first ? start.SkipWhile(IsTitle) : start.Skip(found.Row + found.Depth))
        {
            if (!_mapping.IsHeaderAgain(data.Cells))
                _ready.Enqueue((data, _mapping));
        }
    }

    /// <summary>The order numbers stand under the same header as the first sheet's: the sheet completes it, and is no list of something else.</summary>
    private bool SharesOrders(HeaderMapping mapping) =>
        mapping
            .HeadersOf(Field.ComplaintId)
            .Select(Header.Key)
            .Intersect(header.Mapping.HeadersOf(Field.ComplaintId).Select(Header.Key), StringComparer.Ordinal)
            .Any();

    /// <summary>续表: a line above the first row.</summary>
    private static bool IsTitle(SourceRow row) => row.Cells.Count(cell => !cell.IsEmpty) == 1;

    /// <summary>The next row where it is of the same sheet; else it waits.</summary>
    private SourceRow? Ahead(int sheet)
    {
        if (_ahead is null && reader.Read() is { } next)
            _ahead = next;
        if (_ahead is not { } row || row.Sheet != sheet)
            return null;
        _ahead = null;
        return row;
    }
}
