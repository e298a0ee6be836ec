using System.Globalization;

namespace Hotspot.Samples;

/// <summary>The coordinates of a row in GCJ-02, as the platform gives them: at the place, snapped to the street's centre, or wrong.</summary>
internal sealed class Points
{
    private readonly Geography _geography;
    private readonly Func<double, double, (double Longitude, double Latitude)> _toGcj02;
    private readonly double[] _snapped;

    public Points(Script script, Geography geography, Func<double, double, (double Longitude, double Latitude)> toGcj02)
    {
        (_geography, _toGcj02) = (geography, toGcj02);
        // Geocoders fall back to the street's centre now and then: in 5 % of all rows with a point.
        _snapped = [.. Enumerable.Repeat(0.05, geography.Streets.Length)];
        foreach (var snap in script.Planted.Snapped)
            _snapped[Geography.StreetNumber(geography.Streets, snap.District, snap.Street)] = snap.Share;
    }

    public (string Longitude, string Latitude) Cells(Report report, DirtCount dirt, ref SplitMix random)
    {
        var place = _geography.Places[report.Place];
        var (has, snap, wrong) = (random.Unit(), random.Unit(), random.Unit());
        if (has >= place.Coordinates)
        {
            dirt.Add(Dirt.CoordinateAbsent);
            return ("", "");
        }

        var street = _geography.Streets[place.Street];
        if (place.Planted < 0 && snap < _snapped[place.Street])
        {
            dirt.Add(Dirt.CoordinateSnapped);
            return Written(_toGcj02(street.Longitude, street.Latitude));
        }

        // Each neighbour tells the same spot every time: where the spread is wide, it is the callers who differ.
        var own = SplitMix.For(0x90_17, (ulong)report.Caller);
        var (longitude, latitude) = Metres.Away(place.Longitude, place.Latitude, 0, Math.Max(1, place.SpreadM), ref own);
        var (east, north) = _toGcj02(longitude, latitude);
        switch (wrong)
        {
            case < 0.004:
                dirt.Add(Dirt.CoordinateSwapped);
                return Written((north, east));
            case < 0.008:
                dirt.Add(Dirt.CoordinateZero);
                return ("0", "0");
            case < 0.011:
                dirt.Add(Dirt.CoordinateOutside);
                return Written((east - 3.2, north - 1.7));
            default:
                return Written((east, north));
        }
    }

    private static (string Longitude, string Latitude) Written((double Longitude, double Latitude) point) =>
        (
            Math.Round(point.Longitude, 6).ToString("0.000000", CultureInfo.InvariantCulture),
            Math.Round(point.Latitude, 6).ToString("0.000000", CultureInfo.InvariantCulture)
        );
}
