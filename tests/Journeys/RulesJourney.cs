namespace Hotspot.Tests.Journeys;

/// <summary>The dated tables of rules go out to Excel and come back; what was loaded is looked at anew, each complaint by the rules of its day.</summary>
public sealed class RulesJourney(RulesJourney.Exported exported) : IClassFixture<RulesJourney.Exported>, IDisposable
{
    /// <summary>Two weeks of callbacks, and the workbook of the rules in force.</summary>
    public sealed class Exported : PreparedOffice
    {
        public Exported()
        {
            Office.Call("load", Office.Write("台账.csv", Exports.StreamB(new DateOnly(2025, 4, 14), 14, 12))).Exits(0);
            Book = Export(Office);
        }

        internal string Book { get; }
    }

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Export(Office office) =>
        office.Call("rules", "export", "-o", Path.Combine(office.Folder, "规则.xlsx")).Exits(0).Json.GetProperty("file").GetString()!;

    /// <summary>The workbook, for a home of the test's own.</summary>
    private string Book()
    {
        _office.TakeOver(exported.Office, whole: true);
        var book = Path.Combine(_office.Folder, "规则.xlsx");
        File.Copy(exported.Book, book);
        return book;
    }

    private static int RowOf(string book, string sheet, string text) =>
        new Workbook(book).Rows(sheet).ToList().FindIndex(row => row.Values.Contains(text)) + 1;

    [Fact]
    public void A_new_rule_holds_from_its_day_on_also_for_what_was_loaded_and_the_bulletin_says_so()
    {
        _office.Call("load", _office.Write("四月.csv", Exports.City(new DateOnly(2025, 4, 14), 14, 2))).Exits(0);
        var before = new PublishedRows(_office.Home).Count("issue = '无照经营'");
        var book = Export(_office);
        Filled.In(book, "问题类型", RowOf(book, "问题类型", "无照经营"), "失效日（含）", "2025-04-20");
        Filled.In(book, "街道名录", RowOf(book, "街道名录", "望京街道"), "别名", "望京街道|望京办");

        var imported = _office.Call("rules", "import", book).Exits(0).Json;

        Assert.Equal(28, imported.GetProperty("orders").GetInt64());
        var rows = new PublishedRows(_office.Home);
        Assert.Equal(
            (28, 14, 0),
            (before, rows.Count("issue = '无照经营'"), rows.Count("issue = '无照经营' and occurred_at >= '2025-04-21'"))
        );
        _office
            .Call(
                "load",
                _office.Write(
                    "补.csv",
                    Exports.City(new DateOnly(2025, 4, 27), 1, 3).Replace("望京街道", "望京办", StringComparison.Ordinal)
                )
            )
            .Exits(0);
        Assert.Equal(0, rows.Count("street is null"));
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        Assert.Contains(
            "2025年4月21日起问题类型对照表有调整",
            new Papers(_office.Bulletin("weekly", "2025-W17")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Weights_of_the_rates_are_those_of_the_periods_time()
    {
        var book = Book();
        Filled.In(book, "三率权重", 2, "基本满意折算", "0.5");
        _office.Call("rules", "import", book).Exits(0);

        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);

        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));
        // 28 of 84 satisfied, 56 basically: (28 + 0.5 × 56) ÷ 84.
        Assert.Equal("66.7%", papers.Figures["callbacks.satisfied"].Text);
        Assert.Contains("满意+0.5×基本满意", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_taken_by_their_titles_wherever_they_stand()
    {
        var book = Book();
        Filled.In(book, "三率权重", [(1, "响应权重", "解决权重"), (1, "解决权重", "响应权重")]);

        _office.Call("rules", "import", book).Exits(0);

        var lines = File.ReadAllLines(Path.Combine(_office.Home.Rules, "rates.csv"));
        Assert.Equal("valid_from,valid_until,contacted,satisfied,resolved,basic,note", lines[0]);
        Assert.Contains("\"0.5\",\"0.4\",\"0.1\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_ends_is_no_fall()
    {
        var book = Book();
        Filled.In(book, "问题类型", RowOf(book, "问题类型", "无照经营"), "失效日（含）", "2025-04-20");
        _office.Call("rules", "import", book).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        Assert.DoesNotContain("无照经营由", new Papers(_office.Bulletin("weekly", "2025-W17")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_told_by_cell_and_change_nothing()
    {
        var book = Book();
        Filled.In(book, "问题类型", 2, "生效日", "四月一日");
        Filled.In(book, "问题类型", 3, "问题类型", "夜间施工扰民");
        Filled.In(book, "三率权重", 2, "满意权重", "0.6");
        Filled.In(book, "街道名录", 2, "区", "东城");

        var refused = _office.Call("rules", "import", book).Exits(2);

        Assert.Equal(
            [
                "问题类型 2 生效日 date_wrong",
                "问题类型 3 生效日 period_overlaps",
                "三率权重 2 响应权重 weights_wrong",
                "街道名录 2 区 district_wrong",
            ],
            refused
                .Json.GetProperty("problems")
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("sheet").GetString()} {one.GetProperty("row")} {one.GetProperty("column").GetString()} {one.GetProperty("code").GetString()}"
                )
        );
        Assert.Contains("工作表“三率权重”第 2 行", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_office.Home.Rules) && Directory.EnumerateFiles(_office.Home.Rules, "*.csv").Any());
    }

    [Fact]
    public void Residents_give_rates_from_their_day_on()
    {
        var book = Book();
        Assert.DoesNotContain(new Workbook(book).Rows("人口与面积").Skip(1), row => row.Count > 0);
        Directory.CreateDirectory(_office.Home.Rules);
        var list = Path.Combine(_office.Home.Rules, "denominators.csv");
        File.WriteAllText(
            list,
            "district,street,residents,area_km2,valid_from,valid_until,note\n朝阳区,,99,,,2025-04-20,旧\n朝阳区,,3440000,,2025-04-21,,试填\n"
        );
        book = Export(_office);
        Filled.In(book, "人口与面积", 3, "常住人口", "344万");
        Assert.Contains("人口须为整数", _office.Call("rules", "import", book).Exits(2).Error, StringComparison.Ordinal);
        Filled.In(book, "人口与面积", 3, "常住人口", "3440000");
        _office.Call("rules", "import", book).Exits(0);

        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);

        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));
        var area = Assert.Single(papers.Table("areas", "level = 'district' and issue is null and district = '朝阳区'"));
        Assert.Equal(3_440_000L, area["residents"]);
        Assert.Equal((long)area["incidents"]! / 344.0, (double)area["per_10k"]!, 12);
        Assert.True((double)area["per_10k_low"]! < (double)area["per_10k"]! && (double)area["per_10k"]! < (double)area["per_10k_high"]!);
        Assert.Contains("每万人（起）", papers.HtmlTable("districts")[0]);

        File.WriteAllText(list, "district,street,residents,area_km2,valid_from,valid_until,note\n朝阳区,,三百万,,,,\n");
        var refused = _office.Call("report", "weekly", "--period", "2025-W17").Exits(2);
        Assert.Contains("denominators.csv”第2行的“residents”不是大于0的数", refused.Error, StringComparison.Ordinal);
    }
}
