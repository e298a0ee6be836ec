using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Hotspot.Tests.Ingest;

/// <summary>Small .xlsx files for tests; a string becomes a text cell, a number a number, a time a serial day with a date format.</summary>
internal static class Workbook
{
    public static byte[] Bytes(IReadOnlyList<(string Name, object?[][] Rows)> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true })
            );
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(Row)));
                var list = book.Workbook.GetFirstChild<Sheets>()!;
                var id = (uint)list.ChildElements.Count + 1;
                list.Append(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(part),
                        SheetId = id,
                        Name = name,
                    }
                );
            }
        }
        return stream.ToArray();
    }

    public static IEnumerable<object?[]> CityRows(int count, int first = 0)
    {
        yield return [.. "来电时间".Split(',').Concat(Some.CityHeader.Split(','))];
        for (var n = first; n < first + count; n++)
            yield return [.. Some.CityRow(id: $"热线-250421-{n:000000}").Split(',').Prepend<object>(new DateTime(2025, 4, 21, 22, 13, 5))];
    }

    private static Row Row(object?[] cells, int index) => new(cells.Select(Cell)) { RowIndex = (uint)index + 1 };

    private static Cell Cell(object? value) =>
        value switch
        {
            null => new Cell(),
            DateTime time => new Cell
            {
                CellValue = new CellValue(time.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
                StyleIndex = 1,
            },
            double number => new Cell { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)) },
            _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text($"{value}")) },
        };
}
