using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Ingest;

public class ProfileTests
{
    [Fact]
    public void The_shipped_profiles_declare_their_city()
    {
        Assert.Equal(
            ["beijing-12345", "bureau-stream-a", "message-board", "nyc-311", "street-stream-b"],
            Some.Profiles.All.Select(profile => profile.Id)
        );
        var nyc = Some.Profiles["nyc-311"];
        Assert.Equal(
            (CoordinateSystem.Wgs84, 32618, "new-york", ProfileIssueFrom.Category1),
            (nyc.CoordinateSystem, nyc.ProjectionEpsg, nyc.City, nyc.IssueFrom)
        );
        Assert.All(
            Some.Profiles.All.Where(profile => profile.City == "beijing"),
            profile =>
                Assert.Equal(
                    (CoordinateSystem.Gcj02, 32650, "beijing"),
                    (profile.CoordinateSystem, profile.ProjectionEpsg, profile.Calendar)
                )
        );
    }

    [Theory]
    [InlineData("工单编号|工单号|工单编码|编号|诉求编号|受理编号", Field.ComplaintId)]
    [InlineData("工单类型|诉求类型|事项类型", Field.OrderType)]
    [InlineData("问题分类|问题类别|事项分类|诉求分类|来电类别", Field.Category)]
    [InlineData("主要内容|内容|诉求内容|反映内容|来电内容|问题描述|工单内容|投诉内容", Field.Content)]
    [InlineData("工单状态|状态|办理状态", Field.Status)]
    [InlineData("来电人|反映人|诉求人|联系人", Field.CallerName)]
    [InlineData("来电人电话/账号|来电人电话|联系电话|联系方式|电话|来电号码", Field.CallerPhone)]
    [InlineData("被反映区|反映区|区县|所在区|区级", Field.District)]
    [InlineData("被反映街乡镇|街乡镇|街道乡镇|所在街乡镇|街/乡/镇", Field.Street)]
    [InlineData("主办单位|承办单位|办理单位|责任单位|企业名称|单位名称", Field.Organisation)]
    [InlineData("来电时间|来话时间|受理时间|创建时间|投诉时间|反映时间|来电日期", Field.CalledAt)]
    [InlineData("来电钟点|来电时刻|钟点|时刻", Field.CalledClock)]
    [InlineData("派发时间|派单时间", Field.DispatchedAt)]
    [InlineData("登记时间|录入时间", Field.RegisteredAt)]
    [InlineData("办结时间|完成时间|结案时间", Field.ClosedAt)]
    [InlineData("时限要求", Field.DueAt)]
    [InlineData("是否解决|解决情况|解决", Field.Resolved)]
    [InlineData("是否满意|满意度|评价结果|满意", Field.Satisfaction)]
    [InlineData("是否联系|响应", Field.Contacted)]
    [InlineData("是否有效回访", Field.ValidCallback)]
    [InlineData("工单性质", Field.Stream)]
    [InlineData("村/社区|村社区|社区|所在村社区", Field.Community)]
    [InlineData("小区点位|点位|地址|详细地址|发生地点|问题点位|小区", Field.PlaceText)]
    [InlineData("经度|lng|longitude", Field.Longitude)]
    [InlineData("纬度|lat|latitude", Field.Latitude)]
    public void Every_alias_seen_in_the_field_is_known_in_any_dress(string aliases, Field field)
    {
        var city = Some.Profiles["beijing-12345"];
        foreach (var alias in aliases.Split('|'))
        {
            foreach (
                var written in new[]
                {
                    alias,
                    $" {alias}：",
                    $"【{alias}】",
                    $"{alias}（必填）",
                    $"{alias[..1]}\n{alias[1..]}",
                    alias.ToUpperInvariant(),
                }
            )
            {
                var mapping = HeaderMapping.Of(city, [Cell.Of("序号"), Cell.Of(written)]);
                Assert.True(mapping.Of(field).Contains(1), $"'{written}' is not {field}");
            }
        }
    }

