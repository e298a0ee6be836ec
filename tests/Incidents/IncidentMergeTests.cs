using Hotspot.Incidents;
using Hotspot.Records;
using Hotspot.Store;
using Hotspot.Texts;

namespace Hotspot.Tests.Incidents;

public class IncidentMergeTests
{
    private static readonly DateTime Start = new(2025, 4, 21, 9, 0, 0);

    private static MergeRow Report(
        string id,
        double hours,
        string? caller = null,
        string? place = "朝阳区|望京街道|花家地1号",
        string issue = "店外经营",
        (double X, double Y)? at = null,
        TimePrecision precision = TimePrecision.Second
    ) => new(id, Start.AddHours(hours), precision, issue, Hash(caller), Hash(place), at?.X, at?.Y);

    private static ulong? Hash(string? text) => text is null ? null : OrderHash.Of(text);

    private static Dictionary<string, Membership> Merge(params MergeRow[] rows) =>
        IncidentMerge
            .Run(rows, new MergeSettings { LongWindowIssues = new HashSet<string> { "夜间施工扰民" } })
            .ToDictionary(pair => pair.Report.ComplaintId, pair => pair.Found);

    [Fact]
    public void The_same_caller_at_the_same_place_is_one_incident_for_thirty_days()
    {
        var merged = Merge(Report("1", 0, "a"), Report("2", 30 * 24, "a"), Report("3", 30 * 24 + 0.01, "a"));
        Assert.Equal(new Membership("1", JoinedBy.SameCaller, "1"), merged["2"]);
        Assert.Equal(JoinedBy.Opened, merged["3"].JoinedBy);
    }

    [Fact]
    public void Another_caller_joins_within_a_day_and_keeps_a_unit_of_its_own()
    {
        var merged = Merge(Report("1", 0, "a"), Report("2", 24, "b"), Report("3", 24.1, "c"));
        Assert.Equal(new Membership("1", JoinedBy.SamePlace, "2"), merged["2"]);
        Assert.Equal("3", merged["3"].IncidentId);
    }

    [Fact]
    public void A_caller_who_joined_by_place_comes_back_to_the_same_unit()
    {
        var merged = Merge(Report("1", 0, "a"), Report("2", 5, "b"), Report("3", 200, "b"));
        Assert.Equal(new Membership("1", JoinedBy.SameCaller, "2"), merged["3"]);
    }

    [Fact]
    public void Night_works_have_two_days()
    {
        var merged = Merge(
            Report("1", 0, issue: "夜间施工扰民"),
            Report("2", 48, issue: "夜间施工扰民"),
            Report("3", 48.5, issue: "夜间施工扰民")
        );
        Assert.Equal(["1", "1", "3"], merged.Values.Select(r => r.IncidentId));
    }

    [Fact]
    public void Incidents_never_chain_down_a_street()
    {
        var rows = Enumerable.Range(0, 40).Select(i => Report($"{i:00}", i * 0.1, place: null, at: (i * 20.0, 0))).ToArray();
        var merged = Merge(rows);
        Assert.Equal("00", merged["01"].IncidentId);
        Assert.Equal("02", merged["02"].IncidentId);
        Assert.All(rows, row => Assert.True(row.X - double.Parse(merged[row.ComplaintId].IncidentId) * 20 <= 25));
    }

    [Fact]
    public void Incidents_never_chain_through_days()
    {
        var merged = Merge([.. Enumerable.Range(0, 10).Select(i => Report($"{i}", i * 20.0))]);
        Assert.Equal(["0", "0", "2", "2", "4"], merged.Values.Take(5).Select(r => r.IncidentId));
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(25.01, false)]
    public void Two_coordinates_are_one_address_up_to_25_metres(double metres, bool same)
    {
        var merged = Merge(Report("1", 0, place: null, at: (24, 7)), Report("2", 1, place: null, at: (24 + metres, 7)));
        Assert.Equal(same ? "1" : "2", merged["2"].IncidentId);
    }

    [Fact]
    public void The_nearest_leader_wins_and_ties_go_to_the_smaller_id()
    {
        MergeRow[] leaders = [Report("1", 0, place: null, at: (0, 0)), Report("2", 1, place: null, at: (40, 0))];
        Assert.Equal("2", Merge([.. leaders, Report("3", 2, place: null, at: (22, 0))])["3"].IncidentId);
        Assert.Equal("1", Merge([.. leaders, Report("3", 2, place: null, at: (20, 0))])["3"].IncidentId);
    }

