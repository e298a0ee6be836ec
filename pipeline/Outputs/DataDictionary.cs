using System.Globalization;
using System.Text;
using System.Text.Json;
using Hotspot.Language;

namespace Hotspot.Outputs;

/// <summary>
/// The data dictionary as Markdown, made from what ships with the program: <c>data-schemas/complaint.schema.json</c>, the schemas of
/// <c>data-schemas/outputs</c>, <c>data-schemas/source.schema.json</c> and the headers of <c>data-schemas/codes</c>. Titles are Chinese, meanings English; headings come from the book.
/// </summary>
public static class DataDictionary
{
    /// <summary>In a file that has both marks, only what stands between them is replaced.</summary>
    public const string BeginMark = "<!-- dictionary: begin -->";
    public const string EndMark = "<!-- dictionary: end -->";

    public static string Markdown(Phrasebook phrases)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "data-schemas");
        var text = new StringBuilder();
        var files = Directory.EnumerateFiles(Path.Combine(root, "outputs"), "*.schema.json").Order(StringComparer.Ordinal);
        foreach (var file in files.Prepend(Path.Combine(root, "complaint.schema.json")).Append(Path.Combine(root, "source.schema.json")))
        {
            using var schema = JsonDocument.Parse(File.ReadAllText(file));
            new DictionaryChapter(Path.GetFileName(file).Replace(".schema.json", "", StringComparison.Ordinal), phrases, text).Write(
                schema.RootElement
            );
        }
        Lists(Path.Combine(root, "codes"), phrases, text);
        return text.ToString();
    }

    /// <summary>Writes the dictionary to a file, or into the marked part of one that has the marks.</summary>
    /// <exception cref="OutputBusyException">The file is open elsewhere.</exception>
    public static void WriteTo(string path, Phrasebook phrases)
    {
        var old = File.Exists(path) ? File.ReadAllText(path) : "";
        var begin = old.IndexOf(BeginMark, StringComparison.Ordinal);
        var end = old.IndexOf(EndMark, StringComparison.Ordinal);
        var text =
            begin >= 0 && end > begin ? old[..(begin + BeginMark.Length)] + "\n" + Markdown(phrases) + old[end..] : Markdown(phrases);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The marked part of a text, without the marks; null where it has none.</summary>
    public static string? MarkedPart(string text)
    {
        var begin = text.IndexOf(BeginMark, StringComparison.Ordinal);
        var end = text.IndexOf(EndMark, StringComparison.Ordinal);
        return begin >= 0 && end > begin ? text[(begin + BeginMark.Length + 1)..end] : null;
    }

    private static void Lists(string folder, Phrasebook phrases, StringBuilder text)
    {
        text.Append("## ").Append(phrases["dictionary.lists"]).Append("\n\n");
        text.Append(phrases["dictionary.list_head"]).Append("\n|---|---|---:|\n");
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            var columns = string.Join(", ", lines[0].Split(',').Select(column => $"`{column}`"));
            text.Append(CultureInfo.InvariantCulture, $"| `codes/{Path.GetFileName(file)}` | {columns} | {lines.Length - 1} |\n");
        }
    }
}
