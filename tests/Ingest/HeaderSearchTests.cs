using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

public class HeaderSearchTests
{
    [Fact]
    public void A_header_of_two_rows_with_merged_cells_is_read_as_one()
    {
        object?[][] rows =
        [
            ["2025年4月工单明细"],
            ["工单编号", "来电时间", "问题分类", null, null, "主要内容", "被反映区"],
            [null, null, "一级", "二级", "三级"],
            ["热线-250421-000001", "2025-04-21 08:00:01", "城市管理", "占道经营", "流动摊贩", "市民反映", "丰台区"],
            ["工单编号", "来电时间", "问题分类", null, null, "主要内容", "被反映区"],
            [null, null, "一级", "二级", "三级"],
            ["热线-250421-000002", "2025-04-21 08:00:02", "城市管理", "占道经营", null, "市民反映", "丰台区"],
        ];

        var reading = Some.Open(Workbook.Bytes([("工单", rows)]), "两行表头.xlsx");
        var read = reading.Outcomes().ToArray();

        Assert.Equal(("工单", 3L), (reading.HeaderSheet, reading.HeaderLine));
        Assert.Equal([4L, 7L], read.Select(row => row.Line));
        Assert.Equal(
            ("城市管理", "占道经营", "流动摊贩"),
            (read[0].Complaint!.Category1, read[0].Complaint!.Category2, read[0].Complaint!.Category3)
        );
    }

    [Fact]
    public void A_group_above_headers_that_stand_whole_below_is_left_out()
    {
        object?[][] rows =
        [
            ["工单编号", "来电时间", "被反映地点", null, "问题分类", null, "三率", null],
            [null, null, "被反映区", "被反映街乡镇", "一级", "二级", "是否联系", "是否解决"],
            ["热线-250421-000001", "2025-04-21 08:00:01", "丰台区", "马家堡街道", "城市管理", "占道经营", "是", "否"],
        ];

        var reading = Some.Open(Workbook.Bytes([("工单", rows)]), "分组表头.xlsx");
        var complaint = Assert.Single(reading.Outcomes()).Complaint!;

        Assert.Equal(("丰台区", "马家堡街道"), (complaint.StatedDistrict, complaint.StatedStreet));
        Assert.Equal(("城市管理", "占道经营"), (complaint.Category1, complaint.Category2));
        Assert.Equal((true, false), (complaint.Contacted, complaint.Resolved));
    }

    [Fact]
    public void Each_sheet_of_a_workbook_is_read_by_the_profile_of_its_own_header()
    {
        object?[][] bureau =
        [
            ["登记编号", "诉求编号", "派发时间", "登记时间", "区级", "街/乡/镇", "诉求内容", "解决类型"],
            ["1", "热线-250421-000002", "2025-04-21 08:00:02", "2025-04-21 09:00:02", "丰台区", "马家堡街道", "占道", "非权属"],
        ];

        var reading = Some.Open(Workbook.Bytes([("平台", [.. Workbook.CityRows(2)]), ("市局", bureau)]), "两种版式.xlsx");
        var last = reading.Outcomes().Last().Complaint!;

        Assert.Equal(("bureau-stream-a", OrderStream.A), (last.Source, last.Stream));
        Assert.Equal("beijing-12345", reading.Profile.Id);
    }

    [Fact]
    public void A_city_export_under_aliases_that_the_bureau_uses_too_stays_a_city_export()
    {
        var complaint = Assert
            .Single(
                Some.Read(
                    "诉求编号,来电时间,区级,街/乡/镇,主要内容,工单性质\n热线-250421-000001,2025-04-21 08:00:01,丰台区,马家堡街道,占道,直派\n"
                )
            )
            .Complaint!;

        Assert.Equal(("beijing-12345", OrderStream.B), (complaint.Source, complaint.Stream));
    }

    [Fact]
    public void A_file_of_order_numbers_and_times_alone_completes_an_earlier_one()
    {
        var complaint = Assert.Single(Some.Read("工单编号,来电时间\n热线-250421-000001,2025-04-21 08:00:01\n")).Complaint!;

        Assert.Equal(new DateTime(2025, 4, 21, 8, 0, 1), complaint.CalledAt);
    }

