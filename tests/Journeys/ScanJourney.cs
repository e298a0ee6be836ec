using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Hotspots.Scans;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Runs;
using Hotspot.Tests.Grouping;

namespace Hotspot.Tests.Journeys;

/// <summary>From published complaints to space-time clusters: what is counted, what is found, what goes on the night after, and what is too short a history.</summary>
public sealed class ScanJourney : IDisposable
{
    private static readonly (string District, string Street)[] Streets =
    [
        ("朝阳区", "望京街道"),
        ("海淀区", "中关村街道"),
        ("丰台区", "大红门街道"),
        ("西城区", "展览路街道"),
        ("石景山区", "古城街道"),
        ("大兴区", "旧宫镇"),
    ];
    private static readonly DateOnly LastDay = new(2025, 4, 27);
    private readonly TinyCity _city = new([.. Quiet(120).Concat(Planted())]);
    private static readonly CityReference Beijing = CityReference.Of(SourceProfiles.Load().All.First(profile => profile.City == "beijing"));

    [Fact]
    public void A_street_where_more_happens_since_three_days_is_told_with_what_it_is_made_of()
    {
        var night = Scan(LastDay, []);

        // Streets alone have a location here: all issues, and one.
        Assert.Equal((2, 120), (night.Scans, night.Days));
        var cluster = Assert.Single(night.Clusters);
        Assert.Equal(
            ("street", "朝阳区", "望京街道", SpaceTimeCluster.New, true),
            (cluster.Scale, cluster.District, cluster.Street, cluster.Status, cluster.IsAlarm)
        );
        Assert.Equal((new DateOnly(2025, 4, 25), LastDay), (cluster.FromOn, cluster.UntilOn));
        Assert.Equal(cluster.Incidents, night.Incidents.Count);
        Assert.Equal(30, night.Incidents.Count(row => row.IncidentId.StartsWith('p')));
        // Its own cases stand in the margins of their weekdays.
        Assert.InRange(cluster.Expected, 10, 20);
        Assert.All(night.Incidents, row => Assert.Equal(cluster.ClusterId, row.ClusterId));
    }

    [Fact]
    public void The_night_after_it_goes_on_with_what_is_new()
    {
        var before = Scan(LastDay.AddDays(-1), []);
        KnownCluster[] known =
        [
            .. before.Clusters.Select(cluster => new KnownCluster(
                cluster.ClusterId,
                cluster.UntilOn,
                before.Incidents.Select(row => row.IncidentId).ToHashSet()
            )),
        ];
        var cluster = Assert.Single(Scan(LastDay, known).Clusters);

        Assert.Equal((before.Clusters[0].ClusterId, SpaceTimeCluster.Ongoing), (cluster.ClusterId, cluster.Status));
        Assert.Equal(cluster.Incidents - before.Incidents.Count, cluster.NewIncidents);
    }

    [Fact]
    public void Less_than_ninety_days_are_not_scanned()
    {
        using var young = new TinyCity([.. Quiet(89).Concat(Planted())]);
        using var reader = young.Open("2025-04-28");
        var night = Scanning.Run(reader, LastDay, young.Coverage!, Beijing, [], 1);

        Assert.Equal(0, night.Scans);
        Assert.Empty(night.Clusters);
    }

    /// <summary>The days of the week keep their shares: a day without a case expects none.</summary>
    [Fact]
    public void A_day_that_the_data_lack_leaves_the_scan_its_past()
    {
        var hole = LastDay.AddDays(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var holed = new TinyCity([.. Quiet(120, aDay: 4).Where(one => $"{one.OccurredAt:yyyy-MM-dd}" != hole).Concat(Planted())]);
        using var reader = holed.Open("2025-04-28");

        var cluster = Assert.Single(Scanning.Run(reader, LastDay, holed.Coverage!, Beijing, [], 1).Clusters);
        Assert.Equal(("望京街道", new DateOnly(2025, 4, 25)), (cluster.Street, cluster.FromOn));
    }

    public void Dispose() => _city.Dispose();

    private ScanNight Scan(DateOnly asOf, IReadOnlyList<KnownCluster> known)
    {
        using var reader = _city.Open(asOf.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return Scanning.Run(reader, asOf, _city.Coverage!, Beijing, known, 1);
    }

    private static IEnumerable<Complaint> Quiet(int days, int aDay = 2) =>
        from day in Enumerable.Range(0, days)
        from street in Enumerable.Range(0, Streets.Length)
        from n in Enumerable.Range(0, aDay)
        let at = LastDay.AddDays(day - days + 1)
        select TinyCity.Complaint(
            $"q{day}-{street}-{n}",
            $"{at:yyyy-MM-dd} 09:30",
            Streets[street].District,
            Streets[street].Street,
            caller: $"{day}-{street}-{n}"
        );

    /// <summary>Ten more on each of the last three days in 望京.</summary>
    private static IEnumerable<Complaint> Planted() =>
        from day in Enumerable.Range(0, 3)
        from n in Enumerable.Range(0, 10)
        select TinyCity.Complaint($"p{day}-{n}", $"{LastDay.AddDays(-day):yyyy-MM-dd} 20:00", caller: $"p{day}-{n}");
}
