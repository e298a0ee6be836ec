using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>The scale of charts whose values go up: round numbers at the left, a thin line at each.</summary>
internal static class ValueScale
{
    public const float Size = 7.5f;

    /// <summary>Room that the numbers take at the left.</summary>
    public static float Width(IReadOnlyList<double> ticks) => ticks.Max(tick => Ink.Width(CellText.Plain(tick), Size)) + 6;

    public static void Draw(SKCanvas canvas, Frame frame, IReadOnlyList<double> ticks)
    {
        foreach (var tick in ticks)
        {
            var y = frame.At(0, tick).Y;
            Pen.Line(canvas, [new(frame.Rect.Left, y), new(frame.Rect.Right, y)], Palette.Line, 0.5f);
            Ink.Write(canvas, CellText.Plain(tick), frame.Rect.Left - 5, y, Size, Palette.Quiet, Align.Right);
        }
    }

    /// <summary>Heights for names beside their lines, in the order given, moved apart so that none covers another.</summary>
    public static IReadOnlyList<float> Apart(IReadOnlyList<float> wanted, float height)
    {
        var places = new float[wanted.Count];
        var free = float.NegativeInfinity;
        foreach (var (y, i) in wanted.Select((y, i) => (y, i)).OrderBy(pair => pair.y).ThenBy(pair => pair.i))
        {
            places[i] = Math.Max(y, free);
            free = places[i] + height;
        }
        return places;
    }
}