    [Fact]
    public void The_layout_of_stream_a_is_told_from_the_city_layout()
    {
        const string Text =
            "序号,登记编号,来源,是否为驳回件,诉求编号,诉求来源,派发时间,登记时间,时限要求,回复时间,诉求类型一级,诉求类型二级,诉求类型三级,区级,街/乡/镇,诉求内容,主办单位,办理结果,解决类型,响应,解决,满意,备注\n"
            + "1,DJ0001,热线,否,热线-250421-000001,市民热线,2025-04-21 22:13:05.0,2025-04-21 23:40:00,2025-04-24 22:13:05,,市容环境,占道经营,,丰台区,大红门街道,市民反映占道,某执法队,已处理,挂账,响应,未解决,不满意,联系人：李大山\n";

        var reading = Some.Open(Text);
        var complaint = Assert.Single(reading.Outcomes()).Complaint!;

        Assert.Equal("bureau-stream-a", reading.Profile.Id);
        Assert.Empty(reading.Mapping.Unmatched);
        Assert.Equal(Records.OrderStream.A, complaint.Stream);
        Assert.Equal("热线-250421-000001", complaint.ComplaintId);
        Assert.Equal(new DateTime(2025, 4, 21, 22, 13, 5), complaint.DispatchedAt);
        Assert.Equal(("市容环境", "占道经营"), (complaint.Category1, complaint.Category2));
        Assert.Equal(("丰台区", "大红门街道"), (complaint.StatedDistrict, complaint.StatedStreet));
        Assert.Equal(Records.Disposition.Deferred, complaint.Disposition);
        Assert.Equal((true, false, Records.Satisfaction.Dissatisfied), (complaint.Contacted, complaint.Resolved, complaint.Satisfaction));
    }

    [Fact]
    public void The_layout_of_stream_b_is_told_from_the_city_layout()
    {
        const string Text =
            "工单编号,派单时间,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题\n热线-250421-000001,2025/4/21 22:13,丰台区,大红门街道,石榴庄路口,占道,城市管理,占道经营,流动摊贩\n";

        var reading = Some.Open(Text);
        var complaint = Assert.Single(reading.Outcomes()).Complaint!;

        Assert.Equal("street-stream-b", reading.Profile.Id);
        Assert.Equal((Records.OrderStream.B, "流动摊贩", "石榴庄路口"), (complaint.Stream, complaint.Category3, complaint.PlaceText));
    }

    [Fact]
    public void An_unknown_header_names_the_nearest_profile_and_the_strange_columns()
    {
        var problem = Some.ProblemOf(() => Some.Open("工单编号,主要内容,心情,天气\n1,2,3,4\n"));

        Assert.Equal("header_unknown", problem.Code);
        Assert.Contains(("nearest", "beijing-12345"), problem.Places);
        Assert.Contains(("unmatched", "心情、天气"), problem.Places);
        foreach (var language in new[] { "zh", "en" })
        {
            var phrases = Phrasebook.Load(language);
            Assert.Contains("心情、天气", problem.Cause(phrases));
            Assert.DoesNotContain("{", problem.Cause(phrases) + problem.Remedy(phrases));
        }
    }

    [Fact]
    public void A_file_without_any_header_tells_none_of_its_words()
    {
        var problem = Some.ProblemOf(() => Some.Open("王小明,13812345678,占道经营\n李大山,13912345678,噪声\n"));

        Assert.Equal("header_none", problem.Code);
        Assert.DoesNotContain("13812345678", problem.ToString());
        var phrases = Phrasebook.Load("zh");
        Assert.Contains("没有一列属于已知的版式", problem.Cause(phrases));
        Assert.DoesNotContain("“-”", problem.Cause(phrases) + problem.Remedy(phrases));
        Assert.Matches("hotspot review make \".+样例\\.csv\"", problem.Remedy(phrases));
    }

    [Fact]
    public void Two_profiles_that_fit_equally_are_ambiguous()
    {
        var folder = Folder(("twin-a", Twin("twin-a")), ("twin-b", Twin("twin-b")));
        var problem = Some.ProblemOf(() =>
            FileReading.Open(File("甲,乙,丙\n1,2025-04-21 08:00:01,3\n"), SourceProfiles.Load(folder).All, null)
        );

        Assert.Equal("header_ambiguous", problem.Code);
        Assert.Contains(("profiles", "twin-a, twin-b"), problem.Places);
    }

    [Fact]
    public void A_new_city_needs_a_file_and_no_code()
    {
        var folder = Folder(("twin-a", Twin("twin-a")));
        var reading = FileReading.Open(File("甲,乙,丙\n1,2025-04-21T08:00:01Z,占道\n"), SourceProfiles.Load(folder).All, null);
        var complaint = Assert.Single(reading.Outcomes()).Complaint!;

        Assert.Equal(
            ("1", "占道", new DateTime(2025, 4, 21, 8, 0, 1)),
            (complaint.ComplaintId, complaint.ContentMasked, complaint.CalledAt)
        );
    }

