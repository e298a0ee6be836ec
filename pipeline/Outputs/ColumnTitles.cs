using System.Text.Json;

namespace Hotspot.Outputs;

/// <summary>Chinese titles of the published columns and of the flags, as the data dictionary has them.</summary>
public sealed class ColumnTitles
{
    private readonly Dictionary<string, string> _columns;
    private readonly Dictionary<string, string> _flags;
    private readonly Dictionary<(string Column, string Code), string> _values;

    private ColumnTitles(
        Dictionary<string, string> columns,
        Dictionary<string, string> flags,
        Dictionary<(string Column, string Code), string> values
    ) => (_columns, _flags, _values) = (columns, flags, values);

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
        var values = json
            .RootElement.GetProperty("properties")
            .EnumerateObject()
            .Where(column => column.Value.TryGetProperty("oneOf", out _))
            .SelectMany(column => column.Value.GetProperty("oneOf").EnumerateArray(), (column, value) => (column.Name, value))
            .Where(one => one.value.GetProperty("const").ValueKind == JsonValueKind.String)
            .ToDictionary(one => (one.Name, one.value.GetProperty("const").GetString()!), one => Title(one.value));
        return new ColumnTitles(columns, flags, values);
    }

    /// <summary>The name itself where the dictionary lacks it.</summary>
    public string Column(string name) => _columns.GetValueOrDefault(name, name);

    public string Flag(string code) => _flags.GetValueOrDefault(code, code);

    /// <summary>What the code means in the column; the value itself where it is none.</summary>
    public string Value(string column, string value) => _values.GetValueOrDefault((column, value), value);

    private static string Title(JsonElement element) => element.GetProperty("title").GetString()!;
}
