using System.Text.Json;

namespace Hotspot.Outputs;

/// <summary>Chinese titles of the published columns and of the flags, as the data dictionary has them.</summary>
public sealed class ColumnTitles
{
    private readonly Dictionary<string, string> _columns;
    private readonly Dictionary<string, string> _flags;

    private ColumnTitles(Dictionary<string, string> columns, Dictionary<string, string> flags) => (_columns, _flags) = (columns, flags);

    /// <param name="schema">Name of the schema without <c>.schema.json</c>, e.g. <c>complaint</c> or <c>outputs/points</c>.</param>
    public static ColumnTitles Read(string schema)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data-schemas", schema + ".schema.json"))
        );
        var columns = json
            .RootElement.GetProperty("properties")
            .EnumerateObject()
            .ToDictionary(column => column.Name, column => Title(column.Value));
        var flags = (json.RootElement.TryGetProperty("$defs", out var lists) ? lists.EnumerateObject().AsEnumerable() : [])
            .Where(list => list.Value.TryGetProperty("oneOf", out _))
            .SelectMany(list => list.Value.GetProperty("oneOf").EnumerateArray())
            .DistinctBy(flag => flag.GetProperty("const").GetString())
            .ToDictionary(flag => flag.GetProperty("const").GetString()!, Title);
        return new ColumnTitles(columns, flags);
    }

    /// <summary>The name itself where the dictionary lacks it.</summary>
    public string Column(string name) => _columns.GetValueOrDefault(name, name);

    public string Flag(string code) => _flags.GetValueOrDefault(code, code);

    private static string Title(JsonElement element) => element.GetProperty("title").GetString()!;
}
