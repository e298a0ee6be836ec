using System.Text.Json;
using Hotspot.Outputs;
using Hotspot.Reports.Model;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Hotspot.Tests.Outputs;

/// <summary>
/// Writes the example bulletin to the folder named by HOTSPOT_LOOK, for looking at by eye, with the districts' real borders. Does nothing
/// without the variable.
/// </summary>
public sealed class LookTests
{
    [Fact]
    public void The_example_bulletin_can_be_written_for_looking_at()
    {
        if (Environment.GetEnvironmentVariable("HOTSPOT_LOOK") is not { Length: > 0 } folder)
            return;
        var bulletin = Examples.Bulletin(Borders());
        var charts = ChartFiles.DrawAll(bulletin, Path.Combine(folder, "charts"));
        AtomicFile.Write(Path.Combine(folder, "look.docx"), stream => DocxFile.Write(bulletin, charts, stream));
        AtomicFile.Write(Path.Combine(folder, "look.xlsx"), stream => XlsxFile.Write(bulletin, stream));
        AtomicFile.Write(Path.Combine(folder, "look.html"), stream => HtmlFile.Write(bulletin, stream));
    }

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private static MapLayer Borders()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data-schemas", "boundaries", "beijing-districts.geojson");
        var features = JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllText(path), GeoJson)!;
        return new MapLayer([
            .. features.Select(feature => new MapArea(
                (string)feature.Attributes["name"],
                feature.Geometry,
                new Coordinate(Degrees(feature, "label_longitude"), Degrees(feature, "label_latitude"))
            )),
        ]);
    }

    private static double Degrees(IFeature feature, string name) => Convert.ToDouble(feature.Attributes[name]);
}
