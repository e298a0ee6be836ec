using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Runs;

/// <summary>分区通报单, one Word file a district, and the figures of all of them, in a folder beside the bulletin.</summary>
internal static class DistrictNotices
{
    public const string Folder = "districts";

    /// <summary>Of the bulletin's spacing: 20 points a line, so that two tables and the advice stay on the page.</summary>
    private const double Spacing = 0.72;

    public static bool Stand(string folder) => File.Exists(Path.Combine(folder, Folder, FiguresFile.Name));

    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, Folder), "*.docx").Order(StringComparer.Ordinal)];

    /// <param name="folder">Of the bulletin.</param>
    /// <param name="free">From the stem of a notice to one that no edited file has.</param>
    /// <returns>The Word files.</returns>
    public static IReadOnlyList<string> Write(
        string folder,
        Analysis analysis,
        Bulletin bulletin,
        Phrasebook phrases,
        WordTemplate word,
        Func<string, string> free
    )
    {
        var room = Directory.CreateDirectory(Path.Combine(folder, Folder)).FullName;
        var notices = DistrictNotice.Of(analysis, bulletin, phrases);
        var files = notices.Select(notice => Path.Combine(room, free(notice.Head.FileStem) + ".docx")).ToArray();
        var paper = word.Closer(Spacing);
        foreach (var (notice, file) in notices.Zip(files))
            AtomicFile.Write(file, stream => DocxFile.Write(notice, new Dictionary<string, string>(), stream, paper));
        var figures = bulletin with
        {
            Figures = [.. notices.SelectMany(notice => notice.Figures)],
            Sections = [.. notices.SelectMany(notice => notice.Sections)],
        };
        AtomicFile.Write(Path.Combine(room, FiguresFile.Name), stream => FiguresFile.Write(figures, stream));
        return files;
    }
}
