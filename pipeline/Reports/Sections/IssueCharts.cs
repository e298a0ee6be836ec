using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The charts of 二、诉求分类: which few issues make up most, how they changed, and the source's own categories.</summary>
internal static class IssueCharts
{
    private const int ParetoColumns = 9;
    private const int Groups = 6;
    private const int MostGroups = 10;

    /// <summary>Share that the few issues of a Pareto chart make up together.</summary>
    private const double Most = 0.8;

    public static ParetoChart Pareto(Analysis a, List<IssueCount> issues, Draft draft)
    {
        var whole = issues.Sum(issue => issue.Complaints);
        var shown = Named(issues, draft).Where(issue => issue.Complaints > 0).Take(ParetoColumns).ToList();
        var few = 0;
        for (long sum = 0; few < shown.Count && sum < Most * whole; few++)
            sum += shown[few].Complaints;
        var columns = shown.Select((issue, i) => Column(issue.Name!, issue.Complaints, i < few, draft)).ToList();
        if (whole - shown.Sum(issue => issue.Complaints) is > 0 and var rest)
            columns.Add(Column(draft.Word("issue.rest"), rest, false, draft));
        return new ParetoChart(
            "issues",
            draft.NextChart(),
            draft.Word("chart.pareto"),
            draft.Text(
                few == 1 ? "pareto.message_one" : "pareto.message",
                ("name", shown[0].Name),
                ("top", few),
                ("share", Draft.OneDecimal(shown.Take(few).Sum(issue => issue.Complaints), whole))
            ),
            OverviewSection.SourceLine(a, draft, new Dates(draft.Phrases), whole),
            columns,
            whole,
            Most,
            draft.Word("chart.value_pareto"),
            draft.Text("chart.running_share", ("share", 100 * Most))
        );
    }

    private static Bar Column(string name, long count, bool strong, Draft draft) =>
        new(name, count, draft.Text("pareto.column", ("count", count)), Strong: strong);

    /// <summary>What changed against the period before: the title of the comparison and of the bars in the workbook.</summary>
    public static string Message(Analysis a, List<IssueCount> issues, Draft draft)
    {
        if (a.Spans.Previous is null)
            return draft.Word("compared.untested");
        var moved = IssuesSection.Moved(a, issues);
        return moved.Count == 0
            ? draft.Word("compared.steady")
            : draft.Text(
                "compared.moved",
                (
                    "list",
                    string.Join(
                        draft.Word("separator.enumeration"),
                        moved.Select(issue => issue.Name + draft.Word(issue.Complaints > issue.Previous ? "change.more" : "change.fewer"))
                    )
                )
            );
    }

    /// <summary>This period beside the one before and the one a year earlier; null where there is neither.</summary>
    public static GroupChart? Compared(Analysis a, List<IssueCount> issues, string message, Draft draft)
    {
        long? Before(IssueCount issue) => IssuesSection.Then(a.Spans.Previous, issue.Previous, a.BeforeTotals, issue);
        long? YearAgo(IssueCount issue) => IssuesSection.Then(a.Spans.YearBefore, issue.YearBefore, a.YearAgoTotals, issue);
        var moved = IssuesSection.Moved(a, issues).Select(issue => issue.Name).ToHashSet();
        // The title names what moved: it is drawn, too.
        var shown = Named(issues, draft)
            .Where(issue => issue.Complaints > 0 || issue.Previous > 0)
            .Where((issue, i) => i < Groups || moved.Contains(issue.Name))
            .Take(MostGroups)
            .ToList();
        (string Name, Func<IssueCount, long?> Value)[] series =
        [
            (draft.Word("compared.now"), issue => issue.Complaints),
            (draft.Word("compared.previous"), Before),
            (draft.Word("compared.year"), YearAgo),
        ];
        series = [.. series.Where(one => shown.Any(issue => one.Value(issue) is not null))];
        return series.Length < 2
            ? null
            : new GroupChart(
                "issue_changes",
                draft.NextChart(),
                draft.Text("chart.compared", ("series", string.Join(draft.Word("separator.enumeration"), series.Select(one => one.Name)))),
                message,
                OverviewSection.SourceLine(a, draft, new Dates(draft.Phrases)),
                [.. series.Select(one => one.Name)],
                [.. shown.Select(issue => new Group(issue.Name!, [.. series.Select(one => one.Value(issue))], moved.Contains(issue.Name)))],
                draft.Word(shown.Exists(issue => moved.Contains(issue.Name)) ? "chart.value_moved" : "chart.value_complaints")
            );
    }

    private static IEnumerable<IssueCount> Named(List<IssueCount> issues, Draft draft) =>
        issues
            .Where(issue => issue.Name != IssueList.Other)
            .OrderByDescending(issue => issue.Complaints)
            .ThenBy(issue => issue.Name, StringComparer.Ordinal);

    public static BarChart Categories(Analysis a, List<IssueCount> categories, Draft draft)
    {
        var sum = categories.Take(3).Sum(category => category.Complaints);
        return new BarChart(
            "categories",
            draft.NextChart(),
            draft.Word("chart.categories"),
            draft.Text("categories.message", ("top", Math.Min(3, categories.Count)), ("share", Draft.OneDecimal(sum, a.Now.Complaints))),
            OverviewSection.SourceLine(a, draft, new Dates(draft.Phrases)),
            [
                .. categories.Select(
                    (category, i) =>
                        new Bar(
                            category.SubName is null
                                ? category.Name!
                                : draft.Text("categories.label", ("first", category.Name), ("second", category.SubName)),
                            category.Complaints,
                            draft.Text(
                                "categories.bar",
                                ("count", category.Complaints),
                                ("share", Draft.OneDecimal(category.Complaints, a.Now.Complaints))
                            ),
                            Strong: i < 3
                        )
                ),
            ],
            draft.Word("chart.value_complaints")
        );
    }
}
