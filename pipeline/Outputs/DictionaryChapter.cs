using System.Globalization;
using System.Text;
using System.Text.Json;
using Hotspot.Language;

namespace Hotspot.Outputs;

/// <summary>One schema as a chapter: its grain, a table of its columns, and the codes that they may hold.</summary>
internal sealed class DictionaryChapter(string name, Phrasebook phrases, StringBuilder text)
{
    private readonly List<(string Column, JsonElement Values)> _codes = [];

    public void Write(JsonElement schema)
    {
        text.Append(CultureInfo.InvariantCulture, $"## `{name}` · {Word(schema, "title")}\n\n{Word(schema, "description")}\n\n");
        text.Append(phrases["dictionary.column_head"]).Append("\n|---|---|---|---|\n");
        Columns("", schema);
        text.Append('\n');
        if (schema.TryGetProperty("$defs", out var definitions))
            _codes.AddRange(definitions.EnumerateObject().Select(definition => (definition.Name, definition.Value.GetProperty("oneOf"))));
        if (_codes.Count == 0)
            return;
        text.Append(phrases["dictionary.code_head"]).Append("\n|---|---|---|---|\n");
        foreach (var (column, values) in _codes)
        {
            foreach (var value in values.EnumerateArray().Where(value => value.GetProperty("const").ValueKind != JsonValueKind.Null))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{column}` | `{Word(value, "const")}` | {Word(value, "title")} | {Word(value, "description")} |\n"
                );
        }
        text.Append('\n');
    }

    /// <summary>Columns of an object; those of objects and lists inside it follow it, their names led by its own.</summary>
    private void Columns(string prefix, JsonElement schema)
    {
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            var column = prefix + property.Name;
            var meaning = Cell(Word(property.Value, "description"));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{column}` | {Cell(Word(property.Value, "title"))} | {TypeOf(property.Value)} | {meaning} |\n"
            );
            if (property.Value.TryGetProperty("oneOf", out var values))
                _codes.Add((column, values));
            if (property.Value.TryGetProperty("properties", out _))
                Columns(column + ".", property.Value);
            else if (property.Value.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _))
                Columns(column + "[].", items);
        }
    }

    /// <summary>E.g. <c>number | null, 0 … 1</c>.</summary>
    private static string TypeOf(JsonElement property)
    {
        var type = property.GetProperty("type");
        var words =
            type.ValueKind == JsonValueKind.Array
                ? string.Join(" \\| ", type.EnumerateArray().Select(t => t.GetString()))
                : type.GetString()!;
        if (property.TryGetProperty("format", out var format))
            words += $" ({format.GetString()})";
        var least = property.TryGetProperty("minimum", out var minimum) ? minimum.GetRawText() : null;
        var most = property.TryGetProperty("maximum", out var maximum) ? maximum.GetRawText() : null;
        if (least is not null || most is not null)
            words += most is null ? $", ≥ {least}" : $", {least} … {most}";
        if (property.TryGetProperty("enum", out var codes))
            words += ": " + string.Join(", ", codes.EnumerateArray().Select(code => $"`{code}`"));
        return words;
    }

    private static string Word(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);
}
