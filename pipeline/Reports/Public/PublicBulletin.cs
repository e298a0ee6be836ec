using System.Globalization;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Reports.Public;

/// <summary>Writes the public edition: it is given the suppressed counts and nothing else, so no format can print another number. Withheld rows are one row together, not a page of dashes.</summary>
public static class PublicBulletin
{
    private const string Source = "PublicAnalysis";
    private const int Top = 3;

    private static readonly string[] Parts = ["key", "overview", "issues", "peak_hours", "areas", "points", "notes"];

    public static Bulletin Write(PublicAnalysis a, BulletinTerms terms, Phrasebook phrases, SectionOrder whole)
    {
        var counted = a.Spans.Current;
        var order = whole.Only(Parts);
        var draft = new Draft(phrases, counted.Inputs, order);
        var dates = new Dates(phrases);
        var source = draft.Text(
            "chart.source",
            ("span", dates.Span(counted.From, counted.LastDay)),
            ("count", a.Complaints),
            ("through", dates.Day(counted.LastDay))
        );
        var written = new List<Section>();
        foreach (var id in order.Writing)
            written.Add(
                id switch
                {
                    "key" => Key(a, draft),
                    "overview" => new("overview", draft.Word("section.overview"), [Total(a, draft)]),
                    "issues" => Counts("issues", "issue", a.Issues, a, draft, source),
                    "peak_hours" => Counts("peak_hours", "hour", a.Hours, a, draft, source, () => Table("weekday", a.Weekdays, a, draft)),
                    "areas" => Counts("areas", "district", a.Districts, a, draft, source),
                    "points" => new("points", draft.Word("section.points"), [Points(a, draft)]),
                    _ => new("notes", draft.Word("section.notes"), [OverviewSection.Note(draft.Say("public.notes", ("k", a.Below)))]),
                }
            );
        var sections = BulletinWriter.Ordered(written, order, phrases);
        return new Bulletin(
            BulletinWriter.PublicHead(a.Spans, terms, phrases, dates),
            sections,
            BulletinWriter.Printed(draft.Figures, sections),
            null,
            BulletinWriter.Labels(phrases)
        );
    }

    private static Paragraph Total(PublicAnalysis a, Draft draft) =>
        new(
            draft.Say(
                "public.total",
                ("complaints", draft.Count("overview.complaints", a.Complaints, Source)),
                (
                    "previous",
                    a.Previous is { } previous
                        ? draft.Say("public.previous", ("count", draft.Count("overview.previous", previous, Source)))
                        : Prose.Of("")
                )
            )
        );

    private static Section Key(PublicAnalysis a, Draft draft)
    {
        var blocks = new List<Block>
        {
            Finding(draft.Say("public.key_total", ("complaints", draft.Count("overview.complaints", a.Complaints, Source)))),
        };
        void Add(string grouping, IReadOnlyList<PublicCount> rows)
        {
            var leading = rows.Where(row => row.Complaints > 0).OrderByDescending(row => row.Complaints).Take(Top).ToList();
            if (leading.Count > 0)
                blocks.Add(
                    Finding(
                        draft.Say(
                            $"public.key_{grouping}",
                            (
                                "list",
                                draft.List(
                                    leading.Select(row =>
                                        draft.Say(
                                            "public.item",
                                            ("name", row.Label),
                                            ("count", draft.Count($"public.{grouping}.{row.Label}", row.Complaints!.Value, Source))
                                        )
                                    ),
                                    "separator.enumeration"
                                )
                            )
                        )
                    )
                );
        }
        Add("issue", a.Issues);
        Add("hour", a.Hours);
        Add("district", a.Districts);
        if (IsMostlyWithheld(a))
            blocks.Add(Finding(draft.Say("public.key_few", ("k", a.Below))));
        return new Section("key", draft.Word("section.key"), blocks);
    }

