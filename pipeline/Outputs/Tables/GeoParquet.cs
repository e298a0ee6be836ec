using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Hotspot.Outputs.Tables;

/// <summary>The <c>geo</c> metadata of GeoParquet 1.1 for one WKB column in WGS-84 (EPSG:4326; x is the longitude, as the format demands).</summary>
internal static class GeoParquet
{
    public const string Key = "geo";

    public static string Metadata(string column, IEnumerable<byte[]?> geometries)
    {
        var reader = new WKBReader();
        var types = new SortedSet<string>(StringComparer.Ordinal);
        var box = new Envelope();
        foreach (var wkb in geometries)
        {
            if (wkb is null)
                continue;
            var geometry = reader.Read(wkb);
            types.Add(geometry.GeometryType);
            box.ExpandToInclude(geometry.EnvelopeInternal);
        }
        var description = new JsonObject
        {
            ["encoding"] = "WKB",
            ["geometry_types"] = new JsonArray([.. types.Select(type => (JsonNode)type)]),
            ["crs"] = JsonNode.Parse(AssetFile.Text("epsg4326.json")),
        };
        if (!box.IsNull)
            description["bbox"] = new JsonArray(box.MinX, box.MinY, box.MaxX, box.MaxY);
        return new JsonObject
        {
            ["version"] = "1.1.0",
            ["primary_column"] = column,
            ["columns"] = new JsonObject { [column] = description },
        }.ToJsonString();
    }
}
