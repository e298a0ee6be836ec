using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Hotspot.Records;

namespace Hotspot.Ingest.Xlsx;

/// <summary>The rows of one sheet part. References of rows and cells may be missing or wrong: what lacks one follows the one before.</summary>
internal sealed class SheetScan(XmlTokens tokens, WorkbookParts parts, SharedStrings? shared, TextPool pool) : IDisposable
{
    private const long MostRows = 1_048_576;

    /// <summary>Days between the two day counts of Excel.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>A number of more digits than a double keeps.</summary>
    private const int ExactDigits = 15;
    private readonly RichText _text = new();
    private Cell[] _cells = new Cell[64];
    private int _used;
    private bool _ended;

    /// <summary>1-based number of the row read last.</summary>
    public long Row { get; private set; }

    /// <returns>The cells of the next row that is not blank, up to its last filled one; null at the end of the sheet.</returns>
    public Cell[]? Read()
    {
        while (!_ended)
        {
            switch (tokens.Next())
            {
                case XmlToken.Open when tokens.Name.SequenceEqual("row"u8):
                    if (ReadRow())
                        return _cells.AsSpan(0, _used).ToArray();
                    break;
                case XmlToken.Close when tokens.Name.SequenceEqual("sheetData"u8):
                    Drain();
                    break;
                case XmlToken.End:
                    throw new InvalidDataException("the sheet ends within its data");
            }
        }
        return null;
    }

    public void Dispose()
    {
        tokens.Dispose();
        pool.Dispose();
    }

    /// <summary>What follows the cells is not used, but a damaged end tells of a damaged part.</summary>
    private void Drain()
    {
        while (tokens.Next() != XmlToken.End) { }
        _ended = true;
    }

    /// <returns>False where all cells are blank.</returns>
    private bool ReadRow()
    {
        Row = Utf8Parser.TryParse(tokens.Attribute("r"u8), out long stated, out _) && stated > Row && stated <= MostRows ? stated : Row + 1;
        _cells.AsSpan(0, _used).Clear();
        _used = 0;
        var column = -1;
        while (true)
        {
            switch (tokens.Next())
            {
                case XmlToken.Open when tokens.Name.SequenceEqual("c"u8):
                    var head = CellHead.Of(tokens.Attributes);
                    column = head.Column >= 0 ? head.Column : column + 1;
                    ReadCell(column, head);
                    break;
                case XmlToken.Open:
                    tokens.SkipElement();
                    break;
                case XmlToken.Close:
                    return _used > 0;
                case XmlToken.End:
                    throw new InvalidDataException("the sheet ends within a row");
            }
        }
    }

    private void ReadCell(int column, CellHead head)
    {
        var kind = head.Kind;
        var shown = kind == CellType.Number && (uint)head.Style < (uint)parts.DateStyles.Length ? parts.DateStyles[head.Style] : null;
        if (tokens.TryLeaf("<v>"u8, "</v></c>"u8))
        {
            Set(column, Value(kind, shown));
            return;
        }
        if (tokens.TryLeaf("<is><t>"u8, "</t></is></c>"u8))
        {
            Set(column, Text());
            return;
        }
        var cell = default(Cell);
        var inValue = false;
        while (true)
        {
            switch (tokens.Next())
            {
                case XmlToken.Open when tokens.Name.SequenceEqual("v"u8):
                    inValue = true;
                    break;
                case XmlToken.Open when tokens.Name.SequenceEqual("is"u8):
                    cell = Cell.Of(pool.Get(_text.Read(tokens)));
                    break;
                case XmlToken.Open:
                    tokens.SkipElement();
                    break;
                case XmlToken.Text when inValue:
                    cell = Value(kind, shown);
                    break;
                case XmlToken.Close when inValue:
                    inValue = false;
                    break;
                case XmlToken.Close:
                    Set(column, cell);
                    return;
                case XmlToken.End:
                    throw new InvalidDataException("the sheet ends within a cell");
            }
        }
    }

    private void Set(int column, Cell cell)
    {
        if (cell.Kind == CellKind.Empty || column >= CellHead.MostColumns)
            return;
        if (column >= _cells.Length)
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, column + 1));
        _cells[column] = cell;
        _used = Math.Max(_used, column + 1);
    }

    private Cell Value(CellType kind, TimePrecision? shown)
    {
        var raw = tokens.Text;
        return kind switch
        {
            CellType.Shared => Utf8Parser.TryParse(raw, out int number, out _) ? Cell.Of(shared?[number]) : default,
            CellType.Number => Number(raw.Trim(" \t\r\n"u8), shown),
            CellType.Truth => Cell.Of(raw.SequenceEqual("1"u8) || raw.SequenceEqual("true"u8) ? "是" : "否"),
            CellType.Error => Cell.Error,
            CellType.Date when Utf8.IsValid(raw) => Date(Encoding.UTF8.GetString(raw)),
            _ => Text(),
        };
    }

    private Cell Text() => Cell.Of(pool.Get(XmlText.Plain(tokens.Text, tokens.HasEntities)));

    private Cell Number(ReadOnlySpan<byte> raw, TimePrecision? shown)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Utf8.IsValid(raw) ? Cell.Of(Encoding.UTF8.GetString(raw)) : throw new InvalidDataException("a text that is no UTF-8");
        if (shown is { } written)
            return SerialDay.At(number + (parts.Is1904 ? DaysTo1904 : 0)) is { } at ? Cell.Of(at, written) : Cell.Of(number);
        // More digits than a double keeps, all written: an order number that a program, not Excel, put here as a number.
        return
            raw.Length > ExactDigits
            && !raw.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && raw[ExactDigits..].ContainsAnyExcept((byte)'0')
            ? Cell.Of(Encoding.UTF8.GetString(raw))
            : Cell.Of(number);
    }

    private static Cell Date(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? Cell.Of(DateTime.SpecifyKind(at, DateTimeKind.Unspecified))
            : Cell.Of(text);
}
