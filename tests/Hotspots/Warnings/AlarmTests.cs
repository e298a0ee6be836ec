using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Tests.Hotspots.Warnings;

/// <summary>From what a night found to what it tells.</summary>
public class AlarmTests
{
    private static readonly DateOnly Day = new(2025, 4, 27);

    private static EarlyWarning Warning(
        string method,
        int rank,
        long observed = 5,
        string? street = "望京街道",
        string? district = "朝阳区",
        string direction = "up",
        string issue = "夜间施工扰民"
    ) =>
        new(
            district is null ? "city"
                : street is null ? "district"
                : "street",
            district,
            street,
            issue,
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
            direction,
            true,
            rank,
            10,
            null
        );

    private static SpaceTimeCluster Cluster(
        string id,
        string? street = "望京街道",
        string? district = "朝阳区",
        string? issue = "夜间施工扰民",
        long incidents = 6
    ) =>
        new(
            id,
            "street",
            district,
            street,
            null,
            0,
            0,
            0,
            Day,
            Day,
            issue,
            incidents,
            incidents,
            2,
            5,
            1,
            9,
            1e-6,
            1e6,
            true,
            SpaceTimeCluster.Ongoing
        );

    private static IReadOnlyList<Alarm> Tell(
        IReadOnlyList<SpaceTimeCluster> clusters,
        IReadOnlyList<EarlyWarning> warnings,
        params IReadOnlyList<Alarm> before
    ) => Tell(clusters, [.. clusters.Select(one => new ClusterIncident(one.ClusterId, one.ClusterId + "/1"))], warnings, before, []);

    private static IReadOnlyList<Alarm> Tell(
        IReadOnlyList<SpaceTimeCluster> clusters,
        IReadOnlyList<ClusterIncident> incidents,
        IReadOnlyList<EarlyWarning> warnings,
        IReadOnlyList<Alarm> before,
        IReadOnlyList<Alarm> longBefore
    ) =>
        Alarm.Of(
            new ScanNight(Day, Day.AddDays(-99), 1, clusters, incidents),
            warnings,
            before,
            longBefore,
            warning => [warning.Method],
            alarm => alarm.Complaints
        );

    [Fact]
    public void What_several_tests_tell_of_one_street_and_issue_is_one_alarm_that_lists_them()
    {
        EarlyWarning[] warnings = [Warning("ewma", 2, 7), Warning("cusum", 1, 9), Warning("c2", 3), Warning("farrington", 4, 8)];

        var alarm = Assert.Single(Tell([Cluster("c-1")], warnings));
        Assert.Equal(
            ("cluster", 6L, SpaceTimeCluster.New, "c-1/1"),
            (alarm.Kind, alarm.Observed, alarm.Status, Assert.Single(alarm.Complaints))
        );
        // Two charts of one drift are one test.
        Assert.Equal(
            [("cluster", "c-1", 6L), ("drift", null, 9L), ("day", null, 5L), ("week", null, 8L)],
            alarm.Tests.Select(test => (test.Kind, test.ClusterId, test.Observed))
        );
        // Whichever of them tells it, its id is the same; the numbers and orders are those of the first.
        foreach (var warning in warnings)
            Assert.Equal(
                (alarm.AlarmId, warning.Observed, warning.Method),
                Tell([], [warning]).Select(one => (one.AlarmId, (long?)one.Observed, one.Complaints[0])).Single()
            );
    }

    [Fact]
    public void Another_street_issue_or_direction_and_the_whole_city_are_other_matters()
    {
        var alarms = Tell(
            [Cluster("c-1"), Cluster("c-2", issue: null), Cluster("c-3", null, null), Cluster("c-4", null, null)],
            [
                Warning("c2", 1),
                Warning("c2", 2, street: "三里屯街道"),
                Warning("c2", 3, issue: "施工扬尘"),
                Warning("c2", 4, direction: "down"),
                Warning("c2", 5, street: null, district: null),
            ]
        );

        Assert.Equal(8, alarms.Select(alarm => alarm.AlarmId).Distinct().Count());
        Assert.Equal(8, alarms.Count);
    }

