using Hotspot.Grouping;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>A hotspot of a bulletin, or a space-time cluster of a bulletin or night: what its tests said, and the incidents that it is made of.</summary>
internal static class HotspotFinder
{
    /// <summary>Null where none has a hotspot or cluster of that id.</summary>
    public static HotspotExplained? Find(RunContext context, ExplainOptions options, Generation current)
    {
        foreach (var bulletin in WrittenBulletin.Of(context.Home, options.Bulletin))
        {
            var made = new Generation(current.Folder, bulletin.Generation);
            var seen = Directory.Exists(made.Path) ? made : current;
            HotspotExplained Told(string table, ToldHotspot hotspot) => new(options.Id, seen.Id, made.Id, bulletin.Name, table, hotspot);
            var (points, units) = (bulletin.Table("points"), bulletin.Table("hotspot_units"));
            if (
                File.Exists(points)
                && File.Exists(units)
                && HotspotReader.Find(seen, points, units, options.Id, bulletin.Days(), bulletin.Stream, context.Limits) is { } point
            )
                return Told("points", point);
            var (clusters, incidents) = (bulletin.Table("space_time_clusters"), bulletin.Table("cluster_incidents"));
            if (
                File.Exists(clusters)
                && File.Exists(incidents)
                && HotspotReader.FindCluster(seen, clusters, incidents, options.Id, bulletin.Stream, context.Limits) is { } cluster
            )
                return Told("space_time_clusters", cluster);
        }
        return null;
    }
}
