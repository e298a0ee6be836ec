using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Hotspot.Outputs.Charts;

/// <summary>What a point map shows: the points with a margin, or the whole city where they span most of it.</summary>
internal static class PointView
{
    private const double Margin = 0.14;

    /// <summary>About 3 km: never closer, so that a reader recognises where the place is.</summary>
    private const double LeastDegrees = 0.03;

    /// <summary>From this share of the city's height and width on, cropping gains nothing.</summary>
    private const double MostOfCity = 0.6;

    public static Envelope Of(IReadOnlyList<MapPoint> points, Envelope city)
    {
        if (points.Count == 0)
            return city;
        var box = new Envelope();
        foreach (var point in points)
            box.ExpandToInclude(point.Longitude, point.Latitude);
        box.ExpandBy(Math.Max(box.Width * Margin, LeastDegrees / 2), Math.Max(box.Height * Margin, LeastDegrees / 2));
        if (box.Width < city.Width * MostOfCity && box.Height < city.Height * MostOfCity)
            return box;
        var whole = city.Copy();
        whole.ExpandToInclude(box);
        return whole;
    }

    public static bool IsCropped(Envelope view, Envelope city) => !view.Contains(city);

    /// <summary>Where the name of an area stands: its own place, or the middle of the part that is visible; null where too little is.</summary>
    public static Coordinate? NamePlace(MapArea area, Envelope view)
    {
        if (view.Contains(area.LabelPoint))
            return area.LabelPoint;
        if (!view.Intersects(area.Shape.EnvelopeInternal))
            return null;
        var shape = area.Shape.IsValid ? area.Shape : GeometryFixer.Fix(area.Shape);
        var visible = shape.Intersection(shape.Factory.ToGeometry(view));
        return visible.Area < LeastPart * view.Area ? null : visible.InteriorPoint.Coordinate;
    }

    private const double LeastPart = 0.02;
}
