namespace Hotspot.Tests.Journeys;

/// <summary>Each layout of the field loads and gives a whole bulletin, or says in one sentence what it cannot give and how to get it.</summary>
public sealed class LayoutJourney : IDisposable
{
    private static readonly DateOnly Monday = new(2025, 4, 21);

    private static readonly string[] Headings =
    [
        "本期要点",
        "一、总体情况",
        "二、诉求分类",
        "三、高发时段",
        "四、高发区域",
        "五、高发点位",
        "六、热点问题",
        "七、回访与“三率”",
        "八、预警与研判",
        "九、工作建议",
        "附：数据说明",
    ];

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void Without_the_time_of_the_call_the_section_of_hours_says_what_to_tick()
    {
        var papers = Weekly("无来电时间.csv", Exports.CityWithoutCallTime(Monday.AddDays(-70), 77, 4), "beijing-12345");

        Assert.Contains(
            "缺来电时间，无法判定小时高峰；请在平台导出时勾选“来电时间”",
            papers.Section("三、高发时段"),
            StringComparison.Ordinal
        );
        Assert.Equal(28, papers.Figures["overview.complaints"].Value);
        Assert.DoesNotContain("peak_hours", papers.WordTables.Keys);
        Assert.Contains("districts", papers.WordTables.Keys);
        Assert.Empty(papers.Table("peak_hours", "p_value is not null"));
    }

    [Fact]
    public void A_week_of_three_complaints_gives_a_short_honest_bulletin()
    {
        _office.Call("load", _office.Write("三件.csv", Exports.City(Monday, 3, 1))).Exits(0);
        _office.Call("report", "weekly").Exits(0);
        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));

        Assert.Equal(3, papers.Figures["overview.complaints"].Value);
        Assert.Contains("不作同比、环比", papers.Text, StringComparison.Ordinal);
        Assert.Empty(papers.Table("points"));
        Assert.DoesNotContain("八、预警与研判", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_of_one_day_gives_a_bulletin_of_that_day()
    {
        var papers = Weekly("一天.csv", Exports.City(Monday, 1, 12), "beijing-12345");

        Assert.Contains("本期尚未结束", papers.Text, StringComparison.Ordinal);
        Assert.Equal(1, papers.Figures["overview.days"].Value);
        Assert.Equal("12.0件", papers.Figures["overview.daily"].Text);
    }

    [Fact]
    public void The_register_of_stream_A_gives_a_bulletin_and_says_that_its_hours_are_not_those_of_the_calls()
    {
        var papers = Weekly("A类登记.csv", Exports.StreamA(Monday.AddDays(-70), 77, 3), "bureau-stream-a");

        Assert.Equal(21, papers.Figures["overview.stream_a"].Value);
        Assert.DoesNotContain("overview.stream_b", papers.Figures.Keys);
        Assert.Contains("为派发或登记时间而非来电时间", papers.Section("三、高发时段"), StringComparison.Ordinal);
        Assert.Contains("夜间施工扰民", papers.WordTables["issues"].Cells[1][0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_of_stream_B_gives_a_bulletin_with_the_three_rates()
    {
        var papers = Weekly("B类台账.csv", Exports.StreamB(Monday.AddDays(-70), 77, 3), "street-stream-b");

        Assert.Equal(21, papers.Figures["overview.stream_b"].Value);
        Assert.Equal(21, papers.Figures["callbacks.valid"].Value);
        Assert.Equal("100.0%", papers.Figures["callbacks.contacted"].Text);
        // Numbers 211 to 231 of the file: seven of them satisfied, fourteen basically: (7 + 0.9 × 14) ÷ 21.
        Assert.Equal("93.3%", papers.Figures["callbacks.satisfied"].Text);
    }

    /// <summary>What a callback that is not valid heard is in no rate, and what an export has no column for is no 0 %.</summary>
    [Fact]
    public void Rates_are_of_valid_callbacks_and_of_what_was_asked()
    {
        const string Header = "工单编号,工单类型,问题分类,来电时间,被反映区,主要内容,工单状态,是否联系,是否满意,是否有效回访\n";
        var rows = Enumerable
            .Range(1, 12)
            .Select(n =>
                $"热线-250421-{n:000000},直派,施工管理->夜间施工,2025-04-21 22:00:00,朝阳区,夜间施工扰民,办结,是,满意,{(n > 6 ? "否" : "是")}\n"
            );
        var papers = Weekly("回访.csv", Header + string.Concat(rows), "beijing-12345");

        Assert.Equal(6, papers.Figures["callbacks.valid"].Value);
        Assert.Equal("100.0%", papers.Figures["callbacks.satisfied"].Text);
        Assert.Contains("导出文件没有“是否解决”，相应的率与综合得分不作计算", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("callbacks.resolved", papers.Figures.Keys);
    }

    [Fact]
    public void Another_city_gives_a_bulletin_with_nothing_but_its_profile()
    {
        _office.Call("load", Nyc("nyc311-2026-05-18-every-50th.csv")).Exits(0);
        var answer = _office.Call("report", "weekly").Exits(0).Json;
        var papers = new Papers(answer.GetProperty("folder").GetString()!);

        Whole(papers);
        Assert.Equal(answer.GetProperty("complaints").GetInt64(), papers.Figures["overview.complaints"].Value);
        Assert.Contains("districts", papers.WordTables.Keys);
        Assert.Contains("仅区分工作日与周末", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layouts_of_the_same_orders_complete_each_other()
    {
        var timed = _office.Write("有来电时间.csv", Exports.City(Monday, 7, 4));
        var untimed = _office.Write("无来电时间.csv", Exports.CityWithoutCallTime(Monday, 7, 4));
        _office.Call("load", untimed).Exits(0);
        var second = _office.Call("load", timed).Exits(0).Json;
        var third = _office.Call("load", untimed).Exits(0).Json;

        Assert.Equal((28, 0), (second.GetProperty("updated").GetInt64(), second.GetProperty("inserted").GetInt64()));
        Assert.Equal(28, third.GetProperty("unchanged").GetInt64());
        Assert.Equal(28, new PublishedRows(_office.Home).Count("time_from = 'called' and time_precision = 'second'"));
    }

    internal static string Nyc(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "ingest", name);

    private Papers Weekly(string name, string text, string source)
    {
        var load = _office.Call("load", _office.Write(name, text)).Exits(0).Json;
        Assert.Equal(0, load.GetProperty("rejected").GetInt64());
        Assert.Equal(source, load.GetProperty("files")[0].GetProperty("source").GetString());
        _office.Call("report", "weekly").Exits(0);
        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));
        Whole(papers);
        return papers;
    }

    /// <summary>Every section stands and says something.</summary>
    private static void Whole(Papers papers) =>
        Assert.All(Headings, heading => Assert.True(papers.Section(heading).Trim().Length > heading.Length + 8, $"{heading} is empty"));
}
