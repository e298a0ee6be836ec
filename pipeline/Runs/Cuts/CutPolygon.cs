using System.Text.Json;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Union;

namespace Hotspot.Runs.Cuts;

/// <summary>The polygons of a GeoJSON file as one area, WGS-84 degrees as the format demands.</summary>
internal static class CutPolygon
{
    private const long MostBytes = 20_000_000;

    /// <exception cref="OperatorException">No such file (exit 4); none, or none but broken polygons in it (exit 2).</exception>
    public static CutArea Read(string file)
    {
        var name = Path.GetFileName(file);
        if (!File.Exists(file))
            throw new OperatorException(ExitCode.Missing, "cut_polygon_missing", ("file", CutErrors.Shown(name)));
        if (new FileInfo(file).Length > MostBytes)
            throw Unusable(name);
        Geometry shape;
        try
        {
            shape = UnaryUnionOp.Union([.. Polygons(File.ReadAllText(file))]) ?? throw Unusable(name);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or ArgumentException
                        or TopologyException
                        or InvalidOperationException
                        or NotSupportedException
                        or FormatException
            )
        {
            throw Unusable(name, e);
        }
        var box = shape.EnvelopeInternal;
        return shape.Area > 0 && box is { MinX: >= -180, MaxX: <= 180, MinY: >= -90, MaxY: <= 90 }
            ? new CutArea(name, shape)
            : throw Unusable(name);
    }

    private static IEnumerable<Geometry> Polygons(string text)
    {
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.GetProperty("type").GetString() == "FeatureCollection")
            return Areas(JsonSerializer.Deserialize<FeatureCollection>(text, options)?.Select(feature => feature.Geometry) ?? []);
        return json.RootElement.GetProperty("type").GetString() == "Feature"
            ? Areas([JsonSerializer.Deserialize<IFeature>(text, options)?.Geometry])
            : Areas([JsonSerializer.Deserialize<Geometry>(text, options)]);
    }

    private static IEnumerable<Geometry> Areas(IEnumerable<Geometry?> all) =>
        all.OfType<Geometry>().Where(geometry => geometry is IPolygonal && geometry.IsValid);

    private static OperatorException Unusable(string name, Exception? cause = null) =>
        cause is null
            ? new(ExitCode.WrongUse, "cut_polygon_unusable", ("file", CutErrors.Shown(name)))
            : new(ExitCode.WrongUse, "cut_polygon_unusable", cause, ("file", CutErrors.Shown(name)));
}
