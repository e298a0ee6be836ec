using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Precision;

namespace Hotspot.Outputs;

/// <summary>Rows as GeoJSON (RFC 7946): WGS-84, six decimals, one feature a line; a row without a place has a null geometry.</summary>
public static class GeoJsonFile
{
    private static readonly PrecisionModel SixDecimals = new(1_000_000);
    private static readonly JsonSerializerOptions Shapes = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <returns>Features written.</returns>
    public static long Write(IReadOnlyList<string> names, IEnumerable<(IReadOnlyList<object?> Values, Geometry? Shape)> rows, Stream target)
    {
        var count = 0L;
        target.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        foreach (var (values, shape) in rows)
        {
            target.Write(count++ > 0 ? ",\n"u8 : "\n"u8);
            using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            JsonSerializer.Serialize(json, shape is null ? null : GeometryPrecisionReducer.ReducePointwise(shape, SixDecimals), Shapes);
            json.WriteStartObject("properties");
            for (var i = 0; i < names.Count; i++)
            {
                json.WritePropertyName(names[i]);
                JsonSerializer.Serialize(json, values[i], JsonText.Options);
            }
            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
        }
        target.Write("\n]}\n"u8);
        return count;
    }
}
