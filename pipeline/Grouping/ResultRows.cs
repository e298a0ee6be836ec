using System.Text.Json;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Result tables of a bulletin, whatever their columns.</summary>
public static class ResultRows
{
    /// <returns>Each row as column → value in JSON, shapes left out.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string?>> Read(string file, SessionLimits limits)
    {
        using var session = Session.InMemory(limits);
        return session.Query("Grouping/result_rows", row => Columns(row.GetString(0)), ("file", file));
    }

    private static Dictionary<string, string?> Columns(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json
            .RootElement.EnumerateObject()
            .ToDictionary(
                column => column.Name,
                column => column.Value.ValueKind == JsonValueKind.Null ? null : column.Value.ToString(),
                StringComparer.Ordinal
            );
    }
}
