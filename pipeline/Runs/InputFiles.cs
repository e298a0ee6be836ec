using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The files that a list of files and folders names, in name order: the order in which later ones win.</summary>
public static class InputFiles
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".parquet"];

    /// <exception cref="OperatorException">A path is not there, a file has a form that is not read, or there is no file at all (exit 4).</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths, Home home)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(In(path));
            else if (!File.Exists(path))
                throw new OperatorException(ExitCode.Missing, "no_file", ("path", path));
            else if (!IsRead(path))
                throw new OperatorException(
                    ExitCode.WrongUse,
                    "file_form",
                    ("file", InputFile.NameOf(path)),
                    ("forms", string.Join(' ', Extensions))
                );
            else
                files.Add(path);
        }
        if (files.Count == 0)
            throw NothingAmong(paths, home, []);
        return
        [
            .. files
                .Select(Path.GetFullPath)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal)
                .ThenBy(file => file, StringComparer.Ordinal),
        ];
    }

    /// <summary>What to say where the paths hold nothing to load (exit 4).</summary>
    /// <param name="notes">Masked names of files that are passed over besides.</param>
    internal static OperatorException NothingAmong(IReadOnlyList<string> paths, Home home, IReadOnlyList<string> notes) =>
        PassedOver(paths, home).Concat(notes).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } others
            ? new OperatorException(
                ExitCode.Missing,
                "no_input_among",
                ("path", string.Join(' ', paths)),
                ("names", string.Join(", ", others))
            )
            : new OperatorException(ExitCode.Missing, "no_input", ("path", string.Join(' ', paths)));

    /// <summary>Files of a folder that can be read, in name order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(IsExport).Order(StringComparer.Ordinal)];

    /// <summary>
    /// What else lies in the folders, masked, and is not loaded: archives and papers, shadows of open workbooks, folders (their names end with a
    /// stroke). Hidden files and the inbox's own folders are nobody's exports.
    /// </summary>
    public static IReadOnlyList<string> PassedOver(IReadOnlyList<string> paths, Home home) =>
        [
            .. paths
                .Where(Directory.Exists)
                .SelectMany(folder => new DirectoryInfo(folder).EnumerateFileSystemInfos())
                .Where(entry =>
                    !entry.Attributes.HasFlag(FileAttributes.Hidden)
                    && entry.FullName != home.TakenBack
                    && entry.FullName != home.Unreadable
                )
                .Where(entry => entry is DirectoryInfo || !IsExport(entry.Name))
                .Select(entry => entry is DirectoryInfo ? Masking.Mask(entry.Name) + "/" : InputFile.NameOf(entry.Name))
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsExport(string file) => IsRead(file) && !IsOfficeLock(file);

    private static bool IsRead(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>The shadow that Excel leaves beside an open workbook.</summary>
    private static bool IsOfficeLock(string file) => Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal);
}
