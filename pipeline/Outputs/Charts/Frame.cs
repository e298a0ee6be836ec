using ScottPlot;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// A rectangle of the sheet with its own coordinates (x to the right, y up). ScottPlot draws the data into it without axes;
/// names and numbers are written on top, at the points that <see cref="At"/> tells.
/// </summary>
internal sealed record Frame(SKRect Rect, double Left, double Right, double Bottom, double Top)
{
    public SKPoint At(double x, double y) =>
        new(
            (float)(Rect.Left + (x - Left) / (Right - Left) * Rect.Width),
            (float)(Rect.Bottom - (y - Bottom) / (Top - Bottom) * Rect.Height)
        );

    public void Plot(SKCanvas canvas, Action<Plot> add)
    {
        using var plot = new Plot();
        plot.HideAxesAndGrid();
        plot.Layout.Frameless();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        add(plot);
        plot.Axes.SetLimits(Left, Right, Bottom, Top);
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        canvas.Save();
        canvas.ClipRect(Rect);
        plot.Render(canvas, new PixelRect(Rect.Left, Rect.Right, Rect.Bottom, Rect.Top));
        canvas.Restore();
    }

    public static Color Color(SKColor color) => ScottPlot.Color.FromSKColor(color);
}
