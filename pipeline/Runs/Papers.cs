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

    /// <summary>A paper of its own, with its manifest, in <c>published/KIND/PERIOD</c>: written beside and switched; what a person edited there stays.</summary>
    /// <param name="tables">Writes its tables for machines into the folder that it is given.</param>
    /// <returns>Path of the papers without extension.</returns>
    public static string Publish(RunContext context, Bulletin paper, WordTemplate word, Making making, Action<string>? tables = null)
    {
        var folder = Path.Combine(context.Home.Published, making.Kind, making.Period);
        var publication = Publication.Begin(folder);
        paper = paper with { Head = paper.Head with { FileStem = publication.FreeStem(paper.Head.FileStem, context.Phrases) } };
        Write(publication.Beside, paper, word);
        tables?.Invoke(Directory.CreateDirectory(Path.Combine(publication.Beside, "parquet")).FullName);
        ManifestFile.Write(publication.Beside, context, making);
        publication.Switch();
        return Path.Combine(folder, paper.Head.FileStem);
    }
}
