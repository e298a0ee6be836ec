using Parquet;
using Parquet.Schema;

namespace Hotspot.Ingest;

/// <summary>
/// Rows of a Parquet file: line 1 are the names of its columns, line 2 its first row. One row group is in memory at a time, whole
/// (writers make them of some 100,000 rows). Columns that hold lists or structures are refused: an export has none.
/// </summary>
internal sealed class ParquetRows : IRowReader
{
    /// <summary>A row group of more rows than this is taken for a trap: DuckDB writes 122,880, Arrow 1,048,576.</summary>
    private const long LargestGroup = 1 << 21;

    /// <summary>
    /// A step of a sound file takes seconds at most. What a broken file is known to lead the library into without end is refused before
    /// (<see cref="ParquetFooter"/>, <see cref="EndingStream"/>); this is for what is not known.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly string _name;
    private readonly TimeSpan _longest;
    private readonly Stream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly ParquetTime?[] _times;
    private Cell[][] _columns = [];
    private const long HeaderLine = 1;
    private long _line = HeaderLine;
    private int _group;
    private int _row;
    private int _rows = -1;

    /// <param name="stream">Seekable; owned by the reader.</param>
    /// <param name="name">File name, for messages.</param>
    /// <param name="longest">For one step: the footer, or one row group; null: a minute.</param>
    public ParquetRows(Stream stream, string name, TimeSpan? longest = null)
    {
        (_name, _stream, _longest) = (name, stream, longest ?? Patience);
        try
        {
            (_reader, _fields, _times) = Guarded(() => Open(stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private (ParquetReader, DataField[], ParquetTime?[]) Open(Stream stream)
    {
        ParquetFooter.Check(stream);
        var reader = ParquetReader.CreateAsync(new EndingStream(stream), leaveStreamOpen: true).GetAwaiter().GetResult();
        var times = ParquetTimes.TakeFrom(reader.Metadata!);
        var fields = reader.Schema.GetDataFields();
        return reader.Schema.Fields.FirstOrDefault(field => field is not DataField { IsArray: false }) is { } nested
            ? throw new ProblemException(new Problem("column_nested", ("file", _name), ("column", Header.Told(nested.Name))))
            : (reader, fields, Array.ConvertAll(fields, field => times.GetValueOrDefault(field.Name)));
    }

    public bool CountsCells => false;

    public IReadOnlyList<int> UtcColumns => [.. Enumerable.Range(0, _times.Length).Where(column => _times[column] is { IsUtc: true })];

    public SourceRow? Read()
    {
        if (_rows < 0)
        {
            _rows = 0;
            return new SourceRow(0, "", _line, Array.ConvertAll(_fields, field => Cell.Of(field.Name)));
        }
        while (true)
        {
            while (_row < _rows)
            {
                _line++;
                var row = _row++;
                if (Array.Exists(_columns, column => column[row].Kind != CellKind.Empty))
                    return new SourceRow(0, "", _line, Array.ConvertAll(_columns, column => column[row]));
            }
            if (_group >= _reader.RowGroupCount)
                return null;
            Guarded(ReadGroup);
        }
    }

    public void SkipSheet() => (_group, _row) = (_reader.RowGroupCount, _rows);

    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private bool ReadGroup()
    {
        using var group = _reader.OpenRowGroupReader(_group++);
        if (group.RowCount is < 0 or > LargestGroup)
            throw new ProblemException(new Problem("file_too_large", ("file", _name), ("bytes", $"{_stream.Length}")));
        _rows = (int)group.RowCount;
        _row = 0;
        _columns = [.. _fields.Select((field, i) => ParquetCells.Read(group, field, _rows, _times[i]).GetAwaiter().GetResult())];
        return true;
    }

    /// <summary>Whatever a broken file makes the library throw is one problem to the user.</summary>
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            // On a thread of its own, which is left behind where it never ends: the process does not wait for it.
            return Task
                .Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(_longest)
                .GetAwaiter()
                .GetResult();
        }
        catch (NotSupportedException e)
        {
            throw new ProblemException(new Problem("parquet_unsupported", ("file", _name)), e);
        }
        // Out of memory too: a broken footer claims arrays that no machine holds.
        catch (Exception e) when (e is not ProblemException)
        {
            throw Problem.Damaged(_name, _line - HeaderLine, e);
        }
    }
}
