using System.Text;
using System.Text.Json;
using Hotspot.Grouping;
using Hotspot.Outputs;
using Hotspot.Outputs.Html;
using Hotspot.Reports.Model;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Outputs;

/// <summary>What the page counts and says of a choice, by its own script, against counts made from the cells.</summary>
public sealed class ExplorerTests
{
    private static readonly string[] Kinds = ["workday", "weekend", "holiday"];
    private static readonly string[] Issues = ["夜间施工扰民", "店外经营", "其他", "a,b & c=100%"];
    private static readonly (string? District, string? Street)[] Places =
    [
        ("朝阳区", "望京街道"),
        ("朝阳区", null),
        ("海淀区", "清河街道"),
        (null, null),
    ];

    private static readonly DaySpan Week = new(new DateOnly(2025, 4, 21), new DateOnly(2025, 4, 28));
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, 7).Select(Week.From.AddDays)];
    private static readonly List<CubeCell> Cells = Invented(new Random(7));
    private static readonly PageLogic Page = Read(Cells);

    private static List<CubeCell> Invented(Random draws)
    {
        var cells =
            from day in Days
            from kind in Kinds
            from hour in Enumerable.Range(0, 25)
            from issue in Issues
            from place in Places
            where draws.Next(4) == 0
            let complaints = draws.Next(20) == 0 ? draws.Next(1, 5_000) : draws.Next(1, 4)
            select new CubeCell(
                day,
                kind,
                hour == 24 ? null : hour,
                issue,
                place.District,
                place.Street,
                complaints,
                draws.Next(complaints + 1)
            );
        return [.. cells];
    }

    private static Explorer Of(IReadOnlyList<CubeCell> cells, params IReadOnlyList<ExplorerPoint> points) =>
        new(
            new ComplaintCube(Week, false, Days, cells),
            [.. Days.Select(day => new PartName($"4月{day.Day}日", $"{day.Day}日"))],
            ["朝阳区"],
            points
        );

    private static string Html(Explorer? explorer) =>
        Encoding.UTF8.GetString(Written.Bytes(stream => HtmlFile.Write(Written.Bulletin with { Explorer = explorer }, stream)));

    private static PageLogic Read(IReadOnlyList<CubeCell> cells, params IReadOnlyList<ExplorerPoint> points)
    {
        using var data = JsonDocument.Parse(HtmlFileTests.Data(Html(Of(cells, points))));
        return new PageLogic(data.RootElement.GetProperty("explorer").GetRawText());
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(31, "f")]
    [InlineData(32, "gB")]
    [InlineData(1_000_000, "gywe")]
    public void A_number_is_written_in_five_bits_a_letter(long number, string expected)
    {
        var text = new VariableLengths();
        text.Add(number);

        Assert.Equal(expected, text.ToString());
        Assert.Equal(number, text.ToString().Select((letter, i) => (Digit(letter) & 31) * (1L << (5 * i))).Sum());
    }

    private static long Digit(char letter) =>
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".IndexOf(letter, StringComparison.Ordinal);

    [Fact]
    public void Everything_chosen_is_the_sum_of_all_cells()
    {
        Assert.Equal(Cells.Sum(cell => cell.Complaints), Page.Count("", "complaints"));
        Assert.Equal(Cells.Sum(cell => cell.Incidents), Page.Count("", "incidents"));
        Assert.Equal(Cells.Where(cell => cell.Hour is null).Sum(cell => cell.Complaints), Page.Count("", "dayOnly"));
    }

    [Fact]
    public void Any_choice_counts_the_cells_that_fit_and_each_view_those_that_only_it_rejects()
    {
        var draws = new Random(11);
        for (var i = 0; i < 100; i++)
        {
            string[] issues = [.. Issues.Where(_ => draws.Next(3) == 0)];
            string[] kinds = [.. Kinds.Where(_ => draws.Next(3) == 0)];
            DateOnly[] days = [.. Days.Where(_ => draws.Next(4) == 0)];
            var district = draws.Next(3) switch
            {
                0 => "朝阳区",
                1 => "unknown",
                _ => null,
            };
            var (from, until) = draws.Next(2) == 0 ? (0, 0) : (draws.Next(24), draws.Next(24));
            bool Hour(CubeCell cell) => from == until || (cell.Hour is { } hour && (hour - from + 24) % 24 < (until - from + 24) % 24);
            bool Issue(CubeCell cell) => issues.Length == 0 || issues.Contains(cell.Issue);
            bool Kind(CubeCell cell) => kinds.Length == 0 || kinds.Contains(cell.DayKind);
            bool Day(CubeCell cell) => days.Length == 0 || days.Contains(cell.Part);
            bool District(CubeCell cell) => district is null || (cell.District ?? "unknown") == district;
            string[] terms =
            [
                "issue=" + string.Join(',', issues.Select(Uri.EscapeDataString)),
                $"hours={from}-{until}",
                "kind=" + string.Join(',', kinds),
                "days=" + string.Join(',', days.Select(day => day.ToString("O"))),
                "district=" + district,
            ];
            var address = "#" + string.Join('&', terms);
            long Sum(Func<CubeCell, bool> fits) => Cells.Where(fits).Sum(cell => cell.Complaints);

            bool Fits(CubeCell cell) => Hour(cell) && Issue(cell) && Kind(cell) && Day(cell) && District(cell);
            Assert.Equal(
                [
                    Sum(Fits),
                    Cells.Where(Fits).Sum(cell => cell.Incidents),
                    Sum(cell => Issue(cell) && Kind(cell) && Day(cell) && District(cell) && cell.Hour == 3),
                    Sum(cell => Hour(cell) && Kind(cell) && Day(cell) && District(cell) && cell.Issue == "其他"),
                    Sum(cell => Hour(cell) && Issue(cell) && Kind(cell) && Day(cell) && cell.District == "海淀区"),
                    Sum(cell => Fits(cell) && cell.Street == "望京街道"),
                ],
                Page.Counts(
                    address,
                    "complaints",
                    "incidents",
                    "hour.complaints[3]",
                    "issue.complaints[cube.issues.indexOf('其他')]",
                    "district.complaints[cube.districts.indexOf('海淀区')]",
                    "area.complaints[cube.areas.findIndex((area) => area[1] === '望京街道')]"
                )
            );
        }
    }

    [Theory]
    [InlineData("#issue=夜间施工扰民&hours=22-6", "issue=夜间施工扰民&hours=22-6")]
    [InlineData("#issue=%E5%BA%97%E5%A4%96%E7%BB%8F%E8%90%A5", "issue=店外经营")]
    [InlineData("#issue=a%2Cb%20%26%20c%3D100%25", "issue=a%2Cb%20%26%20c%3D100%25")]
    [InlineData("#kind=holiday,weekend&days=2025-04-23&district=unknown", "kind=weekend,holiday&days=2025-04-23&district=unknown")]
    [InlineData("#hours=9-24", "hours=9-24")]
    [InlineData("#hours=0-24", "")]
    [InlineData("#hours=9-9", "")]
    [InlineData("#hours=25-3&issue=没有&district=%E0%A4%A&days=2024-01-01", "")]
    [InlineData("#overview", "")]
    public void An_address_is_read_and_written_and_what_the_period_lacks_is_passed_over(string address, string expected) =>
        Assert.Equal(expected, Page.Address(address));

    [Fact]
    public void The_address_of_a_section_is_no_choice()
    {
        Assert.False(Page.IsHeard("#overview"));
        Assert.False(Page.IsHeard(""));
        Assert.True(Page.IsHeard("#hours=22-6"));
    }

    private static CubeCell Cell(int? hour, int complaints, int incidents, string issue = "夜间施工扰民", string? district = "朝阳区") =>
        new(Days[0], "workday", hour, issue, district, null, complaints, incidents);

    [Fact]
    public void A_choice_is_said_in_words()
    {
        using var page = Read([Cell(23, 1_200, 800), Cell(2, 34, 30), Cell(9, 700, 600, "店外经营", "海淀区"), Cell(null, 66, 60)]);

        Assert.Equal(
            "本期共受理诉求2,000件，涉及事件1,490起。最多的是23时（1,200件）、朝阳区（1,300件）、夜间施工扰民（1,300件）。其中66件只有日期，不计入各小时。",
            page.Said("")
        );
        Assert.Equal(
            "夜间施工扰民，22时至次日6时，工作日，4月21日：诉求1,234件，事件830起，占本期全部诉求2,000件的61.7%。"
                + "最多的是朝阳区（1,234件）。另有66件只有日期、没有时刻，未计入。",
            page.Said("#issue=夜间施工扰民&hours=22-6&kind=workday&days=2025-04-21")
        );
        Assert.Equal(
            "9时至10时，朝阳区：诉求0件，事件0起，占本期全部诉求2,000件的0.0%。没有符合条件的诉求。请减少筛选条件，或点“清除筛选”。",
            page.Said("#hours=9-10&district=朝阳区")
        );
    }

    [Fact]
    public void Without_a_single_hour_there_is_none_to_choose_and_the_page_says_so()
    {
        using var page = Read([Cell(null, 5, 4)]);

        Assert.Equal("", page.Address("#hours=22-6"));
        Assert.Equal(
            "本期共受理诉求5件，涉及事件4起。最多的是朝阳区（5件）、夜间施工扰民（5件）。本期诉求只有日期，不能按时段筛选。",
            page.Said("")
        );
    }

    [Fact]
    public void A_hotspot_counts_what_fits_and_is_left_out_where_nothing_does()
    {
        var point = new ExplorerPoint(
            1,
            "望京西园",
            "朝阳区",
            "望京街道",
            116.48,
            39.99,
            true,
            [Cell(23, 7, 0), Cell(9, 2, 0, "店外经营")]
        );
        using var page = Read([Cell(23, 10, 10), Cell(9, 10, 10, "店外经营"), Cell(9, 1, 1, district: "海淀区")], point);

        Assert.Equal(9, page.Count("", "points[0].complaints"));
        Assert.Equal(7, page.Count("#hours=22-6", "points[0].complaints"));
        Assert.Equal(0, page.Count("#district=海淀区", "points.length"));
    }

    [Fact]
    public void Markup_in_a_name_stays_text()
    {
        var page = Html(Of([Cell(9, 1, 1, Examples.Markup)]));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(Examples.Markup, Issue(page));
    }

    private static string? Issue(string page) =>
        JsonDocument.Parse(HtmlFileTests.Data(page)).RootElement.GetProperty("explorer").GetProperty("issues")[0].GetString();

    [Fact]
    public void A_page_without_counts_to_choose_from_has_no_place_for_it()
    {
        var page = Html(null);

        Assert.DoesNotContain("id=\"explore\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#explore\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"explore\"", Html(Of([Cell(9, 1, 1)])), StringComparison.Ordinal);
    }
}