    [Fact]
    public void A_cluster_of_all_issues_belongs_to_the_issues_that_make_most_of_it()
    {
        EarlyWarning[] warnings = [Warning("c2", 1), Warning("farrington", 2, issue: "施工扬尘")];
        IReadOnlyList<Alarm> Told(params string[] incidents) =>
            Tell([Cluster("c-all", issue: null)], [.. incidents.Select(one => new ClusterIncident("c-all", one))], warnings, [], []);

        // Orders of a warning are called after its method here.
        var alarms = Told("c2", "farrington", "other");
        Assert.Equal(["夜间施工扰民", "施工扬尘"], alarms.Select(alarm => alarm.Issue));
        Assert.Equal(("day", 5L, "c2"), (alarms[0].Kind, alarms[0].Observed, Assert.Single(alarms[0].Complaints)));
        Assert.Equal(
            [("day", "夜间施工扰民", null), ("cluster", null, "c-all")],
            alarms[0].Tests.Select(test => (test.Kind, test.Issue, test.ClusterId))
        );
        Assert.Single(alarms[1].Tests);
        // Of other matters it is one of its own.
        Assert.Equal([null, "夜间施工扰民", "施工扬尘"], Told("c2", "farrington", "other", "another").Select(alarm => alarm.Issue));

        // The cluster alone was told: its issues are no news on the next night, and it is none after them.
        var alone = Tell([Cluster("c-all", issue: null)], []);
        var next = Tell([Cluster("c-all", issue: null)], [new ClusterIncident("c-all", "c2")], warnings, alone, []);
        Assert.Equal((SpaceTimeCluster.Ongoing, alone[0].AlarmId), (next[0].Status, next[0].WentOnFrom));
        Assert.Equal(SpaceTimeCluster.Ongoing, Assert.Single(Tell([Cluster("c-all", issue: null)], [], alarms)).Status);
    }

    [Fact]
    public void What_callers_and_incidents_tell_of_one_street_and_issue_is_one_alarm()
    {
        EarlyWarning[] warnings = [Warning("c2", 1, 30) with { Counted = WarningSeries.Callers }, Warning("cusum", 2), Warning("c2", 3)];

        var alarm = Assert.Single(Tell([], warnings));
        Assert.Equal((30L, WarningSeries.Callers), (alarm.Observed, alarm.Counted));
        Assert.Equal(
            [("day", WarningSeries.Callers), ("drift", WarningSeries.Incidents)],
            alarm.Tests.Select(test => (test.Kind, test.Counted))
        );
    }

    /// <summary>What goes on is judged by what opened the incidents; people get all of it.</summary>
    [Fact]
    public void An_alarm_lists_all_reports_behind_it()
    {
        var night = new ScanNight(Day, Day.AddDays(-99), 1, [Cluster("c-1")], [new("c-1", "b"), new("c-1", "a")]);

        var alarm = Assert.Single(Alarm.Of(night, [], [], [], _ => [], alarm => [.. alarm.Complaints, "follower"]));
        Assert.Equal(["a", "b", "follower"], alarm.Complaints);
    }

    [Fact]
    public void A_silent_area_is_told_and_neither_its_issues_nor_its_streets()
    {
        EarlyWarning Silence(int rank, string? street, string? district = "朝阳区") =>
            Warning(EarlyWarning.Silence, rank, 0, street, district, "down") with
            {
                Issue = null,
            };
        EarlyWarning[] street = [Warning("ewma", 1, direction: "down"), Silence(2, "望京街道"), Silence(3, "双井街道", "丰台区")];

        var alarms = Tell([], [.. street, Warning("c2", 4)]);
        Assert.Equal(
            [("望京街道", "silence", 0L), ("双井街道", "silence", 0L), ("望京街道", "day", 5L)],
            alarms.Select(alarm => (alarm.Street, alarm.Kind, alarm.Observed))
        );
        Assert.Equal(["silence", "drift"], alarms[0].Tests.Select(test => test.Kind));
        // The whole district is news, and what is told of it then.
        var district = Tell([], [.. street, Silence(5, null)], alarms);
        Assert.Equal(
            [(null, "朝阳区", SpaceTimeCluster.New), ("双井街道", "丰台区", SpaceTimeCluster.Ongoing)],
            district.OrderBy(alarm => alarm.Street is not null).Select(alarm => (alarm.Street, alarm.District, alarm.Status))
        );
    }

    [Fact]
    public void Of_a_district_and_its_streets_the_streets_are_told()
    {
        EarlyWarning[] streets = [Warning("c2", 2), Warning("c2", 3, street: "三里屯街道")];

        var alarms = Tell([], [Warning("farrington", 1, 40, street: null), .. streets, Warning("c2", 4, street: null, district: "丰台区")]);

        Assert.Equal(
            [("朝阳区", "望京街道"), ("朝阳区", "三里屯街道"), ("丰台区", null)],
            alarms.Select(alarm => (alarm.District, alarm.Street))
        );
        Assert.Equal([("week", null), ("day", "望京街道")], alarms[0].Tests.Select(test => (test.Kind, test.Street)));
        // A third street in a district that was never told itself is a matter of its own.
        var third = Assert.Single(Tell([], [Warning("c2", 1, street: "麦子店街道")], Tell([], streets)));
        Assert.Equal(SpaceTimeCluster.New, third.Status);
    }

