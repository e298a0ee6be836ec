using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Runs.Night;

/// <summary>An alarm as one night tells it.</summary>
internal sealed record NightAlarm(DateOnly Day, Alarm Alarm);

/// <summary>
/// Which alarms somebody must be told of: those of which nobody was told within <see cref="NightDay.GoOn"/> nights, the same nights that their status looks at,
/// neither under their own id nor under that of the alarm that they went on from; where they are ongoing, within <see cref="NightDay.Remembered"/>.
/// </summary>
internal static class ToldAlarms
{
    /// <param name="alarms">By night.</param>
    /// <param name="told">Ids, with the last night that had them.</param>
    public static IReadOnlyList<NightAlarm> Fresh(IReadOnlyList<NightAlarm> alarms, IReadOnlyDictionary<string, DateOnly> told)
    {
        var last = told.ToDictionary(StringComparer.Ordinal);
        var fresh = new List<NightAlarm>();
        foreach (var one in alarms)
        {
            var nights = one.Alarm.Status == SpaceTimeCluster.Ongoing ? NightDay.Remembered : NightDay.GoOn;
            bool Told(string? id) => id is not null && last.TryGetValue(id, out var on) && on.AddDays(nights) >= one.Day;
            if (!Told(one.Alarm.AlarmId) && !Told(one.Alarm.WentOnFrom))
                fresh.Add(one);
            last[one.Alarm.AlarmId] = last.TryGetValue(one.Alarm.AlarmId, out var before) && before > one.Day ? before : one.Day;
        }
        return fresh;
    }

    /// <param name="untold">Ids of those that nobody was told of after all: they stay new, and so do those that went on from them.</param>
    /// <returns>What is told now. What no night from <paramref name="oldest"/> on can go on from is forgotten.</returns>
    public static IReadOnlyDictionary<string, DateOnly> After(
        IReadOnlyList<NightAlarm> alarms,
        IReadOnlyDictionary<string, DateOnly> told,
        IReadOnlySet<string> untold,
        DateOnly oldest
    )
    {
        var silent = untold.ToHashSet(StringComparer.Ordinal);
        foreach (var one in alarms)
        {
            if (one.Alarm.WentOnFrom is { } from && silent.Contains(from) && !told.ContainsKey(one.Alarm.AlarmId))
                silent.Add(one.Alarm.AlarmId);
        }
        return alarms
            .Where(one => !silent.Contains(one.Alarm.AlarmId))
            .Select(one => KeyValuePair.Create(one.Alarm.AlarmId, one.Day))
            .Concat(told)
            .Where(one => one.Value.AddDays(NightDay.Remembered) >= oldest)
            .GroupBy(one => one.Key, one => one.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(), StringComparer.Ordinal);
    }
}
