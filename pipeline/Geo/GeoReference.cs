using NetTopologySuite.Geometries;

namespace Hotspot.Geo;

/// <summary>What is known about a city's places. Each part may be missing: then names are kept as stated and only the rectangle checks coordinates.</summary>
/// <param name="Gazetteer">Names of districts, streets and communities.</param>
/// <param name="Map">District polygons.</param>
/// <param name="Bounds">Rectangle around the city in WGS-84 degrees; null: any coordinate may be the city's.</param>
public sealed record GeoReference(Gazetteer? Gazetteer, DistrictMap? Map, Envelope? Bounds)
{
    /// <summary>The metres that exports of the city may be written in; null: none but Web Mercator.</summary>
    public MetricProjection? Projection { get; init; }

    /// <summary>Named places of the shipped and the home's own list; null: none are known.</summary>
    public NamedPlaces? Places { get; init; }

    /// <summary>Every name of the lists as they write it; some look like names of persons (王平, a township; 吉庆里, an estate).</summary>
    public IReadOnlySet<string> OfficialNames =>
        field ??= (
            Gazetteer is not { } gazetteer
                ? []
                : gazetteer
                    .Districts.SelectMany(district => district.Aliases.Prepend(district.Name))
                    .Concat(gazetteer.Streets.SelectMany(street => street.Aliases.Prepend(street.Name)))
                    .Concat(gazetteer.Communities.Select(community => community.Name))
        )
            .Concat(Places?.Names ?? [])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The lists and borders of Beijing that ship with the program.</summary>
    /// <param name="placesFile">A list of named places that goes before the shipped one; null: none.</param>
    /// <param name="rules">Folder of the home's own tables, which take precedence; null: none.</param>
    /// <exception cref="PlacesFileException">A line of that list cannot be used.</exception>
    public static GeoReference LoadBeijing(string? placesFile = null, string? rules = null)
    {
        var map = DistrictMap.LoadBeijing();
        var gazetteer = Gazetteer.LoadBeijing(rules);
        IReadOnlyList<NamedPlace> own = placesFile is null ? [] : PlacesFile.Read(placesFile, gazetteer, map);
        return new GeoReference(gazetteer, map, map.Bounds)
        {
            Places = new NamedPlaces(gazetteer, own, PlacesFile.LoadBeijing(gazetteer, map)),
        };
    }

    /// <summary>A city without lists and borders.</summary>
    public static GeoReference None(Envelope? bounds = null) => new(null, null, bounds);
}
