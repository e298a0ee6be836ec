using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Horizontal bars in groups: the period dark, the one before pale, the year before hollow, so that they also stay apart in black and white.</summary>
internal static class GroupDrawing
{
    private const float Pitch = 7.2f;
    private const float Gap = 5f;
    private const float Head = 17f;
    private const float Size = 8f;
    private static readonly SKColor[] Fills = [Palette.Blue, Palette.PaleBlue, SKColors.White];

    public static Sheet Of(GroupChart chart) =>
        new(chart, Head + chart.Groups.Count * Step(chart), (canvas, body) => Body(chart, canvas, body));

    private static float Step(GroupChart chart) => chart.Series.Count * Pitch + Gap;

    private static void Body(GroupChart chart, SKCanvas canvas, SKRect body)
    {
        Legend(chart, canvas, body);
        if (chart.Groups.Count == 0)
            return;
        var labels = Math.Min(150, chart.Groups.Max(group => Ink.Width(group.Label, Size, group.Strong)));
        var most = Math.Max(1, chart.Groups.SelectMany(group => group.Values).Max() ?? 1);
        var area = new SKRect(body.Left + labels + 6, body.Top + Head, body.Right - Ink.Width(CellText.Plain(most), 7) - 6, body.Bottom);
        for (var i = 0; i < chart.Groups.Count; i++)
        {
            var (group, top) = (chart.Groups[i], area.Top + i * Step(chart));
            var middle = top + chart.Series.Count * Pitch / 2;
            Ink.Write(
                canvas,
                Ink.Fit(group.Label, labels + 1, Size, group.Strong),
                area.Left - 6,
                middle,
                Size,
                Palette.Text,
                Align.Right,
                group.Strong
            );
            for (var bar = 0; bar < chart.Series.Count; bar++)
            {
                if (group.Values[bar] is not { } value)
                    continue;
                var box = SKRect.Create(area.Left, top + bar * Pitch, area.Width * value / most, Pitch - 0.8f);
                Fill(canvas, box, bar, group.Strong);
                Ink.Write(
                    canvas,
                    CellText.Plain(value),
                    box.Right + 4,
                    box.MidY,
                    7,
                    bar == 0 ? Palette.Text : Palette.Quiet,
                    bold: bar == 0
                );
            }
        }
        Pen.Line(canvas, [new(area.Left, area.Top - 2), new(area.Left, area.Bottom - Gap + 2)], Palette.Quiet, 0.7f);
    }

    private static void Legend(GroupChart chart, SKCanvas canvas, SKRect body)
    {
        var x = body.Left;
        Ink.Write(canvas, chart.ValueLabel, x, body.Top + 5, 7.5f, Palette.Quiet);
        x += Ink.Width(chart.ValueLabel, 7.5f) + 14;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            Fill(canvas, new SKRect(x, body.Top + 1.5f, x + 12, body.Top + 8.5f), i, strong: false);
            Ink.Write(canvas, chart.Series[i], x + 16, body.Top + 5, 7.5f, Palette.Text);
            x += 30 + Ink.Width(chart.Series[i], 7.5f);
        }
    }

    private static void Fill(SKCanvas canvas, SKRect box, int series, bool strong) =>
        Pen.Box(canvas, box, series == 0 && strong ? Palette.Accent : Fills[series], series == 2 ? Palette.Quiet : null);
}
