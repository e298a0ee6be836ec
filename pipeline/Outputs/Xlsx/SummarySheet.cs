using Hotspot.Outputs.Docx;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <param name="Holds">Caption and note of what stands there.</param>
internal sealed record Content(string Sheet, string Holds, int? Rows);

/// <summary>The first sheet: what this is, what it found, what stands where, how to read it.</summary>
internal static class SummarySheet
{
    private const double TextWidth = 96;
    private const double Line = 18;

    public static XlsxSheet Of(Bulletin bulletin, string name, IReadOnlyList<Content> contents, XlsxCells cells)
    {
        var head = bulletin.Head;
        var sheet = new XlsxSheet(name, head.Title) { Gridlines = false };
        sheet.Widths([26, TextWidth, 10]);
        sheet.Add(row => [cells.Text(0, row, head.Unit, XlsxStyles.Plain)]);
        sheet.Add(row => [cells.Text(0, row, head.Title, XlsxStyles.Title)], height: 32);
        sheet.Add(row => [cells.Text(0, row, head.PeriodLine, XlsxStyles.Plain)]);
        sheet.Add(row => [cells.Text(0, row, $"{head.IssueLine}　{head.DataThroughLine}", XlsxStyles.Plain)]);
        if (head.Marks.Count > 0)
            sheet.Add(row => [cells.Text(0, row, string.Join("　", head.Marks), XlsxStyles.Mark)]);

        Heading(sheet, cells, bulletin.Label("summary.findings"));
        var number = 0;
        foreach (var finding in bulletin.Findings())
        {
            var mark = bulletin.Label("finding.number", ("number", DocxText.Number(++number)));
            Wrapped(sheet, cells, mark, finding.ToString());
        }
        Heading(sheet, cells, bulletin.Label("summary.contents"));
        sheet.Add(row =>
            [
                cells.Text(0, row, bulletin.Label("summary.sheet"), XlsxStyles.Header),
                cells.Text(1, row, bulletin.Label("summary.holds"), XlsxStyles.Header),
                cells.Text(2, row, bulletin.Label("summary.rows"), XlsxStyles.Header),
            ]
        );
        foreach (var content in contents)
            Entry(sheet, cells, content);
        Heading(sheet, cells, bulletin.Label("summary.reading"));
        for (var i = 1; bulletin.Labels.ContainsKey($"summary.reading.{i}"); i++)
            Wrapped(sheet, cells, "", bulletin.Label($"summary.reading.{i}"));
        return sheet;
    }

    private static void Heading(XlsxSheet sheet, XlsxCells cells, string text)
    {
        sheet.Add(_ => []);
        sheet.Add(
            row =>
                [
                    cells.Text(0, row, text, XlsxStyles.Heading),
                    cells.Text(1, row, "", XlsxStyles.Heading),
                    cells.Text(2, row, "", XlsxStyles.Heading),
                ],
            height: 22
        );
    }

    private static void Wrapped(XlsxSheet sheet, XlsxCells cells, string mark, string text) =>
        sheet.Add(
            row => [cells.Text(0, row, mark, XlsxStyles.Right), cells.Text(1, row, text, XlsxStyles.Wrapped)],
            height: HeightOf(text, TextWidth)
        );

    private static void Entry(XlsxSheet sheet, XlsxCells cells, Content content)
    {
        var at = sheet.Add(
            row =>
                [
                    cells.Text(0, row, content.Sheet, XlsxStyles.Link),
                    cells.Text(1, row, content.Holds, XlsxStyles.Wrapped),
                    .. content.Rows is { } rows
                        ? [XlsxCells.Number(2, row, rows, XlsxStyles.Of(CellFormat.Count, bold: false))]
                        : Array.Empty<DocumentFormat.OpenXml.Spreadsheet.Cell>(),
                ],
            height: HeightOf(content.Holds, TextWidth)
        );
        sheet.Link(XlsxCells.Reference(0, at), content.Sheet);
    }

    /// <summary>Height of a cell whose text wraps, in points.</summary>
    /// <param name="width">Of the column, in characters of the standard font.</param>
    public static double HeightOf(string text, double width) =>
        Line * text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(ColumnWidths.Em(line) * 2.1 / width)));
}
