using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Tests.Journeys;

/// <summary>A printed number, or the text between two of them.</summary>
/// <param name="Figure">Id of the figure; null: plain text.</param>
internal sealed record Piece(string Text, string? Figure);

/// <summary>The papers of one bulletin, read back from disk by means of their own.</summary>
internal sealed partial class Papers(string folder)
{
    public string Folder { get; } = folder;

    public string File(string extension) => Directory.EnumerateFiles(Folder, "*" + extension).Single();

    public string Parquet(string table) => Path.Combine(Folder, "parquet", table + ".parquet");

    public List<Dictionary<string, object?>> Table(string name, string where = "true") =>
        Duck.Rows($"select columns(name -> name <> 'geometry') from read_parquet({Duck.Quoted(Parquet(name))}) where {where}");

    /// <summary>Id → (value, printed text).</summary>
    public IReadOnlyDictionary<string, (double? Value, string Text)> Figures { get; } = ReadFigures(Path.Combine(folder, "figures.json"));

    /// <summary>Tables of the Word file: id → caption and printed cells, header first.</summary>
    public IReadOnlyDictionary<string, (string Caption, List<string[]> Cells)> WordTables { get; } = ReadTables(folder);

    /// <summary>Paragraphs of the Word file outside tables, in pieces.</summary>
    public IReadOnlyList<IReadOnlyList<Piece>> WordParagraphs { get; } = ReadParagraphs(folder);

    public string Text => string.Join('\n', WordParagraphs.Select(paragraph => string.Concat(paragraph.Select(piece => piece.Text))));

    /// <summary>Text of the paragraphs from one heading to the next.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf("\n" + heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"no heading {heading}");
        var end = Heading().Match(Text, start + heading.Length + 1);
        return end.Success ? Text[start..end.Index] : Text[start..];
    }

    /// <summary>With every \uXXXX as the character that it stands for.</summary>
    public static string Unescaped(string text) =>
        Escape().Replace(text, code => ((char)Convert.ToInt32(code.Groups[1].Value, 16)).ToString());

    public string Html => System.IO.File.ReadAllText(File(".html"));

    /// <summary>Cells of a table of the page, header first.</summary>
    public List<string[]> HtmlTable(string id)
    {
        var page = Html;
        var start = page.IndexOf($"<table id=\"table-{id}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"no table {id} in the page");
        var markup = page[start..page.IndexOf("</table>", start, StringComparison.Ordinal)];
        return
        [
            .. Row()
                .Matches(markup)
                .Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToArray()),
        ];
    }

    /// <summary>The charts of the page as data, by id.</summary>
    public JsonElement Charts() => Data().GetProperty("charts");

    /// <summary>What the page lets its reader choose from.</summary>
    public JsonElement Explorer() => Data().GetProperty("explorer");

    private JsonElement Data() => JsonDocument.Parse(DataBlock().Match(Html).Groups[1].Value).RootElement;

    /// <summary>Printed numbers of the page with their figures.</summary>
    public List<Piece> HtmlFigures() =>
        [
            .. HtmlFigure()
                .Matches(Html)
                .Select(figure => new Piece(WebUtility.HtmlDecode(figure.Groups[2].Value), WebUtility.HtmlDecode(figure.Groups[1].Value))),
        ];

    private static Dictionary<string, (double?, string)> ReadFigures(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return json
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(
                figure => figure.GetProperty("id").GetString()!,
                figure =>
                    (
                        figure.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number
                            ? value.GetDouble()
                            : (double?)null,
                        figure.GetProperty("text").GetString()!
                    )
            );
    }

    private static Dictionary<string, (string, List<string[]>)> ReadTables(string folder)
    {
        using var document = WordprocessingDocument.Open(Directory.EnumerateFiles(folder, "*.docx").Single(), isEditable: false);
        return document
            .MainDocumentPart!.Document!.Body!.Elements<Table>()
            .ToDictionary(
                table => table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!,
                table =>
                    (
                        table.PreviousSibling<Paragraph>()!.InnerText,
                        table
                            .Elements<TableRow>()
                            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())
                            .ToList()
                    )
            );
    }

    private static List<IReadOnlyList<Piece>> ReadParagraphs(string folder)
    {
        using var document = WordprocessingDocument.Open(Directory.EnumerateFiles(folder, "*.docx").Single(), isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                .Select(paragraph =>
                    (IReadOnlyList<Piece>)
                        [
                            .. paragraph
                                .ChildElements.Where(child => child is Run or SdtRun)
                                .Select(child => new Piece(
                                    child.InnerText,
                                    (child as SdtRun)?.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value
                                )),
                        ]
                ),
        ];
    }

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataBlock();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh]\\b[^>]*>(.*?)</t[dh]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<span class=\"figure\" data-figure=\"([^\"]+)\"[^>]*>([^<]*)</span>")]
    private static partial Regex HtmlFigure();

    [GeneratedRegex("\n([一二三四五六七八九]、|附：)")]
    private static partial Regex Heading();
}