    /// <summary>No more rows tell something than are withheld: the edition says at its head why it is short.</summary>
    private static bool IsMostlyWithheld(PublicAnalysis a)
    {
        PublicCount[] rows = [.. a.Issues, .. a.Hours, .. a.Weekdays, .. a.Districts];
        return rows.Count(row => row.Complaints > 0) <= rows.Count(row => row.Withheld);
    }

    private static Paragraph Finding(Prose text) => new(text, ParagraphKind.Finding);

    private static Section Counts(
        string id,
        string grouping,
        IReadOnlyList<PublicCount> rows,
        PublicAnalysis a,
        Draft draft,
        string source,
        Func<Block>? more = null
    )
    {
        var blocks = new List<Block> { Table(grouping, rows, a, draft) };
        if (rows.Any(row => row.Complaints > 0))
            blocks.Add(new ChartBlock(Bars(grouping, rows, draft, source)));
        if (more is not null)
            blocks.Add(more());
        return new Section(id, draft.Word($"section.{id}"), blocks);
    }

    private static Block Table(string grouping, IReadOnlyList<PublicCount> rows, PublicAnalysis a, Draft draft)
    {
        var open = rows.Where(row => !row.Withheld).ToList();
        if (open.All(row => row.Complaints == 0))
            return OverviewSection.Note(draft.Say("public.none"));
        var table = new ReportTable(
            "public_" + grouping,
            draft.NextTable(),
            draft.Word($"public.table.{grouping}"),
            draft.Word($"public.sheet.{grouping}"),
            [
                draft.Column("label", CellFormat.Text, 2, "public_label"),
                draft.Column("complaints", CellFormat.Count),
                draft.Column("share", CellFormat.Percent1),
            ],
            [
                .. open.Select(row => (IReadOnlyList<object?>)[row.Label, row.Complaints, (double)row.Complaints!.Value / a.Complaints]),
                .. open.Count == rows.Count ? Array.Empty<IReadOnlyList<object?>>() : [Rest(rows.Count - open.Count, draft)],
            ],
            open.Count < rows.Count ? draft.Text("public.note", ("k", a.Below)) : null
        );
        return new TableBlock(table.WithoutEmptyColumns());
    }

    /// <summary>One row for all that are withheld.</summary>
    private static IReadOnlyList<object?> Rest(int count, Draft draft)
    {
        var withheld = draft.Word("public.withheld");
        return [draft.Text("public.rest", ("count", count)), withheld, withheld];
    }

    /// <summary>Only what the table prints; a withheld row has no bar.</summary>
    private static BarChart Bars(string grouping, IReadOnlyList<PublicCount> rows, Draft draft, string source) =>
        new(
            "public_" + grouping,
            draft.NextChart(),
            draft.Word($"public.table.{grouping}"),
            draft.Word($"public.table.{grouping}"),
            source,
            [
                .. rows.Where(row => row.Complaints is not null)
                    .Select(row => new Bar(row.Label, row.Complaints!.Value, row.Complaints.Value.ToString(CultureInfo.InvariantCulture))),
            ],
            draft.Word("chart.value_complaints")
        );

    private static Block Points(PublicAnalysis a, Draft draft) =>
        a.Points.Count == 0
            ? OverviewSection.Note(draft.Say("public.no_points", ("k", a.Below)))
            : new TableBlock(
                new ReportTable(
                    "public_points",
                    draft.NextTable(),
                    draft.Text("public.table.points", ("k", a.Below)),
                    draft.Word("public.sheet.points"),
                    [
                        draft.Column("label", CellFormat.Text, 2, "public_place"),
                        draft.Column("district", CellFormat.Text),
                        draft.Column("street", CellFormat.Text),
                        draft.Column("issue", CellFormat.Text, 1, "public_issue"),
                    ],
                    [.. a.Points.Select(point => (IReadOnlyList<object?>)[point.Label, point.District, point.Street, point.TopIssue])]
                ).WithoutEmptyColumns()
            );
}
