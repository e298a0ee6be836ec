using NetTopologySuite.Geometries;
using ScottPlot;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>A polygon or several, holes left open, which ScottPlot's own polygon cannot do.</summary>
internal sealed class ShapePlottable(Geometry shape, double shrink, SKColor fill, SKColor border, float width) : IPlottable
{
    /// <summary>In points: finer bends of a border than a printed dot only swell an SVG.</summary>
    private const float LeastStep = 0.5f;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits()
    {
        var box = shape.EnvelopeInternal;
        return new AxisLimits(box.MinX * shrink, box.MaxX * shrink, box.MinY, box.MaxY);
    }

    public void Render(RenderPack rp)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not Polygon polygon)
                continue;
            Trace(path, polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
                Trace(path, hole);
        }
        using var inside = new SKPaint { IsAntialias = true, Color = fill };
        if (fill.Alpha > 0)
            rp.Canvas.DrawPath(path, inside);
        using var edge = new SKPaint
        {
            IsAntialias = true,
            Color = border,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
        };
        rp.Canvas.DrawPath(path, edge);
    }

    private void Trace(SKPath path, LineString ring)
    {
        var points = ring.Coordinates;
        for (var i = 0; i < points.Length; i++)
        {
            var pixel = Axes.GetPixel(new ScottPlot.Coordinates(points[i].X * shrink, points[i].Y));
            if (i == 0)
                path.MoveTo(pixel.X, pixel.Y);
            else if (i == points.Length - 1 || SKPoint.Distance(path.LastPoint, new SKPoint(pixel.X, pixel.Y)) >= LeastStep)
                path.LineTo(pixel.X, pixel.Y);
        }
        path.Close();
    }
}
