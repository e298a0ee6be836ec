using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Lines and boxes on a canvas whose unit is the point.</summary>
internal static class Pen
{
    /// <param name="dash">Lengths of strokes and gaps; null: a whole line.</param>
    public static void Line(SKCanvas canvas, IReadOnlyList<SKPoint> points, SKColor color, float width, float[]? dash = null)
    {
        using var effect = dash is null ? null : SKPathEffect.CreateDash(dash, 0);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = color,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
            PathEffect = effect,
        };
        using var path = new SKPath();
        path.AddPoly([.. points], close: false);
        canvas.DrawPath(path, paint);
    }

    public static void Box(SKCanvas canvas, SKRect box, SKColor fill, SKColor? border = null)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = fill };
        canvas.DrawRect(box, paint);
        if (border is not { } edge)
            return;
        paint.Color = edge;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 0.8f;
        canvas.DrawRect(SKRect.Inflate(box, -0.4f, -0.4f), paint);
    }

    public static void Dot(SKCanvas canvas, SKPoint middle, float radius, SKColor color)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = color };
        canvas.DrawCircle(middle, radius, paint);
    }
}
