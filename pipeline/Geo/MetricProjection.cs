namespace Hotspot.Geo;

/// <summary>
/// Transverse Mercator on metres: UTM on WGS-84 (EPSG 32601–32660 north, 32701–32760 south) and the Gauss–Krüger 3° zones of CGCS2000 without
/// a zone prefix (EPSG 4534–4554, central meridians 75°E–135°E). Krüger's series to the sixth order in n with Karney's coefficients
/// (Karney 2011, J. Geodesy 85:475, eqs 35 and 36): errors of nanometres within 30° of the central meridian. Immutable, safe on any thread.
/// </summary>
public sealed class MetricProjection
{
    private readonly double _centralMeridianDeg;
    private readonly double _falseNorthingM;
    private readonly double _radiusM;
    private readonly double _eccentricity;
    private readonly double[] _alpha;
    private readonly double[] _beta;

    private const double FalseEastingM = 500000.0;
    private const double SemiMajorAxisM = 6378137.0;

    private MetricProjection(int epsg, double centralMeridianDeg, double scale, double falseNorthingM, double flattening)
    {
        Epsg = epsg;
        _centralMeridianDeg = centralMeridianDeg;
        _falseNorthingM = falseNorthingM;
        _eccentricity = Math.Sqrt(flattening * (2 - flattening));
        var n = flattening / (2 - flattening);
        var n2 = n * n;
        _radiusM = scale * SemiMajorAxisM / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
        _alpha = KruegerSeries.Forward(n);
        _beta = KruegerSeries.Inverse(n);
    }

    public int Epsg { get; }

    /// <exception cref="ArgumentOutOfRangeException">The code names no projection that this class knows.</exception>
    public static MetricProjection ForEpsg(int epsg)
    {
        const double Wgs84 = 1 / 298.257223563;
        const double Cgcs2000 = 1 / 298.257222101;
        return epsg switch
        {
            >= 32601 and <= 32660 => new MetricProjection(epsg, (epsg - 32600) * 6 - 183, 0.9996, 0, Wgs84),
            >= 32701 and <= 32760 => new MetricProjection(epsg, (epsg - 32700) * 6 - 183, 0.9996, 10_000_000, Wgs84),
            >= 4534 and <= 4554 => new MetricProjection(epsg, 75 + 3 * (epsg - 4534), 1, 0, Cgcs2000),
            _ => throw new ArgumentOutOfRangeException(
                nameof(epsg),
                epsg,
                "known are the UTM zones (326xx, 327xx) and the CGCS2000 3-degree zones 4534-4554"
            ),
        };
    }

    /// <summary>Easting and northing in metres.</summary>
    public (double X, double Y) ToMetres(double longitude, double latitude)
    {
        var lambda = (longitude - _centralMeridianDeg) * Math.PI / 180;
        var sin = Math.Sin(latitude * Math.PI / 180);
        var t = Math.Sinh(Math.Atanh(sin) - _eccentricity * Math.Atanh(_eccentricity * sin));
        var (sinL, cosL) = Math.SinCos(lambda);
        var xi = Math.Atan2(t, cosL);
        var eta = Math.Asinh(sinL / Math.Sqrt(t * t + cosL * cosL));
        var (dXi, dEta) = KruegerSeries.Sum(_alpha, xi, eta);
        return (FalseEastingM + _radiusM * (eta + dEta), _falseNorthingM + _radiusM * (xi + dXi));
    }

    /// <summary>Degrees from easting and northing in metres.</summary>
    public LonLat ToDegrees(double x, double y)
    {
        var xi = (y - _falseNorthingM) / _radiusM;
        var eta = (x - FalseEastingM) / _radiusM;
        var (dXi, dEta) = KruegerSeries.Sum(_beta, xi, eta);
        var (sin, cos) = Math.SinCos(xi - dXi);
        var sinh = Math.Sinh(eta - dEta);
        var conformal = sin / Math.Sqrt(sinh * sinh + cos * cos);
        var lambda = Math.Atan2(sinh, cos);

        // Newton's method on the conformal latitude (Karney 2011, eqs 19–21); two steps reach the last digit.
        var e2 = _eccentricity * _eccentricity;
        var tan = conformal / (1 - e2);
        for (var step = 0; step < 5; step++)
        {
            var sigma = Math.Sinh(_eccentricity * Math.Atanh(_eccentricity * tan / Math.Sqrt(1 + tan * tan)));
            var image = tan * Math.Sqrt(1 + sigma * sigma) - sigma * Math.Sqrt(1 + tan * tan);
            var delta =
                (conformal - image) / Math.Sqrt(1 + image * image) * (1 + (1 - e2) * tan * tan) / ((1 - e2) * Math.Sqrt(1 + tan * tan));
            tan += delta;
            if (Math.Abs(delta) < 1e-16)
                break;
        }
        return new LonLat(_centralMeridianDeg + lambda * 180 / Math.PI, Math.Atan(tan) * 180 / Math.PI);
    }

    /// <summary>Projects whole arrays; the four spans have the same length.</summary>
    public void ToMetres(ReadOnlySpan<double> longitudes, ReadOnlySpan<double> latitudes, Span<double> x, Span<double> y)
    {
        if (longitudes.Length != latitudes.Length || x.Length != longitudes.Length || y.Length != longitudes.Length)
            throw new ArgumentException($"spans of {longitudes.Length}, {latitudes.Length}, {x.Length} and {y.Length} values");
        for (var i = 0; i < longitudes.Length; i++)
            (x[i], y[i]) = ToMetres(longitudes[i], latitudes[i]);
    }
}