    [Fact]
    public void A_matter_goes_on_under_its_id_whichever_test_tells_it()
    {
        var street = Tell([Cluster("c-1")], []);
        var next = Assert.Single(Tell([], [Warning("c2", 1)], street));
        Assert.Equal((street[0].AlarmId, SpaceTimeCluster.Ongoing, null), (next.AlarmId, next.Status, next.WentOnFrom));
        // Also where its district's test was the more unusual one.
        var withDistrict = Tell([], [Warning("cusum", 1, 40, street: null), Warning("c2", 2)]);
        Assert.Equal([(null, "drift"), ("望京街道", "day")], withDistrict.Single().Tests.Select(test => (test.Street, test.Kind)));
        next = Assert.Single(Tell([], [Warning("c2", 1)], withDistrict));
        Assert.Equal((street[0].AlarmId, SpaceTimeCluster.Ongoing, null), (next.AlarmId, next.Status, next.WentOnFrom));
        var other = Assert.Single(Tell([], [Warning("cusum", 1, street: "三里屯街道")], withDistrict));
        Assert.Equal(SpaceTimeCluster.New, other.Status);
        // The cluster's middle is in the next street now: another place, no news.
        var moved = Assert.Single(Tell([Cluster("c-1", "三里屯街道")], [], street));
        Assert.NotEqual(street[0].AlarmId, moved.AlarmId);
        Assert.Equal((SpaceTimeCluster.Ongoing, street[0].AlarmId), (moved.Status, moved.WentOnFrom));
    }

    [Fact]
    public void A_cluster_across_streets_names_them_all_and_keeps_its_id_where_its_middle_moves_on()
    {
        var first = Cluster("c-1") with { Streets = "朝阳区/望京街道,朝阳区/三里屯街道" };
        var second = Cluster("c-1", "三里屯街道") with { Streets = "朝阳区/三里屯街道,朝阳区/望京街道" };

        var night = Assert.Single(Tell([first], []));
        Assert.Equal(["朝阳区/望京街道", "朝阳区/三里屯街道"], night.Streets);
        var moved = Assert.Single(Tell([second], [], night));
        Assert.Equal(
            (night.AlarmId, "三里屯街道", SpaceTimeCluster.Ongoing, null),
            (moved.AlarmId, moved.Street, moved.Status, moved.WentOnFrom)
        );
        Assert.Equal(night.AlarmId, Assert.Single(Tell([first], [], [moved, night])).AlarmId);
        // The street that it left is told besides: one id is one alarm.
        var both = Tell([second], [Warning("c2", 1)], [moved, night]);
        Assert.Equal(2, both.Select(alarm => alarm.AlarmId).Distinct().Count());
    }

    [Fact]
    public void Streets_that_their_district_foretold_are_no_news_and_are_alarms_of_their_own()
    {
        EarlyWarning[] streets = [Warning("farrington", 1, 7), Warning("farrington", 2, 9, street: "三里屯街道")];
        var district = Assert.Single(Tell([], [Warning("farrington", 1, 40, street: null)]));

        var inside = Tell([], streets, district);
        Assert.Equal(
            [("望京街道", 7L, SpaceTimeCluster.Ongoing, district.AlarmId), ("三里屯街道", 9L, SpaceTimeCluster.Ongoing, district.AlarmId)],
            inside.Select(alarm => (alarm.Street, alarm.Observed, alarm.Status, alarm.WentOnFrom))
        );
        Assert.Equal(3, inside.Append(district).Select(alarm => alarm.AlarmId).Distinct().Count());
        Assert.All(inside, alarm => Assert.Single(alarm.Tests));
        // Orders that the district did not tell are a burst of the street.
        Assert.Equal(SpaceTimeCluster.New, Assert.Single(Tell([], [Warning("c2", 1)], district)).Status);
        // They go on when the district is told no more; a third one does not.
        Assert.Equal(
            [SpaceTimeCluster.Ongoing, SpaceTimeCluster.Ongoing, SpaceTimeCluster.New],
            Tell([], [.. streets, Warning("c2", 3, street: "麦子店街道")], inside).Select(alarm => alarm.Status)
        );
        // The district itself went on all the time.
        var still = Assert.Single(Tell([], [Warning("farrington", 1, street: null)], [.. inside, district]));
        Assert.Equal((district.AlarmId, SpaceTimeCluster.Ongoing, null), (still.AlarmId, still.Status, still.WentOnFrom));
    }

