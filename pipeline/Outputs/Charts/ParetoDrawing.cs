using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Columns on the scale of the whole, so that the line of the running share starts at the top of the first one (Juran 1951).</summary>
internal static class ParetoDrawing
{
    private const float Height = 115f;
    private const float NameLine = 9f;
    private const float Size = 7.5f;

    public static Sheet Of(ParetoChart chart) => new(chart, Height, (canvas, body) => Body(chart, canvas, body));

    private static void Body(ParetoChart chart, SKCanvas canvas, SKRect body)
    {
        Ink.Write(canvas, chart.ValueLabel, body.Left, body.Top + 5, Size, Palette.Quiet);
        if (chart.Columns.Count == 0)
            return;
        var room = body.Width / chart.Columns.Count;
        var names = chart.Columns.Select(column => Ink.Balanced(column.Label, room - 3, 7.2f)).ToList();
        var area = new SKRect(body.Left, body.Top + 26, body.Right, body.Bottom - 4 - NameLine * names.Max(lines => lines.Count));
        var frame = new Frame(area, 0, chart.Columns.Count, 0, Math.Max(chart.Whole, 1));
        Mark(chart, canvas, frame);
        for (var i = 0; i < chart.Columns.Count; i++)
            Column(chart.Columns[i], names[i], canvas, frame, i);
        Pen.Line(canvas, [frame.At(0, 0), frame.At(chart.Columns.Count, 0)], Palette.Quiet, 0.7f);
        Share(chart, canvas, frame);
    }

    private static void Mark(ParetoChart chart, SKCanvas canvas, Frame frame)
    {
        var at = frame.At(0, chart.Mark * frame.Top);
        Pen.Line(canvas, [at, new(frame.Rect.Right, at.Y)], Palette.Quiet, 0.7f, [3, 2]);
        Ink.Write(canvas, chart.ShareLabel, at.X, at.Y - 6, Size, Palette.Quiet);
    }

    private static void Column(Bar column, IReadOnlyList<string> name, SKCanvas canvas, Frame frame, int i)
    {
        var (low, high) = (frame.At(i + 0.15, 0), frame.At(i + 0.85, column.Value));
        Pen.Box(canvas, new SKRect(low.X, high.Y, high.X, low.Y), column.Strong ? Palette.Blue : Palette.PaleBlue);
        // The line begins at the top of the first column: the number goes inside it.
        var inside = i == 0 && low.Y - high.Y > 12;
        Ink.Write(
            canvas,
            column.Text,
            frame.At(i + 0.5, 0).X,
            inside ? high.Y + 7 : high.Y - 6,
            Size,
            inside ? Palette.On(column.Strong ? Palette.Blue : Palette.PaleBlue) : Palette.Text,
            Align.Centre,
            column.Strong
        );
        for (var line = 0; line < name.Count; line++)
            Ink.Write(canvas, name[line], frame.At(i + 0.5, 0).X, low.Y + 7 + line * NameLine, 7.2f, Palette.Text, Align.Centre);
    }

    private static void Share(ParetoChart chart, SKCanvas canvas, Frame frame)
    {
        var sum = 0.0;
        var points = chart.Columns.Select((column, i) => frame.At(i + 0.5, sum += column.Value)).ToArray();
        Pen.Line(canvas, points, Palette.Accent, 1.4f);
        sum = 0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += chart.Columns[i].Value;
            Pen.Dot(canvas, points[i], 2.2f, Palette.Accent);
            var text = CellText.Of(sum / frame.Top, CellFormat.Percent1, "");
            // The line rises: there is room above it to the left.
            Ink.Write(canvas, text, points[i].X + 3, points[i].Y - 8, 7, Palette.Accent, Align.Right, bold: true, halo: 1.5f);
        }
    }
}
