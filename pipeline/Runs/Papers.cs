using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Runs;

/// <summary>What every paper is: Word, Excel, its charts, and its figures for machines.</summary>
internal static class Papers
{
    /// <returns>Names of the charts.</returns>
    public static List<string> Write(string folder, Bulletin bulletin, WordTemplate word)
    {
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        var pictures = bulletin.Charts().ToDictionary(chart => chart.Id, chart => ChartFiles.Draw(chart, charts));
        var stem = Path.Combine(folder, bulletin.Head.FileStem);
        AtomicFile.Write(stem + ".docx", stream => DocxFile.Write(bulletin, pictures, stream, word));
        AtomicFile.Write(stem + ".xlsx", stream => XlsxFile.Write(bulletin, stream));
        AtomicFile.Write(Path.Combine(folder, FiguresFile.Name), stream => FiguresFile.Write(bulletin, stream));
        return [.. pictures.Values.Select(path => Path.GetFileName(path))];
    }
}
