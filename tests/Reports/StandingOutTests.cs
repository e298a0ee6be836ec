using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Trends;
using Hotspot.Language;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>What a sentence counts as hot or rising can be named from the paper, and what carries it is said where something does.</summary>
public class StandingOutTests
{
    private static readonly Period Week = Period.OfWeek(new Week(2025, 17));

    private static Draft Draft() => new(Phrasebook.Load("zh"));

    internal static Analysis Found(IReadOnlyList<Area> areas, params IReadOnlyList<HotPoint> points) =>
        new(
            new ReportSpans(Week, new DaySpan(Week.From, Week.Until), null, null, false, []),
            null!,
            new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0),
            null,
            null,
            [],
            [],
            null,
            null,
            [],
            new Dictionary<string, double>(),
            [],
            [],
            [],
            [],
            areas,
            points,
            [],
            [],
            null!,
            null,
            [],
            true,
            true
        );

    private static Area Place(
        string? street,
        string? issue,
        long incidents,
        double expected,
        long complaints = 0,
        long previous = 0,
        bool hot = false,
        bool rising = false
    ) =>
        new(
            street is null ? "district" : "street",
            "朝阳区",
            street,
            issue,
            complaints,
            incidents,
            0,
            previous,
            null,
            null,
            null,
            0.01,
            null,
            rising,
            0,
            1,
            1,
            1,
            expected,
            expected > 0 ? incidents / expected : null,
            null,
            0.01,
            hot
        );

    private static HotPoint Point(
        int rank,
        string street,
        bool? hot,
        bool? rising = false,
        long incidents = 4,
        long complaints = 9,
        long? previous = 9,
        string? trend = null
    ) =>
        new(
            rank.ToString(CultureInfo.InvariantCulture),
            rank,
            $"{rank}号院",
            "朝阳区",
            street,
            null,
            null,
            null,
            complaints,
            incidents,
            5,
            HotPoint.FromKeys,
            3,
            default,
            default,
            "店外经营",
            null,
            null,
            1,
            4,
            0.001,
            hot,
            previous,
            null,
            rising,
            trend,
            "place_key",
            null
        )
        {
            TopIssueShare = 0.5,
        };

    private static string? Drivers(Analysis a, string level, Draft draft) =>
        DriverProse.Of(a, AreasSection.Ranked(a with { Areas = [.. a.Areas.Select(Counted)] }, level), level + "s", draft)?.ToString();

    /// <summary>Only areas with complaints are ranked.</summary>
    private static Area Counted(Area area) => area with { Complaints = Math.Max(1, area.Complaints) };

    [Fact]
    public void What_carries_a_hot_street_is_named_with_what_is_usual()
    {
        // 20 above the usual 10: half of it is the issue's with 12 above; the others have 8, 1 below and, of 其他, no name.
        var draft = Draft();
        var a = Found(
            [
                Place("甲街道", null, 30, 10, hot: true),
                Place("甲街道", "夜间施工扰民", 14, 2),
                Place("甲街道", "露天烧烤", 12, 4),
                Place("甲街道", "施工扬尘", 3, 4),
                Place("甲街道", "其他", 30, 0.1),
                Place("乙街道", "店外经营", 90, 1),
            ],
            Point(4, "甲街道", hot: true, incidents: 11),
            Point(5, "乙街道", hot: true, incidents: 80)
        );

        Assert.Equal(
            "朝阳区甲街道比往常多出约20.0起，主要是夜间施工扰民（14起，往常约2.0起）、第4位点位4号院（11起）。",
            Drivers(a, "street", draft)
        );
        Assert.Equal(20, draft.Figures.Single(figure => figure.Id == "streets.hot.1.excess").Value);
    }

    [Fact]
    public void A_rise_is_parted_into_complaints_that_came_more_than_before()
    {
        var a = Found(
            [
                Place(null, null, 50, 40, complaints: 90, previous: 50, rising: true),
                Place(null, "夜间施工扰民", 9, 9, complaints: 60, previous: 41),
                Place("甲街道", null, 9, 9, complaints: 45, previous: 20),
            ],
            // The ground of the second reaches beyond the district: more than the whole rise is not part of it.
            Point(1, "甲街道", hot: false, complaints: 30, previous: 8),
            Point(2, "甲街道", hot: false, complaints: 99, previous: 9),
            Point(3, "甲街道", hot: false, complaints: 99, previous: null)
        );

        Assert.Equal(
            "朝阳区增减相抵净增40件：按街道（乡镇）看，甲街道增加25件；按点位看，第1位点位1号院增加22件。",
            Drivers(a, "district", Draft())
        );
    }

    [Fact]
    public void A_rise_is_net_of_what_fell_so_that_its_issue_may_have_more()
    {
        var a = Found([
            Place(null, null, 50, 40, complaints: 90, previous: 44, rising: true),
            Place(null, "露天烧烤", 9, 9, complaints: 70, previous: 21),
            Place(null, "施工扬尘", 9, 9, complaints: 20, previous: 23),
        ]);

        Assert.Equal("朝阳区增减相抵净增46件：按事项看，露天烧烤增加49件。", Drivers(a, "district", Draft()));
    }

    [Fact]
    public void Where_nothing_carries_half_nothing_is_said()
    {
        Area[] spread =
        [
            Place("甲街道", null, 30, 10, hot: true),
            Place("甲街道", "夜间施工扰民", 11, 2),
            Place("甲街道", "露天烧烤", 11, 2),
        ];
        Area[] usual = [Place("甲街道", null, 30, 10), Place("甲街道", "夜间施工扰民", 30, 10)];
        Area[] few = [Place("甲街道", null, 3, 0.5, hot: true), Place("甲街道", "夜间施工扰民", 3, 0.5)];

        foreach (var areas in new[] { spread, usual, few })
            Assert.Null(Drivers(Found(areas), "street", Draft()));
    }

    [Fact]
    public void A_hot_or_rising_point_behind_the_first_ten_stands_in_the_table_too()
    {
        var points = Enumerable.Range(1, 30).Select(rank => Point(rank, "甲街道", hot: rank is 2 or 12, rising: rank is 2 or 17)).ToList();
        var draft = Draft();
        var blocks = PointsSection.Write(Found([], points), draft, new Dates(Phrasebook.Load("zh"))).Blocks;
        var table = blocks.OfType<TableBlock>().Single().Table;
        var judged = table.Columns.ToList().FindIndex(column => column.Name == "verdict");

        Assert.Contains(
            "其中明显高于周边水平的2处，较自身以往显著上升的2处。前10位之后通过检验的2处也列入下表。",
            blocks.OfType<Paragraph>().First().Text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(["关注", "高发且上升", "关注"], table.Rows.Take(3).Select(row => row[judged]));
        Assert.Equal([.. Enumerable.Range(1, 10).Select(rank => (object)(long)rank), 12L, 17L], table.Rows.Select(row => row[0]));
        Assert.Equal("诉求集中点位前10位及其后通过检验的点位", table.Caption);
    }

    [Fact]
    public void A_point_tells_the_incidents_that_its_test_counts()
    {
        var draft = Draft();
        var text = PointsSection.One(
            Point(1, "甲街道", hot: false, incidents: 4, complaints: 9),
            "points.1",
            draft,
            new Dates(Phrasebook.Load("zh"))
        );
        Assert.Contains("5人反映9件（以店外经营为主），合并为4起事件，3天有反映", text.ToString(), StringComparison.Ordinal);
        Assert.Contains(text.Spans, span => span.FigureId == "points.1.incidents");
    }

    [Fact]
    public void An_issue_of_less_than_a_half_is_not_what_a_place_is_about()
    {
        var (draft, dates) = (Draft(), new Dates(Phrasebook.Load("zh")));
        var point = Point(1, "甲街道", hot: true) with { TopIssueShare = 0.49 };
        Assert.DoesNotContain("为主", PointsSection.One(point, "points.1", draft, dates).ToString(), StringComparison.Ordinal);
        Assert.Contains("店外经营等", PointsSection.Table([point], 1, draft, dates).Rows[0]);
        Assert.Contains("店外经营", PointsSection.Table([point with { TopIssueShare = 0.5 }], 1, draft, dates).Rows[0]);
    }

    [Theory]
    [InlineData("persistent_hot", false, "长期高发")]
    [InlineData("intensifying_hot", false, "长期高发")]
    [InlineData("persistent_hot", true, "高发")]
    [InlineData("diminishing_hot", false, "关注")]
    [InlineData("sporadic_hot", false, "关注")]
    public void A_place_that_was_hot_in_nine_weeks_of_ten_stands_out_whatever_its_period(string trend, bool hot, string judged)
    {
        var point = Point(1, "甲街道", hot, trend: trend);
        Assert.Contains(judged, PointsSection.Table([point], 1, Draft(), new Dates(Phrasebook.Load("zh"))).Rows[0]);
        Assert.Equal(judged != "关注", PointsSection.StandsOut(point));
    }

    [Theory]
    [InlineData("new_hot", false, false, "上期同处9件，未达显著，列为关注")]
    [InlineData("consecutive_hot", false, false, "上期同处9件，未达显著，列为关注")]
    [InlineData("intensifying_hot", false, false, "上期同处9件，长期为热点且显著加剧")]
    [InlineData("persistent_hot", false, false, "上期同处9件，逐周看九成以上的周显著高于周边，属长期高发")]
    [InlineData("historical_hot", false, false, "上期同处9件，未达显著，列为关注，长期为热点，正在缓解")]
    [InlineData("new_hot", true, false, "上期同处9件，判定为新增热点")]
    [InlineData("new_hot", false, true, "上期同处9件，判定为新增热点")]
    [InlineData("consecutive_hot", true, false, "上期同处9件，高于周边水平，此前不是热点，最近连续几周都是")]
    [InlineData("consecutive_hot", true, true, "上期同处9件，较自身以往显著上升，此前不是热点，最近连续几周都是")]
    [InlineData("intensifying_hot", false, true, "上期同处9件，长期为热点且显著加剧")]
    [InlineData("persistent_hot", true, false, "上期同处9件，高于周边水平，属持续热点")]
    [InlineData("diminishing_hot", true, true, "上期同处9件，较自身以往显著上升")]
    public void What_passed_no_test_is_called_no_hot_point_and_new_only_in_its_first_week(string trend, bool hot, bool rising, string end)
    {
        var text = PointsSection.One(Point(1, "甲街道", hot, rising, trend: trend), "points.1", Draft(), new Dates(Phrasebook.Load("zh")));
        Assert.EndsWith(end + "。", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_more_passed_than_the_table_holds_the_sentence_says_so()
    {
        var points = Enumerable.Range(1, 30).Select(rank => Point(rank, "甲街道", hot: rank > 10)).ToList();
        var blocks = PointsSection.Write(Found([], points), Draft(), new Dates(Phrasebook.Load("zh"))).Blocks;
        Assert.Contains(
            "前10位之后通过检验的还有20处，下表列出其中前10处",
            blocks.OfType<Paragraph>().First().Text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(20, blocks.OfType<TableBlock>().Single().Table.Rows.Count);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(140, false)]
    public void What_rising_points_have_more_is_told_beside_what_the_city_has_more(int before, bool isTold)
    {
        HotPoint[] points = [Point(1, "甲街道", hot: true, rising: true, complaints: 50, previous: 9), Point(2, "甲街道", hot: true)];
        var found = Found([], points);
        var text = PointsSection
            .Write(
                found with
                {
                    Now = found.Now with { Complaints = 130 },
                    Before = found.Now with { Complaints = before },
                },
                Draft(),
                new Dates(Phrasebook.Load("zh"))
            )
            .Blocks.OfType<Paragraph>()
            .First()
            .Text.ToString();
        Assert.Equal(isTold, text.Contains("显著上升的点位合计比上期多41件，全市共多10件。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fall_that_stands_up_and_complaints_without_incidents_are_told()
    {
        Area fall = Place(null, null, incidents: 105, expected: 206, complaints: 130, previous: 314);
        Area again = Place(null, null, incidents: 79, expected: 84, complaints: 226, previous: 125) with
        {
            District = "东城区",
            ChangeQValue = 0.9,
        };
        var found = Found([fall, again]);
        var text = string.Join(
            '\n',
            AreasSection
                .Write(
                    found with
                    {
                        Now = found.Now with { Complaints = 4240, Incidents = 2602 },
                        Spans = found.Spans with { Previous = new DaySpan(Week.From.AddDays(-7), Week.From) },
                    },
                    Draft(),
                    new Dates(Phrasebook.Load("zh"))
                )
                .Blocks.OfType<Paragraph>()
                .Select(paragraph => paragraph.Text)
        );
        Assert.Contains("显著下降的区：朝阳区环比下降58.6%；宜先核实", text, StringComparison.Ordinal);
        Assert.Contains("件数大增而事件数未显著上升的：东城区226件（上期125件），合并后79起；", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(7, true)]
    public void Advice_says_which_of_the_points_it_took(int hot, bool isTold)
    {
        var points = Enumerable.Range(1, 9).Select(rank => Point(rank, $"街道{rank}", hot: rank <= hot)).ToList();
        var phrases = Phrasebook.Load("zh");
        var text = string.Join(
            '\n',
            AdviceSection
                .Write(Found([], points), [], new Draft(phrases), new Dates(phrases))
                .Blocks.OfType<Paragraph>()
                .Select(p => p.Text)
        );

        Assert.Contains("5．建议", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6．建议", text, StringComparison.Ordinal);
        Assert.Equal(isTold, text.Contains("通过检验的点位共7处，以上按位次（超出往常的人次从多到少）取前5处", StringComparison.Ordinal));
    }

    private static string Advice(Analysis a)
    {
        var phrases = Phrasebook.Load("zh");
        return string.Join(
            '\n',
            AdviceSection.Write(a, [], new Draft(phrases), new Dates(phrases)).Blocks.OfType<Paragraph>().Select(p => p.Text)
        );
    }

    [Fact]
    public void A_street_that_had_nothing_before_stands_first_without_a_multiple()
    {
        var found = Found([
            Place(null, null, 60, 50, complaints: 80, previous: 80),
            Place("甲街道", null, 30, 10, complaints: 40, previous: 40, hot: true),
            Place("乙街道", null, 32, 0, complaints: 40, hot: true),
        ]);
        var areas = string.Join(
            '\n',
            AreasSection
                .Write(found, Draft(), new Dates(Phrasebook.Load("zh")))
                .Blocks.OfType<Paragraph>()
                .Select(paragraph => paragraph.Text)
        );
        Assert.Contains("显著偏高的有朝阳区乙街道（往常为0）、朝阳区甲街道（3.00倍）", areas, StringComparison.Ordinal);
        Assert.Contains("1．建议由朝阳区乙街道核查诉求偏高的原因，合并后32起事件，往常为0", Advice(found), StringComparison.Ordinal);
    }

    private static SpaceTimeCluster Cluster(string street, bool isAlarm) =>
        new(
            street,
            "street",
            "朝阳区",
            street,
            null,
            0,
            0,
            0,
            new DateOnly(2025, 4, 25),
            new DateOnly(2025, 4, 27),
            "露天烧烤",
            12,
            12,
            1,
            9,
            3.1,
            9,
            0.001,
            1000,
            isAlarm,
            SpaceTimeCluster.New
        );

    [Fact]
    public void A_street_far_above_its_past_and_an_alarm_elsewhere_are_advised_on_each_once()
    {
        // The district is hot by its street; 丙街道 is no more than watched; the ratio of 丁街道 is no news.
        var a = Found([
            Place(null, null, 60, 40, complaints: 90, hot: true),
            Place("甲街道", null, 30, 10, complaints: 50, hot: true),
            Place("丁街道", null, 105, 100, complaints: 300, hot: true),
        ]) with
        {
            Scan = new ScanNight(
                new DateOnly(2025, 4, 27),
                new DateOnly(2024, 4, 27),
                1,
                [Cluster("甲街道", true), Cluster("乙街道", true), Cluster("丙街道", false)],
                []
            ),
        };

        Assert.Equal(
            "1．建议由朝阳区甲街道核查诉求偏高的原因，合并后30起事件，为自身往常水平的3.00倍。\n"
                + "2．建议核查朝阳区乙街道的露天烧烤：4月25日—4月27日发生12起，平常约3.1起。",
            Advice(a)
        );
    }

    [Fact]
    public void Advice_that_is_much_is_cut_and_every_kind_keeps_its_first()
    {
        var streets = Enumerable.Range(1, 6).Select(i => Place($"街{i}", null, 30, 30 - i, complaints: 50, rising: true));
        var text = Advice(
            Found([.. streets], [.. Enumerable.Range(1, 9).Select(rank => Point(rank, $"街道{rank}", hot: true))]) with
            {
                Scan = new ScanNight(default, default, 1, [.. Enumerable.Range(1, 4).Select(i => Cluster($"乡{i}", true))], []),
                Peaks =
                [
                    .. Enumerable
                        .Range(1, 3)
                        .Select(i => new PeakHour("issue", $"事{i}", "all", "uniform", i, default, default, 9, 9, 9, 3, 3, 0, 0, true)),
                ],
            }
        );

        Assert.Contains("9．建议", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10．建议", text, StringComparison.Ordinal);
        foreach (
            var said in (string[])
                ["约谈或调度", "发生12起", "加强对事1的巡查", "预警共4条，以上取排在最前的1条", "区域共6个，以上取事件最多的2个"]
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_tells_the_first_point_that_passed_its_test_or_that_none_did()
    {
        string Told(params HotPoint[] points) =>
            KeyFindings.Point(points, "", Draft(), new Dates(Phrasebook.Load("zh"))).ToString().Split('，')[0];

        Assert.Equal("高发点位第2位：朝阳区甲街道2号院", Told(Point(1, "甲街道", hot: false), Point(2, "甲街道", hot: true)));
        Assert.Equal("没有点位通过检验", Told(Point(1, "甲街道", hot: false)));
        Assert.Equal("诉求集中点位第1位：朝阳区甲街道1号院", Told(Point(1, "甲街道", hot: null, rising: null)));
    }

    [Fact]
    public void Districts_are_told_by_what_their_table_ranks_them_by()
    {
        Area Ranked(string name, long incidents, long complaints, int rank) =>
            Place(null, null, incidents, incidents, complaints) with
            {
                District = name,
                Rank = rank,
            };
        var blocks = AreasSection
            .Write(Found([Ranked("东城区", 20, 90, 2), Ranked("西城区", 30, 50, 1)]), Draft(), new Dates(Phrasebook.Load("zh")))
            .Blocks;

        Assert.StartsWith(
            "事件数居前2位的是西城区30起（诉求50件，占0.0%）、东城区20起（诉求90件",
            blocks.OfType<Paragraph>().First().Text.ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("按事件数排位", blocks.OfType<TableBlock>().First().Table.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "分事项看，没有成片显著偏高的。")]
    [InlineData(false, "分事项看，同样没有成片显著偏高的。")]
    public void Issues_are_likewise_not_hot_only_where_streets_are_not(bool isHot, string said)
    {
        var street = Place("甲街道", null, 30, 10) with { GiStarQ = 0.01, GiStar = isHot ? "hot" : null };

        Assert.EndsWith(said, ClusterProse.Streets(Found([]), [street], Draft()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "诉求稳定带坐标的时间不足10周，不按网格判断。")]
    [InlineData(false, "有坐标的诉求过少，分到网格后不足以检验，不按网格判断。")]
    public void Why_there_are_no_cells_is_said_as_it_is(bool isNew, string said)
    {
        var a = Found([]) with
        {
            Evolution = new Evolution(WeekSteps.Between(new DateOnly(2024, 1, 1), Week.Until, DayOfWeek.Monday), null, [])
            {
                CoordinatesAreNew = isNew,
            },
        };

        Assert.EndsWith(said, EvolutionProse.Write(a, Draft(), new Dates(Phrasebook.Load("zh"))).ToString(), StringComparison.Ordinal);
    }
}
