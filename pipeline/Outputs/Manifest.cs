namespace Hotspot.Outputs;

/// <summary>
/// How an issue came about: enough to make it again and to see whether a file was edited since. Only <see cref="Run"/> may differ between
/// two runs over the same data with the same settings.
/// </summary>
/// <param name="Kind">weekly | monthly | quarterly | yearly.</param>
/// <param name="Period">2025-W17, 2025-04 …</param>
/// <param name="Settings">Settings in force, flat, as text.</param>
/// <param name="Versions">Program and runtime, by name.</param>
/// <param name="Inputs">Content hash of each part of the generation that was seen, by its name; what came after the period's last day is no part of them.</param>
/// <param name="Outputs">Files written, by path; see <see cref="OutputsOf"/>.</param>
public sealed record Manifest(
    string Kind,
    string Period,
    ulong Seed,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyList<ManifestStep> Steps,
    IReadOnlyList<ManifestOutput> Outputs,
    ManifestRun Run
)
{
    public void Write(Stream target) =>
        JsonText.Write(this with { Settings = Sorted(Settings), Versions = Sorted(Versions), Inputs = Sorted(Inputs) }, target);

    /// <summary>Size and hash of files under a folder; paths are relative to it, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<ManifestOutput> OutputsOf(string folder, IEnumerable<string> paths) =>
        [
            .. paths
                .Select(path => Output(Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
                .OrderBy(output => output.Path, StringComparer.Ordinal),
        ];

    private static ManifestOutput Output(string name, string path) => new(name, new FileInfo(path).Length, FileHash.Of(path));

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> entries) =>
        new(entries.ToDictionary(), StringComparer.Ordinal);
}

/// <summary>Rows of one step. Null = not counted there, 0 = counted and none.</summary>
public sealed record ManifestStep(string Step, long? RowsIn, long? RowsOut, long? Rejected);

/// <param name="Bytes">Size of the file.</param>
public sealed record ManifestOutput(string Path, long Bytes, string Sha256);

/// <summary>The one part that differs from run to run. Times are Beijing local times.</summary>
/// <param name="Generation">What was published then.</param>
public sealed record ManifestRun(string RunId, DateTime StartedAt, DateTime FinishedAt, int Threads, string Generation);