    /// <summary>A burst of one street lifts its district's week for a week and its drift for a month.</summary>
    [Fact]
    public void A_district_that_echoes_a_street_keeps_neither_that_street_nor_another_from_being_new()
    {
        var burst = Assert.Single(Tell([], [Warning("c2", 1)]));
        var nights = new List<Alarm> { burst };
        IReadOnlyList<Alarm> SevenNights() => [.. Enumerable.Reverse(nights).Take(7)];
        for (var night = 0; night < 7; night++)
            nights.Add(Assert.Single(Tell([], [Warning("cusum", 1, street: null)], SevenNights())));
        Assert.All(nights.Skip(1), echo => Assert.Equal((SpaceTimeCluster.Ongoing, burst.AlarmId), (echo.Status, echo.WentOnFrom)));
        Assert.NotEqual(burst.AlarmId, Assert.Single(nights.Skip(1).Select(echo => echo.AlarmId).Distinct()));

        foreach (var street in (string[])["望京街道", "三里屯街道"])
            Assert.Equal(SpaceTimeCluster.New, Assert.Single(Tell([], [Warning("c2", 1, street: street)], SevenNights())).Status);
        // The eighth night of the district alone: no street explains it any more.
        var district = Assert.Single(Tell([], [Warning("cusum", 1, street: null)], SevenNights()));
        Assert.Equal((SpaceTimeCluster.New, null), (district.Status, district.WentOnFrom));
        Assert.DoesNotContain(district.AlarmId, nights.Select(night => night.AlarmId));
        nights.Add(district);
        var next = Assert.Single(Tell([], [Warning("cusum", 1, street: null)], SevenNights()));
        Assert.Equal((district.AlarmId, SpaceTimeCluster.Ongoing), (next.AlarmId, next.Status));
    }

    /// <summary>Homes whose nights are older: one alarm a test, and a cluster's id for an alarm.</summary>
    [Fact]
    public void Alarms_of_before_that_list_no_tests_go_on_under_their_ids()
    {
        Alarm Old(string id, string kind, string? street) =>
            Tell([], [Warning("c2", 1, street: street)])[0] with
            {
                AlarmId = id,
                Kind = kind,
                Tests = [],
            };
        Alarm[] before = [Old("c-1", "cluster", "望京街道"), Old("W-week", "week", "望京街道"), Old("W-district", "drift", null)];

        Assert.Equal("c-1", Assert.Single(Tell([], [Warning("c2", 1)], before)).AlarmId);
        Assert.Equal("c-1", Assert.Single(Tell([Cluster("c-1", "三里屯街道", issue: "施工扬尘")], [], before)).WentOnFrom);
        Assert.Equal("W-district", Assert.Single(Tell([], [Warning("c2", 1, street: null)], before)).AlarmId);
    }

    [Fact]
    public void A_cluster_that_comes_again_with_what_was_told_and_one_incident_more_is_not_new()
    {
        ClusterIncident[] Of(params int[] cases) => [.. cases.Select(one => new ClusterIncident("c-1", $"case {one}"))];
        var cluster = Cluster("c-1");
        var told = Tell([cluster], Of(1, 2, 3, 4), [], [], []);

        var again = Assert.Single(Tell([cluster], Of(1, 2, 3, 9), [], [], told));
        Assert.Equal((told[0].AlarmId, SpaceTimeCluster.Ongoing, null), (again.AlarmId, again.Status, again.WentOnFrom));
        // In the next street, it goes on from the first.
        var moved = Assert.Single(Tell([Cluster("c-1", "三里屯街道")], Of(1, 2, 3, 9), [], [], told));
        Assert.Equal((SpaceTimeCluster.Ongoing, told[0].AlarmId), (moved.Status, moved.WentOnFrom));
        foreach (
            var fresh in new[]
            {
                Tell([cluster], Of(1, 2, 8, 9), [], [], told),
                Tell([cluster with { Status = SpaceTimeCluster.New }], Of(1, 2, 3, 9), [], [], told),
                Tell([cluster], Of(1, 2, 3, 9), [], [], [told[0] with { Direction = "down" }]),
                // A list of the city's orders named no place.
                Tell(
                    [cluster],
                    Of(1, 2, 3, 9),
                    [],
                    [],
                    [Tell([], [Warning("c2", 1, street: null, district: null)])[0] with { Complaints = told[0].Complaints }]
                ),
            }
        )
            Assert.Equal(SpaceTimeCluster.New, Assert.Single(fresh).Status);
    }

    /// <summary>Whoever waits for new alarms must not miss one that was only watched before.</summary>
    [Fact]
    public void A_cluster_is_ongoing_where_an_alarm_was_told_and_new_where_it_was_only_watched()
    {
        var alarms = Tell([Cluster("c-told"), Cluster("c-watched", "三里屯街道")], [], Tell([Cluster("c-told")], []));

        Assert.Equal(
            [("望京街道", SpaceTimeCluster.Ongoing), ("三里屯街道", SpaceTimeCluster.New)],
            alarms.Select(alarm => (alarm.Street, alarm.Status))
        );
    }
}
