using Hotspot.Hotspots.Warnings;
using Hotspot.Runs.Night;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>An alarm of a night: what told it, and the orders behind it; where a cluster speaks for it, that cluster.</summary>
internal static class AlarmFinder
{
    /// <summary>Of the newest night that tells it; null where none does.</summary>
    public static ExplainResult? Find(RunContext context, ExplainOptions options, Generation current)
    {
        var found = WrittenBulletin
            .Of(context.Home, options.Bulletin)
            .OrderByDescending(night => night.Name, StringComparer.Ordinal)
            .Select(night => (Night: night, Alarm: NightDay.Alarms(night.Folder).FirstOrDefault(alarm => alarm.AlarmId == options.Id)))
            .FirstOrDefault(one => one.Alarm is not null);
        if (found is not (var night, { } alarm))
            return null;
        if (alarm.Kind != Alarm.Cluster)
            return new AlarmExplained(alarm.AlarmId, current.Id, night.Generation, night.Name, alarm);
        // Nights of before had no other id for an alarm than that of its cluster.
        var told =
            alarm.Tests.FirstOrDefault(test => test.ClusterId is not null && test.Street == alarm.Street)?.ClusterId ?? alarm.AlarmId;
        var cluster = HotspotFinder.Find(context, options with { Id = told, Bulletin = night.Name }, current);
        return cluster is null ? null : cluster with { Id = alarm.AlarmId };
    }
}
