using Hotspot.Outputs.Docx;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <summary>A report table as data: header in row 1, one row a record, nothing above and nothing below.</summary>
internal static class TableSheet
{
    private const double Widest = 46;

    public static XlsxSheet Of(ReportTable table, string name, string caption, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, caption) { HeaderColumns = table.Columns.Count };
        sheet.Add(row => table.Columns.Select((column, i) => cells.Text(i, row, column.Title, XlsxStyles.Header)), height: 33);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var bold = table.Emphasis?.Contains(i) == true;
            var values = table.Rows[i];
            sheet.Add(row => values.Select((value, column) => cells.Of(column, row, value, table.Columns[column].Format, bold)));
        }
        sheet.Widths(table.Columns.Select((_, i) => Width(table, i)));
        return sheet;
    }

    // A Chinese character takes two of Excel's width units; the header may wrap once and needs room for the filter button.
    private static double Width(ReportTable table, int column)
    {
        var format = table.Columns[column].Format;
        var cells = table.Rows.Select(row => ColumnWidths.Em(CellText.Of(row[column], format, ""))).DefaultIfEmpty(0).Max();
        var header = ColumnWidths.Em(table.Columns[column].Title) / (ColumnWidths.Em(table.Columns[column].Title) > 5 ? 1.7 : 1);
        return Math.Round(Math.Min(Widest, Math.Max(8, 2.1 * Math.Max(cells, header + 1) + 2.5)), 1);
    }
}
