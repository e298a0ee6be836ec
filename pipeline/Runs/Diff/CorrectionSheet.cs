using System.Text.Json;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports.Model;
using Hotspot.Settings;

namespace Hotspot.Runs.Diff;

/// <param name="Agrees">The data say what the bulletin says; a sheet there is withdraws those of before.</param>
/// <param name="Docx">Null: nothing to correct.</param>
/// <param name="Passages">Places of the text that changed; null: the final bulletin is of a version that kept no prose.</param>
public sealed record CorrectionResult(int IssueNumber, bool Agrees, string? Docx, string? Xlsx, int? Passages);

/// <summary>
/// 更正单: what a finalised bulletin would tell differently today. The bulletin itself is not touched; the sheets stand beside it in <c>corrections</c>, numbered,
/// and the same differences keep their number. Where the data agree with the bulletin again, the next sheet says so.
/// </summary>
internal static class CorrectionSheet
{
    /// <summary>Results that the bulletin prints row by row; the others stand behind them and change with every order.</summary>
    private static readonly string[] Printed = ["areas", "peak_windows", "points", "repeats"];

    private const string Folder = "corrections";

    /// <summary>What a sheet corrects, as <c>1.json</c>.</summary>
    /// <param name="Generation">Of the data that it was made from.</param>
    private sealed record Content(string Generation, IReadOnlyList<Difference> Differences);

    /// <param name="folder">Of the finalised bulletin; <paramref name="now"/> has the tables and figures of today.</param>
    /// <param name="today">The bulletin of today, whose prose is set against that of the final one.</param>
    /// <param name="generation">Of the data of today.</param>
    /// <param name="reasons">Why, in words.</param>
    public static CorrectionResult Write(
        string folder,
        string now,
        Bulletin today,
        string generation,
        IReadOnlyList<string> reasons,
        Phrasebook phrases,
        SessionLimits limits,
        WordTemplate word
    )
    {
        var mark = FinalMark.Read(folder);
        var final = new WrittenBulletin(folder, "");
        var differences = BulletinDiff.Of(final, new WrittenBulletin(now, ""), limits, Printed).ToArray();
        var sheets = Path.Combine(folder, Folder);
        var last = Last(sheets);
        var told = last == 0 ? [] : Read(sheets, last).Differences;
        if (differences.Length == 0 && told.Count == 0)
            return new CorrectionResult(mark.IssueNumber, Agrees: true, null, null, 0);
        var number = told.SequenceEqual(differences) ? last : last + 1;
        var stem = Stem(final, number, phrases);
        var passages = final.Figures().Paragraphs is { } said ? ProseDiff.Of(said, FiguresFile.ParagraphsOf(today)) : null;
        var book =
            differences.Length == 0
                ? Withdrawal(today, mark.IssueNumber, number, phrases)
                : Sheet(today, mark.IssueNumber, number, passages, differences, reasons, phrases);
        var paper = book with { Sections = [.. book.Sections.Where(section => section.Id != "correction_rows")] };
        // A sheet that was given out stands like the bulletin, whatever a person wrote into it.
        WriteOnce(stem + ".docx", stream => DocxFile.Write(paper, new Dictionary<string, string>(), stream, word));
        WriteOnce(stem + ".xlsx", stream => XlsxFile.Write(book, stream));
        WriteOnce(Path.Combine(sheets, $"{number}.json"), stream => JsonText.Write(new Content(generation, differences), stream));
        return new CorrectionResult(mark.IssueNumber, differences.Length == 0, stem + ".docx", stem + ".xlsx", passages?.Count);
    }

    /// <summary>Generation of the data that the last sheet of a bulletin was made from; null: it has none.</summary>
    public static string? GenerationOf(string bulletin) =>
        Path.Combine(bulletin, Folder) is var sheets && Last(sheets) is > 0 and var last ? Read(sheets, last).Generation : null;

    /// <summary>The sheets of a bulletin as documents, and not what a person laid beside them.</summary>
    public static IEnumerable<string> Documents(WrittenBulletin final, Phrasebook phrases) =>
        Enumerable.Range(1, Last(Path.Combine(final.Folder, Folder))).Select(number => Stem(final, number, phrases) + ".docx");

    /// <summary>The path of a sheet without its ending.</summary>
    private static string Stem(WrittenBulletin final, int number, Phrasebook phrases)
    {
        var finished = Path.GetFileNameWithoutExtension(final.Document(".docx"));
        var state = phrases["mark.final"];
        return Path.Combine(
            final.Folder,
            Folder,
            (finished.EndsWith(state, StringComparison.Ordinal) ? finished[..^state.Length] : finished + "_")
                + phrases.Say("correction.file", ("number", number))
        );
    }

    private static int Last(string sheets)
    {
        var last = 0;
        while (File.Exists(Path.Combine(sheets, $"{last + 1}.json")))
            last++;
        return last;
    }

