using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>
/// 预警清单: one list for people, whatever method told of it. Clusters rarer than once a year, the rarest first, then early warnings by rank, then clusters worth
/// watching; a cluster and a warning of the same street and issue stand in one row.
/// </summary>
internal static class AlarmsTable
{
    /// <summary>One row: a cluster, a warning, or both of the same street and issue.</summary>
    internal sealed record Row(SpaceTimeCluster? Cluster, WarningsProse.Told? Warning)
    {
        public EarlyWarning? Strongest => Warning?.Strongest;
    }

    public static ReportTable Of(
        IReadOnlyList<SpaceTimeCluster> clusters,
        IReadOnlyList<WarningsProse.Told> warnings,
        int number,
        Draft draft,
        int budget = WarningsProse.Budget
    ) =>
        new(
            "alarms",
            number,
            draft.Word("table.alarms"),
            draft.Word("sheet.alarms"),
            [
                draft.Column("warning_area", CellFormat.Text, 1.9),
                draft.Column("issue", CellFormat.Text, 1.3),
                draft.Column("warning", CellFormat.Text, 1.7),
                draft.Column("since_on", CellFormat.Date, 1.2),
                draft.Detail("until_on", CellFormat.Date, 1.2),
                draft.Column("observed", CellFormat.Count, 0.8),
                draft.Column("usual", CellFormat.Decimal1, 0.8),
                draft.Column("recurrence", CellFormat.Text, 1.2),
                draft.Column("q_value", CellFormat.PValue, 0.8),
                draft.Detail("new_incidents", CellFormat.Count),
                draft.Detail("upper", CellFormat.Decimal1, 0.9),
                draft.Detail("score", CellFormat.Decimal1, 0.9),
                draft.Detail("places", CellFormat.Count),
                draft.Detail("radius_m", CellFormat.Count),
                draft.Detail("longitude", CellFormat.Degrees),
                draft.Detail("latitude", CellFormat.Degrees),
                draft.Detail("p_value", CellFormat.PValue),
            ],
            [.. Rows(clusters, warnings, budget).Select(row => Cells(row, draft))],
            draft.Word("note.alarms")
        )
        {
            PaperNote = draft.Word("note.alarms_paper"),
        };

    internal static List<Row> Rows(
        IReadOnlyList<SpaceTimeCluster> clusters,
        IReadOnlyList<WarningsProse.Told> warnings,
        int budget = WarningsProse.Budget
    )
    {
        var left = warnings.Take(budget).ToList();
        var rows = new List<Row>();
        foreach (var cluster in clusters)
        {
            var same = left.Find(one =>
                one.Strongest is { Street: not null, Direction: "up" } warning
                && (warning.District, warning.Street, warning.Issue) == (cluster.District, cluster.Street, cluster.Issue)
            );
            if (same is not null)
                left.Remove(same);
            rows.Add(new Row(cluster, same));
        }
        bool IsWatched(Row row) => row is { Cluster.IsAlarm: false, Warning: null };
        return [.. rows.Where(row => !IsWatched(row)), .. left.Select(one => new Row(null, one)), .. rows.Where(IsWatched)];
    }

    private static IReadOnlyList<object?> Cells(Row row, Draft draft)
    {
        var (cluster, warning) = (row.Cluster, row.Strongest);
        return
        [
            cluster is null ? WarningsProse.Area(row.Warning!, draft) : SpaceTimeProse.Where(cluster, draft, metres => metres).ToString(),
            cluster is null ? warning!.Issue : cluster.Issue ?? draft.Word("space_time.all"),
            string.Join(draft.Word("separator.enumeration"), Words(row, draft)),
            cluster?.FromOn ?? warning!.SinceOn,
            cluster?.UntilOn ?? warning!.UntilOn,
            cluster?.Incidents ?? warning!.Observed,
            cluster?.Expected ?? warning!.Expected,
            cluster is null ? null : SpaceTimeProse.Rarity(cluster, draft, days => days).ToString(),
            warning?.QValue,
            cluster?.NewIncidents,
            warning?.Upper,
            warning?.Score,
            cluster?.Places,
            cluster is null ? null : (long)Math.Round(cluster.RadiusM),
            cluster?.Longitude,
            cluster?.Latitude,
            cluster?.PValue,
        ];
    }

    /// <summary>时空聚集（新增·关注）、单日突增.</summary>
    private static IEnumerable<string> Words(Row row, Draft draft)
    {
        if (row.Cluster is { } cluster)
            yield return draft.Text(
                "space_time.status",
                ("status", draft.Word($"space_time.{cluster.Status}")),
                ("level", draft.Word(cluster.IsAlarm ? "space_time.alarm" : "space_time.watch"))
            );
        foreach (var word in row.Warning is { } warning ? WarningsProse.Words(warning, draft) : [])
            yield return word;
    }
}
