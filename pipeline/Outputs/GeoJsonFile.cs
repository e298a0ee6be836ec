using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Hotspot.Outputs;

/// <summary>Rows as GeoJSON (RFC 7946): WGS-84, six decimals, one feature a line; a row without a place has a null geometry.</summary>
public static class GeoJsonFile
{
    private const int Decimals = 6;

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
            Shape(json, shape);
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

    private static void Shape(Utf8JsonWriter json, Geometry? shape)
    {
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName("coordinates");
        switch (shape)
        {
            case Point point:
                Position(json, point.Coordinate);
                break;
            case Polygon polygon:
                Rings(json, polygon);
                break;
            case MultiPolygon many:
                json.WriteStartArray();
                foreach (var part in many.Geometries)
                    Rings(json, (Polygon)part);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"no GeoJSON form for a {shape.GeometryType}", nameof(shape));
        }
        json.WriteEndObject();
    }

    private static void Rings(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        {
            json.WriteStartArray();
            foreach (var at in ring.Coordinates)
                Position(json, at);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(at.X, Decimals));
        json.WriteNumberValue(Math.Round(at.Y, Decimals));
        json.WriteEndArray();
    }
}