    [Theory]
    [InlineData("\"projection_epsg\": 32650", "\"projection_epsg\": 4326", "projection_epsg")]
    [InlineData("\"west\": 1", "\"west\": 9", "bounding_box")]
    [InlineData("\"complaint_id\"", "\"title\"", "columns.complaint_id")]
    public void A_wrong_profile_is_refused_by_file_and_field(string right, string wrong, string field)
    {
        var folder = Folder(("twin-a", Twin("twin-a").Replace(right, wrong)));
        var problem = Some.ProblemOf(() => SourceProfiles.Load(folder));

        Assert.Equal("profile_field", problem.Code);
        Assert.Contains(("field", field), problem.Places);
        Assert.Contains(problem.Places, place => place.Name == "file" && place.Value.EndsWith("twin-a.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"offsets\": \"local\"", "\"offsets\": \"sideways\"", "offsets", "to_beijing、local")]
    [InlineData("\"day_first\"", "\"day-first\"", "date_order", "month_first、day_first")]
    [InlineData("\"content\"", "\"contents\"", "columns.contents", "order_type、title、content、")]
    [InlineData("\"city\": \"x\"", "\"town\": \"x\"", "town", "city、calendar、issue_from")]
    [InlineData("\"satisfied\"", "\"happy\"", "values.satisfaction", "dissatisfied、basic、satisfied")]
    public void A_value_that_a_field_does_not_take_is_told_with_those_that_it_takes(
        string right,
        string wrong,
        string field,
        string allowed
    )
    {
        var folder = Folder(("twin-a", Twin("twin-a").Replace(right, wrong)));
        var problem = Some.ProblemOf(() => SourceProfiles.Load(folder));

        Assert.Equal("profile_choice", problem.Code);
        Assert.Contains(("field", field), problem.Places);
        Assert.Contains(allowed, problem.Remedy(Phrasebook.Load("zh")));
        Assert.Contains(allowed, problem.Remedy(Phrasebook.Load("en")));
    }

    [Fact]
    public void A_profile_that_reads_the_columns_but_has_the_signature_of_another_layout_says_so()
    {
        var folder = Folder(
            (
                "twin-a",
                Twin("twin-a")
                    .Replace("\"columns\"", "\"signature\": { \"at_least\": 2, \"headers\": [\"Unique Key\", \"Borough\"] }, \"columns\"")
            )
        );
        var profiles = SourceProfiles.Load(folder);
        var file = File("甲,乙,丙\n1,2025-04-21 08:00:01,占道\n");

        var problem = Some.ProblemOf(() => FileReading.Open(file, profiles.All, null));

        Assert.Equal("header_unsigned", problem.Code);
        var told = problem.Cause(Phrasebook.Load("zh")) + problem.Remedy(Phrasebook.Load("zh"));
        Assert.Contains("版式 twin-a 认出 3 列，但它的 signature 只对上 0 列，要求 2 列", told);
        Assert.Contains("请改 sources/twin-a.json 的 signature.headers", told);
        Assert.Contains($"hotspot review make \"{file}\"", told);
        Assert.Contains("sources/twin-a.json", problem.Remedy(Phrasebook.Load("en")));
    }

    [Fact]
    public void The_reference_of_the_format_names_every_field_with_the_values_that_are_read()
    {
        string[] Allowed(string field)
        {
            var profile = System.Text.Json.Nodes.JsonNode.Parse(Twin("twin-a"))!.AsObject();
            profile[field] = "?";
            var problem = Some.ProblemOf(() => SourceProfiles.Load(Folder(("twin-a", profile.ToJsonString()))));
            return problem.Places.Single(place => place.Name == "allowed").Value.Split('、');
        }
        var schema = Docs.Schemas.Read("source");
        var fields = schema.GetProperty("properties");

        Assert.Equal(Allowed("town").Append("extends").Order(), Docs.Schemas.Columns(schema).Order());
        Assert.Equal(Enum.GetValues<Field>().Select(Records.Snake.Code), Docs.Schemas.Columns(fields.GetProperty("columns")));
        foreach (var field in fields.EnumerateObject().Where(field => field.Value.TryGetProperty("enum", out _)))
        {
            var told = field.Value.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!);
            Assert.Equal(Allowed(field.Name), told);
        }
        var values = fields.GetProperty("values").GetProperty("description").GetString()!;
        foreach (var field in Enum.GetValues<Field>().Where(field => CanonicalValue.IsFree(field) || CanonicalValue.Of(field).Count > 0))
        {
            Assert.Contains(Records.Snake.Code(field), values, StringComparison.Ordinal);
            Assert.All(CanonicalValue.Of(field), code => Assert.Contains($"`{code}`", values, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_unknown_source_lists_the_known_ones() =>
        Assert.Contains("nyc-311", Some.ProblemOf(() => _ = Some.Profiles["paris"]).Places.Single(place => place.Name == "known").Value);

    [Fact]
    public void Every_problem_has_a_cause_and_a_remedy_in_both_languages()
    {
        var books = new[] { Phrasebook.Load("zh"), Phrasebook.Load("en") };
        string[] codes =
        [
            "profile_unreadable",
            "profile_field",
            "profile_unknown",
            "profile_choice",
            "header_unknown",
            "header_incomplete",
            "header_none",
            "header_unsigned",
            "header_ambiguous",
            "file_missing",
            "file_locked",
            "file_empty",
            "file_kind",
            "file_damaged",
            "file_broken",
            "file_password",
            "file_too_large",
        ];
        Assert.All(
            codes,
            code =>
                Assert.All(books, book => Assert.True(book.Has($"error.ingest.{code}.cause") && book.Has($"error.ingest.{code}.remedy")))
        );
    }

    private static string Twin(string id) =>
        $$"""
            { "id": "{{id}}", "name": "{{id}}", "city": "x", "calendar": "none", "issue_from": "category_1", "coordinate_system": "wgs84",
              "projection_epsg": 32650, "bounding_box": { "west": 1, "south": 1, "east": 2, "north": 2 }, "encoding": "auto",
              "date_order": "day_first", "offsets": "local",
              "columns": { "complaint_id": ["甲"], "called_at": ["乙"], "content": ["丙"] },
              "values": { "satisfaction": { "好": "satisfied" } } }
            """;

    private static string Folder(params (string Id, string Json)[] profiles)
    {
        var folder = Scratch.Folder("hotspot-profiles");
        foreach (var (id, json) in profiles)
            System.IO.File.WriteAllText(Path.Combine(folder, id + ".json"), json);
        return folder;
    }

    private static string File(string text)
    {
        var path = Path.Combine(Scratch.Folder("hotspot-ingest"), "样例.csv");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>来电时间 and 受理时间 are headers of one field: the second holds where the first says nothing that can be read.</summary>
    [Theory]
    [InlineData("来电时间", "受理时间")]
    [InlineData("受理时间", "来电时间")]
    [InlineData("来电时间", "来电时间")]
    public void A_second_column_of_a_field_fills_the_blanks_of_the_first(string first, string second)
    {
        var rows = Some.Read(
            $"工单编号,{first},{second},主要内容,主办单位,企业名称\nA-1,,2025-04-21 08:05:01,占道,,甲公司\nA-2,2025-04-21 08:00:01,,占道,乙队,甲公司\nA-3,昨天,2025-04-21 08:05:01,占道,,\nA-4,,昨天,占道,,\n"
        );

        Assert.Equal(
            [new DateTime(2025, 4, 21, 8, 5, 1), new DateTime(2025, 4, 21, 8, 0, 1), new DateTime(2025, 4, 21, 8, 5, 1), null],
            rows.Select(row => row.Complaint?.CalledAt)
        );
        Assert.Equal(["甲公司", "乙队"], rows.Take(2).Select(row => row.Complaint!.Organisation));
        Assert.NotNull(rows[1].Complaint!.OtherTextHash);
        Assert.Empty(rows[2].Complaint!.QualityFlags);
        Assert.Equal(second, rows[3].Rejected!.Column);
    }

    [Theory]
    [InlineData("王小明")]
    [InlineData("京A12345")]
    [InlineData("wang_x@example.com")]
    [InlineData("某小区三区305号楼2单元1201")]
    [InlineData("电话13812345678")]
    [InlineData("13812345678")]
    [InlineData("13987654321")]
    [InlineData("11010519491231002X")]
    [InlineData("110105199003071239")]
    public void A_person_in_the_column_of_order_numbers_is_no_order_number(string slipped)
    {
        var complaint = Assert
            .Single(Some.Read($"工单编号,来电时间,主要内容,来电人电话\n{slipped},2025-04-21 08:00:01,占道,13812345678\n"))
            .Complaint!;

        Assert.Contains("id_missing", complaint.QualityFlags);
        Assert.DoesNotContain(slipped, complaint.ComplaintId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("热线-250421-000001")]
    [InlineData("HX_2025-0012")]
    [InlineData("20250421000123")]
    [InlineData("20250421001")]
    [InlineData("202504210000010001")]
    [InlineData("督-2025-0012")]
    [InlineData("王四营-2025-001")]
    [InlineData("热线250421300000")]
    public void An_order_number_of_any_form_stays(string id) =>
        Assert.Equal(id, Assert.Single(Some.Read($"工单编号,来电时间,主要内容\n{id},2025-04-21 08:00:01,占道\n")).Complaint!.ComplaintId);
}
