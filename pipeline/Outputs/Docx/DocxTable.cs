using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Reports.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Outputs.Docx;

/// <summary>Three-line tables: 1.5 pt above and below, 0.75 pt under the header, nothing between columns; the main columns only, all tables in one size.</summary>
internal static class DocxTable
{
    // Border widths are in eighths of a point.
    private const uint Thick = 12;
    private const uint Thin = 6;

    /// <summary>Left and right of a cell's text, in twips.</summary>
    public const int CellMargin = 60;

    /// <summary>Above and below a row's text, together.</summary>
    public const int RowMargins = 2 * RowMargin;

    private const int RowMargin = 15;

    /// <summary>Tables of so many rows stand on one page.</summary>
    private const int OnePage = 4;

    public static Table Of(ReportTable whole, Bulletin bulletin, WordTemplate template)
    {
        var table = whole.OnPaper();
        var none = bulletin.Label("cell.none");
        var cells = table
            .Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => CellText.Of(cell, table.Columns[i].Format, none))])
            .ToList();
        var widths = ColumnWidths.Of(table, cells, template.TextWidth, template.CellHalfPoints * 10);
        var element = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = DocxText.Number(template.TextWidth) },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = Thick },
                    new BottomBorder { Val = BorderValues.Single, Size = Thick }
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = DocxText.Number(RowMargin), Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = DocxText.Number(RowMargin), Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa }
                ),
                new TableCaption { Val = table.Id },
                new TableDescription { Val = table.Caption }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = DocxText.Number(width) }))
        );
        element.Append(Header(table, widths, template));
        if (cells.Count == 0)
            element.Append(Empty(table, bulletin.Label("table.empty"), template.TextWidth));
        for (var row = 0; row < cells.Count; row++)
            element.Append(Row(table, cells[row], widths, table.Emphasis?.Contains(row) == true));
        KeepTogether(element, cells.Count);
        return element;
    }

    // Short tables stay on one page; of long ones neither the header nor the last row stands alone. The last row keeps the note under it.
    private static void KeepTogether(Table element, int count)
    {
        var rows = element.Elements<TableRow>().ToList();
        foreach (var row in count <= OnePage ? rows : [.. rows.Take(2), .. rows.TakeLast(2)])
        foreach (var properties in row.Descendants<ParagraphProperties>())
            properties.KeepNext = new KeepNext();
    }

    private static TableRow Header(ReportTable table, IReadOnlyList<int> widths, WordTemplate template)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var title = table.Columns[i].Title;
            var cell = Cell(title, widths[i], table.Columns[i].Format, bold: false, template.HeadFont);
            // Left to itself Word breaks inside the brackets: 内容摘要（已脱 敏）.
            if (
                title.IndexOf('（', StringComparison.Ordinal) is > 0 and var bracket
                && ColumnWidths.Em(title) * template.CellHalfPoints * 10 > widths[i] - ColumnWidths.Margins
            )
            {
                var run = cell.Descendants<Run>().Single();
                run.GetFirstChild<Text>()!.Text = title[..bracket];
                run.Append(new Break(), DocxPage.Text(title[bracket..]));
            }
            cell.TableCellProperties!.Append(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = Thin }),
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            );
            row.Append(cell);
        }
        return row;
    }

    private static TableRow Row(ReportTable table, IReadOnlyList<string> cells, IReadOnlyList<int> widths, bool bold)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = Cell(cells[i], widths[i], table.Columns[i].Format, bold, font: null);
            cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            row.Append(cell);
        }
        return row;
    }

    private static TableRow Empty(ReportTable table, string text, int width)
    {
        var cell = Cell(text, width, CellFormat.Text, bold: false, font: null);
        cell.TableCellProperties!.Append(new GridSpan { Val = table.Columns.Count });
        cell.Elements<Paragraph>().First().ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return new TableRow(new TableRowProperties(new CantSplit()), cell);
    }

    private static TableCell Cell(string text, int width, CellFormat format, bool bold, string? font)
    {
        var run = new RunProperties();
        if (font is not null)
            run.Append(DocxStyles.Fonts(font));
        if (bold)
            run.Append(new Bold());
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
