using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The two tables of 四、高发区域.</summary>
internal static class AreaTables
{
    public static ReportTable Districts(List<Area> districts, Draft draft) =>
        new(
            "districts",
            draft.NextTable(),
            draft.Word("table.districts"),
            draft.Word("sheet.districts"),
            [
                draft.Column("rank", CellFormat.Count, 0.6),
                draft.Column("district", CellFormat.Text, 1.5),
                draft.Column("complaints", CellFormat.Count, 0.8),
                draft.Column("incidents", CellFormat.Count, 0.8),
                draft.Column("share", CellFormat.Percent1, 0.8),
                draft.Detail("previous", CellFormat.Count, 0.8),
                draft.Column("previous_change", CellFormat.SignedPercent1, 1.2),
                draft.Column("year_change", CellFormat.SignedPercent1, 1.2),
                draft.Column("eb_ratio", CellFormat.Decimal2, 0.9),
                draft.Column("verdict", CellFormat.Text, 1.2),
                draft.Detail("cluster", CellFormat.Text, 1.2),
                draft.Detail("per_sqkm", CellFormat.Decimal2, 0.9),
                draft.Detail("per_10k", CellFormat.Decimal2, 0.9),
            ],
            [
                .. districts.Select(area =>
                    (IReadOnlyList<object?>)
                        [
                            (long)area.Rank,
                            area.District,
                            area.Complaints,
                            area.Incidents,
                            area.Share,
                            area.Previous,
                            Cell(area.Complaints, area.Previous, draft),
                            Cell(area.Complaints, area.YearBefore, draft),
                            area.EbRatio,
                            Verdict(area, draft),
                            Cluster(area, draft),
                            area.PerSqkm,
                            area.Per10k,
                        ]
                ),
            ],
            draft.Word(districts.Exists(area => area.Residents is not null) ? "note.areas_residents" : "note.areas")
        )
        {
            PaperNote = draft.Word("note.areas_paper"),
            Bars = new TableBars("district", ["complaints"], AreaCharts.Leading(districts, draft)),
        };

    public static ReportTable Streets(List<Area> streets, int number, Draft draft) =>
        new(
            "streets",
            number,
            draft.Text("table.streets", ("top", streets.Count)),
            draft.Word("sheet.streets"),
            [
                draft.Column("rank", CellFormat.Count, 0.6),
                draft.Column("district", CellFormat.Text, 1.2),
                draft.Column("street", CellFormat.Text, 1.6),
                draft.Column("complaints", CellFormat.Count, 0.8),
                draft.Column("incidents", CellFormat.Count, 0.8),
                draft.Detail("rank_low", CellFormat.Count, 0.7),
                draft.Detail("rank_high", CellFormat.Count, 0.7),
                draft.Column("previous", CellFormat.Count, 0.8),
                draft.Column("previous_change", CellFormat.SignedPercent1, 1.2),
                draft.Column("eb_ratio", CellFormat.Decimal2, 0.9),
                draft.Column("verdict", CellFormat.Text, 1.2),
                draft.Detail("cluster", CellFormat.Text, 1.2),
                draft.Detail("per_10k", CellFormat.Decimal2, 0.8),
                draft.Column("trend", CellFormat.Text, 0.8),
            ],
            [
                .. streets.Select(area =>
                    (IReadOnlyList<object?>)
                        [
                            (long)area.Rank,
                            area.District,
                            area.Street,
                            area.Complaints,
                            area.Incidents,
                            (long?)area.RankLow,
                            (long?)area.RankHigh,
                            area.Previous,
                            Cell(area.Complaints, area.Previous, draft),
                            area.EbRatio,
                            Verdict(area, draft),
                            Cluster(area, draft),
                            area.Per10k,
                            TrendWord.Told(area.TrendClass, draft),
                        ]
                ),
            ],
            draft.Word("note.streets")
        )
        {
            PaperNote = draft.Word("note.streets_paper"),
        };

    /// <summary>The kind of cluster, else what the area is with its neighbours; null: not tested.</summary>
    private static string? Cluster(Area area, Draft draft) =>
        area.GiStarQ is null ? null : draft.Word($"cluster.{area.Lisa ?? area.GiStar ?? "none"}");

    private static object? Cell(long now, long? before, Draft draft) => draft.Cell(new Change(now, before));

    private static string? Verdict(Area area, Draft draft) =>
        (area.IsHot, area.IsRising) switch
        {
            (true, true) => draft.Word("verdict.hot_rising"),
            (true, _) => draft.Word("verdict.hot"),
            (_, true) => draft.Word("verdict.rising"),
            (null, null) => null,
            _ => draft.Word("verdict.usual"),
        };
}
