using System.Globalization;
using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// Hotspots as numbered circles whose area tells the weight. Crowded circles step apart and keep a thread to their true place;
/// names that find no room on the map are listed under it.
/// </summary>
internal static class PointMapDrawing
{
    private const float Height = 200f;
    private const float KeyLine = 12f;

    /// <summary>Under the map: what circles and shade mean.</summary>
    private const float LegendLine = 27f;
    private const float NameSize = 7.5f;

    public static Sheet Of(PointMapChart chart)
    {
        // The list below the map depends on what finds room on it: a first pass on a blank canvas finds out.
        var unnamed = new List<MapPoint>();
        using (var trial = new SKPictureRecorder())
            Map(chart, trial.BeginRecording(SKRect.Create(Sheet.Width, Height)), new SKRect(2, 0, Sheet.Width - 2, Height), unnamed);
        var list = (unnamed.Count + 1) / 2 * KeyLine + (unnamed.Count > 0 ? 2 : 0);
        return new Sheet(
            chart,
            Height + LegendLine + list,
            (canvas, body) =>
            {
                Map(chart, canvas, new SKRect(body.Left, body.Top, body.Right, body.Top + Height), []);
                Legend(chart, canvas, new SKRect(body.Left, body.Top + Height, body.Right, body.Top + Height + LegendLine));
                List(unnamed, canvas, body);
            }
        );
    }

    private static void Map(PointMapChart chart, SKCanvas canvas, SKRect body, List<MapPoint> unnamed)
    {
        var city = MapFrame.Extent(chart.Areas.Areas);
        if (city.IsNull)
            city = Around(chart.Points);
        var view = PointView.Of(chart.Points, city);
        var shrink = MapFrame.Shrink(view);
        var map = new MapFrame(body, view, shrink);
        using (var ground = new SKPaint { Color = SKColor.Parse("#FAFBFC") })
            canvas.DrawRect(body, ground);
        map.Shapes(canvas, chart.Areas.Areas, _ => Palette.Ground, Palette.Ground, 0.3f);
        DensityGround.Draw(canvas, map, chart.Areas.Areas, chart.Spread);
        map.Shapes(canvas, chart.Areas.Areas, _ => SKColors.Transparent, Palette.Line, 0.9f);

        var labels = new Labels(SKRect.Inflate(body, -2, -2));
        if (PointView.IsCropped(view, city) && chart.Areas.Areas.Count > 0)
            labels.Take(Locator(chart, canvas, map, city, body));
        map.ScaleBar(canvas, new SKPoint(body.Right - 8, body.Bottom - 6));
        labels.Take(new SKRect(body.Right - 80, body.Bottom - 20, body.Right, body.Bottom));

        var circles = Circles.Of(chart.Points, point => map.At(point.Longitude, point.Latitude), body);
        foreach (var circle in circles)
            labels.Take(circle.Box);
        foreach (var circle in circles)
            Marker(canvas, circle);
        foreach (var circle in circles.OrderBy(circle => circle.Point.Rank))
        {
            if (!Name(canvas, circle, labels))
                unnamed.Add(circle.Point);
        }
        Districts(chart, canvas, map, labels);
    }

    private static Envelope Around(IReadOnlyList<MapPoint> points)
    {
        var box = new Envelope();
        foreach (var point in points)
            box.ExpandToInclude(point.Longitude, point.Latitude);
        if (box.IsNull)
            box.ExpandToInclude(116.4, 39.9);
        box.ExpandBy(0.05);
        return box;
    }

    private static void Marker(SKCanvas canvas, Circle circle)
    {
        var color = circle.Point.Strong ? Palette.Accent : Palette.Blue;
        using var paint = new SKPaint { IsAntialias = true, Color = color };
        if (SKPoint.Distance(circle.Middle, circle.True) > 2)
        {
            paint.StrokeWidth = 0.8f;
            canvas.DrawLine(circle.Middle, circle.True, paint);
            canvas.DrawCircle(circle.True, 1.6f, paint);
        }
        canvas.DrawCircle(circle.Middle, circle.Radius, paint);
        using var rim = new SKPaint
        {
            IsAntialias = true,
            Color = SKColors.White,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.9f,
        };
        canvas.DrawCircle(circle.Middle, circle.Radius, rim);
        Ink.Write(canvas, Rank(circle.Point), circle.Middle.X, circle.Middle.Y, 7.5f, SKColors.White, Align.Centre, bold: true);
    }

