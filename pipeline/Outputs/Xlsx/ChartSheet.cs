using System.Globalization;
using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <summary>Charts whose numbers stand in no table, as Excel's own, each beside the cells it is drawn from.</summary>
internal static class ChartSheet
{
    /// <summary>The drawings stand to the right of the widest block.</summary>
    private const int DrawingColumn = 6;

    /// <summary>A block and its drawing, beside each other on a page across.</summary>
    private const uint PrintScale = 50;

    public static (XlsxSheet Sheet, IReadOnlyList<NativeChart> Charts) Of(Bulletin bulletin, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, bulletin.Label("summary.charts")) { Scale = PrintScale };
        var charts = new List<NativeChart>();
        foreach (var chart in bulletin.Charts())
        {
            if (BlockOf(chart, bulletin) is not { Rows.Count: > 0 } block)
                continue;
            if (charts.Count > 0)
                sheet.BreakPage();
            var first = sheet.Rows + 2;
            sheet.Add(row => [cells.Text(0, row, bulletin.Caption(chart), XlsxStyles.Heading)], height: 22);
            sheet.Add(row => block.Header.Select((title, i) => cells.Text(i, row, title, XlsxStyles.Header)), height: 33);
            foreach (var values in block.Rows)
                sheet.Add(row =>
                    values.Select((value, i) => cells.Of(i, row, value, i == 0 ? CellFormat.Text : block.Formats[i - 1], bold: false))
                );
            charts.Add(
                new NativeChart(chart.Id, chart.Message, block.Kind, 0, block.Series, first, block.Rows.Count, DrawingColumn)
                {
                    Strong = block.Strong,
                    Least = chart is TrendChart trend ? TrendDrawing.Scale(trend)[0] : 0,
                }
            );
            while (sheet.Rows < first + NativeChart.Rows + 1)
                sheet.Add(_ => []);
        }
        sheet.Widths([30, 14, 16, 22, 22]);
        return (sheet, charts);
    }

    /// <param name="Rows">Name first, then the numbers.</param>
    /// <param name="Formats">Of the numbers.</param>
    private sealed record Block(
        NativeKind Kind,
        IReadOnlyList<string> Header,
        IReadOnlyList<IReadOnlyList<object?>> Rows,
        IReadOnlyList<int> Series,
        IReadOnlyList<CellFormat> Formats,
        IReadOnlyList<int> Strong
    );

    private static Block? BlockOf(Chart chart, Bulletin bulletin) =>
        chart switch
        {
            BarChart bars => Bars(bars, bulletin),
            TrendChart trend => Trend(trend, bulletin),
            CurveChart curves => Curves(curves, bulletin),
            _ => null,
        };

    private static Block Bars(BarChart chart, Bulletin bulletin)
    {
        var whiskers = chart.Bars.Any(bar => bar.Low is not null || bar.High is not null);
        string[] header = [bulletin.Label("charts.item"), chart.ValueLabel, bulletin.Label("charts.low"), bulletin.Label("charts.high")];
        return new Block(
            NativeKind.Bars,
            whiskers ? header : header[..2],
            [
                .. chart.Bars.Select(bar =>
                    (IReadOnlyList<object?>)(whiskers ? [bar.Label, bar.Value, bar.Low, bar.High] : [bar.Label, bar.Value])
                ),
            ],
            [1],
            [chart.Format, CellFormat.Decimal1, CellFormat.Decimal1],
            [.. chart.Bars.Select((bar, i) => (bar, i)).Where(pair => pair.bar.Strong).Select(pair => pair.i)]
        );
    }

    private static Block Trend(TrendChart chart, Bulletin bulletin)
    {
        double?[] references = [chart.Centre, chart.LowerLimit, chart.UpperLimit];
        return new Block(
            NativeKind.Trend,
            [
                bulletin.Label("charts.item"),
                chart.ValueLabel,
                chart.CentreLabel,
                bulletin.Label("charts.limit", ("name", chart.LimitLabel), ("end", bulletin.Label("charts.low"))),
                bulletin.Label("charts.limit", ("name", chart.LimitLabel), ("end", bulletin.Label("charts.high"))),
            ],
            [.. chart.Points.Select(point => (IReadOnlyList<object?>)[point.Label, point.Value, .. references.Cast<object?>()])],
            [1, .. Enumerable.Range(0, references.Length).Where(i => references[i] is not null).Select(i => i + 2)],
            [.. Enumerable.Repeat(CellFormat.Count, references.Length + 1)],
            []
        );
    }

    private static Block Curves(CurveChart chart, Bulletin bulletin) =>
        new(
            NativeKind.Curves,
            [bulletin.Label("charts.hour"), .. chart.Curves.Select(curve => curve.Name)],
            [
                .. Enumerable
                    .Range(0, chart.Curves.Count == 0 ? 0 : 24)
                    .Select(hour =>
                        (IReadOnlyList<object?>)
                            [hour.ToString(CultureInfo.InvariantCulture), .. chart.Curves.Select(curve => (object?)curve.Values[hour])]
                    ),
            ],
            [.. Enumerable.Range(1, chart.Curves.Count)],
            [.. chart.Curves.Select(_ => CellFormat.Decimal1)],
            []
        );
}
