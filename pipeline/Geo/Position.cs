namespace Hotspot.Geo;

/// <summary>Reads the coordinate of a row: the first rung of the place ladder.</summary>
internal static class Position
{
    /// <summary>
    /// A district border is uncertain by this much: twice the 95 % quantile of the distance (47 m) between the shipped borders and a second
    /// source. Nearer points are not told to be outside the city, nor in another district than stated.
    /// </summary>
    public const double BorderM = 100;

    /// <summary>The row's own position in WGS-84 with its mends, or null with the reason in <paramref name="flags"/>.</summary>
    public static LonLat? Read(double? longitude, double? latitude, CoordinateSystem system, GeoReference reference, ref GeoFlags flags)
    {
        if (longitude is null && latitude is null)
            return null;
        if (longitude is not { } x || latitude is not { } y || !double.IsFinite(x) || !double.IsFinite(y))
        {
            flags |= GeoFlags.CoordinateInvalid;
            return null;
        }
        if (x == 0 || y == 0)
        {
            flags |= GeoFlags.CoordinateZero;
            return null;
        }
        if (x == Math.Floor(x) && y == Math.Floor(y))
        {
            flags |= GeoFlags.CoordinateWholeDegree;
            return null;
        }
        if (InCity(x, y, system, reference) is { } point)
            return point;

        // A city that contains its own mirror image would make a swap undecidable; none does.
        if (InCity(y, x, system, reference) is { } mended)
        {
            flags |= GeoFlags.CoordinateSwapped;
            return mended;
        }
        flags |= Math.Abs(x) > 180 || Math.Abs(y) > 180 ? GeoFlags.CoordinateInvalid : GeoFlags.CoordinateOutsideCity;
        return null;
    }

    private static LonLat? InCity(double x, double y, CoordinateSystem system, GeoReference reference)
    {
        if (Math.Abs(x) > 180 || Math.Abs(y) > 90)
            return null;
        var point = Coordinates.ToWgs84(system, x, y);
        var inside =
            reference.Map is { } map ? DistrictAt(map, point) is not null
            : reference.Bounds is { } bounds ? bounds.Contains(point.Longitude, point.Latitude)
            : true;
        return inside ? point : null;
    }

    /// <summary>The district that covers the point; just outside the city, the one whose border is nearest within the tolerance.</summary>
    public static string? DistrictAt(DistrictMap map, LonLat point)
    {
        var (longitude, latitude) = point;
        if (map.DistrictOf(longitude, latitude) is { } district)
            return district;
        return map.NearestWithin(BorderM, longitude, latitude);
    }
}
