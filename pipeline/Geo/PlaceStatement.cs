using Hotspot.Records;

namespace Hotspot.Geo;

/// <summary>What a row states about its place, as written. Coordinates are in the source's own system.</summary>
/// <param name="Spoken">What its title and content name; heard only where the columns name no place and no point.</param>
/// <param name="On">Day of the event: which unit a name means may depend on it; null: today's.</param>
public readonly record struct PlaceStatement(
    string? District,
    string? Street,
    string? Community,
    string? PlaceText,
    double? Longitude,
    double? Latitude,
    DateOnly? On = null,
    SpokenName Spoken = default
);

/// <summary>
/// Where a complaint belongs. District, street and community are canonical names; coordinates are WGS-84 and those of the rung that held:
/// the row's own at <see cref="GeoLevel.Coordinate"/>, the unit's representative point at community and street level (null where unknown),
/// null at place and district level.
/// </summary>
/// <param name="PlaceKey">See <see cref="Geo.PlaceKey"/>; may be set at every level.</param>
/// <param name="Building">Of that place: 305号楼; null where none is named.</param>
/// <param name="Flags">Snake-case names of <see cref="GeoFlags"/>, sorted, never null.</param>
public readonly record struct PlaceResolution(
    string? District,
    string? Street,
    string? Community,
    double? Longitude,
    double? Latitude,
    string? PlaceKey,
    string? Building,
    GeoLevel Level,
    IReadOnlyList<string> Flags
);
