using System.Globalization;
using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Lines over the hours of a day, each with its name at its end and a number at its highest hour; the third line is dashed.</summary>
internal static class CurveDrawing
{
    private const float Height = 105f;
    private const float Size = ValueScale.Size;
    private static readonly SKColor[] Colors = [Palette.Blue, Palette.Accent, Palette.Text];

    public static Sheet Of(CurveChart chart) => new(chart, Height, (canvas, body) => Body(chart, canvas, body));

    private static void Body(CurveChart chart, SKCanvas canvas, SKRect body)
    {
        Ink.Write(canvas, chart.ValueLabel, body.Left, body.Top + 5, Size, Palette.Quiet);
        if (chart.Curves.Count == 0)
            return;
        var ticks = Ticks.Of(0, Math.Max(1e-3, chart.Curves.Max(curve => curve.Values.Max())));
        var names = chart.Curves.Max(curve => Ink.Width(curve.Name, Size, bold: true));
        var area = new SKRect(body.Left + ValueScale.Width(ticks), body.Top + 20, body.Right - names - 8, body.Bottom - 15);
        var frame = new Frame(area, -0.4, 23.4, 0, ticks[^1]);
        ValueScale.Draw(canvas, frame, ticks);
        for (var hour = 0; hour < 24; hour++)
            Ink.Write(
                canvas,
                hour.ToString(CultureInfo.InvariantCulture),
                frame.At(hour, 0).X,
                area.Bottom + 9,
                Size,
                Palette.Quiet,
                Align.Centre
            );
        var ends = ValueScale.Apart([.. chart.Curves.Select(curve => frame.At(0, curve.Values[23]).Y)], 10);
        var labels = new Labels(SKRect.Inflate(area, 0, 18));
        for (var i = chart.Curves.Count - 1; i >= 0; i--)
        {
            var points = chart.Curves[i].Values.Select((value, hour) => frame.At(hour, value)).ToArray();
            Pen.Line(canvas, points, Colors[i], 1.6f, i == 2 ? [4, 2] : null);
            Ink.Write(canvas, chart.Curves[i].Name, area.Right + 4, ends[i], Size, Colors[i], bold: true);
        }
        for (var i = 0; i < chart.Curves.Count; i++)
            Highest(canvas, frame, chart.Curves[i].Values, Colors[i], labels);
    }

    private static void Highest(SKCanvas canvas, Frame frame, IReadOnlyList<double> values, SKColor color, Labels labels)
    {
        var hour = Enumerable.Range(0, 24).MaxBy(h => values[h]);
        var at = frame.At(hour, values[hour]);
        var text = CellText.Of(values[hour], CellFormat.Decimal1, "");
        Pen.Dot(canvas, at, 2.6f, color);
        var width = Ink.Width(text, Size, bold: true) + 2;
        SKRect[] offers =
        [
            Labels.Box(at.X, at.Y - 9, width, 9),
            Labels.Box(at.X + width / 2 + 5, at.Y - 4, width, 9),
            Labels.Box(at.X - width / 2 - 5, at.Y - 4, width, 9),
        ];
        if (labels.TryPlace(offers, out var place))
            Ink.Write(canvas, text, place.MidX, place.MidY, Size, color, Align.Centre, bold: true, halo: 1.5f);
    }
}
