using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// Draws charts for print, 15.6 cm wide: PNG at 210 dots per inch for documents, SVG for slides and posters; the same bytes on every run.
/// </summary>
public static class ChartFiles
{
    /// <summary>Pixels per inch of the pictures; Word sizes them by it.</summary>
    public const double DotsPerInch = 210;

    public static byte[] Draw(Chart chart) => SheetOf(chart).Png();

    public static byte[] Svg(Chart chart) => SheetOf(chart).Svg();

    private static Sheet SheetOf(Chart chart) =>
        chart switch
        {
            HeatMapChart heat => HeatMapDrawing.Of(heat),
            DistrictMapChart map => DistrictMapDrawing.Of(map),
            BarChart bars => BarDrawing.Of(bars),
            PointMapChart points => PointMapDrawing.Of(points),
            TrendChart trend => TrendDrawing.Of(trend),
            CurveChart curves => CurveDrawing.Of(curves),
            ParetoChart pareto => ParetoDrawing.Of(pareto),
            GroupChart groups => GroupDrawing.Of(groups),
            _ => throw new ArgumentException($"no drawing for a {chart.GetType().Name}", nameof(chart)),
        };

    /// <summary>Writes <c>&lt;id&gt;.png</c> and <c>&lt;id&gt;.svg</c> to the folder.</summary>
    /// <returns>The path of the PNG.</returns>
    public static string Draw(Chart chart, string folder)
    {
        var sheet = SheetOf(chart);
        var path = Path.Combine(folder, chart.Id + ".png");
        foreach (var (name, bytes) in ((string, byte[])[])[(path, sheet.Png()), (SvgOf(path), sheet.Svg())])
            AtomicFile.Write(name, stream => stream.Write(bytes));
        return path;
    }

    /// <summary>The SVG beside a PNG.</summary>
    public static string SvgOf(string png) => Path.ChangeExtension(png, ".svg");

    /// <summary>Every chart of the bulletin; the result maps chart ids to the paths of their PNGs, as <see cref="DocxFile"/> takes them.</summary>
    public static IReadOnlyDictionary<string, string> DrawAll(Bulletin bulletin, string folder) =>
        bulletin.Charts().ToDictionary(chart => chart.Id, chart => Draw(chart, folder), StringComparer.Ordinal);
}
