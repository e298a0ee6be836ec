using Hotspot.Grouping;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>A hotspot of a bulletin: what its tests said, and the incidents that it is made of.</summary>
internal static class HotspotFinder
{
    /// <summary>Null where no bulletin has a hotspot of that id.</summary>
    public static HotspotExplained? Find(RunContext context, ExplainOptions options, Generation current)
    {
        foreach (var bulletin in WrittenBulletin.Of(context.Home, options.Bulletin))
        {
            var (points, units) = (bulletin.Table("points"), bulletin.Table("hotspot_units"));
            if (!File.Exists(points) || !File.Exists(units))
                continue;
            var made = new Generation(current.Folder, bulletin.Generation);
            var seen = Directory.Exists(made.Path) ? made : current;
            if (HotspotReader.Find(seen, points, units, options.Id, bulletin.Days(), bulletin.Stream, context.Limits) is { } hotspot)
                return new HotspotExplained(options.Id, seen.Id, made.Id, bulletin.Name, hotspot);
        }
        return null;
    }
}
