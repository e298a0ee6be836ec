using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// A map on the sheet: longitude shrunk by the cosine of the middle latitude, so that a kilometre is as long across as up.
/// The frame always fills its rectangle; what was asked to be seen lies in its middle.
/// </summary>
internal sealed class MapFrame
{
    private const double KmPerDegree = 111.2;

    /// <summary>In points: finer bends of a border than a printed dot only swell an SVG.</summary>
    private const float LeastStep = 0.5f;

    private readonly double _shrink;
    private readonly Frame _frame;

    /// <param name="view">What must be visible, in degrees.</param>
    /// <param name="shrink">Cosine of the latitude; the inset of a map takes that of the whole map.</param>
    public MapFrame(SKRect rect, Envelope view, double shrink)
    {
        _shrink = shrink;
        var (width, height) = (Math.Max(view.Width * shrink, 1e-6), Math.Max(view.Height, 1e-6));
        var degreesPerPoint = Math.Max(width / rect.Width, height / rect.Height);
        var (x, y) = (view.Centre.X * shrink, view.Centre.Y);
        var (halfX, halfY) = (degreesPerPoint * rect.Width / 2, degreesPerPoint * rect.Height / 2);
        _frame = new Frame(rect, x - halfX, x + halfX, y - halfY, y + halfY);
    }

    public SKRect Rect => _frame.Rect;

    /// <summary>What is visible, in degrees.</summary>
    public Envelope View => new(_frame.Left / _shrink, _frame.Right / _shrink, _frame.Bottom, _frame.Top);

    public double KmPerPoint => (_frame.Top - _frame.Bottom) * KmPerDegree / _frame.Rect.Height;

    public static double Shrink(Envelope view) => Math.Cos(view.Centre.Y * Math.PI / 180);

    public static Envelope Extent(IEnumerable<MapArea> areas)
    {
        var extent = new Envelope();
        foreach (var area in areas)
            extent.ExpandToInclude(area.Shape.EnvelopeInternal);
        return extent;
    }

    public SKPoint At(double longitude, double latitude) => _frame.At(longitude * _shrink, latitude);

    public SKRect On(Envelope view)
    {
        var (a, b) = (At(view.MinX, view.MaxY), At(view.MaxX, view.MinY));
        return new SKRect(a.X, a.Y, b.X, b.Y);
    }

    /// <summary>Draws the areas, each filled by <paramref name="fill"/>, holes left open, with borders of the given colour.</summary>
    public void Shapes(SKCanvas canvas, IReadOnlyList<MapArea> areas, Func<MapArea, SKColor> fill, SKColor border, float width)
    {
        using var edge = new SKPaint
        {
            IsAntialias = true,
            Color = border,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.Save();
        canvas.ClipRect(Rect);
        foreach (var area in areas.Where(area => View.Intersects(area.Shape.EnvelopeInternal)))
        {
            using var path = Trace(area.Shape);
            using var inside = new SKPaint { IsAntialias = true, Color = fill(area) };
            if (inside.Color.Alpha > 0)
                canvas.DrawPath(path, inside);
            canvas.DrawPath(path, edge);
        }
        canvas.Restore();
    }

    private SKPath Trace(Geometry shape)
    {
        var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not Polygon polygon)
                continue;
            Trace(path, polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
                Trace(path, hole);
        }
        return path;
    }

    private void Trace(SKPath path, LineString ring)
    {
        var points = ring.Coordinates;
        path.MoveTo(At(points[0].X, points[0].Y));
        for (var i = 1; i < points.Length; i++)
        {
            var point = At(points[i].X, points[i].Y);
            if (i == points.Length - 1 || SKPoint.Distance(path.LastPoint, point) >= LeastStep)
                path.LineTo(point);
        }
        path.Close();
    }

    /// <summary>A bar of a round number of kilometres, its right end at the point given.</summary>
    public void ScaleBar(SKCanvas canvas, SKPoint right)
    {
        var wanted = KmPerPoint * 60;
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        var km =
            (wanted / power) switch
            {
                >= 5 => 5,
                >= 2 => 2,
                _ => 1,
            } * power;
        var length = (float)(km / KmPerPoint);
        using var line = new SKPaint { Color = Palette.Quiet, StrokeWidth = 1 };
        canvas.DrawLine(right.X - length, right.Y, right.X, right.Y, line);
        canvas.DrawLine(right.X - length, right.Y - 3, right.X - length, right.Y, line);
        canvas.DrawLine(right.X, right.Y - 3, right.X, right.Y, line);
        var text = km >= 1 ? CellText.Plain(km) + " km" : CellText.Plain(km * 1000) + " m";
        Ink.Write(canvas, text, right.X - length / 2, right.Y - 7, 6.5f, Palette.Quiet, Align.Centre, halo: 1.5f);
    }
}
