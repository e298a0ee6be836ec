namespace Hotspot.Tests.Journeys;

/// <summary>An export whose header nobody knows: the workbook of the header, filled in, becomes a layout, and the same load works.</summary>
public sealed class UnknownHeaderJourney : IDisposable
{
    private const string Export = """
        热线流水,市民致电时刻,所属辖区,所属乡镇办,具体位置描述,市民诉说,回电,X坐标,Y坐标,处置
        LS-001,2025-04-21 08:10:00,朝阳区,望京街道,望京西园四区,门口有人占道经营卖水果已经很多天了请尽快处理,13812345678,116.4701,39.9961,张三已到现场
        LS-002,2025-04-21 09:10:00,海淀区,中关村街道,科学院南路,夜间施工噪音很大一直到凌晨两点没有人管居民无法休息,13912345678,116.3201,39.9801,李四已到现场
        LS-003,2025-04-22 21:10:00,丰台区,大红门街道,石榴庄路口,烧烤摊油烟扰民每天晚上都有请城管部门尽快查处谢谢,13712345678,116.4001,39.8401,王五已到现场
        """;

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void A_filled_in_workbook_of_the_header_becomes_a_layout()
    {
        var export = _office.Write("某区导出.csv", Export);
        var unknown = _office.Call("load", export).Exits(2);
        Assert.Contains($"hotspot review make \"{export}\"", Unwrapped(unknown.Error), StringComparison.Ordinal);

        var made = _office.Call("review", "make", export).Exits(0).Json;
        var book = made.GetProperty("file").GetString()!;
        Assert.Equal(10, made.GetProperty("asked").GetInt32());
        var shown = new Workbook(book).Rows("表头").Skip(1).ToDictionary(row => row["B"], row => row);
        Assert.Equal(
            ["called_at", "caller_phone", "complaint_id", "content", "district", "latitude", "longitude", "place_text", "street"],
            shown.Values.Select(row => row["F"].Split(' ')[0]).Where(code => code != "ignored").Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(shown.Values.SelectMany(row => row.Values), text => text.Contains("13812345678", StringComparison.Ordinal));

        var order = shown.Keys.ToList();
        void Fill(string header, string answer) => Filled.In(book, "表头", order.IndexOf(header) + 2, "含义", answer);
        Fill("热线流水", "complaint_id 工单编号");
        Fill("具体位置描述", "place_text");
        Fill("处置", "other_text");
        Filled.In(book, "设置", 5, "回答", "wgs84 GPS 坐标");
        // Handed in where exports are: told what takes it.
        var refused = _office.Call("load", book).Exits(2);
        Assert.Contains("own_book", refused.Out, StringComparison.Ordinal);
        Assert.Contains($"hotspot review apply \"{book}\"", Unwrapped(refused.Error), StringComparison.Ordinal);
        var taken = _office.Call("review", "apply", book).Exits(0);
        Assert.Contains($"hotspot load \"{export}\"", Unwrapped(taken.Error), StringComparison.Ordinal);
        var applied = taken.Json;

        var load = _office.Call("load", export).Exits(0).Json;

        var profile = applied.GetProperty("profile").GetString();
        Assert.StartsWith("own-", profile, StringComparison.Ordinal);
        Assert.Equal(profile, load.GetProperty("files")[0].GetProperty("source").GetString());
        Assert.Equal(3, load.GetProperty("inserted").GetInt64());
        var rows = new PublishedRows(_office.Home);
        Assert.Equal(
            (3, 3, 3, 3),
            (
                rows.Count("time_from = 'called'"),
                rows.Count("geo_level = 'coordinate'"),
                rows.Count("caller_key is not null"),
                rows.Count("district is not null")
            )
        );
        Assert.Equal(1, rows.Count("complaint_id = 'LS-001' and abs(longitude - 116.4701) < 1e-9 and place_text = '望京西园四区'"));
    }

    /// <summary>The workbook shows the header as it may be told, and what it is answered holds for the header as it stands.</summary>
    [Fact]
    public void A_header_with_people_in_it_is_learned_without_them()
    {
        var export = _office.Write(
            "某区导出.csv",
            "热线流水,市民致电时刻,市民诉说,回访电话13812345678\nLS-001,2025-04-21 08:10:00,门口有人占道经营,13912345678\n"
        );
        var unknown = _office.Call("load", export).Exits(2);
        Assert.DoesNotContain("12345678", unknown.Out + unknown.Error, StringComparison.Ordinal);
        var book = _office.Call("review", "make", export).Exits(0).Json.GetProperty("file").GetString()!;
        Assert.DoesNotContain(
            new Workbook(book).Rows("表头").SelectMany(row => row.Values),
            text => text.Contains("12345678", StringComparison.Ordinal)
        );
        string[] meanings = ["complaint_id", "called_at", "content", "caller_phone"];
        for (var i = 0; i < meanings.Length; i++)
            Filled.In(book, "表头", i + 2, "含义", meanings[i]);
        _office.Call("review", "apply", book).Exits(0);

        _office.Call("load", export).Exits(0);

        Assert.Equal(1, new PublishedRows(_office.Home).Count("caller_key is not null"));
    }

    /// <summary>No cell of an export without a header is told, neither by a load nor by the workbook of its header.</summary>
    [Fact]
    public void An_export_without_a_header_is_told_as_such()
    {
        var export = _office.Write(
            "无表头.csv",
            "热线-250421-000001,诉求,我住某小区三区305号楼2单元1201，邻居天天烧烤,办结,王小明,13812345678,2025-04-21 08:10:00,是,解决,满意\n"
        );
        foreach (
            var verb in (string[][])
                [
                    ["load", export],
                    ["load", export, "--dry-run"],
                    ["review", "make", export],
                ]
        )
        {
            var answer = _office.Call(verb).Exits(2);
            Assert.Equal("ingest.header_none", answer.Json.GetProperty("error").GetProperty("code").GetString());
            Assert.DoesNotMatch("王小明|12345678|烧烤|305", answer.Out + answer.Error);
        }
    }

    private static string Unwrapped(string told) => told.ReplaceLineEndings("");

    [Fact]
    public void A_named_source_is_not_asked_for_its_signature()
    {
        Directory.CreateDirectory(_office.Home.Sources);
        File.WriteAllText(
            Path.Combine(_office.Home.Sources, "tickets.json"),
            """
            { "id": "tickets", "name": "tickets", "extends": "beijing-12345", "signature": { "at_least": 2, "headers": ["Unique Key", "Borough"] },
              "columns": { "complaint_id": ["热线流水"], "called_at": ["市民致电时刻"], "content": ["市民诉说"] } }
            """
        );
        var export = _office.Write("某区导出.csv", Export);
        Assert.Contains("ingest.header_unsigned", _office.Call("load", export).Exits(2).Out, StringComparison.Ordinal);
        Assert.Equal(3, _office.Call("load", export, "--source", "tickets").Exits(0).Json.GetProperty("inserted").GetInt64());
    }

    [Fact]
    public void A_workbook_that_somebody_may_have_filled_in_is_not_written_over()
    {
        var export = _office.Write("某区导出.csv", Export);
        string Made() => _office.Call("review", "make", export).Exits(0).Json.GetProperty("file").GetString()!;

        var first = Made();
        File.WriteAllText(first, "填好的");

        Assert.NotEqual(first, Made());
        Assert.Equal("填好的", File.ReadAllText(first));
    }

    [Fact]
    public void Order_numbers_states_and_plain_headers_are_proposed()
    {
        var export = _office.Write(
            "街乡导出.csv",
            "流水号,来电日期,来电钟点,诉求人电话,镇街,详细位置,诉求概要,分类名称,办理情况\n"
                + "HD25042100012,2025-04-21,8,13812345678,海淀街道,望京西园四区,门口有人占道经营卖水果已经很多天了请尽快处理,占道经营,办结\n"
                + "HD25042100013,2025-04-21,9,13912345678,上地街道,科学院南路,夜间施工噪音很大一直到凌晨两点没有人管居民无法休息,夜间施工,办理中\n"
                + "HD25042200014,2025-04-22,9,13712345678,上地街道,石榴庄路口,烧烤摊油烟扰民每天晚上都有请城管部门尽快查处谢谢,露天烧烤,办结\n"
        );
        var book = new Workbook(_office.Call("review", "make", export).Exits(0).Json.GetProperty("file").GetString()!);
        Assert.Equal(
            ["complaint_id", "called_at", "called_clock", "caller_phone", "street", "place_text", "content", "category", "status"],
            book.Rows("表头").Skip(1).Select(row => row["F"].Split(' ')[0])
        );
        Assert.DoesNotContain(book.Rows("说明"), HasNoNumber);
    }

    [Fact]
    public void A_header_without_an_order_number_says_what_follows()
    {
        var export = _office.Write("无编号.csv", "登记日,话语\n2025-04-21,占道\n2025-04-22,占道\n");
        var book = new Workbook(_office.Call("review", "make", export).Exits(0).Json.GetProperty("file").GetString()!);
        Assert.Contains(book.Rows("说明"), HasNoNumber);
    }

    private static bool HasNoNumber(IReadOnlyDictionary<string, string> row) =>
        row.Values.Any(text => text.Contains("没有判断出哪一列是工单编号", StringComparison.Ordinal));

    [Fact]
    public void A_meaning_given_twice_or_none_at_all_is_told_by_row()
    {
        var book = _office.Call("review", "make", _office.Write("某区导出.csv", Export)).Exits(0).Json.GetProperty("file").GetString()!;
        Filled.In(book, "表头", 2, "含义", "called_at");
        Filled.In(book, "表头", 5, "含义", "某某");

        var told = _office.Call("review", "apply", book).Exits(2).Json.GetProperty("problems");

        Assert.Equal(
            ["3 field_twice called_at", "5 value_unknown 某某"],
            told.EnumerateArray().Select(one => $"{one.GetProperty("row")} {one.GetProperty("code")} {one.GetProperty("value")}")
        );
        Assert.False(Directory.Exists(_office.Home.Sources) && Directory.EnumerateFiles(_office.Home.Sources).Any());
    }

    [Fact]
    public void A_header_that_gets_another_meaning_than_the_nearest_layout_gives_it_keeps_the_new_one_only()
    {
        var export = _office.Write(
            "换义.csv",
            "编码号,受理时间,办结时间,地方,话\nA-1,2025-04-21 08:10:00,2025-04-22 09:00:00,望京西园四区,占道经营\n"
        );
        var book = _office.Call("review", "make", export).Exits(0).Json.GetProperty("file").GetString()!;
        Filled.In(book, "表头", 2, "含义", "complaint_id");
        Filled.In(book, "表头", 3, "含义", "registered_at");
        Filled.In(book, "表头", 4, "含义", "closed_at");
        Filled.In(book, "表头", 5, "含义", "place_text");
        Filled.In(book, "表头", 6, "含义", "content");
        _office.Call("review", "apply", book).Exits(0);

        _office.Call("load", export).Exits(0);

        Assert.Equal(
            1,
            new PublishedRows(_office.Home).Count("called_at is null and registered_at is not null and time_from = 'registered'")
        );
    }

    [Fact]
    public void A_header_that_is_known_needs_no_workbook() =>
        Assert.Contains(
            "header_known",
            _office.Call("review", "make", _office.Write("认得.csv", Exports.City(new DateOnly(2025, 4, 21), 1, 2))).Exits(2).Out,
            StringComparison.Ordinal
        );
}
