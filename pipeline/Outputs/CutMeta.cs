namespace Hotspot.Outputs;

/// <summary>What stands beside a csv, Parquet or GeoJSON file of a cut (<c>&lt;name&gt;.meta.json</c>): what the pure data are.</summary>
/// <param name="File">Name of the file that it speaks of.</param>
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
    public void Write(Stream target) => JsonText.Write(this, target);
}
