using Hotspot.Hotspots.Warnings;

namespace Hotspot.Runs.Night;

/// <summary>An alarm as one night tells it.</summary>
internal sealed record NightAlarm(DateOnly Day, Alarm Alarm);

/// <summary>
/// Which alarms somebody must be told of. An alarm goes on for as long as no more than <see cref="NightDay.GoOn"/> nights pass without it, the same
/// nights that its status looks at; after that it is a new one, though its id is the same.
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
            var isTold = last.TryGetValue(one.Alarm.AlarmId, out var before) && before.AddDays(NightDay.GoOn) >= one.Day;
            if (!isTold)
                fresh.Add(one);
            if (!isTold || before < one.Day)
                last[one.Alarm.AlarmId] = one.Day;
        }
        return fresh;
    }

    /// <param name="untold">Ids of those that nobody was told of after all: they stay new.</param>
    /// <returns>What is told now. What no night from <paramref name="oldest"/> on can go on from is forgotten.</returns>
    public static IReadOnlyDictionary<string, DateOnly> After(
        IReadOnlyList<NightAlarm> alarms,
        IReadOnlyDictionary<string, DateOnly> told,
        IReadOnlySet<string> untold,
        DateOnly oldest
    ) =>
        alarms
            .Where(one => !untold.Contains(one.Alarm.AlarmId))
            .Select(one => KeyValuePair.Create(one.Alarm.AlarmId, one.Day))
            .Concat(told)
            .Where(one => one.Value.AddDays(NightDay.GoOn) >= oldest)
            .GroupBy(one => one.Key, one => one.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(), StringComparer.Ordinal);
}
