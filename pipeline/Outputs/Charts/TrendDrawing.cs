using Hotspot.Reports.Model;
using ScottPlot;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>A line over time; the period in the accent colour with its numbers, centre and limits named at their right ends.</summary>
internal static class TrendDrawing
{
    private const float Height = 178f;
    private const float Small = 7.5f;

    public static byte[] Draw(TrendChart chart) =>
        Sheet.Draw(chart.Message, chart.SourceLine, Height, (canvas, body) => Body(chart, canvas, body));

    private static void Body(TrendChart chart, SKCanvas canvas, SKRect body)
    {
        Ink.Write(canvas, chart.ValueLabel, body.Left, body.Top + 5, Small, Palette.Quiet);
        if (chart.Points.Count == 0)
            return;
        var ticks = Ticks.Of(0, Math.Max(chart.Points.Max(point => point.Value), chart.UpperLimit ?? 0));
        var scale = ticks.Max(tick => Ink.Width(CellText.Plain(tick), Small)) + 6;
        var names = References(chart).Select(line => Ink.Width(line.Name, Small)).DefaultIfEmpty(0).Max();
        var area = new SKRect(body.Left + scale, body.Top + 18, body.Right - Math.Max(names + 6, 14), body.Bottom - 15);
        var frame = new Frame(area, -0.5, chart.Points.Count - 0.5, 0, ticks[^1]);

        using var rule = new SKPaint { Color = Palette.Line, StrokeWidth = 0.5f };
        foreach (var tick in ticks)
        {
            var y = frame.At(0, tick).Y;
            canvas.DrawLine(area.Left, y, area.Right, y, rule);
            Ink.Write(canvas, CellText.Plain(tick), area.Left - 5, y, Small, Palette.Quiet, Align.Right);
        }
        Line(chart, canvas, frame with { Rect = SKRect.Inflate(area, 0, 4), Bottom = Down(area, ticks[^1]), Top = Up(area, ticks[^1]) });
        Names(chart, canvas, frame);
        Days(chart, canvas, frame);
    }

    // The line may touch the frame's edge: 4 points of air above and below, in the units of the axis.
    private static double Down(SKRect area, double top) => -top * 4 / area.Height;

    private static double Up(SKRect area, double top) => top + top * 4 / area.Height;

    private static IEnumerable<(double Value, string Name, bool Centre)> References(TrendChart chart)
    {
        if (chart.Centre is { } centre)
            yield return (centre, chart.CentreLabel, true);
        if (chart.UpperLimit is { } upper)
            yield return (upper, chart.LimitLabel, false);
        if (chart.LowerLimit is { } lower)
            yield return (lower, chart.LimitLabel, false);
    }

    private static void Line(TrendChart chart, SKCanvas canvas, Frame frame) =>
        frame.Plot(
            canvas,
            plot =>
            {
                foreach (var (value, _, centre) in References(chart))
                {
                    var line = plot.Add.HorizontalLine(value);
                    line.LineWidth = 0.9f;
                    line.LineColor = Frame.Color(Palette.Quiet);
                    line.LinePattern = centre ? LinePattern.Dashed : LinePattern.Dotted;
                }
                var all = plot.Add.ScatterLine(Enumerable.Range(0, chart.Points.Count).Select(i => (double)i).ToArray(), Values(chart));
                all.LineColor = Frame.Color(Palette.Blue);
                all.LineWidth = 1.5f;
                for (var i = 0; i < chart.Points.Count; i++)
                {
                    var point = chart.Points[i];
                    var size = point.InPeriod ? 5.5f : 3f;
                    plot.Add.Marker(
                        i,
                        point.Value,
                        MarkerShape.FilledCircle,
                        size,
                        Frame.Color(point.InPeriod ? Palette.Accent : Palette.Blue)
                    );
                }
            }
        );

    private static double[] Values(TrendChart chart) => [.. chart.Points.Select(point => point.Value)];

    private static void Names(TrendChart chart, SKCanvas canvas, Frame frame)
    {
        var taken = new List<float>();
        foreach (var (value, name, _) in References(chart))
        {
            var y = frame.At(0, value).Y;
            // Limits close to the mean would be written over it: the later name steps aside.
            while (taken.Any(other => Math.Abs(other - y) < 9))
                y += value >= (chart.Centre ?? 0) ? -1 : 1;
            taken.Add(y);
            Ink.Write(canvas, name, frame.Rect.Right + 4, y, Small, Palette.Quiet);
        }
        var labels = new Labels(SKRect.Inflate(frame.Rect, 30, 18));
        foreach (var i in Told(chart))
        {
            var point = chart.Points[i];
            var at = frame.At(i, point.Value);
            var text = CellText.Plain(point.Value);
            var width = Ink.Width(text, Small, bold: true) + 2;
            SKRect[] offers = [Labels.Box(at.X, at.Y - 9, width, 9), Labels.Box(at.X, at.Y + 9, width, 9)];
            if (labels.TryPlace(offers, out var place))
                Ink.Write(canvas, text, place.MidX, place.MidY, Small, Palette.Accent, Align.Centre, bold: true, halo: 1.5f);
        }
    }

    /// <summary>Points whose number is written, first come first served: the period's highest, its last, its lowest, then the others.</summary>
    private static IEnumerable<int> Told(TrendChart chart)
    {
        var period = Enumerable.Range(0, chart.Points.Count).Where(i => chart.Points[i].InPeriod).ToList();
        if (period.Count == 0)
            return [];
        var highest = period.MaxBy(i => chart.Points[i].Value);
        var lowest = period.MinBy(i => chart.Points[i].Value);
        return new[] { highest, period[^1], lowest }.Concat(period.Count <= 3 ? period : []).Distinct();
    }

    private static void Days(TrendChart chart, SKCanvas canvas, Frame frame)
    {
        // Backwards from the last label, which is the one people look for.
        var free = float.PositiveInfinity;
        for (var i = chart.Points.Count - 1; i >= 0; i--)
        {
            var x = frame.At(i, 0).X;
            var half = Ink.Width(chart.Points[i].Label, Small) / 2;
            if (x + half + 5 > free)
                continue;
            free = x - half;
            Ink.Write(canvas, chart.Points[i].Label, x, frame.Rect.Bottom + 9, Small, Palette.Quiet, Align.Centre);
        }
    }
}
