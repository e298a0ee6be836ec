using Hotspot.Outputs.Xlsx;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// The bulletin's numbers in Excel: a first sheet that explains, one sheet a table, behind them the tables that a page has no room for, charts of
/// Excel's own beside the cells they are drawn from, the notes, and a sheet with the origin of every number of the text. The same bulletin gives the
/// same bytes.
/// </summary>
public static class XlsxFile
{
    public static void Write(Bulletin bulletin, Stream target)
    {
        var cells = new XlsxCells();
        var (sheets, charts) = Sheets(bulletin, cells);
        XlsxPackage.Write(
            sheets,
            cells,
            string.Join("　", bulletin.Head.Marks),
            XlsxPackage.HeaderNames(sheets),
            target,
            charts,
            document => OfficeProperties.Write(document, bulletin.Head)
        );
    }

    private static (List<XlsxSheet>, Dictionary<XlsxSheet, IReadOnlyList<NativeChart>>) Sheets(Bulletin bulletin, XlsxCells cells)
    {
        var names = new SheetNames();
        var first = names.Take(bulletin.Label("sheet.summary"));
        var sheets = new List<XlsxSheet>();
        var contents = new List<Content>();
        var drawn = new Dictionary<XlsxSheet, IReadOnlyList<NativeChart>>();
        foreach (var table in bulletin.Tables().Concat(bulletin.SheetTables()))
        {
            var caption = bulletin.Caption(table);
            sheets.Add(TableSheet.Of(table, names.Take(table.SheetName), caption, cells));
            if (NativeChart.Beside(table) is { } bars)
                drawn.Add(sheets[^1], [bars]);
            contents.Add(new Content(sheets[^1].Name, table.Note is { } note ? $"{caption}\n{note}" : caption, table.Rows.Count));
        }
        var (chartSheet, charts) = ChartSheet.Of(bulletin, names.Take(bulletin.Label("sheet.charts")), cells);
        if (charts.Count > 0)
        {
            sheets.Add(chartSheet);
            drawn.Add(chartSheet, charts);
            contents.Add(new Content(chartSheet.Name, chartSheet.Caption, null));
        }
        var notes = NotesSheet.Of(bulletin, names.Take(bulletin.Label("sheet.notes")), cells);
        sheets.Add(notes);
        contents.Add(new Content(notes.Name, notes.Caption, (int)notes.Rows - 1));
        var check = CheckSheet.Of(bulletin, names.Take(bulletin.Label("sheet.check")));
        sheets.Add(TableSheet.Of(check, check.SheetName, check.Caption, cells));
        contents.Add(new Content(check.SheetName, check.Caption, check.Rows.Count));
        sheets.Insert(0, SummarySheet.Of(bulletin, first, contents, cells));
        return (sheets, drawn);
    }
}
