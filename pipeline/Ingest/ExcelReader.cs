using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Hotspot.Ingest;

/// <summary>Rows of all sheets of an .xlsx or .xls, sheet after sheet; cells keep the type that the workbook gives them.</summary>
public sealed class ExcelReader : IRowReader
{
    private readonly string _name;
    private readonly IExcelDataReader _reader;
    private int _sheet;
    private long _line;

    /// <param name="stream">Seekable; owned by the reader.</param>
    /// <param name="name">File name, for messages.</param>
    public ExcelReader(Stream stream, string name)
    {
        // Old .xls files name their code page; .NET knows the Chinese ones only through this provider.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _name = name;
        _reader = Guarded(() => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = false }));
    }

    public bool CountsCells => false;

    public SourceRow? Read()
    {
        while (true)
        {
            while (Guarded(_reader.Read))
            {
                _line++;
                if (Row() is { } row)
                    return row;
            }
            if (!Guarded(_reader.NextResult))
                return null;
            _sheet++;
            _line = 0;
        }
    }

    public void Dispose() => _reader.Dispose();

    private SourceRow? Row()
    {
        var cells = new Cell[_reader.FieldCount];
        var blank = true;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Of(_reader.GetValue(i));
            blank &= cells[i].IsEmpty;
        }
        return blank ? null : new SourceRow(_sheet, _reader.Name ?? "", _line, cells);
    }

    private static Cell Of(object? value) =>
        value switch
        {
            null => default,
            string text => Cell.Of(text),
            double number => Cell.Of(number),
            int number => Cell.Of(number),
            DateTime time => Cell.Of(time),
            bool truth => Cell.Of(truth ? "是" : "否"),
            TimeSpan span => Cell.Of(span.ToString("c", CultureInfo.InvariantCulture)),
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
            throw new ProblemException(new Problem("file_damaged", ("file", _name), ("line", $"{_line}"), ("detail", e.GetType().Name)), e);
        }
    }
}
