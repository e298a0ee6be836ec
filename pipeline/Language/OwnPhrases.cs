using System.Text;
using System.Text.RegularExpressions;

namespace Hotspot.Language;

/// <summary>
/// Phrases that a unit words itself (<c>templates/sentences.json</c>): what stands there replaces what ships, everything else goes on as it ships. A
/// phrase may leave a figure out, it cannot ask for one that it is not given.
/// </summary>
public static partial class OwnPhrases
{
    /// <summary>The shipped book with the unit's own phrases; the shipped one where there is no file.</summary>
    /// <exception cref="OperatorException">Wrong use: broken JSON, a key that no printed phrase has, a place that the phrase is not given.</exception>
    public static Phrasebook Read(string file, Phrasebook shipped)
    {
        if (!File.Exists(file))
            return shipped;
        var entries = FlatJson.Read(file);
        foreach (var entry in entries)
            Check(entry, file, shipped);
        return shipped.With(entries.ToDictionary(entry => entry.Key, entry => entry.Text));
    }

    private static void Check(FlatJson.Entry entry, string file, Phrasebook shipped)
    {
        if (!shipped.Printed.Contains(entry.Key))
            throw new OperatorException(
                ExitCode.WrongUse,
                "template_phrase_unknown",
                ("file", file),
                ("line", entry.Line),
                ("key", entry.Key),
                ("nearest", Nearest.Of(entry.Key, shipped.Printed) ?? "title.weekly")
            );
        var given = Places(shipped[entry.Key]);
        if (Places(entry.Text).Except(given).FirstOrDefault() is { } place)
            throw new OperatorException(
                ExitCode.WrongUse,
                given.Count == 0 ? "template_place_none" : "template_place_unknown",
                ("file", file),
                ("line", entry.Line),
                ("key", entry.Key),
                ("place", place),
                ("given", string.Join(' ', given)),
                ("nearest", Nearest.Of(place, given) ?? given.FirstOrDefault())
            );
    }

    /// <summary>Everything in braces, with them; a brace that stands alone counts as one, for it was meant to be a place.</summary>
    private static List<string> Places(string phrase) => [.. Braces().Matches(phrase).Select(match => match.Value).Distinct()];

    /// <summary>All printed phrases as remarks, in groups, those that people change most first: taking the slashes off a line makes it the unit's own.</summary>
    /// <param name="opening">Lines that explain the file.</param>
    public static string Template(Phrasebook shipped, string opening)
    {
        var text = new StringBuilder();
        foreach (var line in opening.Split('\n'))
            text.Append("// ").Append(line).Append('\n');
        text.Append("{\n");
        var groups = shipped
            .Printed.GroupBy(key => key.Split('.')[0])
            .OrderBy(group => Array.IndexOf(First, group.Key) is >= 0 and var at ? at : First.Length);
        foreach (var group in groups)
        {
            text.Append('\n');
            if (shipped.Has($"template.group.{group.Key}"))
                text.Append("  // —— ").Append(shipped[$"template.group.{group.Key}"]).Append(" ——\n");
            foreach (var key in group)
                text.Append("  // ").Append(Quoted(key)).Append(": ").Append(Quoted(shipped[key])).Append(",\n");
        }
        return text.Append("\n}\n").ToString();
    }

    private static readonly string[] First =
    [
        "title",
        "head",
        "mark",
        "section",
        "key",
        "overview",
        "issues",
        "peaks",
        "areas",
        "points",
        "incidents",
        "repeats",
        "callbacks",
        "outlook",
        "advice",
        "notes",
        "table",
        "column",
        "note",
        "chart",
    ];

    // The wide blank of Chinese text is escaped by every encoder; an editor shows it well.
    private static string Quoted(string text) =>
        System.Text.Json.JsonSerializer.Serialize(text, Readable).Replace("\\u3000", "\u3000", StringComparison.Ordinal);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex(@"\{[^{}]*\}|[{}]")]
    private static partial Regex Braces();
}
