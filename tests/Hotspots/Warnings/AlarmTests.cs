using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Tests.Hotspots.Warnings;

/// <summary>From what a night found to what it tells.</summary>
public class AlarmTests
{
    private static readonly DateOnly Day = new(2025, 4, 27);

    private static EarlyWarning Warning(string method, int rank, long observed) =>
        new(
            "street",
            "朝阳区",
            "望京街道",
            "夜间施工扰民",
            method,
            Day,
            Day,
            Day,
            observed,
            1,
            2,
            3,
            0.001,
            0.01,
            "up",
            true,
            rank,
            10,
            null
        );

    private static SpaceTimeCluster Cluster(string id) =>
        new(id, "street", "朝阳区", "望京街道", null, 0, 0, 0, Day, Day, null, 5, 5, 2, 5, 1, 9, 1e-6, 1e6, true, SpaceTimeCluster.Ongoing);

    private static IReadOnlyList<Alarm> Tell(
        IReadOnlyList<SpaceTimeCluster> clusters,
        IReadOnlyList<EarlyWarning> warnings,
        params string[] before
    ) => Alarm.Of(new ScanNight(Day, Day.AddDays(-99), 1, clusters, []), warnings, before.ToHashSet(), _ => []);

    [Fact]
    public void Two_charts_of_one_drift_are_one_alarm_and_another_kind_is_another()
    {
        var alarms = Tell([], [Warning("ewma", 2, 7), Warning("cusum", 1, 9), Warning("c2", 3, 5)]);

        Assert.Equal([("drift", 9L), ("day", 5L)], alarms.Select(alarm => (alarm.Kind, alarm.Observed)));
        Assert.Equal(2, alarms.Select(alarm => alarm.AlarmId).Distinct().Count());
    }

    /// <summary>Whoever waits for new alarms must not miss one that was only watched before.</summary>
    [Fact]
    public void A_cluster_is_ongoing_where_an_alarm_was_told_and_new_where_it_was_only_watched()
    {
        var clusters = new[] { Cluster("c-told"), Cluster("c-watched") };

        var alarms = Tell(clusters, [], "c-told");

        Assert.Equal(
            [("c-told", SpaceTimeCluster.Ongoing), ("c-watched", SpaceTimeCluster.New)],
            alarms.Select(alarm => (alarm.AlarmId, alarm.Status))
        );
    }
}
