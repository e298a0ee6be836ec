using System.Text;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Ingest;

public class CsvReaderTests
{
    private const string Header = "工单编号,来电时间,主要内容,被反映区,被反映街乡镇\n";

    [Fact]
    public void An_unclosed_quotation_costs_its_own_line_and_no_other()
    {
        var text = Header + Row(1) + "热线-250421-000002,2025-04-21 08:00:02,\"市民反映,丰台区,马家堡街道\n" + Row(3) + Quoted(4) + Row(5);

        var rows = Some.Read(text);

        Assert.Equal([2L, 3L, 4L, 5L, 6L], rows.Select(row => row.Line));
        Assert.Equal([3L], rows.Where(row => row.Rejected is not null).Select(row => row.Line));
        Assert.Equal(RejectReason.UndecodableText, rows[1].Rejected?.Reason);
    }

    [Fact]
    public void An_unclosed_quotation_on_the_last_line_does_not_take_the_rows_before()
    {
        var rows = Some.Read(Header + Row(1) + Row(2) + "热线-250421-000003,2025-04-21 08:00:03,\"市民反映");

        Assert.Equal(2, rows.Count(row => row.Complaint is not null));
        Assert.Equal(4, Assert.Single(rows, row => row.Rejected is not null).Line);
    }

    [Fact]
    public void Line_breaks_delimiters_and_doubled_marks_inside_a_quotation_are_text()
    {
        var rows = Some.Read(
            Header + "热线-250421-000001,2025-04-21 08:00:01,\"一、占道,\r\n二、“\"\"噪声\"\"”\",丰台区,马家堡街道\r\n" + Row(2)
        );

        Assert.Equal("一、占道,\n二、“\"噪声\"”", rows[0].Complaint?.ContentMasked);
        Assert.Equal(4, rows[1].Line);
    }

    [Fact]
    public void A_mark_inside_a_plain_cell_stands_for_itself()
    {
        var rows = Some.Read(Header + "热线-250421-000001,2025-04-21 08:00:01,5\"管破裂,丰台区,马家堡街道\n" + Row(2));

        Assert.Equal("5\"管破裂", rows[0].Complaint?.ContentMasked);
        Assert.NotNull(rows[1].Complaint);
    }

    [Theory]
    [InlineData("热线-250421-000002,2025-04-21 08:00:02,短了\n", RejectReason.WrongCellCount)]
    [InlineData("热线-250421-000002,2025-04-21 08:00:02,长了,丰台区,马家堡街道,多余\n", RejectReason.WrongCellCount)]
    [InlineData("热线-250421-000002,2025-04-21 08:00:02,尾部空格,丰台区,马家堡街道,, ,\n", null)]
    public void The_number_of_cells_is_that_of_the_header_blanks_at_the_end_apart(string row, RejectReason? reason)
    {
        var rows = Some.Read(Header + Row(1) + row + Row(3));

        Assert.Equal(reason, rows[1].Rejected?.Reason);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public void A_row_of_broken_bytes_is_rejected_alone_in_either_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.GetEncoding("GB18030") })
        {
            byte[] bytes =
            [
                .. encoding.GetBytes(Header + Row(1)),
                .. encoding.GetBytes("热线-250421-000002,2025-04-21 08:00:02,市"),
                0xff,
                0xff,
                .. encoding.GetBytes(",丰台区,马家堡街道\n" + Row(3)),
            ];

            var rows = Some.Open(bytes).Outcomes().ToArray();

            Assert.Equal([null, RejectReason.UndecodableText, null], rows.Select(row => row.Rejected?.Reason));
        }
    }

    [Fact]
    public void A_cell_beyond_the_limit_costs_its_line_and_bounded_memory()
    {
        var path = Path.Combine(Scratch.Folder("hotspot-ingest"), "大.csv");
        using (var file = new StreamWriter(path))
        {
            file.Write(Header + Row(1) + "热线-250421-000002,2025-04-21 08:00:02,\"");
            var block = new string('很', 1 << 16);
            for (var i = 0; i < 200; i++)
                file.Write(block);
            file.Write("\",丰台区,马家堡街道\n" + Row(3));
        }
        var before = GC.GetTotalAllocatedBytes();

        var rows = FileReading.Open(path, Some.Profiles.All, null, 1).Outcomes().ToArray();

        Assert.Equal([null, RejectReason.UndecodableText, null], rows.Select(row => row.Rejected?.Reason));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400L << 20);
    }

    [Fact]
    public void Blank_lines_and_lines_of_delimiters_are_no_rows_but_count_as_lines()
    {
        var rows = Some.Read(Header + "\n" + Row(1) + ",,,,\n  \n\u3000,,,,\n" + Row(2));

        Assert.Equal([3L, 7L], rows.Select(row => row.Line));
    }

    [Fact]
    public void Old_mac_line_breaks_are_read()
    {
        var rows = Some.Read((Header + Row(1) + Row(2)).Replace('\n', '\r'));

        Assert.Equal(2, rows.Count(row => row.Complaint is not null));
    }

    [Fact]
    public void Each_line_with_an_open_quotation_is_one_rejection_however_many_follow()
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 3000; i++)
            text.Append($"热线-250421-{i:000000},2025-04-21 08:00:02,\"未闭合{i},丰台区,马家堡街道\n");

        var rows = Some.Read(text.ToString());

        Assert.Equal(3000, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.Rejected));
    }

    private static string Row(int n) => $"热线-250421-{n:000000},2025-04-21 08:00:0{n},市民反映占道经营,丰台区,马家堡街道\n";

    private static string Quoted(int n) => $"热线-250421-{n:000000},2025-04-21 08:00:0{n},\"市民反映，占道\",丰台区,马家堡街道\n";
}
