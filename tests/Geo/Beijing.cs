using System.Globalization;
using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

/// <summary>The shipped reference data, loaded once for all tests of the room.</summary>
internal static class Beijing
{
    private static readonly Lazy<GeoReference> Loaded = new(() => GeoReference.LoadBeijing());

    public static GeoReference Reference => Loaded.Value;
    public static Gazetteer Gazetteer => Loaded.Value.Gazetteer!;
    public static DistrictMap Map => Loaded.Value.Map!;

    public static PlaceResolution Resolve(
        string? district = null,
        string? street = null,
        string? community = null,
        string? place = null,
        double? longitude = null,
        double? latitude = null,
        CoordinateSystem system = CoordinateSystem.Wgs84,
        string? on = null,
        SpokenName spoken = default
    ) =>
        new PlaceResolver(Reference, system).Resolve(
            new PlaceStatement(district, street, community, place, longitude, latitude, Day(on), spoken)
        );

    public static DateOnly? Day(string? on) => on is null ? null : DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
