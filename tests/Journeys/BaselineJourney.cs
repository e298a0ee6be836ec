namespace Hotspot.Tests.Journeys;

/// <summary>Earlier totals make 同比 work on day one; they are marked, never tested, and never mixed with complaints.</summary>
public sealed class BaselineJourney : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private Answer Baseline(string text, int exit = 0) =>
        _office.Call("load", "--baseline", _office.Write("去年汇总.csv", text)).Exits(exit);

    [Fact]
    public void The_same_week_of_last_year_and_the_week_before_come_from_totals_and_say_so()
    {
        _office.Call("load", _office.Write("本周.csv", Exports.StreamB(new DateOnly(2025, 4, 21), 7, 8))).Exits(0);
        var json = Baseline(
            "周期,来源,问题类型,区,件数\n2024-W17,,,,40\n2024-W17,直派街道,,,30\n2024-W17,交办,,,10\n2024-W17,,无照经营,,25\n2024-W17,,,朝阳区,22\n2024-W17,,,海淀区,18\n2025-W16,全部,全部,全市,\"1,120\"\n"
        ).Json;
        Assert.Equal((7, 7), (json.GetProperty("read").GetInt64(), json.GetProperty("inserted").GetInt64()));

        _office.Call("report", "weekly").Exits(0);

        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));
        Assert.Contains("同比增加16件（40.0%）（基数为汇总数，未作检验）", papers.Text, StringComparison.Ordinal);
        Assert.Contains("环比减少1064件（95.0%）（基数为汇总数，未作检验）", papers.Text, StringComparison.Ordinal);
        Assert.Contains("取自此前的汇总数", papers.Section("附：数据说明"), StringComparison.Ordinal);
        Assert.Contains(
            "baseline.parquet",
            File.ReadAllText(Path.Combine(_office.Bulletin("weekly", "2025-W17"), "figures.json")),
            StringComparison.Ordinal
        );
        Assert.Single(
            papers.Table(
                "areas",
                "level = 'district' and issue is null and district = '朝阳区' and year_before = 22 and year_change_q_value is null"
            )
        );
        Assert.DoesNotContain("显著上升的", papers.Section("一、总体情况"), StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_of_a_time_with_complaints_are_not_used_and_loading_again_replaces()
    {
        _office.Call("load", _office.Write("两周.csv", Exports.StreamB(new DateOnly(2025, 4, 14), 14, 8))).Exits(0);
        Baseline("周期,件数\n2025-W16,500\n");
        var again = Baseline("周期,件数\n2025-W16,600\n2025-W15,1\n").Json;
        Assert.Equal(
            (2, 1, 1),
            (again.GetProperty("read").GetInt64(), again.GetProperty("inserted").GetInt64(), again.GetProperty("updated").GetInt64())
        );

        _office.Call("report", "weekly").Exits(0);

        var papers = new Papers(_office.Bulletin("weekly", "2025-W17"));
        Assert.DoesNotContain("汇总数", papers.Text, StringComparison.Ordinal);
        Assert.Equal(112, _office.Call("status").Exits(0).Json.GetProperty("rows_read").GetInt64());
    }

    [Fact]
    public void Overlaps_and_unknown_words_are_refused_with_their_rows()
    {
        var told = Baseline(
            "周期,口径,问题类型,区,件数\n2024-03,,,,10\n2024-03,考核月,,,11\n2024-13,,,,1\n2024-04,,没有的事,火星区,很多\n",
            exit: 2
        ).Error;

        Assert.Contains("5 处错误", told, StringComparison.Ordinal);
        foreach (var part in new[] { "第 3 行“周期”", "第 4 行“周期”", "第 5 行“问题类型”", "第 5 行“区”", "第 5 行“件数”" })
            Assert.Contains(part, told, StringComparison.Ordinal);
        Assert.Contains("baseline_header", Baseline("月,量\n2024-03,1\n", exit: 2).Out, StringComparison.Ordinal);
    }

    /// <summary>As offices keep such tables: titles above, words of their own, months as Excel and people write them, a total and a remark below.</summary>
    [Fact]
    public void A_table_as_an_office_keeps_it_is_read_from_its_header_to_its_footer()
    {
        object?[][] year =
        [
            ["2024年诉求汇总表"],
            ["统计单位：某科", null, null, null],
            [],
            ["序号", "统计月份", "所属区（全称）", "行政区", "诉求类型", "工单量（件）"],
            ["1", new DateTime(2024, 3, 1), null, "朝阳区", "无照经营", "1,250"],
            ["2", "2024年4月", null, "朝阳区", "无照经营", "１３件"],
            ["序号", "统计月份", "所属区（全称）", "行政区", "诉求类型", "工单量（件）"],
            ["3", "202405", null, "全市", null, 40d],
            ["合计", null, null, null, null, 1303d],
            ["说明：数据来自台账"],
        ];
        object?[][] weeks =
        [
            ["区县", "时间", "数量(件)"],
            ["海淀区", "2024年第10周", 7d],
            [null, "小计", 7d],
        ];
        var file = Path.Combine(_office.Folder, "去年.xlsx");
        File.WriteAllBytes(file, Ingest.Workbook.Bytes([("月", year), ("周", weeks)]));

        var told = _office.Call("load", "--baseline", file).Exits(2).Error;
        Assert.Contains("1 处错误", told, StringComparison.Ordinal);
        Assert.Contains("工作表“月”第 6 行“件数”：“13件”不是件数，请只写数字", told, StringComparison.Ordinal);

        year[5][5] = "１３";
        File.WriteAllBytes(file, Ingest.Workbook.Bytes([("月", year), ("周", weeks)]));
        Assert.Equal(4, _office.Call("load", "--baseline", file).Exits(0).Json.GetProperty("inserted").GetInt64());
        Assert.Contains("没有填周期", Baseline("周期,件数\n2024-03,1\n,2\n", exit: 2).Error, StringComparison.Ordinal);
    }

    /// <summary>Of an .xls more than its beginning is read.</summary>
    [Fact]
    public void A_long_table_in_an_old_workbook_is_read_to_its_end()
    {
        object?[][] all =
        [
            ["周期", "件数"],
            .. Enumerable.Range(0, 1100).Select(_ => (object?[])["2024-03", "很多"]),
        ];
        var file = Path.Combine(_office.Folder, "去年.xls");
        File.WriteAllBytes(file, Ingest.OldBook.Bytes(all));

        Assert.Contains("1100 处错误", _office.Call("load", "--baseline", file).Exits(2).Error, StringComparison.Ordinal);
    }
}
