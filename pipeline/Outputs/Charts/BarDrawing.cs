using Hotspot.Reports.Model;
using ScottPlot;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Horizontal bars from zero, no axis: the number stands at the end of its bar, the interval as a whisker.</summary>
internal static class BarDrawing
{
    private const float Pitch = 13f;

    /// <summary>Of more bars than these each is thinner: a chart of all districts leaves room for text on its page.</summary>
    private const int Many = 12;
    private const float ThinPitch = 10.5f;
    private const float Head = 13f;
    private const float LabelSize = 8f;

    public static Sheet Of(BarChart chart) =>
        new(
            chart,
            Head + Math.Max(1, chart.Bars.Count) * (chart.Bars.Count > Many ? ThinPitch : Pitch),
            (canvas, body) => Body(chart, canvas, body)
        );

    private static void Body(BarChart chart, SKCanvas canvas, SKRect body)
    {
        Ink.Write(canvas, chart.ValueLabel, body.Left, body.Top + 5, 7.5f, Palette.Quiet);
        if (chart.Bars.Count == 0)
            return;
        var labels = Math.Min(150, chart.Bars.Max(bar => Ink.Width(bar.Label, LabelSize)));
        var texts = Math.Min(150, chart.Bars.Max(bar => Ink.Width(bar.Text, LabelSize)));
        var area = new SKRect(body.Left + labels + 6, body.Top + Head, body.Right - texts - 6, body.Bottom);
        var frame = new Frame(area, Least(chart), Most(chart), -chart.Bars.Count, 0);

        frame.Plot(canvas, plot => Shapes(chart, plot));
        if (chart.Target is { } target)
            Target(canvas, frame, target, chart);
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var bar = chart.Bars[i];
            var middle = frame.At(Math.Max(bar.Value, bar.High ?? bar.Value), -i - 0.5);
            var label = Ink.Fit(bar.Label, labels + 1, LabelSize, bar.Strong);
            Ink.Write(canvas, label, area.Left - 6, middle.Y, LabelSize, Palette.Text, Align.Right, bar.Strong);
            Ink.Write(
                canvas,
                bar.Text,
                Math.Max(middle.X, frame.At(0, 0).X) + 5,
                middle.Y,
                LabelSize,
                Palette.Text,
                bold: bar.Strong,
                halo: chart.Target is null ? 0 : 3,
                rimColor: SKColors.White
            );
        }
        using var zero = new SKPaint { Color = Palette.Quiet, StrokeWidth = 0.7f };
        canvas.DrawLine(frame.At(0, 0), frame.At(0, -chart.Bars.Count), zero);
    }

    private static void Target(SKCanvas canvas, Frame frame, double target, BarChart chart)
    {
        var top = frame.At(target, 0);
        Pen.Line(canvas, [new(top.X, top.Y - 2), new(top.X, frame.Rect.Bottom)], Palette.Text, 0.9f, [3, 2]);
        Ink.Write(canvas, chart.TargetLabel, top.X, top.Y - 8, 7.5f, Palette.Text, Align.Centre);
    }

    private static void Shapes(BarChart chart, Plot plot)
    {
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var bar = chart.Bars[i];
            var shape = plot.Add.Rectangle(Math.Min(0, bar.Value), Math.Max(0, bar.Value), -i - 0.82, -i - 0.18);
            shape.FillColor = Frame.Color(bar.Strong ? Palette.Accent : Palette.PaleBlue);
            shape.LineWidth = 0;
            if (bar.Low is not { } low || bar.High is not { } high)
                continue;
            foreach (var (x1, y1, x2, y2) in Whisker(low, high, -i - 0.5))
            {
                var line = plot.Add.Line(x1, y1, x2, y2);
                line.LineColor = Frame.Color(Palette.Text);
                line.LineWidth = 0.9f;
                line.MarkerSize = 0;
            }
        }
    }

    private static IEnumerable<(double X1, double Y1, double X2, double Y2)> Whisker(double low, double high, double y) =>
        [(low, y, high, y), (low, y - 0.14, low, y + 0.14), (high, y - 0.14, high, y + 0.14)];

    private static double Least(BarChart chart) => Math.Min(0, chart.Bars.Min(bar => Math.Min(bar.Value, bar.Low ?? bar.Value)));

    private static double Most(BarChart chart)
    {
        var most = Math.Max(chart.Bars.Max(bar => Math.Max(bar.Value, bar.High ?? bar.Value)), chart.Target ?? 0);
        return most > 0 ? most * 1.005 : 1;
    }
}
