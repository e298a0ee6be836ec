using System.Text.Json;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports.Model;
using Hotspot.Settings;

namespace Hotspot.Runs.Diff;

/// <param name="Docx">Null: the data still say what the bulletin says.</param>
/// <param name="Figures">Numbers of the text that changed.</param>
public sealed record CorrectionResult(int IssueNumber, string? Docx, string? Xlsx, int Figures);

/// <summary>
/// 更正单: what a finalised bulletin would tell differently today. The bulletin itself is not touched; the sheets stand beside it in <c>corrections</c>, numbered,
/// and the same differences keep their number.
/// </summary>
internal static class CorrectionSheet
{
    /// <summary>Results that the bulletin prints row by row; the others stand behind them and change with every order.</summary>
    private static readonly string[] Printed = ["areas", "peak_windows", "points", "repeats"];

    /// <param name="folder">Of the finalised bulletin; <paramref name="now"/> has the tables and figures of today.</param>
    /// <param name="today">The bulletin of today, whose sentences the sheet quotes.</param>
    /// <param name="reasons">Why, in words.</param>
    public static CorrectionResult Write(
        string folder,
        string now,
        Bulletin today,
        IReadOnlyList<string> reasons,
        Phrasebook phrases,
        SessionLimits limits,
        WordTemplate word
    )
    {
        var mark = FinalMark.Read(folder);
        var differences = BulletinDiff.Of(new WrittenBulletin(folder, ""), new WrittenBulletin(now, ""), limits, Printed).ToArray();
        var figures = differences.Where(one => one.Table == Difference.Figures).ToArray();
        if (differences.Length == 0)
            return new CorrectionResult(mark.IssueNumber, null, null, 0);
        var sheets = Directory.CreateDirectory(Path.Combine(folder, "corrections")).FullName;
        var number = Number(sheets, differences);
        var finished = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(folder, "*.docx").Order(StringComparer.Ordinal).First());
        var state = phrases["mark.final"];
        var stem = Path.Combine(
            sheets,
            (finished.EndsWith(state, StringComparison.Ordinal) ? finished[..^state.Length] : finished + "_")
                + phrases.Say("correction.file", ("number", number))
        );
        var book = Sheet(today, mark.IssueNumber, number, figures, differences, reasons, phrases);
        var paper = book with { Sections = [.. book.Sections.Where(section => section.Id != "correction_rows")] };
        AtomicFile.Write(stem + ".docx", stream => DocxFile.Write(paper, new Dictionary<string, string>(), stream, word));
        AtomicFile.Write(stem + ".xlsx", stream => XlsxFile.Write(book, stream));
        AtomicFile.Write(Path.Combine(sheets, $"{number}.json"), stream => JsonText.Write(differences, stream));
        return new CorrectionResult(mark.IssueNumber, stem + ".docx", stem + ".xlsx", figures.Length);
    }

    private static int Number(string sheets, Difference[] differences)
    {
        var last = 0;
        while (File.Exists(Path.Combine(sheets, $"{last + 1}.json")))
            last++;
        if (last == 0)
            return 1;
        var known = JsonSerializer.Deserialize<Difference[]>(File.ReadAllText(Path.Combine(sheets, $"{last}.json")), JsonText.Options)!;
        return known.SequenceEqual(differences) ? last : last + 1;
    }

    private static Bulletin Sheet(
        Bulletin today,
        int issue,
        int number,
        Difference[] figures,
        Difference[] all,
        IReadOnlyList<string> reasons,
        Phrasebook phrases
    )
    {
        var rows = all.Where(one => one.Table != Difference.Figures).ToArray();
        string Title(string table) => phrases[$"correction.table.{table}"];
        var blocks = new List<Block> { new Paragraph(Prose.Of(phrases.Say("correction.figures", ("issue", issue)))) };
        if (figures.Length > 0)
            blocks.Add(new TableBlock(Figures(today, figures, phrases)));
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
        return today with
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
    }

    /// <summary>Each sentence of today with the numbers in it that changed; numbers that only head the page repeat those of the text.</summary>
    private static ReportTable Figures(Bulletin today, Difference[] figures, Phrasebook phrases)
    {
        var sentences = today
            .Sections.SelectMany(section => section.Blocks.OfType<Paragraph>().Select(paragraph => (section.Heading, paragraph.Text)))
            .ToArray();
        var changed = figures.ToDictionary(one => one.Key);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (heading, text) in sentences)
        {
            var here = text
                .Spans.Select(span => span.FigureId)
                .OfType<string>()
                .Where(id => changed.ContainsKey(id) && said.Add(id))
                .ToArray();
            if (here.Length > 0)
                rows.Add(Row(heading, text.ToString(), here));
        }
        string[] gone = [.. figures.Where(one => one.New is null).Select(one => one.Key)];
        if (gone.Length > 0)
            rows.Add(Row(null, phrases["correction.not_said"], gone));
        return new ReportTable(
            "corrected_figures",
            1,
            phrases["correction.table_figures"],
            phrases["correction.sheet_figures"],
            [
                Column("place_in_text", 1.1),
                Column("sentence", 3.2),
                Column("correction", 1.9),
                Column("figure", 1.6) with
                {
                    IsMain = false,
                },
            ],
            rows
        );

        ReportColumn Column(string name, double share) => new(name, phrases[$"column.{name}"], CellFormat.Text, share);

        IReadOnlyList<object?> Row(string? heading, string sentence, string[] ids) =>
            [heading, sentence, Joined(ids, id => Told(changed[id])), Joined(ids, id => id)];

        string Joined(string[] ids, Func<string, string> text) => string.Join(phrases["separator.clause"], ids.Select(text));

        string Told(Difference one) =>
            one.Old is null ? phrases.Say("correction.added", ("new", one.New))
            : one.New is null ? one.Old
            : phrases.Say("correction.change", ("old", one.Old), ("new", one.New));
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
