using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>What one export writes otherwise than another, and slips of the pen: one order stays one order, and nothing known is lost.</summary>
public sealed class SlipsJourney(SlipsJourney.Loaded loaded) : IClassFixture<SlipsJourney.Loaded>, IDisposable
{
    /// <summary>What the file of one test says, and what another file says in a later load.</summary>
    private sealed record Slip(string Name, string Text, string? Later = null);

    /// <summary>The slips of most tests, a file each, in two loads for all.</summary>
    public sealed class Loaded : PreparedOffice
    {
        private readonly Dictionary<string, JsonElement> _files = [];

        public Loaded()
        {
            Slip[] slips =
            [
                Lines,
                Words,
                Forced,
                Story,
                Total,
                TooWide,
                TwoTables,
                PersonAsNumber,
                TimeAsPhone,
                HomesOfPersons,
                UnknownAreas,
                Zeros,
                PlaceLikePerson,
            ];
            Office.Set(settings => settings with { MaxRejectedShare = 1 });
            Load(slips.Select(slip => Office.Write(slip.Name + "_甲.csv", slip.Text)));
            Load(slips.Where(slip => slip.Later is not null).Select(slip => Office.Write(slip.Name + "_乙.csv", slip.Later!)));
        }

        internal PublishedRows Rows => new(Office.Home);

        internal JsonElement File(string name) => _files[name];

        private void Load(IEnumerable<string> files)
        {
            foreach (var file in Office.Call(["load", .. files]).Exits(0).Json.GetProperty("files").EnumerateArray())
                _files.Add(file.GetProperty("name").GetString()!, file.Clone());
        }
    }

    private const string Header = "工单编号,来电时间,被反映区,被反映街乡镇,工单状态,主要内容\n";
    private const string Placed = "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容\n";
    private const string Phones = "来电人电话/账号,";

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Id(int n) => $"热线-250421-{n:000000}";

    private static string Order(int n = 1, string story = "楼下烧烤") => $"{Id(n)},2025-04-21 08:10:00,东城区,东四街道,办结,{story}\n";

    private JsonElement Load(string name, string text, int exit = 0) => _office.Call("load", _office.Write(name, text)).Exits(exit).Json;

    private static (long Inserted, long Updated, long Unchanged, long Rejected) Counts(JsonElement json) =>
        (
            json.GetProperty("inserted").GetInt64(),
            json.GetProperty("updated").GetInt64(),
            json.GetProperty("unchanged").GetInt64(),
            json.GetProperty("rejected").GetInt64()
        );

    private Dictionary<string, object?> Published(int order) =>
        loaded.Rows.Query($"select * from complaints where complaint_id = '{Id(order)}'").Single();

    private long Count(Slip slip, string where = "true") => loaded.Rows.Count($"starts_with(source_file, '{slip.Name}_') and ({where})");

    private static readonly Slip Lines = new(
        "换行",
        Header + Order(10, "\"第一行\n第二行\""),
        (Header + Order(10, "\"第一行\n第二行\"")).Replace("\n", "\r\n", StringComparison.Ordinal)
    );

    [Fact]
    public void Lines_within_a_cell_end_alike_whatever_program_wrote_them()
    {
        Assert.Equal((0, 0, 1, 0), Counts(loaded.File("换行_乙.csv")));
        Assert.Equal("第一行\n第二行", Published(10)["content_masked"]);
    }

    private static readonly string[] Nothing = ["NULL", "-", "N/A", "暂无", "未填写", "待定", "不详"];

    private static readonly Slip Words = new(
        "无",
        Header + string.Concat(Nothing.Select((_, i) => Order(20 + i))),
        Header + string.Concat(Nothing.Select((word, i) => $"{Id(20 + i)},2025-04-21 08:10:00,{word},{word},{word},{word}\n"))
    );

    [Fact]
    public void A_word_for_nothing_erases_nothing()
    {
        foreach (var (i, word) in Nothing.Index())
        {
            var row = Published(20 + i);
            Assert.Equal(
                (word, "东城区", "东四街道", "办结", "楼下烧烤"),
                (word, row["district"], row["street"], row["status"], row["content_masked"])
            );
        }
        Assert.Equal((0, 0, Nothing.Length, 0), Counts(loaded.File("无_乙.csv")));
    }

    private static readonly Slip Forced = new(
        "等号",
        Header + Order(30),
        Header
            + Order(30)
                .Replace(Id(30), $"=\"{Id(30)}\"", StringComparison.Ordinal)
                .Replace("2025-04-21 08:10:00", "=\"2025-04-21 08:10:00\"", StringComparison.Ordinal)
    );

