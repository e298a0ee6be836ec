using Hotspot.Hotspots.Scans;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>The space-time clusters that an earlier bulletin or night told.</summary>
public static class KnownClusters
{
    /// <param name="folder">Where its tables are; one without them tells of none.</param>
    public static IReadOnlyList<KnownCluster> Read(string folder, SessionLimits limits)
    {
        var (clusters, incidents) = (
            Path.Combine(folder, "space_time_clusters.parquet"),
            Path.Combine(folder, "cluster_incidents.parquet")
        );
        if (!File.Exists(clusters) || !File.Exists(incidents))
            return [];
        using var session = Session.InMemory(limits);
        return
        [
            .. session
                .Query(
                    "Grouping/known_clusters",
                    row => (Id: row.GetString(0), Until: row.DayAt(1)!.Value, Incident: row.GetString(2)),
                    ("clusters", clusters),
                    ("incidents", incidents)
                )
                .GroupBy(row => (row.Id, row.Until))
                .Select(one => new KnownCluster(
                    one.Key.Id,
                    one.Key.Until,
                    one.Select(row => row.Incident).ToHashSet(StringComparer.Ordinal)
                )),
        ];
    }
}
