using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;

namespace Hotspot.Outputs.Html;

/// <summary>The charts and map layers as JSON for page.js. The encoder escapes &lt; &gt; &amp; and quotes, so no text can leave the data block.</summary>
internal static class HtmlData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static string Of(Bulletin bulletin)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var layers = new List<MapLayer>();
            json.WriteStartObject();
            json.WriteStartObject("labels");
            json.WriteString("none", bulletin.Label("cell.none"));
            json.WriteString("hour", bulletin.Label("html.hour"));
            json.WriteString("shown", bulletin.Label("html.shown"));
            json.WriteEndObject();
            json.WriteStartObject("charts");
            foreach (var chart in bulletin.Charts())
            {
                json.WriteStartObject(chart.Id);
                HtmlCharts.Write(json, chart, layers);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            if (bulletin.Explorer is { } explorer)
                new HtmlExplorer(explorer).Write(
                    json,
                    bulletin.Labels,
                    bulletin.Districts is { } map ? HtmlCharts.Layer(map, layers) : null
                );
            json.WriteStartArray("layers");
            foreach (var layer in layers)
                Layer(json, layer);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Layer(Utf8JsonWriter json, MapLayer layer)
    {
        json.WriteStartObject();
        var extent = MapFrame.Extent(layer.Areas);
        var shrink = extent.IsNull ? 1 : MapFrame.Shrink(extent);
        json.WriteNumber("shrink", Math.Round(shrink, 4));
        json.WriteNumber("aspect", extent.IsNull ? 1 : Math.Round(extent.Width * shrink / extent.Height, 4));
        json.WriteStartObject("geo");
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var area in layer.Areas)
            Feature(json, area);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Feature(Utf8JsonWriter json, MapArea area)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("name", area.Name);
        json.WriteStartArray("cp");
        json.WriteNumberValue(Math.Round(area.LabelPoint.X, 4));
        json.WriteNumberValue(Math.Round(area.LabelPoint.Y, 4));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (var i = 0; i < area.Shape.NumGeometries; i++)
        {
            if (area.Shape.GetGeometryN(i) is not Polygon polygon)
                continue;
            json.WriteStartArray();
            Ring(json, polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
                Ring(json, hole);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Four decimals are 11 m: finer than any border on a screen.
    private static void Ring(Utf8JsonWriter json, LineString ring)
    {
        json.WriteStartArray();
        var last = (X: double.NaN, Y: double.NaN);
        foreach (var point in ring.Coordinates)
        {
            var next = (X: Math.Round(point.X, 4), Y: Math.Round(point.Y, 4));
            if (next == last)
                continue;
            last = next;
            json.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"[{next.X},{next.Y}]"));
        }
        json.WriteEndArray();
    }
}
