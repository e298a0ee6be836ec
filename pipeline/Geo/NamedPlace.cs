namespace Hotspot.Geo;

/// <summary>A place of the gazetteer: an estate, site or building that people name.</summary>
/// <param name="Street">Canonical name; null: anywhere in the district.</param>
/// <param name="Point">WGS-84; null: only the name is known.</param>
/// <param name="Source">Where the line comes from, e.g. a list's name.</param>
public sealed record NamedPlace(string Name, string District, string? Street, IReadOnlyList<string> Aliases, LonLat? Point, string Source);

/// <summary>How a written name fits the gazetteer.</summary>
public enum PlaceFit
{
    None,
    Exact,

    /// <summary>One character differs.</summary>
    Near,

    /// <summary>Two or more places fit equally well; none is taken.</summary>
    Ambiguous,
}

/// <param name="Place">Null unless one place alone fits.</param>
/// <param name="Key">The place's key, spelled as the gazetteer spells it.</param>
internal readonly record struct PlaceMatch(PlaceFit Fit, NamedPlace? Place, string? Key);
