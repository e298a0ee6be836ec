using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotspot.Outputs;

/// <summary>
/// What stands beside a csv, Parquet or GeoJSON file of a cut (<c>&lt;name&gt;.meta.json</c>): what the pure data are. Files of one stem share it: it tells the
/// one written last, and under <see cref="Others"/> those that stand as they were told.
/// </summary>
/// <param name="File">Name of the file that it speaks of.</param>
/// <param name="Sha256">Of the file: a statement holds for these bytes alone.</param>
/// <param name="Filter">The filter in words.</param>
/// <param name="Command">Options that give the same.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Groups">Groups of the cut, also those that a top left out; null: complaints one by one.</param>
/// <param name="Complaints">All complaints of the cut.</param>
/// <param name="DataThrough">Last day of data, included.</param>
/// <param name="FromOn">First day counted.</param>
/// <param name="UntilOn">First day no longer counted.</param>
/// <param name="Generation">Of the published complaints.</param>
public sealed record CutMeta(
    string File,
    string Sha256,
    string Filter,
    string Command,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Columns,
    long Rows,
    int? Groups,
    long Complaints,
    long Incidents,
    DateOnly? DataThrough,
    DateOnly FromOn,
    DateOnly UntilOn,
    string Generation,
    bool Demo
)
{
    /// <summary>Those of the other files of the stem, by name; null in one of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CutMeta>? Others { get; init; }

    /// <param name="path">What is told there of other files stays told where it is still true.</param>
    public void Write(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var others = Told(path)
            .Where(other => other.File != File && other.IsOf(Path.Combine(folder, other.File)))
            .OrderBy(other => other.File, StringComparer.Ordinal);
        var all = this with { Others = [.. others] };
        AtomicFile.Write(path, stream => JsonText.Write(all, stream));
    }

    /// <summary>A file that cannot be read now, or a statement without a hash, is passed over: no statement is better than a wrong one.</summary>
    private bool IsOf(string file)
    {
        try
        {
            return System.IO.File.Exists(file) && FileHash.Of(file) == Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<CutMeta> Told(string path)
    {
        try
        {
            return
                System.IO.File.Exists(path)
                && JsonSerializer.Deserialize<CutMeta>(System.IO.File.ReadAllText(path), JsonText.Options) is { } meta
                ? [meta with { Others = null }, .. meta.Others ?? []]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
