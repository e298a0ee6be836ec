using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The files of a load, each with its header.</summary>
/// <param name="Notes">Masked names of plain texts that lay beside them in a folder and hold no table (readme.txt): not loaded, and told.</param>
internal sealed record OpenedFiles(IReadOnlyList<string> Files, List<FileReading> Readings, IReadOnlyList<string> Notes)
{
    /// <summary>A table, or what people jot down about one.</summary>
    private const string PlainText = ".txt";

    /// <param name="files">What <paramref name="paths"/> name.</param>
    /// <exception cref="ProblemException">A file cannot be read; a plain text only where it is named itself, or seems to be a table.</exception>
    /// <exception cref="OperatorException">Nothing but notes lies there (exit 4).</exception>
    public static OpenedFiles Of(IReadOnlyList<string> files, IReadOnlyList<string> paths, IReadOnlyList<SourceProfile> profiles, Home home)
    {
        var named = paths.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var (read, readings, notes) = (new List<string>(), new List<FileReading>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                readings.Add(FileReading.Open(file, profiles, callers: null));
                read.Add(file);
            }
            catch (ProblemException e) when (!named.Contains(file) && IsPlainText(file) && IsNoTable(e.Problem))
            {
                notes.Add(InputFile.NameOf(file));
            }
        }
        return read.Count > 0 ? new OpenedFiles(read, readings, notes) : throw InputFiles.NothingAmong(paths, home, notes);
    }

    private static bool IsPlainText(string file) => Path.GetExtension(file).Equals(PlainText, StringComparison.OrdinalIgnoreCase);

    /// <summary>One word of a text may be a header by chance.</summary>
    private static bool IsNoTable(Problem problem) =>
        problem.Code is "header_none" or "file_empty" or "file_kind" || problem.Places.Contains(("matched", "1"));
}
