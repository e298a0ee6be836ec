using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>口径核对: why the weeks do not sum to the month.</summary>
public static class ReconciliationTable
{
    private const string Source = "Grouping/days.sql";

    public static IEnumerable<Block> Write(Analysis a, Draft draft, Dates dates)
    {
        if (a.Weeks.Count == 0)
            yield break;
        var earlier = a.Weeks.Sum(week => week.Earlier);
        var since = a.Weeks.Sum(week => week.Since ?? 0);
        yield return new Paragraph(
            draft.Say(
                "reconcile.month",
                ("weeks", draft.Count("reconcile.weeks", a.Weeks.Count, Source, "unit.weeks")),
                ("cut", draft.Count("reconcile.cut", a.Weeks.Count(week => week.DaysBefore + week.DaysAfter > 0), Source, "unit.weeks")),
                ("month", draft.Count("reconcile.inside", a.Weeks.Sum(week => week.Inside), Source)),
                ("earlier", draft.Count("reconcile.earlier", earlier, Source))
            )
        );
        if (a.Weeks.Any(week => week.Since is not null))
            yield return new Paragraph(
                since == 0
                    ? draft.Say("reconcile.same")
                    : draft.Say(
                        since > 0 ? "reconcile.more" : "reconcile.fewer",
                        ("count", draft.Count("reconcile.since", Math.Abs(since), Source))
                    )
            );
        yield return new TableBlock(
            new ReportTable(
                "reconciliation",
                draft.NextTable(),
                draft.Word("table.reconciliation"),
                draft.Word("sheet.reconciliation"),
                [
                    draft.Column("week", CellFormat.Text, 1.2),
                    draft.Column("week_span", CellFormat.Text, 1.6),
                    draft.Column("inside_month", CellFormat.Count),
                    draft.Column("before_month", CellFormat.Count),
                    draft.Column("told_in_week", CellFormat.Count),
                    draft.Column("remark", CellFormat.Text, 1.8),
                ],
                [
                    .. a.Weeks.Select(week => Row(week, draft, dates)),
                    [draft.Word("row.total"), null, a.Weeks.Sum(week => week.Inside), earlier, null, null],
                ],
                a.Weeks.Any(week => week.Told is not null) ? draft.Word("note.reconciliation") : null,
                [a.Weeks.Count]
            )
        );
    }

    private static IReadOnlyList<object?> Row(WeekInMonth week, Draft draft, Dates dates) =>
        [
            dates.Period(week.Week),
            dates.Span(week.Week.From, week.Week.LastDay),
            week.Inside,
            week.DaysBefore == 0 ? null : week.Earlier,
            week.Told,
            Remark(week, draft),
        ];

    private static string? Remark(WeekInMonth week, Draft draft)
    {
        var parts = new List<string>();
        if (week.DaysBefore > 0)
            parts.Add(draft.Text("reconcile.days_before", ("days", week.DaysBefore)));
        if (week.DaysAfter > 0)
            parts.Add(draft.Text("reconcile.days_after", ("days", week.DaysAfter)));
        if (week.Since is { } since and not 0)
            parts.Add(draft.Text(since > 0 ? "reconcile.came" : "reconcile.went", ("count", Math.Abs(since))));
        return parts.Count == 0 ? null : string.Join(draft.Word("separator.clause"), parts);
    }
}
