using NetTopologySuite.Geometries;

namespace Hotspot.Geo;

/// <summary>What is known about a city's places. Each part may be missing: then names are kept as stated and only the rectangle checks coordinates.</summary>
/// <param name="Gazetteer">Names of districts, streets and communities.</param>
/// <param name="Map">District polygons.</param>
/// <param name="Bounds">Rectangle around the city in WGS-84 degrees; null: any coordinate may be the city's.</param>
public sealed record GeoReference(Gazetteer? Gazetteer, DistrictMap? Map, Envelope? Bounds)
{
    /// <summary>The lists and borders of Beijing that ship with the program.</summary>
    /// <param name="rules">Folder of the home's own tables, which take precedence; null: none.</param>
    public static GeoReference LoadBeijing(string? rules = null)
    {
        var map = DistrictMap.LoadBeijing();
        return new GeoReference(Gazetteer.LoadBeijing(rules), map, map.Bounds);
    }

    /// <summary>A city without lists and borders.</summary>
    public static GeoReference None(Envelope? bounds = null) => new(null, null, bounds);
}
