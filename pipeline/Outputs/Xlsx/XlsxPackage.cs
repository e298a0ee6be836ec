using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Hotspot.Outputs.Xlsx;

/// <summary>Sheets as a workbook file: fixed ids of its parts and an order of their own, so that the same sheets give the same bytes.</summary>
internal static class XlsxPackage
{
    /// <param name="marks">Printed at the head of each page.</param>
    /// <param name="names">Names that the workbook defines; null: none.</param>
    /// <param name="charts">Of some of the sheets.</param>
    /// <param name="finish">What else belongs to the document.</param>
    public static void Write(
        IReadOnlyList<XlsxSheet> sheets,
        XlsxCells cells,
        string marks,
        DefinedNames? names,
        Stream target,
        IReadOnlyDictionary<XlsxSheet, IReadOnlyList<NativeChart>>? charts = null,
        Action<SpreadsheetDocument>? finish = null
    )
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1001").Stylesheet = XlsxStyles.Sheet();
            workbook.AddNewPart<SharedStringTablePart>("rId1002").SharedStringTable = cells.Strings();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>(Relation(i));
                if (charts?.GetValueOrDefault(sheets[i]) is { } drawn)
                    sheets[i].Drawing = NativeCharts.Write(part, sheets[i].Name, drawn);
                part.Worksheet = sheets[i].Build(marks, selected: i == 0);
            }
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(sheets.Select(Entry))
            );
            if (names is not null)
                workbook.Workbook.Append(names);
            finish?.Invoke(document);
        }
        CanonicalZip.Rewrite(package, target);
    }

    /// <summary>Filters need a hidden name of their own, repeated header rows a visible one.</summary>
    public static DefinedNames HeaderNames(IReadOnlyList<XlsxSheet> sheets)
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
            var columns = sheets[i].PagesWide > 1 ? $"{quoted}$A:$B," : "";
            names.Add(new DefinedName($"{columns}{quoted}$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }
        return new DefinedNames(names);
    }

    private static Sheet Entry(XlsxSheet sheet, int index) =>
        new()
        {
            Name = sheet.Name,
            SheetId = (uint)index + 1,
            Id = Relation(index),
        };

    private static string Relation(int index) => "rId" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
