using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>附：数据说明: what was read, what it allows, and each method in one line.</summary>
public static class DataNotesSection
{
    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        const string Source = "Grouping/totals.sql";
        var now = a.Now;
        var blocks = new List<Block>
        {
            new Paragraph(
                draft.Say(
                    "notes.read",
                    ("files", draft.Count("notes.files", a.Batches.Files, "Grouping/batches.sql", "unit.files")),
                    ("read", draft.Count("notes.read", a.Batches.Read, "Grouping/batches.sql", "unit.rows")),
                    ("rejected", draft.Count("notes.rejected", a.Batches.Rejected, "Grouping/batches.sql", "unit.rows")),
                    ("first", dates.Day(a.Coverage.FirstOn)),
                    ("last", dates.Day(a.Coverage.LastOn < a.Spans.Current.LastDay ? a.Coverage.LastOn : a.Spans.Current.LastDay)),
                    ("used", draft.Count("notes.used", now.Complaints, Source))
                )
            ),
        };
        if (a.Stream is { } stream)
            blocks.Add(OverviewSection.Note(draft.Say("notes.stream", ("stream", draft.Word($"stream.{Snake.Code(stream)}")))));
        if (now.Complaints > 0)
            blocks.Add(new TableBlock(Quality(now, a.HasIssueRules, draft)));
        blocks.AddRange(ReconciliationTable.Write(a, draft, dates));
        string[] tested = ShortBulletin.Suits(now.Complaints)
            ? ["changes"]
            : ["peaks", "areas", "evolution", "changes", "points", "warnings"];
        foreach (var method in (string[])["incidents", "repeats", .. tested, .. a.HasIssueRules ? ["issues"] : Array.Empty<string>()])
            blocks.Add(OverviewSection.Note(draft.Say($"notes.method_{method}")));
        if (!ShortBulletin.Suits(now.Complaints))
            blocks.Add(OverviewSection.Note(draft.Say("notes.parquet")));
        if (a.BeforeTotals is not null || a.YearAgoTotals is not null)
            blocks.Add(
                OverviewSection.Note(
                    draft.Say(
                        "notes.baseline",
                        (
                            "changes",
                            string.Join(
                                draft.Word("separator.enumeration"),
                                new[]
                                {
                                    a.YearAgoTotals is null ? null : draft.Word("change.year"),
                                    a.BeforeTotals is null ? null : draft.Word("change.previous"),
                                }.Where(word => word is not null)
                            )
                        )
                    )
                )
            );
        foreach (var change in a.RuleChanges)
            blocks.Add(
                OverviewSection.Note(
                    draft.Say("notes.rules_changed", ("table", draft.Word($"notes.rules_{change.Table}")), ("day", dates.Day(change.On)))
                )
            );
        if (!a.HasWorkCalendar)
            blocks.Add(OverviewSection.Note(draft.Say("notes.no_calendar")));
        return new Section("notes", draft.Word("section.notes"), blocks);
    }

    private static ReportTable Quality(Totals now, bool hasIssueRules, Draft draft)
    {
        return new ReportTable(
            "quality",
            draft.NextTable(),
            draft.Word("table.quality"),
            draft.Word("sheet.quality"),
            [
                draft.Column("item", CellFormat.Text, 2.2),
                draft.Column("complaints", CellFormat.Count, 0.8),
                draft.Column("share", CellFormat.Percent1, 0.8),
                draft.Column("meaning", CellFormat.Text, 3.6),
            ],
            [
                Row("with_hour", now.WithHour),
                Row("with_call_time", now.WithCallTime),
                Row("with_coordinate", now.WithCoordinate),
                Row("with_point", now.WithPoint),
                .. now.PlaceFromContent > 0 ? [Row("place_from_content", now.PlaceFromContent)] : Array.Empty<IReadOnlyList<object?>>(),
                Row("district_unknown", now.DistrictUnknown),
                Row("without_caller", now.ReportsWithoutCaller),
                .. hasIssueRules ? [Row("classified", now.Classified)] : Array.Empty<IReadOnlyList<object?>>(),
            ]
        );

        IReadOnlyList<object?> Row(string item, long count) =>
            [
                draft.Word($"quality.{item}"),
                count,
                now.Complaints == 0 ? null : (double)count / now.Complaints,
                draft.Word($"quality.{item}_meaning"),
            ];
    }
}
