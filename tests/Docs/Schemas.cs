using System.Text.Json;

namespace Hotspot.Tests.Docs;

/// <summary>The schemas as they ship with the program, and the checkout that they come from.</summary>
internal static class Schemas
{
    public static string Root { get; } = Find();

    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data-schemas", name + ".schema.json"))
        );
        return document.RootElement.Clone();
    }

    public static IReadOnlyList<string> Columns(JsonElement schema) =>
        [.. schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    public static IReadOnlyList<string> Types(JsonElement property) =>
        property.GetProperty("type") is { ValueKind: JsonValueKind.Array } many
            ? [.. many.EnumerateArray().Select(type => type.GetString()!)]
            : [property.GetProperty("type").GetString()!];

    /// <summary>The codes that a property or a definition allows, null left out.</summary>
    public static IEnumerable<string> Codes(JsonElement property) =>
        property
            .GetProperty("oneOf")
            .EnumerateArray()
            .Select(value => value.GetProperty("const"))
            .Where(code => code.ValueKind != JsonValueKind.Null)
            .Select(code => code.GetString()!);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Analytics.sln");
        return folder.FullName;
    }
}
