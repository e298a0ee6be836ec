using System.Text;
using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

public class CityLayoutTests
{
    [Fact]
    public void The_city_layout_becomes_a_complaint_column_by_column()
    {
        var outcome = Assert.Single(Some.Read($"来电时间,{Some.CityHeader}\n2025-04-21 22:13:05,{Some.CityRow()}\n"));
        var complaint = outcome.Complaint!;

        Assert.Equal("热线-250421-000001", complaint.ComplaintId);
        Assert.Equal("beijing-12345", complaint.Source);
        Assert.Equal(2, complaint.SourceLine);
        Assert.Equal(OrderStream.B, complaint.Stream);
        Assert.Equal(new DateTime(2025, 4, 21, 22, 13, 5), complaint.CalledAt);
        Assert.Equal(new DateOnly(2025, 4, 21), complaint.OrderOn);
        Assert.Equal(("城市管理", "占道经营", "流动摊贩"), (complaint.Category1, complaint.Category2, complaint.Category3));
        Assert.Equal(("丰台区", "大红门街道", "石榴庄社区"), (complaint.StatedDistrict, complaint.StatedStreet, complaint.StatedCommunity));
        Assert.Equal("石榴庄路口", complaint.PlaceText);
        Assert.Equal("办结", complaint.Status);
        Assert.True(complaint.Resolved);
        Assert.Equal(Satisfaction.Basic, complaint.Satisfaction);
        Assert.Equal(64, complaint.CallerKey?.Length);
        Assert.Equal(2 * 24, complaint.OtherTextHash?.Length); // 办理结果 and 回复内容
        Assert.Empty(complaint.QualityFlags);
        Assert.Equal(["王小明", "13812345678"], outcome.Originals.Select(value => value.Text));
    }

    [Fact]
    public void Without_the_time_of_call_the_order_date_gives_the_day()
    {
        var reading = Some.Open($"{Some.CityHeader}\n{Some.CityRow()}\n");
        var complaint = Assert.Single(reading.Outcomes()).Complaint!;
        var time = EventTime.Choose(complaint);

        Assert.Equal((new DateTime(2025, 4, 21), TimePrecision.Day, TimeFrom.OrderId), (time.OccurredAt, time.Precision, time.From));
        Assert.Equal(0, reading.Summary.WithHour);
        Assert.Equal(0, reading.Summary.WithCallTime);
    }

    [Theory]
    [InlineData("ID13978401920", true)]
    [InlineData("13978401920", true)]
    [InlineData("ID_15842100012", true)]
    [InlineData("ID15042100012", false)] // 2015-04-21
    [InlineData("ID139784019201", false)]
    [InlineData("139-0302-4321", true)]
    [InlineData("'", true)]
    [InlineData("15-0421-00012", false)]
    [InlineData("热线-250421-000005-zq0005@qq.com", true)]
    [InlineData("010-65129999", true)]
    [InlineData("0312-5129999", true)]
    [InlineData("0250-4210000012345", false)]
    [InlineData("ID25042100012", false)]
    public void A_phone_is_no_order_number_whatever_stands_before_it(string id, bool personal)
    {
        var complaint = Assert.Single(Some.Read($"来电时间,{Some.CityHeader}\n2025-04-21 22:13:05,{Some.CityRow(id: id)}\n")).Complaint!;

        Assert.Equal(!personal, complaint.ComplaintId == id);
    }

    [Fact]
    public void A_row_without_order_number_has_the_same_number_at_every_reading()
    {
        var text = $"来电时间,{Some.CityHeader}\n2025-04-21 22:13:05,{Some.CityRow(id: "")}\n";
        var later = text.Replace("回复完成", "办理中").Replace("已处理", "仍在处理").Replace("2025-04-23 10:00:00", "");

        var first = Assert.Single(Some.Read(text)).Complaint!;
        var second = Assert.Single(Some.Read(later)).Complaint!;

        Assert.Matches("^x-[0-9a-f]{20}$", first.ComplaintId);
        Assert.Equal(first.ComplaintId, second.ComplaintId);
        Assert.NotEqual(first.OtherTextHash, second.OtherTextHash);
        Assert.Equal(["id_missing"], first.QualityFlags);
    }

    [Fact]
    public void A_row_without_number_and_time_is_rejected()
    {
        var outcome = Assert.Single(Some.Read($"{Some.CityHeader}\n{Some.CityRow(id: "")}\n"));

        Assert.Equal(RejectReason.NoUsableTime, outcome.Rejected?.Reason);
        Assert.DoesNotContain("王小明", outcome.Rejected?.MaskedText);
        Assert.DoesNotContain("13812345678", outcome.Rejected?.MaskedText);
        Assert.Contains(outcome.Originals, value => value.Text == "13812345678");
    }

    [Fact]
    public void An_unreadable_time_is_flagged_and_the_next_one_is_used()
    {
        var complaint = Assert.Single(Some.Read($"来电时间,{Some.CityHeader}\n昨晚十点,{Some.CityRow()}\n")).Complaint!;

        Assert.Null(complaint.CalledAt);
        Assert.Equal(["called_at_unreadable"], complaint.QualityFlags);
    }