    private static Content Read(string sheets, int number)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(sheets, $"{number}.json")));
        // Sheets of before tell their differences alone.
        return json.RootElement.ValueKind == JsonValueKind.Array
            ? new Content("", json.RootElement.Deserialize<Difference[]>(JsonText.Options)!)
            : json.RootElement.Deserialize<Content>(JsonText.Options)!;
    }

    private static void WriteOnce(string path, Action<Stream> write)
    {
        if (!File.Exists(path))
            AtomicFile.Write(path, write);
    }

    /// <summary>The data say again what the bulletin says: what earlier sheets correct holds no longer.</summary>
    private static Bulletin Withdrawal(Bulletin today, int issue, int number, Phrasebook phrases) =>
        Numbered(
            today,
            issue,
            number,
            [
                new(
                    "corrections",
                    phrases["correction.heading_what"],
                    [new Paragraph(Prose.Of(phrases.Say("correction.withdrawn", ("issue", issue), ("last", number - 1))))]
                ),
                new("reasons", phrases["correction.heading_why"], [new Paragraph(Prose.Of(phrases["correction.why_withdrawn"]))]),
            ],
            phrases
        );

    /// <param name="passages">Null: the final bulletin is of a version that kept no prose.</param>
    private static Bulletin Sheet(
        Bulletin today,
        int issue,
        int number,
        IReadOnlyList<Rewording>? passages,
        Difference[] all,
        IReadOnlyList<string> reasons,
        Phrasebook phrases
    )
    {
        var rows = all.Where(one => one.Table != Difference.Figures).ToArray();
        string Title(string table) => phrases[$"correction.table.{table}"];
        var blocks = new List<Block> { new Paragraph(Prose.Of(phrases.Say("correction.passages", ("issue", issue)))) };
        if (passages is null)
            blocks.Add(new Paragraph(Prose.Of(phrases["correction.text_not_kept"])));
        else if (passages.Count > 0)
            blocks.Add(new TableBlock(Passages(passages, phrases)));
        if (rows.Length > 0)
        {
            var tables = rows.GroupBy(one => one.Table)
                .Select(table =>
                    phrases.Say(
                        "correction.table",
                        ("table", Title(table.Key)),
                        ("count", table.Select(one => one.Key).Distinct(StringComparer.Ordinal).Count())
                    )
                );
            blocks.Add(
                new Paragraph(Prose.Of(phrases.Say("correction.rows", ("list", string.Join(phrases["separator.enumeration"], tables)))))
            );
        }
        Section[] sections =
        [
            new("corrections", phrases["correction.heading_what"], blocks),
            new("reasons", phrases["correction.heading_why"], [.. reasons.Select(reason => new Paragraph(Prose.Of(reason)))]),
            .. rows.Length == 0
                ? Array.Empty<Section>()
                : [new Section("correction_rows", phrases["correction.sheet_rows"], [new TableBlock(Rows(rows, Title, phrases))])],
        ];
        return Numbered(today, issue, number, sections, phrases);
    }

    private static Bulletin Numbered(Bulletin today, int issue, int number, IReadOnlyList<Section> sections, Phrasebook phrases) =>
        today with
        {
            Head = today.Head with
            {
                Title = phrases.Say("correction.title", ("title", today.Head.Title)),
                IssueLine = phrases.Say("correction.issue", ("issue", issue), ("number", number)),
            },
            Sections = sections,
            Figures = [],
            Queries = [],
        };

    /// <summary>What the final bulletin says and what it would say today, side by side.</summary>
    private static ReportTable Passages(IReadOnlyList<Rewording> passages, Phrasebook phrases)
    {
        return new ReportTable(
            "corrected_passages",
            1,
            phrases["correction.table_passages"],
            phrases["correction.sheet_passages"],
            [Column("place_in_text", 0.9), Column("old_text", 2.6), Column("new_text", 2.6), Column("correction", 1.7)],
            [
                .. passages.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Heading,
                            one.Old ?? phrases["correction.not_said_then"],
                            one.New ?? phrases["correction.not_said"],
                            string.Join(
                                phrases["separator.clause"],
                                one.Numbers.Select(number => phrases.Say("correction.change", ("old", number.Old), ("new", number.New)))
                            ),
                        ]
                ),
            ]
        );

        ReportColumn Column(string name, double share) => new(name, phrases[$"column.{name}"], CellFormat.Text, share);
    }

    private static ReportTable Rows(Difference[] rows, Func<string, string> title, Phrasebook phrases) =>
        new(
            "corrected_rows",
            2,
            phrases["correction.sheet_rows"],
            phrases["correction.sheet_rows"],
            [
                .. ((string[])["table", "key", "column", "old_value", "new_value"]).Select(name => new ReportColumn(
                    name,
                    phrases[$"column.{name}"],
                    CellFormat.Text
                )),
            ],
            [
                .. rows.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            title(one.Table),
                            one.Key,
                            one.Column ?? phrases[one.Old is null ? "correction.row_new" : "correction.row_gone"],
                            one.IsRow ? null : one.Old,
                            one.IsRow ? null : one.New,
                        ]
                ),
            ]
        );
}
