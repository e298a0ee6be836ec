using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>Draws charts for print: PNG, 15.6 cm wide at 210 dots per inch, the same bytes on every run.</summary>
public static class ChartFiles
{
    /// <summary>Pixels per inch of the pictures; Word sizes them by it.</summary>
    public const double DotsPerInch = 210;

    public static byte[] Draw(Chart chart) =>
        chart switch
        {
            HeatMapChart heat => HeatMapDrawing.Draw(heat),
            DistrictMapChart map => DistrictMapDrawing.Draw(map),
            BarChart bars => BarDrawing.Draw(bars),
            PointMapChart points => PointMapDrawing.Draw(points),
            TrendChart trend => TrendDrawing.Draw(trend),
            _ => throw new ArgumentException($"no drawing for a {chart.GetType().Name}", nameof(chart)),
        };

    /// <returns>The path of <c>&lt;id&gt;.png</c> in the folder.</returns>
    public static string Draw(Chart chart, string folder)
    {
        var path = Path.Combine(folder, chart.Id + ".png");
        var bytes = Draw(chart);
        AtomicFile.Write(path, stream => stream.Write(bytes));
        return path;
    }

    /// <summary>Every chart of the bulletin; the result maps chart ids to paths, as <see cref="DocxFile"/> takes them.</summary>
    public static IReadOnlyDictionary<string, string> DrawAll(Bulletin bulletin, string folder) =>
        bulletin.Charts().ToDictionary(chart => chart.Id, chart => Draw(chart, folder), StringComparer.Ordinal);
}
