using System.Text.Json;
using Hotspot.Geo;
using Hotspot.Grouping;
using Hotspot.Settings;

namespace Hotspot.Runs.Diff;

/// <summary>One difference between two bulletins.</summary>
/// <param name="Table"><c>figures</c>, or a table of results.</param>
/// <param name="Key">Id of a figure, or the key columns of a row with / between.</param>
/// <param name="Column">Null: the figure, or the whole row.</param>
/// <param name="Old">Null: not there.</param>
public sealed record Difference(string Table, string Key, string? Column, string? Old, string? New)
{
    public const string Figures = "figures";

    /// <summary>A row that only one of the two has.</summary>
    public bool IsRow => Table != Figures && Column is null;
}

/// <summary>What differs between two bulletins, figure by figure and row by row; rows are told apart by the key of their table's contract.</summary>
internal static class BulletinDiff
{
    /// <summary>What a row that is there shows for itself.</summary>
    private const string Present = "1";

    /// <param name="tables">Tables of results that are looked at; null: all.</param>
    public static IReadOnlyList<Difference> Of(
        WrittenBulletin a,
        WrittenBulletin b,
        SessionLimits limits,
        IReadOnlyList<string>? tables = null
    ) =>
        [
            .. Figures(a, b),
            .. Tables(a)
                .Union(Tables(b), StringComparer.Ordinal)
                .Where(table => tables?.Contains(table) ?? true)
                .Order(StringComparer.Ordinal)
                .SelectMany(table => Rows(table, Read(a.Table(table), limits), Read(b.Table(table), limits))),
        ];

    private static IEnumerable<Difference> Figures(WrittenBulletin a, WrittenBulletin b)
    {
        var old = a.Figures().Figures.ToDictionary(figure => figure.Id, figure => figure.Text);
        var now = b.Figures().Figures.ToDictionary(figure => figure.Id, figure => figure.Text);
        return old
            .Keys.Union(now.Keys)
            .Where(id => old.GetValueOrDefault(id) != now.GetValueOrDefault(id))
            .Select(id => new Difference(Difference.Figures, id, null, old.GetValueOrDefault(id), now.GetValueOrDefault(id)));
    }

    private static IEnumerable<string> Tables(WrittenBulletin of) =>
        Directory
            .EnumerateFiles(Path.Combine(of.Folder, "parquet"), "*.parquet")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(table => File.Exists(SchemaOf(table)));

    private static string SchemaOf(string table) => ReferenceTable.PathOf($"outputs/{table}.schema.json");

    private static IReadOnlyList<IReadOnlyDictionary<string, string?>> Read(string file, SessionLimits limits) =>
        File.Exists(file) ? ResultRows.Read(file, limits) : [];

    private static IEnumerable<Difference> Rows(
        string table,
        IReadOnlyList<IReadOnlyDictionary<string, string?>> a,
        IReadOnlyList<IReadOnlyDictionary<string, string?>> b
    )
    {
        var key = KeyOf(table);
        string Named(IReadOnlyDictionary<string, string?> row) => string.Join('/', key.Select(column => row.GetValueOrDefault(column)));
        var (old, now) = (a.ToLookup(Named), b.ToLookup(Named));
        foreach (var name in a.Concat(b).Select(Named).Distinct().Order(StringComparer.Ordinal))
        {
            var (before, after) = (old[name].FirstOrDefault(), now[name].FirstOrDefault());
            if (before is null || after is null)
                yield return new Difference(table, name, null, before is null ? null : Present, after is null ? null : Present);
            else
            {
                foreach (var column in before.Keys.Union(after.Keys))
                {
                    var (was, isNow) = (before.GetValueOrDefault(column), after.GetValueOrDefault(column));
                    if (was != isNow)
                        yield return new Difference(table, name, column, was, isNow);
                }
            }
        }
    }

    /// <summary>The columns that the contract of a table names as its key.</summary>
    private static string[] KeyOf(string table)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SchemaOf(table)));
        return [.. json.RootElement.GetProperty("x-key").EnumerateArray().Select(column => column.GetString()!)];
    }
}
