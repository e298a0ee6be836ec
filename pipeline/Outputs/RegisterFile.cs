using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Xlsx;
using CellFormat = Hotspot.Reports.Model.CellFormat;

namespace Hotspot.Outputs;

/// <param name="Title">By which the column is found again, wherever people have moved it.</param>
/// <param name="IsFilledIn">For people: coloured, left empty.</param>
public sealed record RegisterColumn(string Title, CellFormat Format, double Width, bool IsFilledIn = false);

/// <summary>The workbook exists and is none that a line can be added to: no workbook, or without the header.</summary>
public sealed class RegisterBrokenException(string path, Exception? cause = null) : Exception($"no register: {path}", cause);

/// <summary>
/// A register to which lines are added and in which people write: a line is added behind the last one, under the titles, and nothing else is touched, so that
/// what people changed, coloured, moved or added stays.
/// </summary>
public static class RegisterFile
{
    /// <summary>Adds a line; makes the workbook where there is none.</summary>
    /// <param name="values">One a column; null: blank.</param>
    /// <exception cref="IOException">Another line is being added at this moment.</exception>
    /// <exception cref="RegisterBrokenException">The file stays as it is.</exception>
    public static void Append(string path, string sheetName, IReadOnlyList<RegisterColumn> columns, IReadOnlyList<object?> values)
    {
        // Of two that add a line at once the later one would lose that of the earlier one.
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var alone = new FileStream(
            Path.Combine(Path.GetDirectoryName(path)!, ".register.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        AtomicFile.Write(
            path,
            stream =>
            {
                if (File.Exists(path))
                    Extend(path, columns, values, stream);
                else
                    Make(sheetName, columns, values, stream);
            }
        );
    }

    private static void Make(string sheetName, IReadOnlyList<RegisterColumn> columns, IReadOnlyList<object?> values, Stream target)
    {
        var cells = new XlsxCells();
        var sheet = new XlsxSheet(sheetName, sheetName) { HeaderColumns = columns.Count };
        sheet.Add(row => columns.Select((column, i) => cells.Text(i, row, column.Title, XlsxStyles.Header)), height: 33);
        sheet.Add(row =>
            columns.Select(
                (column, i) =>
                    column.IsFilledIn
                        ? new Cell { CellReference = XlsxCells.Reference(i, row), StyleIndex = XlsxStyles.Input }
                        : cells.Of(i, row, values[i], column.Format, bold: false)
            )
        );
        sheet.Widths(columns.Select(column => column.Width));
        XlsxPackage.Write([sheet], cells, "", null, target);
    }

    private static void Extend(string path, IReadOnlyList<RegisterColumn> columns, IReadOnlyList<object?> values, Stream target)
    {
        using var package = new MemoryStream();
        using (var old = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            old.CopyTo(package);
        package.Position = 0;
        try
        {
            using var document = SpreadsheetDocument.Open(package, isEditable: true);
            AddLine(document, path, columns, values);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or IOException)
        {
            throw new RegisterBrokenException(path, e);
        }
        package.WriteTo(target);
    }

    private static void AddLine(
        SpreadsheetDocument document,
        string path,
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyList<object?> values
    )
    {
        var workbook = document.WorkbookPart ?? throw new RegisterBrokenException(path);
        var texts =
            workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        string Text(Cell cell) =>
            cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, out var at) && at < texts.Count
                ? texts[at]
                : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
        foreach (var part in Sheets(workbook))
        {
            if (part.Worksheet.GetFirstChild<SheetData>() is not { } data)
                continue;
            var header = data.Elements<Row>().FirstOrDefault(row => row.Elements<Cell>().Any(cell => Text(cell) == columns[0].Title));
            if (header is null)
                continue;
            var places = header
                .Elements<Cell>()
                .Where(cell => cell.CellReference?.Value is not null)
                .DistinctBy(Text)
                .ToDictionary(Text, Letters);
            AddLine(part.Worksheet, data, header, places, columns, values);
            return;
        }
        throw new RegisterBrokenException(path);
    }

    /// <summary>In the order of the workbook.</summary>
    private static IEnumerable<WorksheetPart> Sheets(WorkbookPart workbook) =>
        workbook.Workbook.Descendants<Sheet>().Select(sheet => workbook.GetPartById(sheet.Id!.Value!)).OfType<WorksheetPart>();

    private static void AddLine(
        Worksheet sheet,
        SheetData data,
        Row header,
        Dictionary<string, string> places,
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyList<object?> values
    )
    {
        // Rows that Excel keeps for their formats alone are no lines.
        var last = data.Elements<Row>()
            .Last(row => row.Elements<Cell>().Any(cell => cell.CellValue is not null || cell.InlineString is not null));
        var number = last.RowIndex!.Value + 1;
        var styles = last == header ? [] : last.Elements<Cell>().ToDictionary(Letters, cell => cell.StyleIndex?.Value ?? 0);
        var line = new Row { RowIndex = number };
        var cells = columns
            .Zip(values)
            .Where(pair => places.ContainsKey(pair.First.Title))
            .OrderBy(pair => Order(places[pair.First.Title]));
        foreach (var (column, value) in cells)
        {
            var letters = places[column.Title];
            line.Append(Cell(letters + number.ToString(CultureInfo.InvariantCulture), value, styles.GetValueOrDefault(letters)));
        }
        data.Elements<Row>().FirstOrDefault(row => row.RowIndex?.Value == number)?.Remove();
        data.InsertAfter(line, last);
        sheet.GetFirstChild<SheetDimension>()?.Remove();
        if (sheet.GetFirstChild<AutoFilter>() is { Reference.Value: { } range } filter && range.Split(':') is [var begin, var end])
            filter.Reference = $"{begin}:{end.TrimEnd("0123456789".ToCharArray())}{number.ToString(CultureInfo.InvariantCulture)}";
    }

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
