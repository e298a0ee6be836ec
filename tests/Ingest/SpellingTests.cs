using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

/// <summary>Ways of writing one value that the platform's exports and hand-kept registers use side by side.</summary>
public class SpellingTests
{
    [Theory]
    [InlineData("1", "0")]
    [InlineData("1.0", "0.0")]
    [InlineData("true", "FALSE")]
    [InlineData("Y", "n")]
    [InlineData("√", "×")]
    [InlineData("是", "否")]
    public void Yes_and_no_of_the_three_rates_are_read_however_they_are_written(string yes, string no)
    {
        var rows = Some.Read(
            "工单编号,来电时间,主要内容,是否联系,是否解决,是否有效回访\n"
                + $"热线-250421-000001,2025-04-21 08:00:01,占道,{yes},{yes},{yes}\n"
                + $"热线-250421-000002,2025-04-21 08:00:02,占道,{no},{no},{no}\n"
        );

        foreach (var (row, expected) in rows.Zip([true, false]))
        {
            var complaint = row.Complaint!;
            Assert.Equal((expected, expected, expected), (complaint.Contacted, complaint.Resolved, complaint.ValidCallback));
            Assert.Empty(complaint.QualityFlags);
        }
    }

    [Theory]
    [InlineData("1", Satisfaction.Satisfied)]
    [InlineData("0", Satisfaction.Dissatisfied)]
    [InlineData("很满意", Satisfaction.Satisfied)]
    public void Satisfaction_is_read_however_it_is_written(string written, Satisfaction expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(Some.Read($"工单编号,来电时间,主要内容,是否满意\n热线-250421-000001,2025-04-21 08:00:01,占道,{written}\n"))
                .Complaint!.Satisfaction
        );

    [Theory]
    [InlineData("挂帐", Disposition.Deferred)]
    [InlineData("已挂账", Disposition.Deferred)]
    [InlineData("挂账件", Disposition.Deferred)]
    [InlineData("已剔除", Disposition.Excluded)]
    [InlineData("剔除件", Disposition.Excluded)]
    [InlineData("非权属件", Disposition.NotOurs)]
    public void A_disposition_in_another_spelling_is_known_and_says_nothing_about_resolved(string written, Disposition expected)
    {
        var complaint = Assert
            .Single(Some.Read($"诉求编号,派发时间,诉求内容,解决类型\n热线-250421-000001,2025-04-21 08:00:01,占道,{written}\n"))
            .Complaint!;

        Assert.Equal((expected, null), (complaint.Disposition, complaint.Resolved));
        Assert.Empty(complaint.QualityFlags);
    }

    [Theory]
    [InlineData("城市管理->占道经营->流动摊贩")]
    [InlineData("城市管理—>占道经营—>流动摊贩")]
    [InlineData("城市管理－＞占道经营－＞流动摊贩")]
    [InlineData("城市管理-->占道经营-->流动摊贩")]
    [InlineData("城市管理=>占道经营=>流动摊贩")]
    [InlineData("城市管理——占道经营——流动摊贩")]
    [InlineData("城市管理-占道经营-流动摊贩")]
    [InlineData(@"城市管理\占道经营\流动摊贩")]
    public void A_category_path_is_parted_whatever_arrow_joins_it(string path)
    {
        var complaint = Category(path);

        Assert.Equal(("城市管理", "占道经营", "流动摊贩"), (complaint.Category1, complaint.Category2, complaint.Category3));
    }

    [Fact]
    public void A_listing_mark_inside_the_name_of_a_category_does_not_part_it() =>
        Assert.Equal(("绿化、树木", null), (Category("绿化、树木").Category1, Category("绿化、树木").Category2));

    [Theory]
    [InlineData("20250421001.0", "20250421001", null)]
    [InlineData("'20250421001", "20250421001", null)]
    [InlineData("20250421000000123456.0", null, "id_digits_lost|id_missing")]
    public void An_order_number_saved_as_a_decimal_is_the_whole_number(string written, string? expected, string? flags)
    {
        var complaint = Assert.Single(Some.Read($"工单编号,来电时间,主要内容\n{written},2025-04-21 08:00:01,占道\n")).Complaint!;

        if (expected is null)
            Assert.StartsWith("x-", complaint.ComplaintId, StringComparison.Ordinal);
        else
            Assert.Equal(expected, complaint.ComplaintId);
        Assert.Equal(flags ?? "", string.Join('|', complaint.QualityFlags));
    }

    private static Complaint Category(string path) =>
        Assert.Single(Some.Read($"工单编号,来电时间,主要内容,问题分类\n热线-250421-000001,2025-04-21 08:00:01,占道,{path}\n")).Complaint!;
}
