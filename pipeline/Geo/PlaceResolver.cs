using Hotspot.Records;

namespace Hotspot.Geo;

/// <summary>
/// The place ladder: valid coordinate → named place → community → street → district → none. Each row is settled by itself, whatever came before
/// it, so order and threads do not matter. Nothing is guessed: a name is filled in only where one unit alone fits, and every filling is flagged.
/// </summary>
/// <param name="system">System that the source's coordinates are written in.</param>
public sealed class PlaceResolver(GeoReference reference, CoordinateSystem system)
{
    private readonly Gazetteer? _gazetteer = reference.Gazetteer;
    private readonly PlaceWords _words = reference.Gazetteer?.Words ?? PlaceWords.None;
    private readonly RepresentativePoints _representatives = new(reference.Gazetteer);

    public PlaceResolution Resolve(in PlaceStatement stated)
    {
        var flags = GeoFlags.None;
        var position = Position.Read(stated.Longitude, stated.Latitude, system, reference, ref flags);
        var units = _gazetteer is null ? Kept(stated) : UnitNames.Read(stated, position, reference.Map, _gazetteer, ref flags);
        if (units.District is null && (flags & GeoFlags.OutsideCity) == 0)
            flags |= GeoFlags.DistrictUnknown;
        if (position is { } point && units.District is { } district && Contradicts(district, point))
            flags |= GeoFlags.DistrictConflict;

        var key = _words.IsBlank(stated.PlaceText) ? null : PlaceKey.Of(stated.PlaceText, units.District, units.Street, _gazetteer);
        if (key is null && position is { } snapped && _representatives.IsNear(snapped))
        {
            flags |= GeoFlags.CoordinateSnapped;
            position = null;
        }
        var (level, at) = Rung(position, key, units);
        return new PlaceResolution(
            units.District,
            units.Street,
            units.Community,
            at?.Longitude,
            at?.Latitude,
            key,
            level,
            GeoFlagNames.Of(flags)
        );
    }

    /// <summary>The stated names of a city without lists, trimmed; nothing is known about them.</summary>
    private UnitNames Kept(in PlaceStatement stated) => new(Kept(stated.District), Kept(stated.Street), Kept(stated.Community), null, null);

    private string? Kept(string? stated) => _words.IsBlank(stated) ? null : stated!.Trim();

    private bool Contradicts(string district, LonLat point) =>
        reference.Map is { } map && map.Knows(district) && !map.IsInOrNear(district, Position.BorderM, point.Longitude, point.Latitude);

    private static (GeoLevel Level, LonLat? At) Rung(LonLat? position, string? key, in UnitNames units) =>
        position is not null ? (GeoLevel.Coordinate, position)
        : key is not null ? (GeoLevel.Place, null)
        : units.Community is not null ? (GeoLevel.Community, units.CommunityPoint)
        : units.Street is not null ? (GeoLevel.Street, units.StreetPoint)
        : units.District is not null ? (GeoLevel.District, null)
        : (GeoLevel.None, null);
}
