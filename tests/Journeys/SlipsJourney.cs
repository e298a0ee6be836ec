using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>What one export writes otherwise than another, and slips of the pen: one order stays one order, and nothing known is lost.</summary>
public sealed class SlipsJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,被反映区,被反映街乡镇,工单状态,主要内容\n";
    private const string Order = "热线-250421-000001,2025-04-21 08:10:00,东城区,东四街道,办结,楼下烧烤\n";

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private JsonElement Load(string name, string text, int exit = 0) => _office.Call("load", _office.Write(name, text)).Exits(exit).Json;

    private static (long Inserted, long Updated, long Unchanged, long Rejected) Counts(JsonElement json) =>
        (
            json.GetProperty("inserted").GetInt64(),
            json.GetProperty("updated").GetInt64(),
            json.GetProperty("unchanged").GetInt64(),
            json.GetProperty("rejected").GetInt64()
        );

    private Dictionary<string, object?> Published() => new PublishedRows(_office.Home).Query("select * from complaints").Single();

    [Fact]
    public void Lines_within_a_cell_end_alike_whatever_program_wrote_them()
    {
        var order = Order.Replace("楼下烧烤", "\"第一行\n第二行\"", StringComparison.Ordinal);
        Load("甲.csv", Header + order);
        Assert.Equal((0, 0, 1, 0), Counts(Load("乙.csv", (Header + order).Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal("第一行\n第二行", Published()["content_masked"]);
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("-")]
    [InlineData("N/A")]
    [InlineData("暂无")]
    [InlineData("未填写")]
    [InlineData("待定")]
    [InlineData("不详")]
    public void A_word_for_nothing_erases_nothing(string nothing)
    {
        Load("甲.csv", Header + Order);
        Assert.Equal(
            (0, 0, 1, 0),
            Counts(Load("乙.csv", $"{Header}热线-250421-000001,2025-04-21 08:10:00,{nothing},{nothing},{nothing},{nothing}\n"))
        );
        var row = Published();
        Assert.Equal(("东城区", "东四街道", "办结", "楼下烧烤"), (row["district"], row["street"], row["status"], row["content_masked"]));
    }

    [Fact]
    public void Text_by_force_is_the_text()
    {
        Load("甲.csv", Header + Order);
        var forced = Order
            .Replace("热线-250421-000001", "=\"热线-250421-000001\"", StringComparison.Ordinal)
            .Replace("2025-04-21 08:10:00", "=\"2025-04-21 08:10:00\"", StringComparison.Ordinal);
        Assert.Equal((0, 0, 1, 0), Counts(Load("乙.csv", Header + forced)));
    }

    [Fact]
    public void A_phone_in_the_story_is_hidden_alike_with_and_without_a_column_of_phones()
    {
        var story = Order.Replace("楼下烧烤", "楼下烧烤，联系电话13812345678，望处理", StringComparison.Ordinal);
        Load("甲.csv", Header + story);
        var before = Published()["content_masked"];
        Load("乙.csv", "来电人电话/账号," + Header + "13812345678," + story);
        Assert.Equal(before, Published()["content_masked"]);
        Assert.NotNull(Published()["caller_key"]);
    }

    [Fact]
    public void A_mistyped_year_chooses_no_period_and_makes_nothing_fresh()
    {
        Load("甲.csv", Header + Order + Order.Replace("250421-000001,2025-04-21", "270421-000002,2027-01-20", StringComparison.Ordinal));
        _office.Call("report", "weekly").Exits(0);
        Assert.True(Directory.Exists(_office.Bulletin("weekly", "2025-W17")));
        Assert.Equal("2025-04-21", _office.Call("status").Exits(0).Json.GetProperty("last_on").GetString());
    }

    [Fact]
    public void A_file_whose_rows_were_mended_passes_the_gate()
    {
        var text = Header + Order + "A-2,昨天下午,东城区,东四街道,办结,占道\n";
        Load("甲.csv", text, exit: 3);
        Filled.In(Directory.GetFiles(_office.Home.Quarantine, "甲_*_补正.xlsx").Single(), "甲.csv", 2, "来电时间", "2025-04-21 15:30:00");
        _office.Call("load", "--retry").Exits(0);
        // The row still has no time; its order does, and it completes it.
        Assert.Equal((0, 0, 2, 0), Counts(Load("甲.csv", text)));
    }

    /// <summary>A category that goes where nobody expects it is seen before it is loaded.</summary>
    [Fact]
    public void A_preview_tells_into_which_issue_the_categories_go()
    {
        const string Categories = "工单编号,来电时间,问题分类,主要内容,被反映区\n";
        var rows = Enumerable
            .Range(1, 3)
            .Select(n => $"A-{n},2025-04-21 08:00:0{n},{(n < 3 ? "施工管理->夜间施工" : "城市管理->路灯照明")},灯不亮,朝阳区\n");
        var file = _office.Write("分类.csv", Categories + string.Concat(rows));

        var told = _office.Call("load", file, "--source", "beijing-12345", "--dry-run").Exits(0).Error;

        Assert.Contains("夜间施工 → 夜间施工扰民 2、路灯照明 → 其他 1", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_that_is_spaced_out_is_a_footer()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        var rejected = Load("甲.csv", Header + Order + "合 计,1,,,,\n").GetProperty("files")[0].GetProperty("first_rejected")[0];
        Assert.Equal("footer", rejected.GetProperty("reason").GetString());
    }

    [Fact]
    public void What_the_gate_held_back_is_told_until_it_is_published_and_when_it_is()
    {
        Load("甲.csv", Header + Order + "A-2,昨天下午,东城区,东四街道,办结,占道\n", exit: 3);
        Assert.Contains("甲.csv，读入 2 行、拒收 1 行", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains("[红]  拒收比例", _office.Call("check").Error, StringComparison.Ordinal);

        var second = Order.Replace("000001", "000002", StringComparison.Ordinal);
        var answer = _office.Call("load", _office.Write("乙.csv", Header + second)).Exits(0);
        Assert.Contains("此前入库未发布的数据（甲.csv", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("未发布", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_night_without_files_holds_nothing_back()
    {
        Load("甲.csv", Header + Order);
        _office.Call("nightly");
        Assert.DoesNotContain("未发布", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
    }

    /// <summary>Names and phones in the name of a file or of a sheet: neither the ledger nor the data nor a message tells them, and mending still finds the file.</summary>
    [Fact]
    public void Who_is_named_by_a_file_is_hidden()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        var file = _office.Write("王小明13812345678投诉.csv", Header + Order + "A-2,昨天下午,东城区,东四街道,办结,占道\n");
        var load = _office.Call("load", file).Exits(0);
        var told = load.Json.GetProperty("files")[0].GetProperty("name").GetString();
        Assert.Equal("×××138××××××××投诉.csv", told);
        Assert.Equal(told, Published()["source_file"]);
        foreach (var answer in (Answer[])[load, _office.Call("status").Exits(0), _office.Call("load", "--retry", file)])
        {
            Assert.DoesNotContain("12345678", answer.Out + answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明", answer.Out + answer.Error, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Directory.GetFiles(_office.Home.Quarantine), path => path.Contains("12345678", StringComparison.Ordinal));
    }

    /// <summary>It is one row, wrongly wide: its second line is no order of its own.</summary>
    [Fact]
    public void A_row_of_too_many_cells_that_breaks_a_line_is_rejected_whole()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        const string broken = "A-2,2025-04-21 09:10:00,东城区,东四街道,办结,\"第一行\n第二行 电话13812345678\",多,余\n";
        Assert.Equal((1, 0, 0, 1), Counts(Load("甲.csv", Header + Order + broken)));
        Assert.Equal(1, new PublishedRows(_office.Home).Count());
        Assert.Equal(
            (1, 0, 0, 1),
            Counts(Load("乙.csv", Header + Order.Replace("000001", "000002", StringComparison.Ordinal) + "A-3,2025-04-21,\"东\n城\"\n"))
        );
    }

    [Fact]
    public void A_second_table_below_the_first_is_read_by_its_own_header()
    {
        Load(
            "甲.csv",
            Header
                + Order
                + "工单编号,主要内容,小区点位,来电时间,被反映街乡镇,被反映区\n热线-250421-000002,楼上施工,吉庆里,2025-04-21 09:10:00,朝外街道,朝阳区\n"
        );
        var row = new PublishedRows(_office.Home).Query("select * from complaints where complaint_id = '热线-250421-000002'")[0];
        Assert.Equal(("楼上施工", "朝外街道", "吉庆里"), (row["content_masked"], row["street"], row["place_text"]));
    }

    [Fact]
    public void A_person_in_the_column_of_order_numbers_is_no_number()
    {
        Load("甲.csv", Header + Order.Replace("热线-250421-000001", "ZX13610000000欧阳明月", StringComparison.Ordinal));
        Assert.DoesNotMatch("136100|欧阳", (string)Published()["complaint_id"]!);
        Assert.Equal("id_missing", Published()["quality_flags"]);
    }

    [Fact]
    public void A_time_in_the_column_of_phones_is_no_caller()
    {
        Load("甲.csv", "来电人电话/账号," + Header + "2025-04-01 08:00:01," + Order);
        Assert.Null(Published()["caller_key"]);
        Load("乙.csv", "来电人电话/账号," + Header + "20250401080001," + Order.Replace("000001", "000002", StringComparison.Ordinal));
        Assert.Equal(0, new PublishedRows(_office.Home).Count("caller_key is not null"));
    }

    [Fact]
    public void Homes_of_different_persons_are_no_one_place()
    {
        string Row(int n, string place) => $"热线-250421-{n:000000},2025-04-21 08:{n:00}:00,朝阳区,望京街道,{place},楼下烧烤\n";
        Load(
            "甲.csv",
            "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容\n"
                + Row(1, "李伟家楼下")
                + Row(2, "王芳家门口")
                + Row(3, "陈静家旁边")
        );
        Assert.Equal(0, new PublishedRows(_office.Home).Count("place_key is not null"));
        Assert.Equal(3, new PublishedRows(_office.Home).Count("complaint_id = incident_id"));
    }

    [Fact]
    public void A_name_that_no_list_knows_takes_no_area_away()
    {
        Load("甲.csv", Header + Order);
        Assert.Equal((0, 0, 1, 0), Counts(Load("乙.csv", Header + Order.Replace("东城区", "火星区", StringComparison.Ordinal))));
        Assert.Equal((0, 0, 1, 0), Counts(Load("丙.csv", Header + Order.Replace("东四街道", "无此街道", StringComparison.Ordinal))));
        Assert.Equal(("东城区", "东四街道"), (Published()["district"], Published()["street"]));
    }

    [Fact]
    public void Zeros_take_no_position_away()
    {
        const string header = "工单编号,来电时间,被反映区,经度,纬度,主要内容\n";
        Load("甲.csv", header + "热线-250421-000001,2025-04-21 08:10:00,朝阳区,116.4774,39.9899,楼下烧烤\n");
        Load("乙.csv", header + "热线-250421-000001,2025-04-21 08:10:00,朝阳区,0,0,楼下烧烤\n");
        Assert.Equal("coordinate", Published()["geo_level"]);
    }

    [Fact]
    public void The_last_weeks_end_where_the_data_do_whatever_year_was_mistyped()
    {
        Load("甲.csv", Header + Order + Order.Replace("250421-000001,2025-04-21", "520421-000002,2052-04-21", StringComparison.Ordinal));
        var cut = _office.Call("cut", "近四周按区").Exits(0);
        Assert.Contains("2025-03-25", cut.Out, StringComparison.Ordinal);
        Assert.Contains("2025-04-21", cut.Out, StringComparison.Ordinal);
    }

    /// <summary>Two of the lists' names that look like names of persons; in a story they would be hidden.</summary>
    [Fact]
    public void A_place_named_like_a_person_is_a_place_in_its_column()
    {
        Load(
            "甲.csv",
            "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容\n"
                + "热线-250421-000001,2025-04-21 08:10:00,门头沟区,王平,,楼下烧烤\n"
                + "热线-250421-000002,2025-04-21 09:10:00,朝阳区,朝外街道,吉庆里3号楼,楼下烧烤\n"
                + "热线-250421-000003,2025-04-21 10:10:00,朝阳区,朝外街道,吉庆里3-501,楼下烧烤\n"
        );
        var rows = new PublishedRows(_office.Home).Query("select street, place_text from complaints order by complaint_id");
        Assert.Equal("王平地区", rows[0]["street"]);
        Assert.Equal("吉庆里3号楼", rows[1]["place_text"]);
        // The door is hidden all the same.
        Assert.Equal("吉庆里3-×××", rows[2]["place_text"]);
    }
}
