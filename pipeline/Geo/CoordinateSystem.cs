namespace Hotspot.Geo;

/// <summary>The system that a source's coordinates are written in. In Beijing GCJ-02 lies 528–580 m off WGS-84, the width of a street's ground.</summary>
public enum CoordinateSystem
{
    Wgs84,

    /// <summary>China Geodetic Coordinate System 2000; taken as WGS-84 (the frames differ by less than a metre, the ellipsoids by 0.1 mm).</summary>
    Cgcs2000,

    /// <summary>The obfuscated system of AutoNavi, Tencent and most Chinese map services.</summary>
    Gcj02,

    /// <summary>Baidu's system: GCJ-02 shifted and rotated once more.</summary>
    Bd09,
}

/// <summary>A position in decimal degrees, east and north positive.</summary>
public readonly record struct LonLat(double Longitude, double Latitude);
