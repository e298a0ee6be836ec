using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots;
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

    private static Analysis Found(IReadOnlyList<Area> areas, params IReadOnlyList<HotPoint> points) =>
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
            incidents / expected,
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
        long? previous = 9
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
            1,
            4,
            0.001,
            hot,
            previous,
            null,
            rising,
            null,
            "place_key",
            null
        );

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

        Assert.Equal("朝阳区增加的40件中，甲街道增加25件、第1位点位1号院增加22件。", Drivers(a, "district", Draft()));
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
    public void A_hot_or_rising_point_beyond_the_table_is_named_in_the_sentence()
    {
        var points = Enumerable.Range(1, 30).Select(rank => Point(rank, "甲街道", hot: rank is 2 or 12, rising: rank is 2 or 17)).ToList();
        var draft = Draft();
        var blocks = PointsSection.Write(Found([], points), draft, new Dates(Phrasebook.Load("zh"))).Blocks;
        var table = blocks.OfType<TableBlock>().Single().Table;
        var judged = table.Columns.ToList().FindIndex(column => column.Name == "verdict");

        Assert.Contains(
            "其中明显高于周边水平的2处，较自身以往显著上升的2处。未列入下表的还有2处：第12位朝阳区甲街道12号院、第17位朝阳区甲街道17号院。",
            blocks.OfType<Paragraph>().First().Text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(["关注", "高发且上升", "关注"], table.Rows.Take(3).Select(row => row[judged]));
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
}