    [Fact]
    public void Masked_and_withheld_phones_give_no_caller()
    {
        var rows = Some.Read(
            $"{Some.CityHeader}\n{Some.CityRow(phone: "138××××")}\n{Some.CityRow(phone: "保密")}\n{Some.CityRow(phone: "")}\n{Some.CityRow(phone: "138****5678")}\n"
        );

        Assert.All(rows, row => Assert.Null(row.Complaint?.CallerKey));
        Assert.Equal(
            ["phone_masked", "phone_withheld", "", "phone_masked"],
            rows.Select(row => string.Join(",", row.Complaint!.QualityFlags))
        );
    }

    [Fact]
    public void A_closing_before_the_call_is_flagged_and_kept()
    {
        var complaint = Assert.Single(Some.Read($"{Some.CityHeader}\n{Some.CityRow(closed: "2024-02-10 19:11:09")}\n")).Complaint!;

        Assert.Equal(["closed_before_called", "time_day_only"], QualityFlags.Of(complaint, EventTime.Choose(complaint)));
        Assert.NotNull(complaint.ClosedAt);
    }

    [Fact]
    public void District_names_are_canonical_and_unknown_ones_absent()
    {
        var rows = Some.Read(
            $"{Some.CityHeader}\n{Some.CityRow(district: "朝阳")}\n{Some.CityRow(district: "不详")}\n{Some.CityRow(district: "非辖属")}\n{Some.CityRow(district: "北京经济技术开发区")}\n"
        );

        Assert.Equal(["朝阳区", null, "非辖属", "经济技术开发区"], rows.Select(row => row.Complaint!.StatedDistrict));
    }

    [Fact]
    public void Streams_come_from_the_nature_of_the_order()
    {
        var rows = Some.Read(
            $"{Some.CityHeader}\n{Some.CityRow(nature: "交办")}\n{Some.CityRow(nature: "直派")}\n{Some.CityRow(nature: "主办")}\n"
        );

        Assert.Equal([OrderStream.A, OrderStream.B, OrderStream.Unknown], rows.Select(row => row.Complaint!.Stream));
    }

    [Fact]
    public void A_value_that_the_profile_does_not_know_is_absent_and_flagged()
    {
        var complaint = Assert.Single(Some.Read($"{Some.CityHeader}\n{Some.CityRow().Replace(",基本满意,", ",还行吧,")}\n")).Complaint!;

        Assert.Null(complaint.Satisfaction);
        Assert.Equal(["satisfaction_unknown_value"], complaint.QualityFlags);
    }

    [Fact]
    public void The_callers_own_name_is_hidden_in_every_text_and_no_key_leaks_it()
    {
        var complaint = Assert.Single(Some.Read($"{Some.CityHeader}\n{Some.CityRow(content: "王小明再次来电催办")}\n")).Complaint!;

        Assert.Equal("×××再次来电催办", complaint.ContentMasked);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void Every_encoding_gives_the_same_complaints(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coding =
            encoding == "utf-8-bom" ? new UTF8Encoding(true)
            : encoding == "utf-8" ? new UTF8Encoding(false)
            : Encoding.GetEncoding(encoding);
        var text = $"{Some.CityHeader}\r\n{Some.CityRow(content: "㐀市民反映，垚家园“夜间”施工")}\r\n";

        var complaint = Assert.Single(Some.Open([.. coding.GetPreamble(), .. coding.GetBytes(text)]).Outcomes()).Complaint!;

        Assert.Equal("㐀市民反映，垚家园“夜间”施工", complaint.ContentMasked);
        Assert.Equal(2, complaint.SourceLine);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_out(char delimiter)
    {
        var text = $"{Some.CityHeader}\n{Some.CityRow()}\n".Replace(',', delimiter);

        Assert.NotNull(Assert.Single(Some.Read(text)).Complaint);
    }

    [Fact]
    public void A_title_above_the_header_and_a_footer_below_are_told_from_rows()
    {
        var reading = Some.Open(
            $"2025年4月城管类诉求明细\n导出单位：某处\n\n{Some.CityHeader}\n{Some.CityRow()}\n,,,\n合计,1\n{Some.CityHeader}\n"
        );
        var rows = reading.Outcomes().ToArray();

        Assert.Equal(4, reading.HeaderLine);
        Assert.Equal([5L, 7L], rows.Select(row => row.Line));
        Assert.Equal(RejectReason.Footer, rows[1].Rejected?.Reason);
        Assert.Equal(2, reading.Summary.Read);
    }

    [Fact]
    public void Outcomes_do_not_depend_on_the_number_of_threads()
    {
        var text = new StringBuilder(Some.CityHeader).Append('\n');
        for (var i = 0; i < 3000; i++)
            text.Append(Some.CityRow(id: i % 7 == 0 ? "" : $"热线-2504{i % 28 + 1:00}-{i:000000}", content: $"第{i}件，联系人：李大山"))
                .Append('\n');
        string Of(int threads) =>
            string.Join(
                '\n',
                Some.Open(Encoding.UTF8.GetBytes(text.ToString()), threads: threads)
                    .Outcomes()
                    .Select(o => $"{o.Line} {o.Complaint?.ComplaintId} {o.Complaint?.ContentMasked} {o.Rejected?.Reason}")
            );

        Assert.Equal(Of(1), Of(2));
        Assert.Equal(Of(1), Of(5));
    }
}
