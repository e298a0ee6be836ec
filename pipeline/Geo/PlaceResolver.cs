using Hotspot.Records;

namespace Hotspot.Geo;

/// <summary>
/// The place ladder: valid coordinate → named place → community → street → district → none. Each row is settled by itself, whatever came before
/// it, so order and threads do not matter. Nothing is guessed: a name is filled in only where one unit alone fits, and every filling is flagged.
/// </summary>
/// <param name="system">System that the source's coordinates are written in.</param>
public sealed class PlaceResolver(GeoReference reference, CoordinateSystem system)
{
    private readonly RepresentativePoints _representatives = new(reference.Gazetteer);

    public PlaceResolution Resolve(in PlaceStatement stated)
    {
        var flags = GeoFlags.None;
        var position = Position.Read(stated.Longitude, stated.Latitude, system, reference, ref flags);
        if (reference.Gazetteer is not { } gazetteer)
            return WithoutLists(stated, position, flags);
        var units = UnitNames.Read(stated, position?.District, gazetteer, ref flags);
        var named = Named(stated.PlaceText, ref units, gazetteer, ref flags);
        if (named.Key is null && position is { IsPoint: true } snapped && _representatives.IsNear(snapped.At))
        {
            flags |= GeoFlags.CoordinateSnapped;
            position = null;
        }
        if (named.Key is null && position is not { IsPoint: true })
            named = Heard(stated, ref units, gazetteer, ref flags);
        if (units.District is null && (flags & GeoFlags.OutsideCity) == 0)
            flags |= GeoFlags.DistrictUnknown;
        if (position is { } point && units.District is { } district && Contradicts(district, point))
            flags |= GeoFlags.DistrictConflict;

        var (level, at) =
            position is { IsPoint: true } own ? (GeoLevel.Coordinate, own.At)
            : named.Key is not null ? (GeoLevel.Place, named.Point)
            : units.Community is { } community ? (GeoLevel.Community, community.Point)
            : units.Street is { } street ? (GeoLevel.Street, street.Point)
            : (units.District is null ? GeoLevel.None : GeoLevel.District, null);
        return Resolution(units.District, units.Street?.Name, units.Community?.Name, at, named, level, flags);
    }

    /// <param name="Point">Only the gazetteer knows it.</param>
    private readonly record struct NamedAddress(string? Key, string? Building, LonLat? Point);

    /// <summary>The place that title and content name, where the columns name none; the units in front of it fill what the columns leave open.</summary>
    private NamedAddress Heard(in PlaceStatement stated, ref UnitNames units, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (stated.Spoken.Address is not { } address)
            return default;
        units = units.CompletedFrom(address, stated.On, gazetteer, ref flags);
        var named = stated.Spoken.IsAddress ? Named(address, ref units, gazetteer, ref flags) : default;
        flags |= named.Key is null ? GeoFlags.None : GeoFlags.PlaceFromContent;
        return named;
    }

    /// <summary>The key and building of the place that the text names, in the gazetteer's spelling where the gazetteer has the place.</summary>
    private NamedAddress Named(string? text, ref UnitNames units, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (gazetteer.Words.IsBlank(text) || PlaceKey.Of(text, units, gazetteer, out var building) is not { } key)
            return default;
        if (reference.Places is not { } places || units.District is not { } district)
            return new NamedAddress(key, building, null);
        var match = places.Find(key, district, units.Street?.Name);
        flags |=
            match.Fit == PlaceFit.Near ? GeoFlags.PlaceMended
            : match.Fit == PlaceFit.Ambiguous ? GeoFlags.PlaceAmbiguous
            : GeoFlags.None;
        if (match.Place is not { } place)
            return new NamedAddress(key, building, null);
        if (units.Street is null && place.Street is { } home && gazetteer.FindStreet(district, home) is { } street)
        {
            units = units with { Street = street };
            flags |= GeoFlags.StreetFromPlaceText;
        }
        return new NamedAddress(match.Key, building, place.Point);
    }

    /// <summary>The stated names of a city without lists, trimmed; nothing is known about them.</summary>
    private static PlaceResolution WithoutLists(in PlaceStatement stated, Position? position, GeoFlags flags)
    {
        var (district, street, community) = (Kept(stated.District), Kept(stated.Street), Kept(stated.Community));
        flags |= district is null ? GeoFlags.DistrictUnknown : GeoFlags.None;
        var text = Kept(stated.PlaceText);
        var named = new NamedAddress(PlaceKey.Of(text, district, street, null, out var building), building, null);
        if (named.Key is null && position is not { IsPoint: true } && stated.Spoken.IsAddress)
        {
            named = new NamedAddress(PlaceKey.Of(stated.Spoken.Address, district, street, null, out building), building, null);
            flags |= named.Key is null ? GeoFlags.None : GeoFlags.PlaceFromContent;
        }
        var (level, at) =
            position is { IsPoint: true } own ? (GeoLevel.Coordinate, (LonLat?)own.At)
            : named.Key is not null ? (GeoLevel.Place, null)
            : community is not null ? (GeoLevel.Community, null)
            : street is not null ? (GeoLevel.Street, null)
            : (district is null ? GeoLevel.None : GeoLevel.District, null);
        return Resolution(district, street, community, at, named, level, flags);
    }

    private static PlaceResolution Resolution(
        string? district,
        string? street,
        string? community,
        LonLat? at,
        in NamedAddress named,
        GeoLevel level,
        GeoFlags flags
    ) => new(district, street, community, at?.Longitude, at?.Latitude, named.Key, named.Building, level, GeoFlagNames.Of(flags));

    private static string? Kept(string? stated) => PlaceWords.None.IsBlank(stated) ? null : stated!.Trim();

    private bool Contradicts(string district, in Position position) =>
        reference.Map is { } map
        && map.Knows(district)
        && !map.IsInOrNear(district, Position.BorderM + position.ErrorM, position.At.Longitude, position.At.Latitude);
}
