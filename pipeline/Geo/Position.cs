namespace Hotspot.Geo;

/// <summary>The coordinate of a row in WGS-84. What is written with few decimals is only so exact.</summary>
/// <param name="ErrorM">Half the diagonal of the last written decimal; 0 where five decimals or more are written.</param>
/// <param name="District">The district that covers it; just outside the city, the one whose border is nearest within the tolerance. Null where it is too rough to tell, or no borders are known.</param>
internal readonly record struct Position(LonLat At, double ErrorM, string? District)
{
    /// <summary>
    /// A district border is uncertain by this much: twice the 95 % quantile of the distance (47 m) between the shipped borders and a second
    /// source. Nearer points are not told to be outside the city, nor in another district than stated.
    /// </summary>
    public const double BorderM = 100;

    /// <summary>Point methods take places of 50 m and merge addresses within 25 m: coarser positions would pile up on a grid and look like hotspots.</summary>
    private const double PointErrorM = 25;

    public bool IsPoint => ErrorM <= PointErrorM;

    /// <summary>The row's own position with its mends, or null with the reason in <paramref name="flags"/>.</summary>
    public static Position? Read(double? longitude, double? latitude, CoordinateSystem system, GeoReference reference, ref GeoFlags flags)
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
        if (x == Math.Floor(x) && y == Math.Floor(y) && Math.Abs(x) <= 180 && Math.Abs(y) <= 180)
        {
            flags |= GeoFlags.CoordinateWholeDegree;
            return null;
        }
        return Math.Abs(x) <= 180 && Math.Abs(y) <= 180
            ? InDegrees(x, y, system, reference, ref flags)
            : WrittenOtherwise.Read(x, y, system, reference, ref flags);
    }

    private static Position? InDegrees(double x, double y, CoordinateSystem system, GeoReference reference, ref GeoFlags flags)
    {
        var at = InCity(x, y, system, reference);
        // A city that contains its own mirror image would make a swap undecidable; none does.
        if (at is null && InCity(y, x, system, reference) is { } mended)
            (at, flags) = (mended, flags | GeoFlags.CoordinateSwapped);
        if (at is not { } point)
        {
            flags |= GeoFlags.CoordinateOutsideCity;
            return null;
        }
        var error = Rounding.ErrorM(x, y);
        flags |= error > PointErrorM ? GeoFlags.CoordinateRounded : GeoFlags.None;
        return error > Rounding.TellsNothingM ? null : point with { ErrorM = error, District = Sure(point, error, reference.Map) };
    }

    /// <summary>The district only where no border is as near as the position is rough.</summary>
    private static string? Sure(in Position position, double errorM, DistrictMap? map) =>
        errorM <= BorderM || position.District is not { } district || map is null ? position.District
        : map.BorderDistanceM(district, position.At.Longitude, position.At.Latitude) > errorM ? district
        : null;

    /// <summary>The position in WGS-84, or null where the two are no angles or lie outside the city.</summary>
    public static Position? InCity(double x, double y, CoordinateSystem system, GeoReference reference)
    {
        if (Math.Abs(x) > 180 || Math.Abs(y) > 90)
            return null;
        var point = Coordinates.ToWgs84(system, x, y);
        if (reference.Map is not { } map)
            return reference.Bounds?.Contains(point.Longitude, point.Latitude) == false ? null : new Position(point, 0, null);
        var district = map.DistrictOf(point.Longitude, point.Latitude) ?? map.NearestWithin(BorderM, point.Longitude, point.Latitude);
        return district is null ? null : new Position(point, 0, district);
    }
}
