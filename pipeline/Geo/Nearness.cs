using NetTopologySuite.Geometries;

namespace Hotspot.Geo;

/// <summary>Short distances in metres from degrees, on the plane tangent at the point; good to 0.1 % within some tens of kilometres.</summary>
public static class Nearness
{
    /// <summary>Mean radius of the Earth × π / 180.</summary>
    private const double MetresPerDegree = 111194.93;

    public static double Metres(LonLat a, LonLat b)
    {
        var (x, y) = Offset(a, b);
        return Math.Sqrt(x * x + y * y);
    }

    /// <summary>Metres east and north from one point to another.</summary>
    public static (double East, double North) Offset(LonLat from, LonLat to)
    {
        var squeeze = Math.Cos((from.Latitude + to.Latitude) * Math.PI / 360);
        return ((to.Longitude - from.Longitude) * squeeze * MetresPerDegree, (to.Latitude - from.Latitude) * MetresPerDegree);
    }

    /// <summary>Metres to the nearest point on the outlines (shells and holes) of an area.</summary>
    internal static double MetresToRings(Geometry area, double longitude, double latitude)
    {
        var nearest = new NearestSegment(longitude, latitude);
        area.Apply(nearest);
        return Math.Sqrt(nearest.SquaredDeg) * MetresPerDegree;
    }

    private sealed class NearestSegment(double longitude, double latitude) : IGeometryComponentFilter
    {
        private readonly double _squeeze = Math.Cos(latitude * Math.PI / 180);

        public double SquaredDeg { get; private set; } = double.PositiveInfinity;

        public void Filter(Geometry geom)
        {
            if (geom is not LineString line)
                return;
            var points = line.CoordinateSequence;
            var (ax, ay) = Relative(points, 0);
            for (var i = 1; i < points.Count; i++)
            {
                var (bx, by) = Relative(points, i);
                var (dx, dy) = (bx - ax, by - ay);
                var length = dx * dx + dy * dy;
                var t = length > 0 ? Math.Clamp(-(ax * dx + ay * dy) / length, 0, 1) : 0;
                var (x, y) = (ax + t * dx, ay + t * dy);
                SquaredDeg = Math.Min(SquaredDeg, x * x + y * y);
                (ax, ay) = (bx, by);
            }
        }

        private (double X, double Y) Relative(CoordinateSequence points, int i) =>
            ((points.GetX(i) - longitude) * _squeeze, points.GetY(i) - latitude);
    }
}
