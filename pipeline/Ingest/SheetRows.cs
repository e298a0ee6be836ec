namespace Hotspot.Ingest;

/// <summary>
/// Data rows of all sheets with the header mapping of their sheet. A further sheet needs a header of its own, or continues the first one
/// (old workbooks part a long table every 65,536 rows): then its first row must map to a complaint. Any other sheet is passed over and counted.
/// </summary>
internal sealed class SheetRows(IRowReader reader, HeaderMapping first, (int Sheet, long Line) headerAt, FileSummary summary) : IDisposable
{
    private readonly Queue<(SourceRow, HeaderMapping)> _ready = new();
    private HeaderMapping? _mapping;
    private SourceRow? _ahead;
    private int _sheet = -1;

    public bool Next(out (SourceRow Row, HeaderMapping Mapping) row)
    {
        while (!_ready.TryDequeue(out row))
        {
            if ((_ahead ?? reader.Read()) is not { } next)
                return false;
            _ahead = null;
            if (next.Sheet != _sheet)
                Begin(next);
            else if (_mapping is not null && !Footer.IsHeaderAgain(next.Cells, _mapping))
                _ready.Enqueue((next, _mapping));
        }
        return true;
    }

    public void Dispose() => reader.Dispose();

    private void Begin(SourceRow row)
    {
        _sheet = row.Sheet;
        _mapping = null;
        var start = new List<SourceRow> { row };
        if (row.Sheet == headerAt.Sheet)
        {
            _mapping = first;
            while (start[^1].Line < headerAt.Line && reader.Read() is { } above)
                start.Add(above);
            return;
        }
        while (start.Count < ProfileDetection.RowsLookedAt && Ahead(row.Sheet) is { } next)
            start.Add(next);
        var header = ProfileDetection.Detect([.. start.Select(r => r.Cells)], [first.Profile]).Found;
        if (header is not null)
            _mapping = HeaderMapping.Of(first.Profile, start[header.Row].Cells);
        else if (row.Sheet > headerAt.Sheet && new RowMapping(first, null, "", false).Map(row).Complaint is not null)
            _mapping = first;
        if (_mapping is null)
        {
            long rows = start.Count;
            while (Ahead(row.Sheet) is not null)
                rows++;
            summary.Skip(new SkippedSheet(row.SheetName, rows));
            return;
        }
        foreach (var data in start.Skip(header is null ? 0 : header.Row + 1))
            _ready.Enqueue((data, _mapping));
    }

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
