using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotspot.Ingest;

/// <summary>All profiles that this installation knows, by id in ordinal order. A profile in a later folder replaces one of the same id.</summary>
public sealed class SourceProfiles
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly SortedDictionary<string, (string File, JsonObject Json)> _texts;

    private SourceProfiles(SortedDictionary<string, (string File, JsonObject Json)> texts)
    {
        _texts = texts;
        All = [.. texts.Select(entry => Complete(entry.Key, texts))];
    }

    public IReadOnlyList<SourceProfile> All { get; }

    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "data-schemas", "sources");

    /// <summary>The shipped profiles, and those of further folders (a home's <c>sources/</c>); a folder that is not there is passed over.</summary>
    /// <exception cref="ProblemException">A file is no profile; says file, field and what to do.</exception>
    public static SourceProfiles Load(params IReadOnlyList<string> furtherFolders)
    {
        var texts = new SortedDictionary<string, (string File, JsonObject Json)>(StringComparer.Ordinal);
        foreach (var folder in furtherFolders.Prepend(ShippedFolder).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
                texts[Path.GetFileNameWithoutExtension(file)] = (file, Parse(file));
        }
        return new SourceProfiles(texts);
    }

    /// <exception cref="ProblemException">No profile has this id; lists those that there are.</exception>
    public SourceProfile this[string id] =>
        All.FirstOrDefault(profile => profile.Id == id)
        ?? throw new ProblemException(
            new Problem("profile_unknown", ("source", id), ("known", string.Join(", ", All.Select(profile => profile.Id))))
        );

    private static JsonObject Parse(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonNode.Parse(stream, documentOptions: Lenient) as JsonObject ?? throw new JsonException("not an object");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem("profile_unreadable", ("file", file), ("detail", e.Message)), e);
        }
    }

    /// <summary>A profile's JSON with all that it extends laid under it.</summary>
    public JsonObject JsonOf(string id) => Joined(id, _texts);

    private static SourceProfile Complete(string id, SortedDictionary<string, (string File, JsonObject Json)> texts) =>
        new ProfileReading(texts[id].File, id, Joined(id, texts)).Read();

    private static JsonObject Joined(string id, SortedDictionary<string, (string File, JsonObject Json)> texts)
    {
        var (file, json) = texts[id];
        var line = new List<string> { id };
        while (json["extends"]?.GetValue<string>() is { } parent)
        {
            if (line.Contains(parent) || !texts.TryGetValue(parent, out var found))
                throw new ProblemException(new Problem("profile_field", ("file", file), ("field", "extends"), ("value", parent)));
            line.Add(parent);
            var own = (JsonObject)json.DeepClone();
            own.Remove("extends");
            // A layout's signature is its own: joined with its parent's it would tell nothing.
            var inherited = (JsonObject)found.Json.DeepClone();
            inherited.Remove("signature");
            json = ProfileJson.Over(own, inherited);
        }
        return json;
    }
}
