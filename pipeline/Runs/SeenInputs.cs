using System.Text.Json;

namespace Hotspot.Runs;

/// <summary>Whether something was made from what its reader would see today.</summary>
internal static class SeenInputs
{
    /// <param name="manifest">Of what stands there; false where there is none.</param>
    public static bool Same(string manifest, IReadOnlyDictionary<string, string> now)
    {
        if (!File.Exists(manifest))
            return false;
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        var then = json
            .RootElement.GetProperty("inputs")
            .EnumerateObject()
            .ToDictionary(input => input.Name, input => input.Value.GetString());
        return then.Count == now.Count && now.All(input => then.GetValueOrDefault(input.Key) == input.Value);
    }
}
