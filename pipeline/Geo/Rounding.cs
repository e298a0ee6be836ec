namespace Hotspot.Geo;

/// <summary>
/// How exact a pair of degrees is by the decimals that it is written with: the more exact of the two counts, since a long number may end in
/// zeros by chance (both do so once in a million pairs of six decimals).
/// </summary>
internal static class Rounding
{
    /// <summary>One decimal: ± 7 km, which is no place.</summary>
    public const double TellsNothingM = 1000;

    private const int EnoughDecimals = 5;
    private const double MetresPerDegree = 111194.93;

    /// <summary>A number read from text is off by less than this many of its last units.</summary>
    private const double Exact = 1e-4;

    /// <summary>Half the diagonal of a cell of the last decimal, in metres at the latitude; 0 from five decimals on.</summary>
    public static double ErrorM(double x, double y)
    {
        var decimals = Math.Max(Decimals(x), Decimals(y));
        if (decimals >= EnoughDecimals)
            return 0;
        // Either of the two may be the latitude of a swapped pair; the smaller is the one at mid latitudes.
        var squeeze = Math.Cos(Math.Min(Math.Abs(x), Math.Abs(y)) * Math.PI / 180);
        return Math.Pow(10, -decimals) * MetresPerDegree * Math.Sqrt(1 + squeeze * squeeze) / 2;
    }

    private static int Decimals(double degrees)
    {
        var scaled = Math.Abs(degrees);
        for (var decimals = 0; decimals < EnoughDecimals; decimals++)
        {
            if (Math.Abs(scaled - Math.Round(scaled)) < Exact)
                return decimals;
            scaled *= 10;
        }
        return EnoughDecimals;
    }
}