    /// <summary>Order numbers and any column that is read, hashed-only texts among them.</summary>
    [Theory]
    [InlineData("工单编号,派发时间,办理结果,回复内容,备注", "热线-250421-000001,2025-04-21 08:00:01,已处理,已回复,无")]
    [InlineData("工单编号,回访内容,是否满意", "热线-250421-000001,好,满意")]
    [InlineData("工单编号,办结时间,办理结果", "热线-250421-000001,2025-04-23 10:00:00,已处理")]
    [InlineData("序号,工单编号,备注", "1,热线-250421-000001,无")]
    [InlineData("工单编号,主要内容", "热线-250421-000001,占道")]
    public void A_header_of_which_every_cell_is_known_is_that_of_a_partial_export(string header, string row)
    {
        var reading = Some.Open($"{header}\n{row}\n");

        Assert.Equal("beijing-12345", reading.Profile.Id);
        Assert.Equal("热线-250421-000001", Assert.Single(reading.Outcomes()).Complaint?.ComplaintId);
    }

    [Theory]
    [InlineData("派发时间,办理结果", "工单编号")]
    [InlineData("标题,主要内容,被反映区", "工单编号")]
    [InlineData("工单编号,序号", "来电时间")]
    [InlineData("工单编号,工单号", "来电时间")]
    public void A_known_header_that_is_not_enough_is_told_as_incomplete(string header, string missing)
    {
        var problem = Some.ProblemOf(() => Some.Open(header + "\n1,2,3\n"));

        Assert.Equal("header_incomplete", problem.Code);
        Assert.Contains(missing, problem.Places.Single(place => place.Name == "missing").Value, StringComparison.Ordinal);
        var told = problem.Cause(Phrasebook.Load("zh")) + problem.Remedy(Phrasebook.Load("zh"));
        Assert.DoesNotContain("不认识的列", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("工单编号,主要内容,心情")]
    [InlineData("工单编号,主要内容,7")]
    public void A_short_header_with_a_strange_cell_is_no_partial_export(string header) =>
        Assert.Equal("header_unknown", Some.ProblemOf(() => Some.Open(header + "\n1,2,3\n")).Code);

    [Fact]
    public void A_partial_sheet_is_read_beside_a_full_one_and_a_list_of_remarks_is_not()
    {
        object?[][] remarks =
        [
            ["编号", "内容"],
            ["1", "本表由平台导出"],
            ["2", "请勿外传"],
        ];
        object?[][] replies =
        [
            ["工单编号", "回访内容", "是否满意"],
            ["热线-250421-000001", "好", "满意"],
        ];

        var reading = Some.Open(Workbook.Bytes([("说明", remarks), ("回访", replies), ("平台", [.. Workbook.CityRows(2)])]), "三页.xlsx");
        var read = reading.Outcomes().ToArray();

        Assert.Equal("平台", reading.HeaderSheet);
        Assert.Equal("说明", Assert.Single(reading.Summary.SkippedSheets).Name);
        Assert.Equal(
            ("热线-250421-000001", "satisfied"),
            (read[0].Complaint!.ComplaintId, $"{read[0].Complaint!.Satisfaction}".ToLowerInvariant())
        );
        Assert.DoesNotContain(read, row => row.Complaint is null);
    }

    [Fact]
    public void A_row_of_data_under_a_header_with_gaps_is_not_taken_for_its_second_row()
    {
        var rows = Some.Read("工单编号,来电时间,主要内容,,被反映区\n热线-250421-000001,2025-04-21 08:00:01,占道,状态,丰台区\n");

        Assert.Equal("热线-250421-000001", Assert.Single(rows).Complaint?.ComplaintId);
    }

    [Fact]
    public void An_unknown_header_names_what_is_strange_and_what_is_missing()
    {
        var problem = Some.ProblemOf(() => Some.Open("单号X,通话时刻,主要内容,被反映区,怪列\n1,2,3,4,5\n"));

        Assert.Equal("header_unknown", problem.Code);
        Assert.Contains(("unmatched", "单号X、通话时刻、怪列"), problem.Places);
        Assert.Contains(("missing", "工单编号、来电时间、被反映街乡镇、小区点位"), problem.Places);
        Assert.Contains(("nearest", "beijing-12345"), problem.Places);
    }

    /// <summary>However many columns the lower table has, and whoever's layout it is.</summary>
    [Fact]
    public void The_first_of_several_tables_is_read_first()
    {
        var wider = Some.Read(
            "工单编号,来电时间,主要内容\nA-1,2025-04-21 08:00:01,占道\nA-2,昨天,占道\n工单编号,来电时间,主要内容,被反映区,被反映街乡镇\nA-3,2025-04-21 09:00:01,占道,丰台区,马家堡街道\n"
        );
        Assert.Equal([2L, 3L, 5L], wider.Select(row => row.Line));
        Assert.Equal("丰台区", wider[2].Complaint!.StatedDistrict);

        object?[][] rows =
        [
            ["工单编号", "来电时间", "主要内容", "被反映区"],
            ["热线-250421-000001", "2025-04-21 08:00:01", "占道", "丰台区"],
            [],
            ["第二部分 交办件"],
            ["诉求编号", "登记编号", "派发时间", "登记时间", "区级", "街/乡/镇", "诉求类型一级", "主要内容"],
            ["热线-250421-000002", "D1", "2025-04-21 08:00:02", "2025-04-21 09:00:02", "海淀区", "八里庄街道", "生态环境", "扬尘"],
        ];
        var reading = Some.Open(Workbook.Bytes([("工单", rows)]), "两表.xlsx");
        var read = reading.Outcomes().ToArray();
        Assert.Equal([2L, 4L, 6L], read.Select(row => row.Line));
        Assert.Equal(("beijing-12345", "bureau-stream-a"), (read[0].Complaint!.Source, read[2].Complaint!.Source));
    }

    /// <summary>Words of a header above it, and a summary, are no table of complaints.</summary>
    [Theory]
    [InlineData("工单编号,来电时间,主要内容,,\n必填,填到秒,必填,,\n")]
    [InlineData("工单编号,来电时间,主要内容,,\n")]
    [InlineData("区,件数,,,\n丰台区,45731,,,\n合计,45731,,,\n")]
    public void What_stands_above_the_header_is_passed_over(string above)
    {
        var reading = Some.Open(
            above + "工单编号,来电时间,主要内容,被反映区,被反映街乡镇\nA-1,2025-04-21 09:00:01,占道,丰台区,马家堡街道\n"
        );
        Assert.Equal("丰台区", Assert.Single(reading.Outcomes()).Complaint!.StatedDistrict);
    }

    /// <summary>是, 解决 and 满意 are values, and headers of other layouts too.</summary>
    [Fact]
    public void A_row_of_data_is_no_header_whatever_words_it_shares_with_one()
    {
        var row = Some.CityRow(content: "我住某小区三区305号楼2单元1201，邻居王小明天天烧烤")
            .Replace("基本满意", "满意", StringComparison.Ordinal);

        var problem = Some.ProblemOf(() => Some.Open($"{row}\n{row}\n"));

        Assert.Equal("header_none", problem.Code);
        Assert.DoesNotContain("王小明", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_is_told_and_kept_without_the_people_in_it()
    {
        var unknown = Some.ProblemOf(() => Some.Open("单号X,主要内容,被反映区,回访电话 13812345678\n1,2,3,4\n"));
        Assert.Contains(("unmatched", "单号X、回访电话 138××××××××"), unknown.Places);

        var mapping = Some.Open("工单编号,来电时间（王小明 13812345678）,主要内容,回访电话 13812345678\nA-1,,,\n").Mapping;
        Assert.Equal(["回访电话 138××××××××"], mapping.Unmatched);
        Assert.DoesNotContain(mapping.Headers, header => header.Contains("12345678", StringComparison.Ordinal));
        Assert.True(mapping.Has(Field.CalledAt));
    }

    [Fact]
    public void Finding_the_header_of_a_long_workbook_reads_only_its_beginning()
    {
        var header = "<row>" + string.Concat("工单编号,来电时间,内容".Split(',').Select(h => $"<c t=\"str\"><v>{h}</v></c>")) + "</row>";
        var row = "<row><c t=\"str\"><v>甲</v></c><c t=\"str\"><v>2025-04-21 08:00:01</v></c><c t=\"str\"><v>占道</v></c></row>";
        var bytes = RawWorkbook.Bytes(header + string.Concat(Enumerable.Repeat(row, 50_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Some.Open(bytes, "长.xlsx");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L << 20);
    }
}