    private static bool Name(SKCanvas canvas, Circle circle, Labels labels)
    {
        var text = Ink.Fit(circle.Point.Label, 120, NameSize);
        var (width, height) = (Ink.Width(text, NameSize) + 3, 10f);
        var (x, y, reach) = (circle.Middle.X, circle.Middle.Y, circle.Radius + 2);
        SKRect[] offers =
        [
            Labels.Box(x + reach + width / 2, y, width, height),
            Labels.Box(x - reach - width / 2, y, width, height),
            Labels.Box(x, y - reach - height / 2, width, height),
            Labels.Box(x, y + reach + height / 2, width, height),
            Labels.Box(x + reach * 0.7f + width / 2, y - reach * 0.7f - height / 3, width, height),
            Labels.Box(x + reach * 0.7f + width / 2, y + reach * 0.7f + height / 3, width, height),
            Labels.Box(x - reach * 0.7f - width / 2, y - reach * 0.7f - height / 3, width, height),
            Labels.Box(x - reach * 0.7f - width / 2, y + reach * 0.7f + height / 3, width, height),
        ];
        if (!labels.TryPlace(offers, out var place))
            return false;
        Ink.Write(canvas, text, place.MidX, place.MidY, NameSize, Palette.Text, Align.Centre, bold: circle.Point.Strong, halo: 2);
        return true;
    }

    private static void Districts(PointMapChart chart, SKCanvas canvas, MapFrame map, Labels labels)
    {
        foreach (var area in chart.Areas.Areas.OrderByDescending(area => area.Shape.Area).ThenBy(area => area.Name, StringComparer.Ordinal))
        {
            if (PointView.NamePlace(area, map.View) is not { } middle)
                continue;
            var at = map.At(middle.X, middle.Y);
            var (width, height) = (Ink.Width(area.Name, 8) + 4, 11f);
            var offers = from step in NameSteps select Labels.Box(at.X + step.X, at.Y + step.Y, width, height);
            if (labels.TryPlace(offers, out var place))
                Ink.Write(canvas, area.Name, place.MidX, place.MidY, 8, Palette.Quiet.WithAlpha(170), Align.Centre);
        }
    }

    private static readonly SKPoint[] NameSteps = [new(0, 0), new(0, -16), new(0, 16), new(-24, 0), new(24, 0)];

    private static SKRect Locator(PointMapChart chart, SKCanvas canvas, MapFrame map, Envelope city, SKRect body)
    {
        var rect = new SKRect(body.Right - 74, body.Top + 4, body.Right - 4, body.Top + 82);
        var small = new MapFrame(SKRect.Inflate(rect, -3, -3), city, MapFrame.Shrink(city));
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White };
        canvas.DrawRect(rect, paint);
        small.Shapes(canvas, chart.Areas.Areas, _ => SKColor.Parse("#DDE3E8"), SKColors.White, 0.3f);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 0.6f;
        paint.Color = Palette.Line;
        canvas.DrawRect(rect, paint);
        paint.StrokeWidth = 1.2f;
        paint.Color = Palette.Accent;
        var window = small.On(map.View);
        window.Intersect(rect);
        canvas.DrawRect(window, paint);
        return rect;
    }

    private static void Legend(PointMapChart chart, SKCanvas canvas, SKRect line)
    {
        var text = chart.Spread.Count == 0 ? chart.WeightLabel : chart.WeightLabel + "　" + chart.SpreadLabel;
        var room = Sizes(chart, canvas, line);
        Ink.Write(canvas, Ink.Fit(text, room - line.Left - 10, NameSize), line.Left + 5, line.MidY, NameSize, Palette.Text);
    }

    /// <summary>The largest circle and the smallest that is drawn, each with what it stands for.</summary>
    /// <returns>Where they begin.</returns>
    private static float Sizes(PointMapChart chart, SKCanvas canvas, SKRect line)
    {
        var most = chart.Points.Select(point => point.Weight).DefaultIfEmpty(0).Max();
        var at = line.Right - 4;
        if (most < 2)
            return at;
        using var paint = new SKPaint { IsAntialias = true, Color = Palette.Blue };
        foreach (var (weight, radius, sign) in new[] { (most, Circles.Largest, ""), (Circles.SmallestPart * most, Circles.Smallest, "≤") })
        {
            var text = sign + Math.Floor(weight).ToString(CultureInfo.InvariantCulture);
            at -= Ink.Width(text, NameSize);
            Ink.Write(canvas, text, at, line.MidY, NameSize, Palette.Text);
            at -= radius + 3;
            canvas.DrawCircle(at, line.MidY, radius, paint);
            at -= radius + 8;
        }
        return at;
    }

    private static void List(List<MapPoint> points, SKCanvas canvas, SKRect body)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var x = body.Left + (i % 2) * body.Width / 2;
            var y = body.Top + Height + LegendLine + 2 + (i / 2 + 0.5f) * KeyLine;
            Ink.Write(
                canvas,
                Rank(points[i]),
                x + 8,
                y,
                NameSize,
                points[i].Strong ? Palette.Accent : Palette.Blue,
                Align.Right,
                bold: true
            );
            Ink.Write(canvas, Ink.Fit(points[i].Label, body.Width / 2 - 20, NameSize), x + 13, y, NameSize, Palette.Text);
        }
    }

    private static string Rank(MapPoint point) => point.Rank.ToString(CultureInfo.InvariantCulture);
}
