using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <param name="Series">Columns of the numbers drawn, 0-based.</param>
/// <param name="FirstRow">1-based row of the block's header; the data follow it.</param>
internal sealed record NativeChart(Chart Chart, IReadOnlyList<int> Series, uint FirstRow, int Count);

/// <summary>Bar and trend charts as Excel's own, each beside the cells it is drawn from.</summary>
internal static class ChartSheet
{
    /// <summary>Rows a chart takes on the sheet; the next block begins below it.</summary>
    public const uint BlockRows = 22;

    public static (XlsxSheet Sheet, IReadOnlyList<NativeChart> Charts) Of(Bulletin bulletin, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, bulletin.Label("summary.charts"));
        var charts = new List<NativeChart>();
        foreach (var chart in bulletin.Charts())
        {
            if (Rows(chart) is not { Count: > 0 } rows)
                continue;
            var first = sheet.Rows + 2;
            sheet.Add(row => [cells.Text(0, row, bulletin.Caption(chart), XlsxStyles.Heading)], height: 22);
            sheet.Add(row => Header(bulletin, chart).Select((title, i) => cells.Text(i, row, title, XlsxStyles.Header)), height: 33);
            foreach (var values in rows)
                sheet.Add(row =>
                    values.Select((value, i) => cells.Of(i, row, value, i == 0 ? CellFormat.Text : Format(rows, i), bold: false))
                );
            charts.Add(new NativeChart(chart, Series(chart), first, rows.Count));
            while (sheet.Rows < first + BlockRows)
                sheet.Add(_ => []);
        }
        sheet.Widths([30, 14, 16, 26, 26]);
        return (sheet, charts);
    }

    /// <summary>Counts of a column are printed as counts, means and limits with a decimal.</summary>
    private static CellFormat Format(IReadOnlyList<IReadOnlyList<object?>> rows, int column) =>
        rows.Select(row => row[column]).OfType<double>().All(value => value == Math.Floor(value)) ? CellFormat.Count : CellFormat.Decimal1;

    private static bool HasWhiskers(BarChart bars) => bars.Bars.Any(bar => bar.Low is not null || bar.High is not null);

    private static IReadOnlyList<IReadOnlyList<object?>>? Rows(Chart chart) =>
        chart switch
        {
            BarChart bars when HasWhiskers(bars) =>
            [
                .. bars.Bars.Select(bar => (IReadOnlyList<object?>)[bar.Label, bar.Value, bar.Low, bar.High]),
            ],
            BarChart bars => [.. bars.Bars.Select(bar => (IReadOnlyList<object?>)[bar.Label, bar.Value])],
            TrendChart trend =>
            [
                .. trend.Points.Select(point =>
                    (IReadOnlyList<object?>)[point.Label, point.Value, trend.Centre, trend.LowerLimit, trend.UpperLimit]
                ),
            ],
            _ => null,
        };

    private static IReadOnlyList<string> Header(Bulletin bulletin, Chart chart) =>
        chart switch
        {
            TrendChart trend =>
            [
                bulletin.Label("charts.item"),
                trend.ValueLabel,
                trend.CentreLabel,
                $"{trend.LimitLabel}（{bulletin.Label("charts.low")}）",
                $"{trend.LimitLabel}（{bulletin.Label("charts.high")}）",
            ],
            BarChart bars when HasWhiskers(bars) =>
            [
                bulletin.Label("charts.item"),
                bars.ValueLabel,
                bulletin.Label("charts.low"),
                bulletin.Label("charts.high"),
            ],
            BarChart bars => [bulletin.Label("charts.item"), bars.ValueLabel],
            _ => [],
        };

    private static List<int> Series(Chart chart)
    {
        if (chart is not TrendChart trend)
            return [1];
        var series = new List<int> { 1 };
        if (trend.Centre is not null)
            series.Add(2);
        if (trend.LowerLimit is not null)
            series.Add(3);
        if (trend.UpperLimit is not null)
            series.Add(4);
        return series;
    }
}
