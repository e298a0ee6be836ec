using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Hours across, days down; the number stands in its cell, hours that passed their test are framed in the accent colour.</summary>
internal static class HeatMapDrawing
{
    private const float RowHeight = 14f;
    private const float RowGap = 6f;
    private const float HourLine = 13f;
    private const float LegendLine = 16f;

    public static Sheet Of(HeatMapChart chart)
    {
        var rows = chart.RowLabels.Count;
        var height = HourLine + rows * RowHeight + (HasGap(chart) ? RowGap : 0) + LegendLine;
        return new Sheet(chart, height, (canvas, body) => Body(chart, canvas, body));
    }

    private static bool HasGap(HeatMapChart chart) => chart.GapBeforeRow > 0 && chart.GapBeforeRow < chart.RowLabels.Count;

    private static void Body(HeatMapChart chart, SKCanvas canvas, SKRect body)
    {
        var names = chart.RowLabels.Max(label => Ink.Width(label, 8)) + 8;
        var gap = HasGap(chart) ? RowGap : 0;
        var grid = new SKRect(body.Left + names, body.Top + HourLine, body.Right, body.Bottom - LegendLine);
        var frame = new Frame(grid, 0, 24, -grid.Height, 0);
        var most = chart.Values.SelectMany(row => row).Max() is { } max and > 0 ? max : 1;

        // Twice: first the cells, then the frames, so that no neighbour covers a frame.
        frame.Plot(
            canvas,
            plot =>
            {
                foreach (var (row, hour, top) in Cells(chart, gap))
                {
                    var value = chart.Values[row][hour];
                    var cell = plot.Add.Rectangle(hour, hour + 1, top - RowHeight, top);
                    cell.FillColor = Frame.Color(value is { } number ? Palette.Shade(number / most) : Palette.NoData);
                    cell.LineColor = ScottPlot.Colors.White;
                    cell.LineWidth = 0.8f;
                }
                foreach (var (row, hour, top) in Cells(chart, gap))
                {
                    if (!chart.Peaks[row][hour])
                        continue;
                    var inset = 0.9 / (grid.Width / 24);
                    var mark = plot.Add.Rectangle(hour + inset, hour + 1 - inset, top - RowHeight + 0.9, top - 0.9);
                    mark.FillColor = ScottPlot.Colors.Transparent;
                    mark.LineColor = Frame.Color(Palette.Accent);
                    mark.LineWidth = 1.6f;
                }
            }
        );

        for (var hour = 0; hour < 24; hour++)
            Ink.Write(canvas, Hour(hour), frame.At(hour + 0.5, 0).X, body.Top + 6, 7.5f, Palette.Quiet, Align.Centre);
        for (var row = 0; row < chart.RowLabels.Count; row++)
            Ink.Write(
                canvas,
                chart.RowLabels[row],
                grid.Left - 5,
                frame.At(0, Top(chart, row, gap) - RowHeight / 2).Y,
                8,
                Palette.Text,
                Align.Right
            );
        foreach (var (row, hour, top) in Cells(chart, gap))
            Number(
                canvas,
                chart.Values[row][hour],
                chart.Peaks[row][hour],
                frame.At(hour + 0.5, top - RowHeight / 2),
                grid.Width / 24,
                most
            );
        Legend(chart, canvas, new SKPoint(grid.Left, body.Bottom - LegendLine / 2 + 3));
    }

    private static void Number(SKCanvas canvas, double? value, bool peak, SKPoint middle, float width, double most)
    {
        if (value is not { } number)
            return;
        var text = CellText.Plain(number);
        var size = Math.Min(7.2f, 7.2f * (width - 3.5f) / Ink.Width(text, 7.2f));
        Ink.Write(canvas, text, middle.X, middle.Y, size, Palette.On(Palette.Shade(number / most)), Align.Centre, bold: peak);
    }

    private static void Legend(HeatMapChart chart, SKCanvas canvas, SKPoint at)
    {
        Ink.Write(canvas, chart.ValueLabel, at.X, at.Y, 7.5f, Palette.Quiet);
        if (!chart.Peaks.Any(row => row.Any(peak => peak)))
            return;
        var x = at.X + Ink.Width(chart.ValueLabel, 7.5f) + 16;
        using var mark = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 1.6f,
            Color = Palette.Accent,
        };
        canvas.DrawRect(x, at.Y - 4, 11, 8, mark);
        Ink.Write(canvas, chart.PeakLabel, x + 15, at.Y, 7.5f, Palette.Quiet);
    }

    private static IEnumerable<(int Row, int Hour, double Top)> Cells(HeatMapChart chart, float gap)
    {
        for (var row = 0; row < chart.RowLabels.Count; row++)
        for (var hour = 0; hour < 24; hour++)
            yield return (row, hour, Top(chart, row, gap));
    }

    // In points below the grid's top edge, as a negative number.
    private static double Top(HeatMapChart chart, int row, float gap) =>
        -row * RowHeight - (gap > 0 && row >= chart.GapBeforeRow ? gap : 0);

    private static string Hour(int hour) => hour.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
