using System.Text.Json.Nodes;

namespace Hotspot.Ingest;

/// <summary>
/// Lays a profile over the one it extends: objects are joined, lists are joined with the profile's own entries first, anything else is replaced.
/// </summary>
public static class ProfileJson
{
    public static JsonObject Over(JsonObject own, JsonObject parent)
    {
        var merged = (JsonObject)parent.DeepClone();
        foreach (var (key, value) in own)
            merged[key] = (value, merged[key]) switch
            {
                (JsonObject a, JsonObject b) => Over(a, b),
                (JsonArray a, JsonArray b) => Joined(a, b),
                _ => value?.DeepClone(),
            };
        return merged;
    }

    private static JsonArray Joined(JsonArray own, JsonArray parent)
    {
        var entries = own.Concat(parent).Select(entry => entry?.DeepClone());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new JsonArray([.. entries.Where(entry => seen.Add(entry?.ToJsonString() ?? ""))]);
    }
}
