using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Xlsx;

namespace Hotspot.Outputs;

/// <summary>The table of a register in a workbook that people have had in hand: found by the title of its first column, wherever it stands.</summary>
internal sealed class RegisterTable
{
    private readonly IReadOnlyList<RegisterColumn> _columns;
    private readonly Func<Cell, string> _text;
    private readonly Worksheet _sheet;
    private readonly SheetData _data;
    private readonly Row _header;

    /// <summary>Letters of the columns, by title.</summary>
    private readonly Dictionary<string, string> _places;

    private Dictionary<string, Row>? _lines;

    private RegisterTable(IReadOnlyList<RegisterColumn> columns, Func<Cell, string> text, Worksheet sheet, SheetData data, Row header)
    {
        (_columns, _text, _sheet, _data, _header) = (columns, text, sheet, data, header);
        _places = header.Elements<Cell>().Where(cell => cell.CellReference?.Value is not null).DistinctBy(text).ToDictionary(text, Letters);
    }

    /// <summary>Null where no sheet has the title.</summary>
    public static RegisterTable? Of(SpreadsheetDocument document, IReadOnlyList<RegisterColumn> columns)
    {
        if (document.WorkbookPart is not { } workbook)
            return null;
        var texts =
            workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        string Text(Cell cell) =>
            cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, out var at) && at < texts.Count
                ? texts[at]
                : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
        foreach (var part in Sheets(workbook))
        {
            if (
                part.Worksheet.GetFirstChild<SheetData>() is { } data
                && data.Elements<Row>().FirstOrDefault(row => row.Elements<Cell>().Any(cell => Text(cell) == columns[0].Title))
                    is { } header
            )
                return new RegisterTable(columns, Text, part.Worksheet, data, header);
        }
        return null;
    }

    /// <summary>The line that begins so gets the values that are not for people; if there is none, it is added.</summary>
    public void Put(IReadOnlyList<object?> values)
    {
        var key = _places[_columns[0].Title];
        _lines ??= _data
            .Elements<Row>()
            .SelectMany(row => row.Elements<Cell>().Where(cell => Letters(cell) == key).Select(cell => (Text: _text(cell), Row: row)))
            .Where(line => line.Row != _header && line.Text.Length > 0)
            .DistinctBy(line => line.Text)
            .ToDictionary(line => line.Text, line => line.Row, StringComparer.Ordinal);
        if (!_lines.TryGetValue((string)values[0]!, out var line))
        {
            Add(values);
            return;
        }
        foreach (var (column, value) in _columns.Zip(values).Where(pair => !pair.First.IsFilledIn))
        {
            if (_places.TryGetValue(column.Title, out var letters))
                Set(line, letters, value);
        }
    }

    private static void Set(Row line, string letters, object? value)
    {
        var old = line.Elements<Cell>().FirstOrDefault(cell => Letters(cell) == letters);
        var fresh = Cell(letters + line.RowIndex!.Value.ToString(CultureInfo.InvariantCulture), value, old?.StyleIndex?.Value ?? 0);
        if (old is not null)
            line.ReplaceChild(fresh, old);
        else if (line.Elements<Cell>().LastOrDefault(cell => Order(Letters(cell)) < Order(letters)) is { } before)
            line.InsertAfter(fresh, before);
        else
            line.PrependChild(fresh);
    }

    public void Add(IReadOnlyList<object?> values)
    {
        // Rows that Excel keeps for their formats alone are no lines.
        var last = _data
            .Elements<Row>()
            .Last(row => row.Elements<Cell>().Any(cell => cell.CellValue is not null || cell.InlineString is not null));
        var number = last.RowIndex!.Value + 1;
        var styles = last == _header ? [] : last.Elements<Cell>().ToDictionary(Letters, cell => cell.StyleIndex?.Value ?? 0);
        var line = new Row { RowIndex = number };
        var cells = _columns
            .Zip(values)
            .Where(pair => _places.ContainsKey(pair.First.Title))
            .OrderBy(pair => Order(_places[pair.First.Title]));
        foreach (var (column, value) in cells)
        {
            var letters = _places[column.Title];
            line.Append(Cell(letters + number.ToString(CultureInfo.InvariantCulture), value, styles.GetValueOrDefault(letters)));
        }
        _data.Elements<Row>().FirstOrDefault(row => row.RowIndex?.Value == number)?.Remove();
        _data.InsertAfter(line, last);
        _sheet.GetFirstChild<SheetDimension>()?.Remove();
        if (_sheet.GetFirstChild<AutoFilter>() is { Reference.Value: { } range } filter && range.Split(':') is [var begin, var end])
            filter.Reference = $"{begin}:{end.TrimEnd("0123456789".ToCharArray())}{number.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>In the order of the workbook.</summary>
    private static IEnumerable<WorksheetPart> Sheets(WorkbookPart workbook) =>
        workbook.Workbook.Descendants<Sheet>().Select(sheet => workbook.GetPartById(sheet.Id!.Value!)).OfType<WorksheetPart>();

    private static Cell Cell(string reference, object? value, uint style)
    {
        var cell = new Cell { CellReference = reference, StyleIndex = style };
        switch (value)
        {
            case null:
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(FormulaGuard.Neutral(XmlText.Clean(text))));
                break;
            // Behind a header alone there is no format to go by.
            case DateTime at when style == 0:
                return Cell(reference, at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), style);
            case DateTime at:
                cell.CellValue = new CellValue(XlsxStyles.Number(at.ToOADate()));
                break;
            default:
                cell.CellValue = new CellValue(XlsxStyles.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
                break;
        }
        return cell;
    }

    private static string Letters(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());

    /// <summary>A before B before AA: cells of a row stand in this order.</summary>
    private static int Order(string letters) => letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);
}
