using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>二、诉求分类: the bureau's issue kinds, then the source's own category tree.</summary>
public static class IssuesSection
{
    private const string Source = "Grouping/issues.sql";
    private const int Top = 10;
    private const int TopIssues = 15;

    public static Section Write(Analysis a, Draft draft)
    {
        var issues = a.Issues.Where(issue => issue.Level == "issue").ToList();
        var categories = a.Issues.Where(issue => issue is { Level: "category", Name: not null, Complaints: > 0 }).Take(Top).ToList();
        var q = a.IssueChangeQ;
        var blocks = new List<Block>();
        var leading = issues.Where(issue => issue.Name != IssueList.Other && issue.Complaints > 0).Take(3).ToList();
        if (leading.Count == 0)
        {
            blocks.Add(new Paragraph(draft.Say("issues.none")));
        }
        else
        {
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "issues.leading",
                        (
                            "list",
                            draft.List(
                                leading.Select(
                                    (issue, i) =>
                                        draft.Say(
                                            "issues.one",
                                            ("issue", issue.Name),
                                            ("count", draft.Count($"issues.{i + 1}.complaints", issue.Complaints, Source)),
                                            ("share", draft.Share($"issues.{i + 1}.share", issue.Complaints, a.Now.Complaints, Source)),
                                            (
                                                "incidents",
                                                draft.Count($"issues.{i + 1}.incidents", issue.Incidents, Source, "unit.incidents")
                                            )
                                        )
                                ),
                                "separator.clause"
                            )
                        )
                    )
                )
            );
            blocks.Add(new Paragraph(Movements(a, issues, q, draft)));
        }
        var message = IssueCharts.Message(a, issues, draft);
        blocks.Add(
            new TableBlock(IssueTable(a, issues, q, draft) with { Bars = new TableBars("issue", ["complaints", "previous"], message) })
        );
        if (leading.Count > 0)
        {
            blocks.Add(new ChartBlock(IssueCharts.Pareto(a, issues, draft)));
            if (IssueCharts.Compared(a, issues, message, draft) is { } compared)
                blocks.Add(new ChartBlock(compared));
        }
        if (categories.Count > 0)
        {
            blocks.Add(new TableBlock(CategoryTable(a, categories, draft)));
            blocks.Add(new ChartBlock(IssueCharts.Categories(a, categories, draft)));
        }
        return new Section("issues", draft.Word("section.issues"), blocks);
    }

    private static Prose Movements(Analysis a, List<IssueCount> issues, IReadOnlyDictionary<string, double> q, Draft draft)
    {
        if (a.Spans.Previous is null)
            return draft.Say("issues.no_comparison");
        var moved = Moved(a, issues);
        if (moved.Count == 0)
            return draft.Say("issues.steady");
        return draft.Say(
            "issues.moved",
            (
                "list",
                draft.List(
                    moved.Select(issue =>
                        draft.Say(
                            "issues.moved_one",
                            ("issue", issue.Name),
                            (
                                "change",
                                draft.Tell(
                                    $"issues.moved.{issue.Name}",
                                    new Change(issue.Complaints, issue.Previous),
                                    q[issue.Name!],
                                    "previous",
                                    Source
                                )
                            )
                        )
                    ),
                    "separator.clause"
                )
            )
        );
    }

    /// <summary>Issues whose change passed its test, is no trifle, and goes one way for complaints and incidents.</summary>
    public static List<IssueCount> Moved(Analysis a, List<IssueCount> issues) =>
        [.. issues.Where(issue => HasMoved(issue, a.IssueChangeQ.GetValueOrDefault(issue.Name!, 1)))];

    /// <summary>Issues that fell, the most first.</summary>
    internal static List<IssueCount> Fewer(Analysis a) =>
        a.Spans.Previous is null
            ? []
            :
            [
                .. Moved(a, [.. a.Issues.Where(issue => issue.Level == "issue" && issue.Name != IssueList.Other)])
                    .Where(issue => issue.Complaints < issue.Previous)
                    .OrderBy(issue => issue.Incidents - issue.PreviousIncidents)
                    .ThenBy(issue => issue.Name, StringComparer.Ordinal),
            ];

    private static bool HasMoved(IssueCount issue, double q) =>
        q <= Draft.Significant
        && Math.Abs(issue.Incidents - issue.PreviousIncidents) >= 10
        && Math.Sign(issue.Incidents - issue.PreviousIncidents) == Math.Sign(issue.Complaints - issue.Previous);

    private static ReportTable IssueTable(Analysis a, List<IssueCount> issues, IReadOnlyDictionary<string, double> q, Draft draft) =>
        new(
            "issues",
            draft.NextTable(),
            draft.Word("table.issues"),
            draft.Word("sheet.issues"),
            [
                draft.Column("issue", CellFormat.Text, 2),
                draft.Column("complaints", CellFormat.Count),
                draft.Column("share", CellFormat.Percent1),
                draft.Column("previous", CellFormat.Count),
                draft.Column("previous_change", CellFormat.SignedPercent1),
                draft.Column("year_change", CellFormat.SignedPercent1),
                draft.Column("incidents", CellFormat.Count),
                draft.Column("previous_incidents", CellFormat.Count),
                draft.Column("verdict", CellFormat.Text, 1.2),
                draft.Detail("change_q_value", CellFormat.PValue, title: "q_value"),
            ],
            [.. IssueRows(a, issues, q, draft)],
            draft.Word("note.issues")
        )
        {
            PaperNote = draft.Word("note.issues_paper"),
        };

    /// <summary>The first kinds one by one, the rest in one row: a city with two hundred kinds fills no ten pages.</summary>
    private static IEnumerable<IReadOnlyList<object?>> IssueRows(
        Analysis a,
        List<IssueCount> issues,
        IReadOnlyDictionary<string, double> q,
        Draft draft
    )
    {
        var listed = issues.Where(issue => issue.Complaints > 0 || issue.Previous > 0).ToList();
        foreach (var issue in listed.Take(listed.Count > TopIssues + 1 ? TopIssues : TopIssues + 1))
            yield return IssueRow(issue, issue.Name!, q.TryGetValue(issue.Name!, out var value) ? value : null, a, draft);
        var rest = listed.Count > TopIssues + 1 ? listed.Skip(TopIssues).ToList() : [];
        if (rest.Count > 0)
            yield return IssueRow(
                new IssueCount(
                    "issue",
                    null,
                    null,
                    rest.Sum(issue => issue.Complaints),
                    rest.Sum(issue => issue.Incidents),
                    rest.Sum(issue => issue.Previous),
                    rest.Sum(issue => issue.PreviousIncidents),
                    rest.Sum(issue => issue.YearBefore),
                    rest.Sum(issue => issue.YearBeforeIncidents)
                ),
                draft.Text("issues.rest", ("count", rest.Count)),
                null,
                a,
                draft
            );
    }

    private static IReadOnlyList<object?> IssueRow(IssueCount issue, string name, double? q, Analysis a, Draft draft) =>
        [
            name,
            issue.Complaints,
            Share(issue.Complaints, a),
            Then(a.Spans.Previous, issue.Previous, a.BeforeTotals, issue),
            draft.Cell(new Change(issue.Complaints, Then(a.Spans.Previous, issue.Previous, a.BeforeTotals, issue))),
            draft.Cell(new Change(issue.Complaints, Then(a.Spans.YearBefore, issue.YearBefore, a.YearAgoTotals, issue))),
            issue.Incidents,
            a.Spans.Previous is null ? null : issue.PreviousIncidents,
            q is null
                ? null
                : draft.Word(
                    !HasMoved(issue, q.Value) ? "issues.verdict.steady"
                    : issue.Incidents > issue.PreviousIncidents ? "issues.verdict.rising"
                    : "issues.verdict.falling"
                ),
            q,
        ];

    /// <summary>Complaints of an earlier span; where there are none of it, its totals.</summary>
    public static long? Then(DaySpan? span, long counted, BaselineTotals? totals, IssueCount issue) =>
        span is not null ? counted
        : issue.Name is { } name && totals?.Issues is { } known ? known.GetValueOrDefault(name)
        : null;

    private static ReportTable CategoryTable(Analysis a, List<IssueCount> categories, Draft draft) =>
        new(
            "categories",
            draft.NextTable(),
            draft.Text("table.categories", ("top", categories.Count)),
            draft.Word("sheet.categories"),
            [
                draft.Column("category_1", CellFormat.Text, 1.6),
                draft.Column("category_2", CellFormat.Text, 1.8),
                draft.Column("complaints", CellFormat.Count),
                draft.Column("incidents", CellFormat.Count),
                draft.Column("share", CellFormat.Percent1),
                draft.Column("previous", CellFormat.Count),
                draft.Column("previous_change", CellFormat.SignedPercent1),
            ],
            [
                .. categories.Select(category =>
                    (IReadOnlyList<object?>)
                        [
                            category.Name,
                            category.SubName,
                            category.Complaints,
                            category.Incidents,
                            Share(category.Complaints, a),
                            a.Spans.Previous is null ? null : category.Previous,
                            draft.Cell(new Change(category.Complaints, a.Spans.Previous is null ? null : category.Previous)),
                        ]
                ),
            ]
        );

    private static object? Share(long part, Analysis a) => a.Now.Complaints == 0 ? null : (double)part / a.Now.Complaints;
}
