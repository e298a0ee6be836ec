using Hotspot.IssueGroups;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The part of 六、热点问题 on matters told in whatever words: who is hottest, how people put it, which words emerge.</summary>
internal static class HotIssuesProse
{
    private const string Source = "Grouping/hot_issues.sql, IssueGroups/HotIssues";
    private const string WordsSource = "Grouping/matter_texts.sql, IssueGroups/EmergingWords";
    private const int MostListed = 10;
    private const int OnPaper = 5;
    private const int MostQuoted = 2;
    private const int MostWords = 5;

    public static IEnumerable<Block> Write(Analysis a, Draft draft)
    {
        if (a.Spoken.Issues.Count == 0)
        {
            yield return new Paragraph(draft.Say("hot_issues.none", ("memory", Memory(draft)), ("least", Least(draft))));
            yield break;
        }
        var first = a.Spoken.Issues[0];
        yield return new Paragraph(
            draft.Say(
                IsKnown(first) ? "hot_issues.summary" : "hot_issues.summary_without_callers",
                ("memory", Memory(draft)),
                ("least", Least(draft)),
                ("count", draft.Count("hot_issues.count", a.Spoken.IssuesInAll, Source, "unit.matters")),
                ("complaints", draft.Count("hot_issues.complaints", a.Spoken.Complaints, Source)),
                ("title", first.Title),
                ("callers", IsKnown(first) ? draft.Count("hot_issues.first.callers", first.Callers, Source, "unit.people") : null),
                ("reports", draft.Count("hot_issues.first.complaints", first.Complaints, Source))
            )
        );
        yield return new TableBlock(draft.First(Table(a.Spoken.Issues, a.Coverage.FirstOn, draft), OnPaper));
        foreach (var issue in a.Spoken.Issues.Take(MostQuoted))
            yield return OverviewSection.Note(Quoted(issue, draft));
    }

    private static bool IsKnown(HotIssue issue) => issue.CallersFrom == "keys";

    private static Figure Least(Draft draft) => draft.Count("hot_issues.least", HotIssues.LeastCallers, Source, "unit.people");

    private static Figure Memory(Draft draft) => draft.Count("hot_issues.memory", HotIssues.MemoryDays, Source, "unit.days");

    private static Prose Quoted(HotIssue issue, Draft draft) =>
        draft.Say(
            issue.TopTerms.Length > 0 ? "hot_issues.quoted" : "hot_issues.quoted_plain",
            ("rank", draft.Text("hot_issues.rank", ("rank", issue.Rank))),
            ("id", issue.ExampleIds.Split('、')[0]),
            ("example", issue.Example),
            ("terms", issue.TopTerms)
        );

    /// <param name="since">First day of data: what began then may be older.</param>
    private static ReportTable Table(IReadOnlyList<HotIssue> issues, DateOnly since, Draft draft) =>
        new(
            "hot_issues",
            draft.NextTable(),
            draft.Text("table.hot_issues", ("top", Math.Min(issues.Count, MostListed))),
            draft.Word("sheet.hot_issues"),
            [
                draft.Column("rank", CellFormat.Count, 0.45),
                draft.Column("hot_issue", CellFormat.Text, 4),
                draft.Detail("issue", CellFormat.Text, 1.1),
                draft.Column("area", CellFormat.Text, 1.4),
                draft.Column("callers", CellFormat.Count, 0.55),
                draft.Column("complaints", CellFormat.Count, 0.65),
                draft.Column("heat", CellFormat.Decimal1, 0.5),
                draft.Column("opened_on", CellFormat.Date, 0.8),
                draft.Detail("spoken_organisation", CellFormat.Text, 1.3),
                draft.Detail("all_callers", CellFormat.Count, 0.6),
                draft.Detail("all_complaints", CellFormat.Count, 0.6),
                draft.Detail("repeat_callers", CellFormat.Count, 0.6),
                draft.Detail("severity", CellFormat.Decimal1, 0.6),
                draft.Detail("top_terms", CellFormat.Text, 2),
                draft.Detail("example", CellFormat.Text, 2.8),
                draft.Detail("example_ids", CellFormat.Text, 2),
            ],
            [
                .. issues
                    .Take(MostListed)
                    .Select(issue =>
                        (IReadOnlyList<object?>)
                            [
                                (long)issue.Rank,
                                issue.Title,
                                issue.Issue,
                                issue.District + issue.Street,
                                IsKnown(issue) ? issue.Callers : null,
                                issue.Complaints,
                                issue.Heat,
                                DateOnly.FromDateTime(issue.FirstAt) is var first && first == since
                                    ? draft.Word("hot_issues.since_ever")
                                    : first,
                                issue.Organisation,
                                IsKnown(issue) ? issue.AllCallers : null,
                                issue.AllComplaints,
                                IsKnown(issue) ? issue.RepeatCallers : null,
                                issue.Severity,
                                issue.TopTerms,
                                issue.Example,
                                issue.ExampleIds,
                            ]
                    ),
            ],
            draft.Word("note.hot_issues")
        )
        {
            PaperNote = draft.Word("note.hot_issues_paper"),
        };

    /// <summary>Words that emerge, or that none does; nothing where the weeks before say too little.</summary>
    public static Prose? Words(Analysis a, Draft draft) =>
        a.Spoken.Words switch
        {
            null => null,
            [] => draft.Say("emerging_words.none"),
            var words => draft.Say(
                "emerging_words.found",
                (
                    "list",
                    draft.List(
                        words
                            .Take(MostWords)
                            .Select(word =>
                                draft.Say(
                                    "emerging_words.one",
                                    ("word", word.Word),
                                    ("matters", draft.Count($"emerging_words.{word.Word}", word.Matters, WordsSource, "unit.matters")),
                                    (
                                        "expected",
                                        draft.Number($"emerging_words.{word.Word}.expected", word.Expected, 1, WordsSource, "unit.matters")
                                    )
                                )
                            ),
                        "separator.clause"
                    )
                )
            ),
        };
}
