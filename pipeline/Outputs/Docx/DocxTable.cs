using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Reports.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Outputs.Docx;

/// <summary>Three-line tables: 1.5 pt above and below, 0.75 pt under the header, nothing between columns. Many columns are set smaller.</summary>
internal static class DocxTable
{
    // Border widths are in eighths of a point.
    private const uint Thick = 12;
    private const uint Thin = 6;

    /// <summary>Rows that surely fit on a page.</summary>
    private const int OnePage = 8;

    public static Table Of(ReportTable table, Bulletin bulletin)
    {
        var none = bulletin.Label("cell.none");
        var cells = table
            .Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => CellText.Of(cell, table.Columns[i].Format, none))])
            .ToList();
        var halfPoints = HalfPoints(table, cells);
        var widths = ColumnWidths.Of(table, cells, DocxPage.TextWidth, halfPoints * 10);
        var element = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = DocxText.Number(DocxPage.TextWidth) },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = Thick },
                    new BottomBorder { Val = BorderValues.Single, Size = Thick }
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }
                ),
                new TableCaption { Val = table.Id },
                new TableDescription { Val = table.Caption }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = DocxText.Number(width) }))
        );
        element.Append(Header(table, widths, halfPoints));
        if (cells.Count == 0)
            element.Append(Empty(table, bulletin.Label("table.empty"), halfPoints));
        for (var row = 0; row < cells.Count; row++)
            element.Append(Row(table, cells[row], widths, halfPoints, table.Emphasis?.Contains(row) == true));
        KeepTogether(element, cells.Count);
        return element;
    }

    // Short tables stay on one page, long ones never leave a lone header: paragraphs of all rows but the last hold on to the next row.
    private static void KeepTogether(Table element, int count)
    {
        var kept = count <= OnePage ? count : 2;
        foreach (var row in element.Elements<TableRow>().Take(kept))
        foreach (var properties in row.Descendants<ParagraphProperties>())
            properties.KeepNext = new KeepNext();
    }

    // 小四 while the columns fit, then 五号, 小五, six-and-a-half points at the worst.
    private static int HalfPoints(ReportTable table, List<IReadOnlyList<string>> cells)
    {
        var needed = Enumerable
            .Range(0, table.Columns.Count)
            .Sum(i =>
                Math.Max(
                    Math.Min(ColumnWidths.Em(table.Columns[i].Title), 4),
                    cells.Select(row => Math.Min(ColumnWidths.Em(row[i]), 9)).DefaultIfEmpty(0).Max()
                )
            );
        var room = DocxPage.TextWidth - ColumnWidths.Margins * table.Columns.Count;
        foreach (var size in (ReadOnlySpan<int>)[24, 21, 18, 15])
        {
            if (needed * size * 10 <= room)
                return size;
        }
        return 13;
    }

    private static TableRow Header(ReportTable table, IReadOnlyList<int> widths, int halfPoints)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var cell = Cell(table.Columns[i].Title, widths[i], table.Columns[i].Format, halfPoints, bold: false, DocxFonts.Hei);
            cell.TableCellProperties!.Append(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = Thin }),
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            );
            row.Append(cell);
        }
        return row;
    }

    private static TableRow Row(ReportTable table, IReadOnlyList<string> cells, IReadOnlyList<int> widths, int halfPoints, bool bold)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = Cell(cells[i], widths[i], table.Columns[i].Format, halfPoints, bold, font: null);
            cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            row.Append(cell);
        }
        return row;
    }

    private static TableRow Empty(ReportTable table, string text, int halfPoints)
    {
        var cell = Cell(text, DocxPage.TextWidth, CellFormat.Text, halfPoints, bold: false, font: null);
        cell.TableCellProperties!.Append(new GridSpan { Val = table.Columns.Count });
        cell.Elements<Paragraph>().First().ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return new TableRow(new TableRowProperties(new CantSplit()), cell);
    }

    private static TableCell Cell(string text, int width, CellFormat format, int halfPoints, bool bold, string? font)
    {
        var run = new RunProperties();
        if (font is not null)
            run.Append(DocxStyles.Fonts(font));
        if (bold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = DocxText.Number(halfPoints) }, new FontSizeComplexScript { Val = DocxText.Number(halfPoints) });
        var side = CellText.IsNumeric(format) ? JustificationValues.Right : JustificationValues.Left;
        return new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = DocxText.Number(width) }),
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new Justification { Val = side }),
                new Run(run, DocxPage.Text(text))
            )
        );
    }
}
