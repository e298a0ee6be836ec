using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Xlsx;
using Hotspot.Reports.Model;
using SheetNames = Hotspot.Outputs.Xlsx.SheetNames;

namespace Hotspot.Outputs;

/// <summary>
/// The bulletin's numbers in Excel: a first sheet that explains, one sheet a table, charts of Excel's own beside the cells they are drawn from,
/// the notes, and a sheet with the origin of every number of the text. The same bulletin gives the same bytes.
/// </summary>
public static class XlsxFile
{
    public static void Write(Bulletin bulletin, Stream target)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1001").Stylesheet = XlsxStyles.Sheet();
            var cells = new XlsxCells();
            var (sheets, charts) = Sheets(bulletin, cells);
            workbook.AddNewPart<SharedStringTablePart>("rId1002").SharedStringTable = cells.Strings();
            var marks = string.Join("　", bulletin.Head.Marks);
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>(Relation(i));
                if (charts.TryGetValue(sheets[i], out var drawn))
                    sheets[i].Drawing = NativeCharts.Write(part, sheets[i].Name, drawn);
                part.Worksheet = sheets[i].Build(marks, selected: i == 0);
            }
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(sheets.Select(Entry)),
                Names(sheets)
            );
            OfficeProperties.Write(document, bulletin.Head);
        }
        CanonicalZip.Rewrite(package, target);
    }

    private static (List<XlsxSheet>, Dictionary<XlsxSheet, IReadOnlyList<NativeChart>>) Sheets(Bulletin bulletin, XlsxCells cells)
    {
        var names = new SheetNames();
        var first = names.Take(bulletin.Label("sheet.summary"));
        var sheets = new List<XlsxSheet>();
        var contents = new List<Content>();
        var drawn = new Dictionary<XlsxSheet, IReadOnlyList<NativeChart>>();
        foreach (var table in bulletin.Tables())
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

    internal static Sheet Entry(XlsxSheet sheet, int index) =>
        new()
        {
            Name = sheet.Name,
            SheetId = (uint)index + 1,
            Id = Relation(index),
        };

    internal static string Relation(int index) => "rId" + (index + 1).ToString(CultureInfo.InvariantCulture);

    // Filters need a hidden name of their own, repeated header rows a visible one.
    internal static DefinedNames Names(IReadOnlyList<XlsxSheet> sheets)
    {
        var names = new List<DefinedName>();
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].HeaderColumns == 0)
                continue;
            var quoted = "'" + sheets[i].Name.Replace("'", "''", StringComparison.Ordinal) + "'!";
            var last = XlsxCells.Letters(sheets[i].HeaderColumns - 1);
            var end = Math.Max(sheets[i].Rows, 2).ToString(CultureInfo.InvariantCulture);
            names.Add(
                new DefinedName($"{quoted}$A$1:${last}${end}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                }
            );
            names.Add(new DefinedName($"{quoted}$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }
        return new DefinedNames(names);
    }
}
