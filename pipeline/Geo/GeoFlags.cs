using System.Collections.Concurrent;
using Hotspot.Records;

namespace Hotspot.Geo;

/// <summary>What the place ladder noticed about one row; written in snake_case.</summary>
[Flags]
public enum GeoFlags
{
    None = 0,

    /// <summary>No district stated (or 不详) and none could be derived.</summary>
    DistrictUnknown = 1 << 0,

    /// <summary>A district was stated that no list knows; dropped.</summary>
    DistrictUnrecognised = 1 << 1,

    /// <summary>非辖属: the source says that the place is not in the city.</summary>
    OutsideCity = 1 << 2,
    DistrictFromCoordinate = 1 << 3,
    DistrictFromStreet = 1 << 4,
    DistrictFromCommunity = 1 << 5,
    DistrictFromPlaceText = 1 << 6,

    /// <summary>The coordinate lies in another district than the stated one, farther from its border than the border is uncertain. The stated one is kept.</summary>
    DistrictConflict = 1 << 7,

    /// <summary>A street was stated that the district does not have; dropped.</summary>
    StreetUnrecognised = 1 << 8,

    /// <summary>The street cell names another district than the district cell, or a street that only another district has; dropped.</summary>
    StreetConflict = 1 << 9,
    StreetFromCommunity = 1 << 10,
    StreetFromPlaceText = 1 << 11,

    /// <summary>A community was stated that the street (or district) does not have; dropped.</summary>
    CommunityUnrecognised = 1 << 12,

    /// <summary>Longitude and latitude had changed places; mended.</summary>
    CoordinateSwapped = 1 << 13,

    /// <summary>Only one of the two was given, or a number that is no angle; dropped.</summary>
    CoordinateInvalid = 1 << 14,
    CoordinateZero = 1 << 15,
    CoordinateWholeDegree = 1 << 16,

    /// <summary>Outside the city's borders; dropped.</summary>
    CoordinateOutsideCity = 1 << 17,

    /// <summary>
    /// A geocoder's default: within 10 m of the representative point of a district, street or community while the text names no place, or one
    /// exact coordinate for five or more different places of the store. Dropped as a point.
    /// </summary>
    CoordinateSnapped = 1 << 18,

    /// <summary>The district was named by an alias or a short form: 朝阳, 崇文区.</summary>
    DistrictAlias = 1 << 19,

    /// <summary>The street was named by an alias or another form: 望京街道办事处, 高碑店乡.</summary>
    StreetAlias = 1 << 20,

    /// <summary>The street's name is of another time than the order: its one successor, or a unit not yet made then, was taken.</summary>
    StreetRenamed = 1 << 21,

    /// <summary>Fewer than four decimals in both coordinates: coarser than 50 m. It may still tell the district; dropped as a point.</summary>
    CoordinateRounded = 1 << 22,

    /// <summary>Written as a whole number of millionths of a degree, or as other powers of ten; mended.</summary>
    CoordinateScaled = 1 << 23,

    /// <summary>Written in metres, of Web Mercator or of the city's own projection; mended.</summary>
    CoordinateProjected = 1 << 24,

    /// <summary>The place text was read as a gazetteer's name that differs in one character.</summary>
    PlaceMended = 1 << 25,

    /// <summary>The place text fits two or more places of the gazetteer equally well; none was taken.</summary>
    PlaceAmbiguous = 1 << 26,

    /// <summary>The place columns name no place; title and content do, and units in front of it fill what is open.</summary>
    PlaceFromContent = 1 << 27,
}

/// <summary>Turns flags into the sorted names that records carry; the lists are shared, not built row by row.</summary>
public static class GeoFlagNames
{
    private static readonly ConcurrentDictionary<GeoFlags, IReadOnlyList<string>> Known = new();

    public static IReadOnlyList<string> Of(GeoFlags flags) => flags == GeoFlags.None ? [] : Known.GetOrAdd(flags, List);

    private static IReadOnlyList<string> List(GeoFlags flags) =>
        [
            .. Enum.GetValues<GeoFlags>()
                .Where(flag => flag != GeoFlags.None && flags.HasFlag(flag))
                .Select(flag => Snake.Case(flag.ToString()))
                .Order(StringComparer.Ordinal),
        ];
}
