using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Hotspot.Ingest;

/// <summary>
/// Rows of a text file with bounded memory. A row that cannot be read is given as damaged and costs only itself: where a quotation is not
/// closed, the physical line on which it opened is the damaged row and reading goes on with the next line.
/// </summary>
public sealed class CsvReader : IRowReader
{
    /// <summary>No record and no line of an export is longer; what is longer is damaged.</summary>
    public const int LongestRecordBytes = 4 << 20;
    private const int FirstBuffer = 1 << 18;

    /// <summary>With fewer columns a line of a quotation may look like a row by chance.</summary>
    private const int FewestCellsToTellRows = 5;
    private const int ShownBytesOfDamaged = 2048;

    private readonly Stream _stream;
    private readonly CsvDialect _dialect;
    private readonly int _width;
    private readonly bool _isUtf8;
    private readonly Encoding _decoder;
    private readonly TextPool _pool;
    private readonly CsvRecord _record;
    private readonly CsvRecord _probe;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private bool _disposed;
    private int _from;
    private int _until;
    private long _line = 1;
    private bool _ended;

    /// <param name="stream">At its beginning; owned by the reader.</param>
    /// <param name="width">Cells of the header where already known, else 0; it tells swallowed rows from long quotations.</param>
    public CsvReader(Stream stream, CsvDialect dialect, int width = 0)
    {
        _dialect = dialect;
        _width = width;
        var wide = dialect.Encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian;
        _stream = wide
            ? Encoding.CreateTranscodingStream(
                stream,
                dialect.Encoding == TextEncoding.Utf16LittleEndian ? Encoding.Unicode : Encoding.BigEndianUnicode,
                Encoding.UTF8
            )
            : stream;
        _isUtf8 = dialect.Encoding == TextEncoding.Utf8;
        _decoder = dialect.Encoding == TextEncoding.Gb18030 ? Strict.Gb18030 : Strict.Utf8;
        _pool = new TextPool(_decoder);
        _record = new CsvRecord(dialect);
        _probe = new CsvRecord(dialect);
        Fill();
        if (_until >= 3 && _buffer.AsSpan(0, 3).SequenceEqual((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            _from = 3;
    }

    public bool CountsCells => true;

    public SourceRow? Read()
    {
        while (_from < _until || Fill())
        {
            var end = _record.Read(Rest, _ended);
            if (end == RecordEnd.NeedsMore && _until - _from < LongestRecordBytes)
            {
                Fill();
                continue;
            }
            if (end != RecordEnd.Whole || SwallowedRows())
                return DamagedLine();
            var row = Row();
            Advance(_record.Length, _record.Lines);
            if (row is not null)
                return row;
        }
        return null;
    }

    public void SkipSheet()
    {
        _from = _until;
        _ended = true;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _stream.Dispose();
        _pool.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
    }

    private ReadOnlySpan<byte> Rest => _buffer.AsSpan(_from, _until - _from);

    /// <summary>
    /// A record over several lines one of whose lines is a clean row by itself, or that ends with the wrong number of cells and has a quotation mark
    /// where none should be. With all its marks in place it is one row, if a wrong one.
    /// </summary>
    private bool SwallowedRows()
    {
        if (_record.Lines == 1 || _width == 0)
            return false;
        var hasWidth = HasWidth(_record.Cells, Rest);
        if (!hasWidth && (_record.Stray || _width < FewestCellsToTellRows))
            return true;
        if (_width < FewestCellsToTellRows)
            return false;
        var whole = Rest[.._record.Length];
        for (var next = whole.IndexOf(_dialect.NewLine) + 1; next > 0 && next < whole.Length; )
        {
            if (_probe.Read(whole[next..], endOfFile: true) == RecordEnd.Whole && !_probe.Stray && HasWidth(_probe.Cells, whole[next..]))
                return true;
            var step = whole[next..].IndexOf(_dialect.NewLine) + 1;
            next = step == 0 ? 0 : next + step;
        }
        return false;
    }

    /// <summary>As many cells as the header; blank ones may follow.</summary>
    private bool HasWidth(List<CellSpan> cells, ReadOnlySpan<byte> bytes)
    {
        if (cells.Count < _width)
            return false;
        for (var i = _width; i < cells.Count; i++)
        {
            if (!bytes.Slice(cells[i].Start, cells[i].Length).Trim((byte)' ').IsEmpty)
                return false;
        }
        return true;
    }

    private SourceRow? Row()
    {
        var bytes = Rest;
        var damaged = _isUtf8 && !Utf8.IsValid(bytes[.._record.Length]);
        var cells = new Cell[_record.Cells.Count];
        var blank = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var text = Text(bytes, _record.Cells[i]);
            damaged |= !_isUtf8 && text.Contains('\ufffd');
            cells[i] = Cell.Of(text);
            blank &= cells[i].Kind == CellKind.Empty;
        }
        return blank && !damaged ? null : new SourceRow(0, "", _line, cells, damaged);
    }

    private string Text(ReadOnlySpan<byte> bytes, CellSpan cell)
    {
        if (cell.Length == 0)
            return "";
        var text = _pool.Get(bytes.Slice(cell.Start, cell.Length));
        return cell.Doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private SourceRow DamagedLine()
    {
        var line = _line;
        var shown = _decoder.GetString(Rest[..Math.Min(ShownBytesOfDamaged, LineLength(Rest) is var n and > 0 ? n : Rest.Length)]);
        while (true)
        {
            var length = LineLength(Rest);
            if (length > 0 || _ended)
            {
                Advance(length > 0 ? length : Rest.Length, 1);
                return new SourceRow(0, "", line, [Cell.Of(shown)], Damaged: true);
            }
            // A line without end: passed over without keeping it.
            _from = _until;
            if (!Fill())
                return new SourceRow(0, "", line, [Cell.Of(shown)], Damaged: true);
        }
    }

    private int LineLength(ReadOnlySpan<byte> bytes) => bytes.IndexOf(_dialect.NewLine) + 1;

    private void Advance(int bytes, int lines)
    {
        _from += bytes;
        _line += lines;
    }

    /// <returns>False where nothing was added because the file has ended.</returns>
    private bool Fill()
    {
        if (_ended)
            return false;
        if (_from > 0)
        {
            Buffer.BlockCopy(_buffer, _from, _buffer, 0, _until - _from);
            (_from, _until) = (0, _until - _from);
        }
        if (_until == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Buffer.BlockCopy(_buffer, 0, larger, 0, _until);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }
        var read = _stream.Read(_buffer, _until, _buffer.Length - _until);
        _until += read;
        _ended = read == 0;
        return read > 0;
    }
}
