using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

/// <summary>What counts as a row, and what becomes of it (DESIGN §4).</summary>
public class AccountingTests
{
    private const string Header = "工单编号,来电时间,主要内容,被反映区,被反映街乡镇";

    [Fact]
    public void Titles_headers_and_blank_lines_are_no_rows_footers_are_rejected_ones()
    {
        var reading = Some.Open(
            $"工单导出表,,,,\n导出时间：2025-04-28,,,,\n\n{Header}\n{Row(1)}\n,,,,\n{Header}\n{Row(2)}\n合计,2,,,\n制表：张三,,,,\n"
        );
        var rows = reading.Outcomes().ToArray();

        Assert.Equal([5L, 8L, 9L, 10L], rows.Select(row => row.Line));
        Assert.Equal([null, null, RejectReason.Footer, RejectReason.Footer], rows.Select(row => row.Rejected?.Reason));
        Assert.Equal((4, 2, 2), (reading.Summary.Read, reading.Summary.Complaints, reading.Summary.Rejected));
    }

    [Fact]
    public void Without_order_number_and_time_a_row_is_rejected_with_either_it_is_taken()
    {
        var rows = Some.Read($"{Header}\n,,只有内容,丰台区,\n热线-250421-000001,,有编号,丰台区,\n,2025-04-21 08:00:01,有时间,丰台区,\n");

        Assert.Equal([RejectReason.NoUsableTime, null, null], rows.Select(row => row.Rejected?.Reason));
        Assert.Equal(new DateOnly(2025, 4, 21), rows[1].Complaint!.OrderOn);
        Assert.Equal(["id_missing"], rows[2].Complaint!.QualityFlags);
    }

    [Fact]
    public void A_formula_that_failed_is_blank_and_flagged_and_a_row_of_them_is_not_lost()
    {
        var rows = Some.Read($"{Header}\n热线-250421-000001,2025-04-21 08:00:01,占道,#N/A,#REF!\n#REF!,#REF!,#REF!,#REF!,#REF!\n");

        Assert.Equal((null, null), (rows[0].Complaint!.StatedDistrict, rows[0].Complaint!.StatedStreet));
        Assert.Equal(["formula_error"], rows[0].Complaint!.QualityFlags);
        Assert.Equal(RejectReason.NoUsableTime, rows[1].Rejected?.Reason);
    }

    [Fact]
    public void Cells_under_no_header_are_told()
    {
        static string Row(params string[] texts) =>
            "<row>" + string.Concat(texts.Select(text => text.Length == 0 ? "<c/>" : $"<c t=\"str\"><v>{text}</v></c>")) + "</row>";
        var xml =
            Row("工单编号", "来电时间", "", "主要内容", "被反映区", "被反映街乡镇")
            + Row("热线-250421-000001", "2025-04-21 08:00:01", "", "占道", "丰台区", "马家堡街道")
            + Row("热线-250421-000002", "2025-04-21 08:00:01", "", "占道", "丰台区", "马家堡街道", "又一列")
            + Row("热线-250421-000003", "2025-04-21 08:00:01", "何意", "占道", "丰台区", "马家堡街道");

        var reading = Some.Open(RawWorkbook.Bytes(xml), "多列.xlsx");
        var flags = reading.Outcomes().Select(row => string.Join('|', row.Complaint!.QualityFlags)).ToList();

        Assert.Equal(["", "cell_without_header", "cell_without_header"], flags);
        Assert.Equal(2, reading.Summary.Flags["cell_without_header"]);
    }

    /// <summary>Its orders are none of the rows' own, and fill none of their blanks.</summary>
    [Fact]
    public void A_second_table_beside_the_first_is_told_and_not_read()
    {
        const string left = "工单编号,来电时间,主要内容,被反映区";
        var side = Some.Open(
            $"{left},,{left}\nA-1,2025-04-21 08:00:01,占道,,,A-3,2025-04-21 09:00:01,噪声,丰台区\nA-2,2025-04-21 08:00:01,占道,丰台区,,,,,\n"
        );
        var rows = side.Outcomes().Select(row => row.Complaint!).ToList();
        Assert.Equal(
            [
                ["cell_without_header"],
                [],
            ],
            rows.Select(row => row.QualityFlags)
        );
        Assert.Equal((null, "丰台区"), (rows[0].StatedDistrict, rows[1].StatedDistrict));

        // Two tables joined by the order number are one.
        var joined = Assert
            .Single(Some.Read($"{left},工单编号,被反映区,是否满意\nA-1,2025-04-21 08:00:01,占道,,A-1,丰台区,满意\n"))
            .Complaint!;
        Assert.Equal(("丰台区", Satisfaction.Satisfied), (joined.StatedDistrict, joined.Satisfaction));
    }

    [Fact]
    public void Hidden_sheets_and_rows_are_read_and_the_sheets_told()
    {
        var cells = "热线-250421-000001,2025-04-21 08:00:01,占道,丰台区,马家堡街道".Split(',');
        string Xml(string[] texts, string attributes = "") =>
            $"<row {attributes}>" + string.Concat(texts.Select(text => $"<c t=\"str\"><v>{text}</v></c>")) + "</row>";
        var bytes = RawWorkbook.Bytes(Xml(Header.Split(',')) + Xml(cells, "hidden=\"1\""), state: "hidden");

        var reading = Some.Open(bytes, "隐藏.xlsx");

        Assert.NotNull(Assert.Single(reading.Outcomes()).Complaint);
        Assert.Equal(["工单"], reading.Summary.HiddenSheets);
    }

    [Fact]
    public void An_order_number_that_Excel_wrote_with_an_exponent_is_none()
    {
        var rows = Some.Read(
            $"{Header}\n2.02504E+13,2025-04-21 08:00:01,甲,,\n2.02504E+13,2025-04-21 08:00:02,乙,,\nE5,2025-04-21 08:00:03,丙,,\n"
        );

        Assert.All(rows.Take(2), row => Assert.Equal(["id_digits_lost", "id_missing"], row.Complaint!.QualityFlags));
        Assert.Equal(3, rows.Select(row => row.Complaint!.ComplaintId).Distinct().Count());
        Assert.Equal("E5", rows[2].Complaint!.ComplaintId);
    }

    [Theory]
    [InlineData("2025-04-21 08:00:00,2025-04-21 09:00:00,2025-04-21 10:00:00,2025-04-22 10:00:00", "")]
    [InlineData("2025-04-21 08:00:00,2025-04-21 07:00:00,2025-04-21 10:00:00,2025-04-22 10:00:00", "dispatched_before_called")]
    [InlineData("2025-04-21 08:00:00,2025-04-21 09:00:00,2025-04-21 08:30:00,2025-04-22 10:00:00", "registered_before_dispatched")]
    [InlineData("2025-04-21 08:00:00,2025-04-21 09:00:00,2025-04-21 10:00:00,2025-04-20 10:00:00", "closed_before_called")]
    [InlineData("2025-04-21 08:00:00,2025-04-21,2025-04-21,2025-04-21", "")]
    public void Times_in_an_order_that_cannot_be_are_flagged_never_rejected(string times, string flags)
    {
        var row = Assert.Single(Some.Read($"工单编号,来电时间,派发时间,登记时间,办结时间,主要内容\n热线-250421-000001,{times},占道\n"));

        Assert.Equal(flags, string.Join(',', Some.Flags(row)));
    }

    private static string Row(int n) => $"热线-250421-{n:000000},2025-04-21 08:00:0{n},市民反映占道经营,丰台区,马家堡街道";
}
