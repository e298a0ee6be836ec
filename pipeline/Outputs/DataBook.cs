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
        var cells = new XlsxCells();
        XlsxSheet[] sheets = [TableSheet.Of(table, table.SheetName, table.Caption, cells), Notes(head, sheetName, lines, cells)];
        XlsxPackage.Write(
            sheets,
            cells,
            string.Join("　", head.Marks),
            XlsxPackage.HeaderNames(sheets),
            target,
            finish: document => OfficeProperties.Write(document, head)
        );
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
