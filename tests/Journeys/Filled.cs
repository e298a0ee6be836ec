using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Hotspot.Tests.Journeys;

/// <summary>Fills in a form as a person with Excel would: types texts into cells and saves.</summary>
internal static class Filled
{
    /// <param name="row">As Excel shows it: 1 is the header.</param>
    /// <param name="column">Title in the header.</param>
    public static void In(string path, string sheet, int row, string column, string? text) => In(path, sheet, [(row, column, text)]);

    /// <summary>Several cells, saved once.</summary>
    public static void In(string path, string sheet, IEnumerable<(int Row, string Column, string? Text)> cells)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var book = document.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);
        var texts = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        string Text(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(cell.CellValue!.Text, null)] : "";
        var rows = part.Worksheet!.Descendants<Row>().ToDictionary(row => (int)row.RowIndex!.Value);
        foreach (var (row, column, text) in cells)
        {
            var letters = Letters(rows[1].Elements<Cell>().Single(cell => Text(cell) == column));
            var cell = rows[row].Elements<Cell>().Single(c => Letters(c) == letters);
            cell.RemoveAllChildren();
            cell.DataType = text is null ? null : CellValues.InlineString;
            if (text is not null)
                cell.Append(new InlineString(new Text(text)));
        }
        part.Worksheet!.Save();
    }

    /// <summary>Two columns change places, their titles included.</summary>
    public static void Swap(string path, string sheet, string one, string other)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var book = document.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);
        var texts = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var rows = part.Worksheet!.Descendants<Row>().ToList();
        var titles = rows[0].Elements<Cell>().Select(cell => texts[int.Parse(cell.CellValue!.Text, null)]).ToList();
        var (a, b) = (titles.IndexOf(one), titles.IndexOf(other));
        foreach (var row in rows)
        {
            var cells = row.Elements<Cell>().ToList();
            (cells[a], cells[b]) = (cells[b], cells[a]);
            (cells[a].CellReference, cells[b].CellReference) = (cells[b].CellReference, cells[a].CellReference);
            row.RemoveAllChildren();
            row.Append(cells);
        }
        part.Worksheet!.Save();
    }

    /// <summary>A further column of the person's own, left of the others.</summary>
    public static void Add(string path, string sheet, string title, string text)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var book = document.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);
        foreach (var row in part.Worksheet!.Descendants<Row>())
        {
            row.PrependChild(
                new Cell
                {
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(row.RowIndex!.Value == 1 ? title : text)),
                }
            );
            var at = 0;
            foreach (var cell in row.Elements<Cell>())
                cell.CellReference = $"{(char)('A' + at++)}{row.RowIndex!.Value}";
        }
        part.Worksheet!.Save();
    }

    /// <summary>The first sheet is moved behind all others.</summary>
    public static void MoveFirstSheetLast(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var sheets = document.WorkbookPart!.Workbook!.Sheets!;
        var first = sheets.Elements<Sheet>().First();
        first.Remove();
        sheets.Append(first);
    }

    public static void Rename(string path, string sheet, string name)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Name = name;
    }

    private static string Letters(Cell cell) => new([.. cell.CellReference!.Value!.TakeWhile(char.IsLetter)]);
}
