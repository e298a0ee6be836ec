using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Hotspot.Ingest.Biff;
using Hotspot.Ingest.Xlsx;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Rows of all sheets of an .xls or .xlsb, sheet after sheet; cells keep the type that the workbook gives them.</summary>
public sealed class ExcelReader : IRowReader
{
    /// <summary>All that an .xls can have. A damaged row may claim 65,536 of them, in each of 65,536 rows.</summary>
    private const int MostColumns = 256;

    /// <summary>No Excel writes a wider sheet; the library would make an array of that width for every blank row.</summary>
    private const int WidestSheet = 16_384;

    /// <summary>No Excel writes a longer sheet; the library would look for rows in all that a damaged record claims, 2,147,483,647 of them.</summary>
    private const int LongestSheet = 1_048_576;
    private readonly string _name;
    private readonly long _linesOfSheet;
    private readonly IExcelDataReader _reader;
    private readonly BiffMarks _marks;
    private IReadOnlySet<(int Row, int Column)>? _errors;
    private readonly Cell[] _cells = new Cell[MostColumns];
    private readonly SheetNames _names = new();
    private int _sheet;
    private string _sheetName;
    private long _line;
    private bool _skip;

    /// <param name="stream">Seekable; owned by the reader.</param>
    /// <param name="name">File name, for messages.</param>
    /// <param name="linesOfSheet">Lines of each sheet that are looked at; a damaged file may claim 65,536 blank ones.</param>
    public ExcelReader(Stream stream, string name, long linesOfSheet = long.MaxValue)
    {
        _linesOfSheet = linesOfSheet;
        // Old .xls files name their code page; .NET knows the Chinese ones only through this provider.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _name = name;
        _marks = Guarded(() => new BiffMarks(stream));
        _reader = Guarded(() => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = false }));
        _sheetName = _names.Next(_reader.Name ?? "");
    }

    public bool CountsCells => false;

    public SourceRow? Read()
    {
        while (true)
        {
            while (!_skip && _line < _linesOfSheet && Guarded(Next))
            {
                _line++;
                if (Row() is { } row)
                    return row;
            }
            if (!Guarded(_reader.NextResult))
                return null;
            _sheet++;
            _sheetName = _names.Next(_reader.Name ?? "");
            _errors = null;
            _line = 0;
            _skip = false;
        }
    }

    public bool SheetIsHidden => _reader.VisibleState is "hidden" or "veryhidden" or "veryHidden";

    public bool Is1904 => _marks.Is1904;

    public void SkipSheet() => _skip = true;

    public void Dispose() => _reader.Dispose();

    private bool Next() =>
        _reader is { FieldCount: > WidestSheet } or { RowCount: > LongestSheet }
            ? throw new InvalidDataException($"{_reader.RowCount} rows of {_reader.FieldCount} columns")
            : _reader.Read();

    private SourceRow? Row()
    {
        var filled = 0;
        var width = Math.Min(_reader.FieldCount, MostColumns);
        _errors ??= Guarded(() => _marks.ErrorsOf(_sheet, _linesOfSheet));
        for (var i = 0; i < width; i++)
        {
            var value = _reader.GetValue(i);
            _cells[i] =
                _errors.Contains(((int)_line - 1, i)) ? Cell.Error
                : value is DateTime time ? Cell.Of(time, Shown(_reader.GetNumberFormatString(i)))
                : Of(value);
            if (_cells[i].Kind != CellKind.Empty)
                filled = i + 1;
        }
        return filled == 0 ? null : new SourceRow(_sheet, _sheetName, _line, _cells[..filled]);
    }

    private static TimePrecision Shown(string? format) => DateFormats.Shown(format) ?? Cell.ShownUnknown;

    private static Cell Of(object? value) =>
        value switch
        {
            null => default,
            string text => Cell.Of(text),
            double number => Cell.Of(number),
            int number => Cell.Of(number),
            bool truth => Cell.Of(truth ? "是" : "否"),
            TimeSpan span => Cell.Of(span.TotalDays),
            _ => Cell.Of(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };

    /// <summary>Whatever a broken workbook makes the library throw is one problem to the user: the file is damaged, or locked by a password.</summary>
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new ProblemException(new Problem("file_password", ("file", _name)), e);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ProblemException))
        {
            throw Problem.Damaged(_name, _line, e);
        }
    }
}
