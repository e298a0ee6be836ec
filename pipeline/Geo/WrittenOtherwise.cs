namespace Hotspot.Geo;

/// <summary>
/// Pairs that are no degrees: whole numbers of millionths (116397128, 39908722) or another power of ten, metres of Web Mercator, metres of the
/// projection that the city's profile declares. Only what then lies in the city is taken; a pair is tried as it stands, then swapped (surveyors
/// write the northing first).
/// </summary>
internal static class WrittenOtherwise
{
    private const int MostDecimals = 9;

    /// <summary>Radius of EPSG:3857, metres.</summary>
    private const double MercatorRadiusM = 6378137;

    public static Position? Read(double x, double y, CoordinateSystem system, GeoReference reference, ref GeoFlags flags)
    {
        if (Taken(x, y, system, reference, ref flags) is { } point)
            return point;
        if (Taken(y, x, system, reference, ref flags) is { } mended)
        {
            flags |= GeoFlags.CoordinateSwapped;
            return mended;
        }
        flags |= GeoFlags.CoordinateInvalid;
        return null;
    }

    private static Position? Taken(double x, double y, CoordinateSystem system, GeoReference reference, ref GeoFlags flags)
    {
        if (Scaled(x, y, system, reference) is { } scaled)
        {
            flags |= GeoFlags.CoordinateScaled;
            return scaled;
        }
        if (Projected(x, y, system, reference) is { } projected)
        {
            flags |= GeoFlags.CoordinateProjected;
            return projected;
        }
        return null;
    }

    private static Position? Scaled(double x, double y, CoordinateSystem system, GeoReference reference)
    {
        // Fewer than five digits behind the degrees would be a rough position and no usual form.
        for (var (decimals, unit) = (5, 1e5); decimals <= MostDecimals; decimals++, unit *= 10)
        {
            if (Position.InCity(x / unit, y / unit, system, reference) is { } point)
                return point;
        }
        return null;
    }

    private static Position? Projected(double x, double y, CoordinateSystem system, GeoReference reference)
    {
        var longitude = x / MercatorRadiusM * 180 / Math.PI;
        var latitude = Math.Atan(Math.Sinh(y / MercatorRadiusM)) * 180 / Math.PI;
        if (Position.InCity(longitude, latitude, system, reference) is { } mercator)
            return mercator;
        if (reference.Projection is not { } projection || Math.Abs(x) > 1e7 || Math.Abs(y) > 1e7)
            return null;
        var degrees = projection.ToDegrees(x, y);
        return double.IsFinite(degrees.Longitude) && double.IsFinite(degrees.Latitude)
            ? Position.InCity(degrees.Longitude, degrees.Latitude, CoordinateSystem.Wgs84, reference)
            : null;
    }
}