    [Fact]
    public void Unknown_callers_are_never_one_caller()
    {
        var merged = Merge(Report("1", 0), Report("2", 1), Report("3", 100));
        Assert.Equal(["1", "1", "3"], merged.Values.Select(r => r.IncidentId));
        Assert.Equal(["1", "2", "3"], merged.Values.Select(r => r.UnitId));
    }

    [Fact]
    public void A_report_without_an_address_stands_alone() =>
        Assert.All(
            Merge(Report("1", 0, "a", place: null), Report("2", 1, "a", place: null)).Values,
            r => Assert.Equal(JoinedBy.Opened, r.JoinedBy)
        );

    private const string Barbecue = "楼下烧烤店每天营业到凌晨，油烟直排熏得居民不敢开窗，顾客喧哗吵闹影响休息，多次反映没有结果";
    private const string BarbecueAgain = "楼下烧烤店每天营业到凌晨，油烟直排熏得居民不敢开窗，顾客喧哗吵闹影响休息，希望尽快处理";
    private const string Other = "人行道上停满共享单车，盲道被占，行人只能走到机动车道上，请加强清理并设置禁停标志";

    private static MergeRow Told(string id, double hours, string text, string? caller = null, string? street = "朝阳区/望京街道") =>
        Report(id, hours, caller, place: null) with
        {
            Street = street,
            Words = NearText.Of(text, MergeSettings.TextReach, MergeSettings.LeastRuns),
        };

    [Fact]
    public void Where_no_address_is_named_nearly_the_same_words_stand_for_it()
    {
        var merged = Merge(
            Told("1", 0, Barbecue, "a"),
            Told("2", 3, BarbecueAgain, "b"),
            Told("3", 4, Other, "c"),
            Told("4", 5, Barbecue, "d", street: "朝阳区/双井街道"),
            Told("5", 30, Barbecue, "e"),
            Told("6", 29 * 24, BarbecueAgain, "a", street: null),
            Told("7", 29 * 24, "请尽快处理烧烤油烟", "a")
        );
        Assert.Equal(new Membership("1", JoinedBy.SameText, "2"), merged["2"]);
        Assert.Equal(new Membership("1", JoinedBy.SameText, "1"), merged["6"]);
        Assert.Equal(
            ["3", "4", "5", "7"],
            merged.Where(found => found.Value.JoinedBy == JoinedBy.Opened).Select(found => found.Key).Skip(1)
        );
    }

    private static MergeRow Flood(int n, double hours, string street = "丰台区/方庄街道", string caller = "a") =>
        Report($"{n}", hours, caller, place: $"{street}|{n}号") with
        {
            Street = street,
        };

    /// <summary>Sixty calls of one person about sixty doors of a street are not sixty people; somebody else's call about one of the doors is its own.</summary>
    [Fact]
    public void What_one_caller_goes_on_to_report_of_a_street_joins_his_first()
    {
        MergeRow[] calls = [.. Enumerable.Range(1, 60).Select(n => Flood(n, n * 0.1))];

        var merged = Merge([.. calls, Flood(61, 7, caller: "b"), Flood(62, 8, "丰台区/马家堡街道"), Flood(63, 9 * 24)]);

        Assert.Equal(["1", "2", "61", "62", "63"], merged.Values.Select(found => found.IncidentId).Distinct());
        Assert.Equal(new Membership("1", JoinedBy.OneCaller, "1"), merged["60"]);
    }

    [Fact]
    public void A_number_that_calls_about_many_streets_is_no_persons()
    {
        var merged = Merge([.. Enumerable.Range(0, 60).Select(n => Flood(n, n * 0.1, $"丰台区/街道{n % 6}"))]);

        Assert.Equal(60, merged.Values.Select(found => found.IncidentId).Distinct().Count());
    }

    [Fact]
    public void Another_issue_is_another_incident() =>
        Assert.Equal("2", Merge(Report("1", 0, "a", issue: "其他"), Report("2", 1, "a", issue: "店外经营"))["2"].IncidentId);

