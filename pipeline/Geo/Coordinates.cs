namespace Hotspot.Geo;

/// <summary>
/// Conversion of degrees between the systems in use in China. GCJ-02 has no published definition; the forward shift is the formula that every
/// open implementation shares (Krasovsky 1940 ellipsoid, origin 105°E 35°N). Inverses are iterated to the fixed point of the forward formula,
/// so that a round trip closes to well under a millimetre; the usual one-step inverse is off by up to half a metre.
/// Outside the rectangle in which the shift is applied, coordinates are returned as they are.
/// </summary>
public static class Coordinates
{
    private const double SemiMajorAxisM = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduTurn = Math.PI * 3000.0 / 180.0;

    /// <summary>After a step this small (degrees; a tenth of a millimetre) what is left is a thousand times smaller.</summary>
    private const double ConvergedDeg = 1e-9;
    private const int MaxSteps = 20;

    public static LonLat ToWgs84(CoordinateSystem from, double longitude, double latitude) =>
        from switch
        {
            CoordinateSystem.Gcj02 => Invert(GcjFromWgs84, new LonLat(longitude, latitude)),
            CoordinateSystem.Bd09 => Invert(GcjFromWgs84, Invert(BdFromGcj, new LonLat(longitude, latitude))),
            _ => new LonLat(longitude, latitude),
        };

    public static LonLat FromWgs84(CoordinateSystem to, double longitude, double latitude) =>
        to switch
        {
            CoordinateSystem.Gcj02 => GcjFromWgs84(new LonLat(longitude, latitude)),
            CoordinateSystem.Bd09 => BdFromGcj(GcjFromWgs84(new LonLat(longitude, latitude))),
            _ => new LonLat(longitude, latitude),
        };

    /// <summary>The rectangle (degrees) in which map services shift coordinates; it reaches beyond the border.</summary>
    public static bool IsShifted(double longitude, double latitude) =>
        longitude is >= 72.004 and <= 137.8347 && latitude is >= 0.8293 and <= 55.8271;

    /// <summary>Fixed-point iteration: the shifts change by less than 0.2 % of the distance moved, so each step gains three digits.</summary>
    private static LonLat Invert(Func<LonLat, LonLat> forward, LonLat target)
    {
        if (!IsShifted(target.Longitude, target.Latitude))
            return target;
        var (x, y) = target;
        for (var step = 0; step < MaxSteps; step++)
        {
            var image = forward(new LonLat(x, y));
            var (dx, dy) = (target.Longitude - image.Longitude, target.Latitude - image.Latitude);
            (x, y) = (x + dx, y + dy);
            if (Math.Abs(dx) + Math.Abs(dy) < ConvergedDeg)
                break;
        }
        return new LonLat(x, y);
    }

    private static LonLat GcjFromWgs84(LonLat point)
    {
        var (longitude, latitude) = point;
        if (!IsShifted(longitude, latitude))
            return point;
        var (x, y) = (longitude - 105.0, latitude - 35.0);
        var root = Math.Sqrt(Math.Abs(x));
        var ripple = (20.0 * Math.Sin(6.0 * x * Math.PI) + 20.0 * Math.Sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
        var northM =
            -100.0
            + 2.0 * x
            + 3.0 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * root
            + ripple
            + (20.0 * Math.Sin(y * Math.PI) + 40.0 * Math.Sin(y / 3.0 * Math.PI)) * 2.0 / 3.0
            + (160.0 * Math.Sin(y / 12.0 * Math.PI) + 320.0 * Math.Sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
        var eastM =
            300.0
            + x
            + 2.0 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * root
            + ripple
            + (20.0 * Math.Sin(x * Math.PI) + 40.0 * Math.Sin(x / 3.0 * Math.PI)) * 2.0 / 3.0
            + (150.0 * Math.Sin(x / 12.0 * Math.PI) + 300.0 * Math.Sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
        var (sin, cos) = Math.SinCos(latitude * Math.PI / 180.0);
        var w2 = 1.0 - EccentricitySquared * sin * sin;
        var w = Math.Sqrt(w2);
        var meridianM = SemiMajorAxisM * (1.0 - EccentricitySquared) / (w2 * w);
        var parallelM = SemiMajorAxisM / w * cos;
        return new LonLat(longitude + eastM / parallelM * 180.0 / Math.PI, latitude + northM / meridianM * 180.0 / Math.PI);
    }

    private static LonLat BdFromGcj(LonLat point)
    {
        var (x, y) = point;
        if (!IsShifted(x, y))
            return point;
        var radius = Math.Sqrt(x * x + y * y) + 0.00002 * Math.Sin(y * BaiduTurn);
        var (sin, cos) = Math.SinCos(Math.Atan2(y, x) + 0.000003 * Math.Cos(x * BaiduTurn));
        return new LonLat(radius * cos + 0.0065, radius * sin + 0.006);
    }
}
