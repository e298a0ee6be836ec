using System.Globalization;
using System.Text.Json;
using Hotspot.Tests.Journeys;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Cuts;

/// <summary>What stands in a table or picture is true also where it shows a part: no zero that nobody counted, no rank for what has no name.</summary>
public sealed class CutTableJourney : IClassFixture<CutTableJourney.SmallCity>, IDisposable
{
    /// <summary>Two streets of one name in two districts; more complaints without a point than with one; two days a year apart.</summary>
    public sealed class SmallCity : PreparedOffice
    {
        private int _orders;

        public SmallCity()
        {
            var text = "工单编号,来电时间,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题\n";
            text += Rows(7, "朝阳区", "双井街道", "九龙山东工地");
            text += Rows(5, "朝阳区", "双井街道", "");
            text += Rows(5, "朝阳区", "八里庄街道", "");
            text += Rows(9, "海淀区", "八里庄街道", "");
            text += Rows(2, "丰台区", "大红门街道", "石榴庄路口");
            text += Rows(3, "丰台区", "", "");
            text += Rows(4, "丰台区", "大红门街道", "", "2024-04-21");
            Office.Call("load", Office.Write("小城.csv", text)).Exits(0);
        }

        private string Rows(int count, string district, string street, string place, string day = "2025-04-21") =>
            string.Concat(
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"热线-{day[2..].Replace("-", "", StringComparison.Ordinal)}-{++_orders:000000},{day} {_orders % 24:00}:10:00,{district},{street},{place},有人占道经营,城市管理,占道经营,流动摊贩\n"
                        )
                    )
            );
    }

    private readonly Office _office;
    private readonly TempFolder _folder = new();

    public CutTableJourney(SmallCity city) => _office = city.Office;

    public void Dispose() => _folder.Dispose();

    private JsonElement Cut(params string[] args) => _office.Call(["cut", .. args]).Exits(0).Json;

    private List<string[]> Csv(params string[] args)
    {
        var file = _folder.File("表.csv");
        Cut([.. args, "-o", file]);
        return [.. File.ReadAllLines(file).Select(line => line.TrimStart('\uFEFF').Split(','))];
    }

    private static List<string> Groups(JsonElement cut, params string[] columns) =>
        [
            .. cut.GetProperty("groups")
                .EnumerateArray()
                .Select(group => string.Join('|', columns.Select(column => group.GetProperty(column).ToString()))),
        ];

    private static List<string> Notes(JsonElement cut) => [.. cut.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];

    [Theory]
    [InlineData("complaints")]
    [InlineData("incidents")]
    public void A_top_of_a_crossed_table_keeps_whole_rows(string measure)
    {
        string[] asked = ["--period", "2025-04", "--by", "district,hour", "--pivot", "hour", "--measure", measure];
        var all = Csv(asked);
        var top = Csv([.. asked, "--top", "2"]);
        Assert.Equal(all[0], top[0]);
        Assert.Equal(all.Skip(1).OrderByDescending(row => int.Parse(row[^1], CultureInfo.InvariantCulture)).Take(2), top.Skip(1));
        Assert.All(top.Skip(1), row => Assert.Equal(int.Parse(row[^1], null), row[1..^1].Sum(cell => int.Parse(cell, null))));
    }

    [Fact]
    public void The_total_of_a_crossed_table_is_of_all_rows()
    {
        var told = _office.Call("cut", "--period", "2025-04", "--by", "district,day", "--pivot", "day", "--top", "1").Exits(0);
        Assert.Matches(@"朝阳区 *\| *17 \| *17 \|", told.Error);
        Assert.Matches(@"合计（含未列出的） *\| *31 \| *31 \|", told.Error);
        Assert.Equal(1, told.Json.GetProperty("rows").GetInt32());
        Assert.Contains("共3组，列出1组；合计含未列出的各组。", Notes(told.Json));
    }

    [Fact]
    public void A_crossed_table_is_sorted_by_the_sums_of_its_rows()
    {
        var rows = Csv("--period", "2025-04", "--by", "district,hour", "--pivot", "hour", "--sort", "complaints:asc");
        Assert.Equal(["丰台区", "海淀区", "朝阳区"], rows.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public void Days_of_two_years_are_no_columns_of_one_name()
    {
        var header = Csv("--from", "2024-04-21", "--to", "2025-04-21", "--by", "district,day", "--pivot", "day")[0];
        Assert.Equal(["district", "2024年4月21日", "2025年4月21日", "total"], header);
    }

    [Fact]
    public void Complaints_without_a_point_stay_in_their_district_and_street()
    {
        var streets = Csv("--period", "2025-04", "--by", "street,place", "--pivot", "street");
        Assert.Equal(12, Sum(streets, "双井街道"));
        Assert.Equal(3, Sum(streets, "（未注明）"));
        var places = Groups(
            Cut("--period", "2025-04", "--district", "海淀区", "--by", "district,place"),
            "district",
            "street",
            "complaints"
        );
        Assert.Equal(["海淀区|八里庄街道|9"], places);
    }

    private static int Sum(List<string[]> table, string column) =>
        table.Skip(1).Sum(row => int.Parse(row[Array.IndexOf(table[0], column)], CultureInfo.InvariantCulture));

    [Fact]
    public void What_has_no_point_takes_no_place_among_points()
    {
        var cut = Cut("--period", "2025-04", "--by", "place", "--top", "2");
        Assert.Equal(["九龙山东工地|7", "石榴庄路口|2"], Groups(cut, "place", "complaints"));
        Assert.Contains("未注明点位的22件不参加排名，已计入合计。", Notes(cut));
    }

    [Theory]
    [InlineData("朝阳区最多，17件，占54.8%", "--by", "district")]
    [InlineData("共31件", "--by", "district", "--top", "2", "--sort", "complaints:asc")]
    [InlineData("6时、7时并列最多，各2件，各占50.0%", "--by", "hour", "--hours", "6-8")]
    [InlineData("共31件", "--by", "hour")]
    [InlineData("最多，7件，占22.6%", "--by", "place", "--top", "2")]
    [InlineData("最多，7件，占22.6%", "--by", "place")]
    public void A_headline_names_the_largest_of_all_and_nothing_without_a_name(string headline, params string[] asked)
    {
        var file = _folder.File("图.html");
        Cut(["--period", "2025-04", .. asked, "-o", file]);
        var text = File.ReadAllText(file);
        Assert.Contains(headline, text, StringComparison.Ordinal);
        Assert.DoesNotContain("（未注明）最多", text, StringComparison.Ordinal);
        Assert.Equal(headline.Contains("最多", StringComparison.Ordinal), text.Contains("最多，", StringComparison.Ordinal));
    }

    /// <summary>What has no point is the largest here, and no place.</summary>
    [Fact]
    public void What_is_ranked_has_a_name()
    {
        var places = Groups(Cut("2025年4月哪个点位投诉最多"), "place", "complaints");
        Assert.Equal(["九龙山东工地|7", "石榴庄路口|2"], places.Take(2));
        Assert.All(places.Skip(2), place => Assert.StartsWith("|", place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4月按区对比", "", "")]
    [InlineData("朝阳和海淀2025年4月对比按街道", "district", "朝阳区|海淀区|total")]
    [InlineData(
        "朝阳双井、朝阳八里庄、海淀八里庄2025年4月对比按小时",
        "street",
        "朝阳区·双井街道|海淀区·八里庄街道|朝阳区·八里庄街道|total"
    )]
    public void Names_that_are_compared_stand_side_by_side(string sentence, string pivot, string columns)
    {
        var rows = Csv(sentence);
        if (pivot.Length > 0)
            Assert.Equal(
                columns.Split('|').Order(StringComparer.Ordinal),
                rows[0].TakeLast(columns.Split('|').Length).Order(StringComparer.Ordinal)
            );
        else
            Assert.Equal(["district", "complaints", "incidents"], rows[0]);
    }

    [Fact]
    public void The_period_itself_stands_beside_its_change()
    {
        var told = _office.Call("cut", "2025年4月各区环比").Exits(0);
        Assert.Matches(@"区 *\| *诉求（件） \|", told.Error);
        Assert.Matches(@"朝阳区 *\| *17 \|", told.Error);
    }

    [Fact]
    public void A_headline_of_a_rise_tells_it()
    {
        var file = _folder.File("图.html");
        Cut("--from", "2025-04-21", "--to", "2025-04-21", "--by", "district", "--measure", "year_change", "--top", "3", "-o", file);
        Assert.Contains("朝阳区同比增加最多，由0件增至17件", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_street_of_two_districts_is_told_as_such()
    {
        const string Note = "几个区都有的同名街道合在一起：八里庄街道；只问一处请写明区。";
        Assert.Contains(Note, Notes(Cut("八里庄街道2025年4月")));
        Assert.DoesNotContain(Note, Notes(Cut("海淀八里庄街道2025年4月")));
    }

    [Fact]
    public void A_point_that_the_program_lists_is_asked_for_by_its_name()
    {
        var cut = Cut("九龙山东工地2025年4月按天");
        Assert.Equal(7, cut.GetProperty("complaints").GetInt32());
        Assert.Contains("地点含：“九龙山东工地”", cut.GetProperty("filter").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_order_that_the_data_do_not_have_is_refused() =>
        Assert.Contains("没有“举报”这一工单类型", _office.Call("cut", "2025年4月举报").Exits(2).Error, StringComparison.Ordinal);

    [Fact]
    public void A_week_cut_short_is_told_with_its_days()
    {
        var file = _folder.File("图.html");
        var cut = Cut("--from", "2025-04-02", "--to", "2025-04-21", "--by", "week", "-o", file);
        Assert.Contains("只含一部分日子：2025年第14周（5天）、2025年第17周（1天）；不宜与其他各期直接相比。", Notes(cut));
        Assert.Contains("17周（1天）", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "只含一部分",
            string.Join("", Notes(Cut("--from", "2025-04-14", "--to", "2025-04-20", "--by", "week"))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025年4月前3明细", "排列：逐件列出，按时间先后取最早的3件")]
    [InlineData("2025年4月前3街道", "排列：按诉求（件）从多到少，列前3")]
    [InlineData("2025年4月街道投诉排名", "排列：按诉求（件）从多到少")]
    public void The_filter_tells_how_the_answer_is_ranked(string sentence, string order) =>
        Assert.EndsWith(order, Cut(sentence).GetProperty("filter").GetString(), StringComparison.Ordinal);

    /// <summary>Hours across would show hours that a top left out as hours of nothing.</summary>
    [Fact]
    public void A_top_of_hours_is_drawn_as_bars()
    {
        var file = _folder.File("图.html");
        Cut("--period", "2025-04", "--by", "district,hour", "--top", "3", "-o", file);
        Assert.Contains("；列出3组，共", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Streets_of_one_name_are_sorted_each_by_its_own()
    {
        var streets = Groups(Cut("--period", "2025-04", "--by", "street"), "district", "street", "complaints");
        Assert.Equal(["朝阳区|双井街道|12", "朝阳区|八里庄街道|5", "海淀区|八里庄街道|9"], streets.Take(3));
    }

    [Fact]
    public void Hours_over_midnight_are_told_as_the_hours_of_each_day() =>
        Assert.Contains("时段：0—6时、22—24时", Cut("--hours", "22-6").GetProperty("filter").GetString(), StringComparison.Ordinal);
}
