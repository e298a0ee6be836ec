using System.Globalization;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Scans;

/// <summary>From what the scans of a night found to the list that people read.</summary>
public class ClusterListTests
{
    private static readonly DateOnly AsOf = new(2025, 4, 27);

    [Fact]
    public void Rarity_counts_every_scan_of_the_night()
    {
        var night = Night(20, [Found("a", 0.00001, 1, 2, 3), Found("b", 0.0003, 4, 5, 6), Found("c", 0.001, 7, 8, 9)]);

        Assert.Equal([5000, 1 / (0.0003 * 20)], night.Clusters.Select(cluster => cluster.RecurrenceDays), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([true, false], night.Clusters.Select(cluster => cluster.IsAlarm));
    }

    [Fact]
    public void What_two_scans_see_is_told_once_by_the_rarer()
    {
        var night = Night(1, [Found("street", 1e-5, 1, 2, 3, 4, 5, 6), Found("cell", 1e-7, 2, 3, 4), Found("other", 1e-6, 6, 7, 8)]);

        Assert.Equal([3, 3], night.Clusters.Select(cluster => cluster.Incidents));
        Assert.Equal(["2", "3", "4"], night.Incidents.Take(3).Select(row => row.IncidentId));
        Assert.All(night.Clusters, cluster => Assert.Equal((SpaceTimeCluster.New, 3), (cluster.Status, cluster.NewIncidents)));
    }

    [Fact]
    public void What_is_mostly_of_one_issue_is_told_as_that_issue()
    {
        var all = Found("all", 1e-7, 1, 2, 3, 4, 5);
        var issue = Found("issue", 1e-6, 1, 2, 3) with { Issue = "露天烧烤" };

        Assert.Equal("露天烧烤", Assert.Single(Night(1, [all, issue]).Clusters).Issue);
        // Less than half of it, or not rare enough to call anybody.
        Assert.Null(Assert.Single(Night(1, [all, issue with { Openings = [.. issue.Openings.Take(2)] }]).Clusters).Issue);
        Assert.Null(Assert.Single(Night(1, [all, issue with { PValue = 1 / 200.0 }]).Clusters).Issue);
    }

    [Fact]
    public void A_cluster_that_goes_on_keeps_its_id_and_tells_what_is_new()
    {
        var before = new KnownCluster("c-before", AsOf.AddDays(-7), new HashSet<string> { "1", "2", "3", "99" });
        var night = Night(1, [Found("a", 1e-5, 1, 2, 3, 4, 5)], before);

        var cluster = Assert.Single(night.Clusters);
        Assert.Equal(("c-before", SpaceTimeCluster.Ongoing, 2), (cluster.ClusterId, cluster.Status, cluster.NewIncidents));
        Assert.Equal(5, cluster.Incidents);
        Assert.All(night.Incidents, row => Assert.Equal("c-before", row.ClusterId));
    }

    [Fact]
    public void What_was_told_and_has_nothing_new_alarms_nobody_again()
    {
        KnownCluster Before(params string[] incidents) => new("c-before", AsOf.AddDays(-1), incidents.ToHashSet());
        bool Alarms(KnownCluster before) => Assert.Single(Night(1, [Found("a", 1e-5, 1, 2, 3, 4)], before).Clusters).IsAlarm;

        Assert.True(Alarms(Before("1", "2", "3")));
        Assert.False(Alarms(Before("1", "2", "3", "4", "5")));
    }

    [Theory]
    [InlineData(-8, "1", "2", "3")]
    [InlineData(0, "1", "2", "3")]
    [InlineData(-1, "1", "98", "99")]
    public void What_is_older_than_a_week_or_shares_less_than_half_is_another_cluster(int days, params string[] incidents)
    {
        var night = Night(1, [Found("a", 1e-5, 1, 2, 3, 4)], new KnownCluster("c-before", AsOf.AddDays(days), incidents.ToHashSet()));

        var cluster = Assert.Single(night.Clusters);
        Assert.Equal((SpaceTimeCluster.New, 4), (cluster.Status, cluster.NewIncidents));
        Assert.NotEqual("c-before", cluster.ClusterId);
    }

    [Fact]
    public void A_cluster_names_all_its_streets_those_with_most_cases_first()
    {
        var found = Found("a", 1e-5, 1, 2, 3, 4, 5);
        var across = found with
        {
            Openings = [.. found.Openings.Select((one, i) => i < 3 ? one with { District = "海淀区", Street = "花园路街道" } : one)],
        };

        Assert.Equal("海淀区/花园路街道,朝阳区/望京街道", Assert.Single(Night(1, [across]).Clusters).Streets);
    }

    [Fact]
    public void One_caller_at_one_place_is_no_cluster_and_two_callers_are()
    {
        PointUnit[] Burst(int callers) =>
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(n => Opening(n) with { CallerKey = $"k{n % callers}", PlaceKey = "朝阳区/望京街道/某小区" }),
            ];

        Assert.Empty(Scan(Burst(1)));
        var found = Assert.Single(Scan(Burst(2)));
        Assert.True(found.PValue < 1e-4, $"p {found.PValue}");
        Assert.Equal(12, found.Openings.Count);
    }

    /// <summary>A year of thirty cells in which little happens, and what is planted in one of them on the last two days.</summary>
    private static List<ScanCandidate> Scan(PointUnit[] planted)
    {
        var places = Enumerable
            .Range(0, 30)
            .ToDictionary(i => $"{i}/0", i => new ScanPlace(i * 2500.0, 0, 116 + i / 100.0, 39.9, 141), StringComparer.Ordinal);
        var random = new Draws(5);
        var recent = places
            .Keys.Skip(1)
            .Select(
                (name, i) =>
                    new ScanIncident(Opening(100 + i) with { At = AsOf.ToDateTime(TimeOnly.MinValue).AddDays(-random.Below(14)) }, [name])
            )
            .Concat(planted.Select(opening => new ScanIncident(opening, ["0/0"])))
            .ToList();
        var margins = places.Keys.ToDictionary(name => name, _ => new int[7], StringComparer.Ordinal);
        foreach (var (name, weekdays) in margins)
        {
            for (var weekday = 0; weekday < 7; weekday++)
                weekdays[weekday] = 4 + recent.Count(one => one.Locations[0] == name && ((int)one.Opening.At.DayOfWeek + 6) % 7 == weekday);
        }
        return [.. NightScan.Run("cell_200m", 0, null, margins, places, recent, AsOf, 1).Where(found => found.PValue <= 0.01)];
    }

    private static ScanNight Night(int scans, IEnumerable<ScanCandidate> found, params KnownCluster[] known) =>
        ClusterList.Of(AsOf, AsOf.AddDays(-364), scans, found, known);

    private static ScanCandidate Found(string centre, double p, params int[] incidents) =>
        new("street", null, centre, new ScanPlace(0, 0, 116.4, 39.9, 0), 0, AsOf.AddDays(-2), [.. incidents.Select(Opening)], 1, 10, p);

    private static PointUnit Opening(int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new PointUnit(
            id,
            id,
            $"地点{number}",
            null,
            null,
            null,
            AsOf.ToDateTime(TimeOnly.MinValue),
            8,
            $"k{number}",
            "露天烧烤",
            "朝阳区",
            "望京街道",
            1
        );
    }
}