    [Theory]
    [InlineData(15, true)]
    [InlineData(39, false)]
    public void A_report_that_knows_only_its_day_joins_only_reports_of_that_day(double hoursAfterMidnight, bool same)
    {
        var merged = Merge(Report("1", -9, precision: TimePrecision.Day), Report("2", -9 + hoursAfterMidnight));
        Assert.Equal(same ? "1" : "2", merged["2"].IncidentId);
    }

    /// <summary>METHODS, first pitfall: duplicated reports turn every test into a false alarm; merged, they leave the incidents as they were.</summary>
    [Fact]
    public void Duplicated_reports_leave_the_incidents_as_they_were()
    {
        var random = new Random(3);
        MergeRow[] once =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i => Report($"{i:000}a", i * 3, $"c{random.Next(200)}", place: null, at: (random.Next(40) * 60.0, 0))),
        ];
        MergeRow[] thrice =
        [
            .. once.SelectMany(row =>
                new[] { "a", "b", "c" }.Select(copy =>
                    row with
                    {
                        ComplaintId = row.ComplaintId[..3] + copy,
                        Caller = row.Caller ^ Hash(copy),
                    }
                )
            ),
        ];
        static string[] Opened(Dictionary<string, Membership> merged) =>
            [.. merged.Where(pair => pair.Value.JoinedBy == JoinedBy.Opened).Select(pair => pair.Key)];
        var single = Opened(Merge([.. once.Select(row => row with { Caller = row.Caller ^ Hash("a") })]));
        Assert.InRange(single.Length, 50, 299);
        Assert.Equal(single, Opened(Merge(thrice)));
    }

    /// <summary>Whatever the time from which incidents are made anew, they are those of a merge over everything.</summary>
    [Fact]
    public void Taken_up_again_in_the_middle_the_merge_finds_the_same_incidents()
    {
        var random = new Random(11);
        MergeRow[] rows =
        [
            .. Enumerable
                .Range(0, 2_000)
                .Select(i =>
                    Report(
                        $"{i:0000}",
                        random.Next(24 * 120) / 4 * 4,
                        random.Next(4) == 0 ? null : $"c{random.Next(40)}",
                        place: random.Next(3) == 0 ? $"p{random.Next(5)}" : null,
                        at: random.Next(2) == 0 ? (random.Next(30) * 10.0, 0) : null,
                        precision: random.Next(5) == 0 ? TimePrecision.Day : TimePrecision.Second
                    )
                        is var row
                    && row.Place is null
                    && row.X is null
                        ? row with
                        {
                            Street = random.Next(2) == 0 ? "朝阳区/望京街道" : null,
                            Words = NearText.Of(
                                new[] { Barbecue, BarbecueAgain, Other }[random.Next(3)],
                                MergeSettings.TextReach,
                                MergeSettings.LeastRuns
                            ),
                        }
                        : row
                )
                .OrderBy(row => row.OccurredAt)
                .ThenBy(row => row.ComplaintId, StringComparer.Ordinal),
        ];
        var settings = new MergeSettings();
        var whole = IncidentMerge.Run(rows, settings).ToDictionary(found => found.Report.ComplaintId, found => found.Found);
        foreach (var day in new[] { 5, 33, 60, 90, 119 })
        {
            var from = Start.AddDays(day);
            var again = rows.Where(row => row.OccurredAt >= from.AddDays(-settings.ReachDays))
                .Select(row => row with { IsSettled = row.OccurredAt < from, Before = whole[row.ComplaintId] });
            var found = IncidentMerge.Run(again, settings).ToList();
            Assert.NotEmpty(found);
            Assert.Equal(found.Select(pair => whole[pair.Report.ComplaintId]), found.Select(pair => pair.Found));
        }
    }

    [Fact]
    public void Rows_out_of_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Merge(Report("1", 1), Report("2", 0)));
        Assert.Throws<ArgumentException>(() => Merge(Report("1", 1, issue: "a"), Report("2", 2, issue: "b"), Report("3", 3, issue: "a")));
    }

    [Fact]
    public void Two_hundred_thousand_reports_at_one_address_are_few_incidents()
    {
        var rows = Enumerable.Range(0, 200_000).Select(i => Report($"{i:000000}", i / 100.0, $"c{i % 5000}", at: (i % 30, 0)));
        var incidents = IncidentMerge.Run(rows, new MergeSettings()).Count(pair => pair.Found.JoinedBy == JoinedBy.Opened);
        Assert.InRange(incidents, 1, 200);
    }
}
