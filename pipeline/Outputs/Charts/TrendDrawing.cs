using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// A line over time in the band of its usual range; the period in the accent colour with its numbers, centre and limits with theirs at the right.
/// </summary>
internal static class TrendDrawing
{
    private const float Height = 95f;
    private const float Size = ValueScale.Size;

    /// <summary>Counts that swing by less than this part of their size would be a flat line over an axis from zero.</summary>
    private const double Steady = 0.4;

    public static Sheet Of(TrendChart chart) => new(chart, Height, (canvas, body) => Body(chart, canvas, body));

    /// <summary>The numbers of the axis; the first is zero unless all values are far from it.</summary>
    public static IReadOnlyList<double> Scale(TrendChart chart)
    {
        var values = chart.Points.Select(point => point.Value).Concat(Limits(chart)).ToArray();
        var (low, high) = (values.Min(), values.Max());
        return Ticks.Of(low > Steady * high && high > low ? low - (high - low) / 10 : Math.Min(0, low), high);
    }

    private static IEnumerable<double> Limits(TrendChart chart) => new[] { chart.UpperLimit, chart.LowerLimit }.OfType<double>();

    private static void Body(TrendChart chart, SKCanvas canvas, SKRect body)
    {
        var x = body.Left;
        Ink.Write(canvas, chart.ValueLabel, x, body.Top + 5, Size, Palette.Quiet);
        if (chart.Points.Count == 0)
            return;
        x += Ink.Width(chart.ValueLabel, Size) + 4;
        var ticks = Scale(chart);
        if (ticks[0] > 0)
        {
            Ink.Write(canvas, chart.CutLabel, x, body.Top + 5, Size, Palette.Quiet);
            x += Ink.Width(chart.CutLabel, Size) + 4;
        }
        var names = References(chart).Select(line => Ink.Width(line.Name, Size)).DefaultIfEmpty(0).Max();
        var area = new SKRect(body.Left + ValueScale.Width(ticks), body.Top + 20, body.Right - Math.Max(names + 6, 14), body.Bottom - 15);
        var frame = new Frame(area, -0.5, chart.Points.Count - 0.5, ticks[0], ticks[^1]);
        Band(chart, canvas, frame, new SKPoint(x + 10, body.Top + 5));
        ValueScale.Draw(canvas, frame, ticks);
        Line(chart, canvas, frame);
        Names(chart, canvas, frame);
        Days(chart, canvas, frame);
    }

    private static void Band(TrendChart chart, SKCanvas canvas, Frame frame, SKPoint legend)
    {
        if (chart is not { LowerLimit: { } lower, UpperLimit: { } upper })
            return;
        var tint = Palette.PaleBlue.WithAlpha(70);
        Pen.Box(canvas, new SKRect(frame.Rect.Left, frame.At(0, upper).Y, frame.Rect.Right, frame.At(0, lower).Y), tint);
        Pen.Box(canvas, new SKRect(legend.X, legend.Y - 3.5f, legend.X + 14, legend.Y + 3.5f), tint);
        Ink.Write(canvas, chart.LimitLabel, legend.X + 18, legend.Y, Size, Palette.Quiet);
    }

    /// <summary>Centre and limits with what is written beside them.</summary>
    private static IEnumerable<(double Value, string Name)> References(TrendChart chart)
    {
        if (chart.Centre is { } centre)
            yield return (centre, $"{chart.CentreLabel} {Number(centre)}");
        foreach (var limit in Limits(chart))
            yield return (limit, Number(limit));
    }

    private static string Number(double value) => CellText.Of(value, CellFormat.Count, "");

    private static void Line(TrendChart chart, SKCanvas canvas, Frame frame)
    {
        if (chart.Centre is { } centre)
            Pen.Line(canvas, [frame.At(frame.Left, centre), frame.At(frame.Right, centre)], Palette.Quiet, 0.9f, [4, 3]);
        Pen.Line(canvas, [.. chart.Points.Select((point, i) => frame.At(i, point.Value))], Palette.Blue, 1.5f);
        for (var i = 0; i < chart.Points.Count; i++)
        {
            var point = chart.Points[i];
            Pen.Dot(canvas, frame.At(i, point.Value), point.InPeriod ? 2.8f : 1.5f, point.InPeriod ? Palette.Accent : Palette.Blue);
        }
    }

    private static void Names(TrendChart chart, SKCanvas canvas, Frame frame)
    {
        var references = References(chart).ToList();
        var places = ValueScale.Apart([.. references.Select(line => frame.At(0, line.Value).Y)], 9);
        for (var i = 0; i < references.Count; i++)
            Ink.Write(canvas, references[i].Name, frame.Rect.Right + 4, places[i], Size, Palette.Quiet);
        var labels = new Labels(SKRect.Inflate(frame.Rect, 30, 18));
        foreach (var i in Told(chart))
        {
            var point = chart.Points[i];
            var at = frame.At(i, point.Value);
            var text = CellText.Plain(point.Value);
            var width = Ink.Width(text, Size, bold: true) + 2;
            SKRect[] offers = [Labels.Box(at.X, at.Y - 9, width, 9), Labels.Box(at.X, at.Y + 9, width, 9)];
            if (labels.TryPlace(offers, out var place))
                Ink.Write(canvas, text, place.MidX, place.MidY, Size, Palette.Accent, Align.Centre, bold: true, halo: 1.5f);
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
            var half = Ink.Width(chart.Points[i].Label, Size) / 2;
            if (x + half + 5 > free)
                continue;
            free = x - half;
            Ink.Write(canvas, chart.Points[i].Label, x, frame.Rect.Bottom + 9, Size, Palette.Quiet, Align.Centre);
        }
    }
}
