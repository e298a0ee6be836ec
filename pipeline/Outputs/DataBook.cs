using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Docx;
using Hotspot.Outputs.Xlsx;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// One table as a workbook to go on working with: the data first, header in row 1 with filters and frozen, ready for a pivot table; a second sheet says what
/// they are. The same table gives the same bytes.
/// </summary>
public static class DataBook
{
    /// <summary>Rows that a sheet holds, its header not counted.</summary>
    public const int MostRows = 1_048_575;

    private const double TextWidth = 96;

    /// <param name="lines">Title and text of each line of the second sheet.</param>
    public static void Write(
        ReportTable table,
        BulletinHead head,
        string sheetName,
        IReadOnlyList<(string Title, string Text)> lines,
        Stream target
    )
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1001").Stylesheet = XlsxStyles.Sheet();
            var cells = new XlsxCells();
            XlsxSheet[] sheets = [TableSheet.Of(table, table.SheetName, table.Caption, cells), Notes(head, sheetName, lines, cells)];
            workbook.AddNewPart<SharedStringTablePart>("rId1002").SharedStringTable = cells.Strings();
            for (var i = 0; i < sheets.Length; i++)
                workbook.AddNewPart<WorksheetPart>(XlsxFile.Relation(i)).Worksheet = sheets[i]
                    .Build(string.Join("　", head.Marks), selected: i == 0);
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(sheets.Select(XlsxFile.Entry)),
                XlsxFile.Names(sheets)
            );
            OfficeProperties.Write(document, head);
        }
        CanonicalZip.Rewrite(package, target);
    }

    private static XlsxSheet Notes(BulletinHead head, string name, IReadOnlyList<(string Title, string Text)> lines, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, head.Title) { Gridlines = false };
        sheet.Widths([20, TextWidth]);
        sheet.Add(row => [cells.Text(0, row, head.Title, XlsxStyles.Title)], height: 32);
        if (head.Marks.Count > 0)
            sheet.Add(row => [cells.Text(0, row, string.Join("　", head.Marks), XlsxStyles.Mark)]);
        foreach (var (title, text) in lines)
            sheet.Add(
                row => [cells.Text(0, row, title, XlsxStyles.Plain), cells.Text(1, row, text, XlsxStyles.Wrapped)],
                height: 18 * Math.Max(1, Math.Ceiling(ColumnWidths.Em(text) * 2.1 / TextWidth))
            );
        return sheet;
    }
}
