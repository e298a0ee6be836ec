using Hotspot.Ingest;

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
