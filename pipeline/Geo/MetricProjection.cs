using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Hotspot.Geo;

/// <summary>
/// Transverse Mercator on metres: UTM on WGS-84 (EPSG 32601–32660 north, 32701–32760 south) and the Gauss–Krüger 3° zones of CGCS2000 without
/// a zone prefix (EPSG 4534–4554, central meridians 75°E–135°E). The work is ProjNET's; within 3° of the central meridian it stays below 0.01 mm
/// of Krüger's series to the sixth order. Immutable, safe on any thread.
/// </summary>
public sealed class MetricProjection
{
    private const int CentralMeridianOf4534Deg = 75;
    private const int ZoneWidthDeg = 3;

    private readonly MathTransform _toMetres;
    private readonly MathTransform _toDegrees;

    private MetricProjection(int epsg, ProjectedCoordinateSystem system)
    {
        Epsg = epsg;
        _toMetres = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(system.GeographicCoordinateSystem, system)
            .MathTransform;
        _toDegrees = _toMetres.Inverse();
    }

    public int Epsg { get; }

    /// <exception cref="ArgumentOutOfRangeException">The code names no projection that this class knows.</exception>
    public static MetricProjection ForEpsg(int epsg) =>
        epsg switch
        {
            >= 32601 and <= 32660 => new MetricProjection(epsg, ProjectedCoordinateSystem.WGS84_UTM(epsg - 32600, zoneIsNorth: true)),
            >= 32701 and <= 32760 => new MetricProjection(epsg, ProjectedCoordinateSystem.WGS84_UTM(epsg - 32700, zoneIsNorth: false)),
            >= 4534 and <= 4554 => new MetricProjection(epsg, Cgcs2000(CentralMeridianOf4534Deg + ZoneWidthDeg * (epsg - 4534))),
            _ => throw new ArgumentOutOfRangeException(
                nameof(epsg),
                epsg,
                "known are the UTM zones (326xx, 327xx) and the CGCS2000 3-degree zones 4534-4554"
            ),
        };

    /// <summary>Easting and northing in metres.</summary>
    public (double X, double Y) ToMetres(double longitude, double latitude) => _toMetres.Transform(longitude, latitude);

    /// <summary>Degrees from easting and northing in metres.</summary>
    public LonLat ToDegrees(double x, double y)
    {
        var (longitude, latitude) = _toDegrees.Transform(x, y);
        return new LonLat(longitude, latitude);
    }

    /// <summary>Projects whole arrays; the four spans have the same length.</summary>
    public void ToMetres(ReadOnlySpan<double> longitudes, ReadOnlySpan<double> latitudes, Span<double> x, Span<double> y)
    {
        if (longitudes.Length != latitudes.Length || x.Length != longitudes.Length || y.Length != longitudes.Length)
            throw new ArgumentException($"spans of {longitudes.Length}, {latitudes.Length}, {x.Length} and {y.Length} values");
        longitudes.CopyTo(x);
        latitudes.CopyTo(y);
        _toMetres.Transform(x, y);
    }

    private static ProjectedCoordinateSystem Cgcs2000(int centralMeridianDeg) =>
        (ProjectedCoordinateSystem)
            new CoordinateSystemFactory().CreateFromWkt(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM {centralMeridianDeg}E",
                      GEOGCS["CGCS2000",
                        DATUM["China_2000", SPHEROID["CGCS2000", 6378137, 298.257222101]],
                        PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199432958]],
                      PROJECTION["Transverse_Mercator"],
                      PARAMETER["latitude_of_origin", 0], PARAMETER["central_meridian", {centralMeridianDeg}], PARAMETER["scale_factor", 1],
                      PARAMETER["false_easting", 500000], PARAMETER["false_northing", 0], UNIT["metre", 1]]
                    """
                )
            );
}