    [Fact]
    public void Text_by_force_is_the_text() => Assert.Equal((0, 0, 1, 0), Counts(loaded.File("等号_乙.csv")));

    private const string Told = "楼下烧烤，联系电话13812345678，望处理";

    private static readonly Slip Story = new(
        "经过",
        Header + Order(40, Told) + Order(41, Told),
        Phones + Header + "13812345678," + Order(41, Told)
    );

    [Fact]
    public void A_phone_in_the_story_is_hidden_alike_with_and_without_a_column_of_phones()
    {
        Assert.Equal(Published(40)["content_masked"], Published(41)["content_masked"]);
        Assert.DoesNotContain("12345678", (string)Published(41)["content_masked"]!, StringComparison.Ordinal);
        Assert.Equal((true, false), (Published(40)["caller_key"] is null, Published(41)["caller_key"] is null));
    }

    /// <summary>It chooses neither the week of a bulletin nor the last weeks of a cut.</summary>
    [Fact]
    public void A_mistyped_year_chooses_no_period_and_makes_nothing_fresh()
    {
        Load(
            "甲.csv",
            Header
                + Order()
                + Order().Replace("250421-000001,2025-04-21", "270421-000002,2027-01-20", StringComparison.Ordinal)
                + Order().Replace("250421-000001,2025-04-21", "520421-000002,2052-04-21", StringComparison.Ordinal)
        );
        _office.Call("report", "weekly").Exits(0);
        Assert.True(Directory.Exists(_office.Bulletin("weekly", "2025-W17")));
        Assert.Equal("2025-04-21", _office.Call("status").Exits(0).Json.GetProperty("last_on").GetString());
        var cut = _office.Call("cut", "近四周按区").Exits(0);
        Assert.Contains("2025-03-25", cut.Out, StringComparison.Ordinal);
        Assert.Contains("2025-04-21", cut.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_rows_were_mended_passes_the_gate()
    {
        var text = Header + Order() + "A-2,昨天下午,东城区,东四街道,办结,占道\n";
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

    private static readonly Slip Total = new("合计", Header + Order(50) + "合 计,1,,,,\n");

    [Fact]
    public void A_total_that_is_spaced_out_is_a_footer()
    {
        var rejected = loaded.File("合计_甲.csv").GetProperty("first_rejected")[0];
        Assert.Equal("footer", rejected.GetProperty("reason").GetString());
    }

    [Fact]
    public void What_the_gate_held_back_is_told_until_it_is_published_and_when_it_is()
    {
        Load("甲.csv", Header + Order() + "A-2,昨天下午,东城区,东四街道,办结,占道\n", exit: 3);
        Assert.Contains("甲.csv，读入 2 行、拒收 1 行", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains("[红]  拒收比例", _office.Call("check").Error, StringComparison.Ordinal);

        var answer = _office.Call("load", _office.Write("乙.csv", Header + Order(2))).Exits(0);
        Assert.Contains("此前入库未发布的数据（甲.csv", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("未发布", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_night_without_files_holds_nothing_back()
    {
        Load("甲.csv", Header + Order());
        _office.Call("nightly");
        Assert.DoesNotContain("未发布", _office.Call("status").Exits(0).Error, StringComparison.Ordinal);
    }

    /// <summary>Names and phones in the name of a file or of a sheet: neither the ledger nor the data nor a message tells them, and mending still finds the file.</summary>
    [Fact]
    public void Who_is_named_by_a_file_is_hidden()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 1 });
        var file = _office.Write("王小明13812345678投诉.csv", Header + Order() + "A-2,昨天下午,东城区,东四街道,办结,占道\n");
        var load = _office.Call("load", file).Exits(0);
        var told = load.Json.GetProperty("files")[0].GetProperty("name").GetString();
        Assert.Equal("×××138××××××××投诉.csv", told);
        Assert.Equal(told, new PublishedRows(_office.Home).Query("select source_file from complaints").Single()["source_file"]);
        foreach (var answer in (Answer[])[load, _office.Call("status").Exits(0), _office.Call("load", "--retry", file)])
        {
            Assert.DoesNotContain("12345678", answer.Out + answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明", answer.Out + answer.Error, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Directory.GetFiles(_office.Home.Quarantine), path => path.Contains("12345678", StringComparison.Ordinal));
    }

    private static readonly Slip TooWide = new(
        "多格",
        Header + Order(60) + "A-2,2025-04-21 09:10:00,东城区,东四街道,办结,\"第一行\n第二行 电话13812345678\",多,余\n",
        Header + Order(61) + "A-3,2025-04-21,\"东\n城\"\n"
    );

    /// <summary>It is one row, wrongly wide: its second line is no order of its own.</summary>
    [Fact]
    public void A_row_of_too_many_cells_that_breaks_a_line_is_rejected_whole()
    {
        Assert.Equal((1, 0, 0, 1), Counts(loaded.File("多格_甲.csv")));
        Assert.Equal((1, 0, 0, 1), Counts(loaded.File("多格_乙.csv")));
        Assert.Equal(2, Count(TooWide));
    }

    private static readonly Slip TwoTables = new(
        "两张表",
        Header
            + Order(70)
            + $"工单编号,主要内容,小区点位,来电时间,被反映街乡镇,被反映区\n{Id(71)},楼上施工,吉庆里,2025-04-21 09:10:00,朝外街道,朝阳区\n"
    );

    [Fact]
    public void A_second_table_below_the_first_is_read_by_its_own_header()
    {
        var row = Published(71);
        Assert.Equal(("楼上施工", "朝外街道", "吉庆里"), (row["content_masked"], row["street"], row["place_text"]));
    }

    private static readonly Slip PersonAsNumber = new(
        "编号",
        Header + Order(80).Replace(Id(80), "ZX13610000000欧阳明月", StringComparison.Ordinal)
    );

    [Fact]
    public void A_person_in_the_column_of_order_numbers_is_no_number()
    {
        var row = loaded.Rows.Query("select * from complaints where source_file = '编号_甲.csv'").Single();
        Assert.DoesNotMatch("136100|欧阳", (string)row["complaint_id"]!);
        Assert.Equal("id_missing", row["quality_flags"]);
    }

    private static readonly Slip TimeAsPhone = new(
        "时间",
        Phones + Header + "2025-04-01 08:00:01," + Order(90) + "20250401080001," + Order(91)
    );

    [Fact]
    public void A_time_in_the_column_of_phones_is_no_caller() =>
        Assert.Equal((2, 0), (Count(TimeAsPhone), Count(TimeAsPhone, "caller_key is not null")));

    private static readonly Slip HomesOfPersons = new(
        "某家",
        Placed
            + $"{Id(101)},2025-04-21 08:01:00,朝阳区,望京街道,李伟家楼下,楼下烧烤\n"
            + $"{Id(102)},2025-04-21 08:02:00,朝阳区,望京街道,王芳家门口,楼下烧烤\n"
            + $"{Id(103)},2025-04-21 08:03:00,朝阳区,望京街道,陈静家旁边,楼下烧烤\n"
    );

    [Fact]
    public void Homes_of_different_persons_are_no_one_place()
    {
        Assert.Equal(0, Count(HomesOfPersons, "place_key is not null"));
        Assert.Equal(3, Count(HomesOfPersons, "complaint_id = incident_id"));
    }

    private static readonly Slip UnknownAreas = new(
        "无此地",
        Header + Order(110) + Order(111),
        Header
            + Order(110).Replace("东城区", "火星区", StringComparison.Ordinal)
            + Order(111).Replace("东四街道", "无此街道", StringComparison.Ordinal)
    );

    [Fact]
    public void A_name_that_no_list_knows_takes_no_area_away()
    {
        foreach (var order in (int[])[110, 111])
            Assert.Equal((order, "东城区", "东四街道"), (order, Published(order)["district"], Published(order)["street"]));
        Assert.Equal((0, 0, 2, 0), Counts(loaded.File("无此地_乙.csv")));
    }

    private static readonly Slip Zeros = new("零", Positioned("116.4774,39.9899"), Positioned("0,0"));

    private static string Positioned(string position) =>
        $"工单编号,来电时间,被反映区,经度,纬度,主要内容\n{Id(120)},2025-04-21 08:10:00,朝阳区,{position},楼下烧烤\n";

    [Fact]
    public void Zeros_take_no_position_away() => Assert.Equal("coordinate", Published(120)["geo_level"]);

    private static readonly Slip PlaceLikePerson = new(
        "像人名",
        Placed
            + $"{Id(130)},2025-04-21 08:10:00,门头沟区,王平,,楼下烧烤\n"
            + $"{Id(131)},2025-04-21 09:10:00,朝阳区,朝外街道,吉庆里3号楼,楼下烧烤\n"
            + $"{Id(132)},2025-04-21 10:10:00,朝阳区,朝外街道,吉庆里3-501,楼下烧烤\n"
    );

    /// <summary>Two of the lists' names that look like names of persons; in a story they would be hidden.</summary>
    [Fact]
    public void A_place_named_like_a_person_is_a_place_in_its_column()
    {
        Assert.Equal("王平地区", Published(130)["street"]);
        Assert.Equal("吉庆里3号楼", Published(131)["place_text"]);
        // The door is hidden all the same.
        Assert.Equal("吉庆里3-×××", Published(132)["place_text"]);
    }
}
