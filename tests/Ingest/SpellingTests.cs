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
    [InlineData("已经联系", "已经解决", "表示满意", true)]
    [InlineData("联系了", "解决了", "十分满意", true)]
    [InlineData("已取得联系", "已得到解决", "非常满意", true)]
    [InlineData("已经响应", "全部解决", "是的", true)]
    [InlineData("没有联系", "没有解决", "没有满意", false)]
    [InlineData("没联系", "没解决", "没满意", false)]
    [InlineData("尚未联系", "尚未解决", "表示不满意", false)]
    [InlineData("还没有联系", "还没有解决", "还不满意", false)]
    [InlineData("尚未响应", "未得到解决", "不满", false)]
    public void The_three_rates_are_read_in_plain_words_of_either_kind(string contacted, string resolved, string satisfied, bool expected)
    {
        foreach (var header in (string[])["工单编号,派发时间,主要内容", "工单编号,派单时间,问题点位,一级问题,主要内容"])
        {
            var blanks = header.Contains("问题点位", StringComparison.Ordinal) ? ",," : "";
            var complaint = Assert
                .Single(
                    Some.Read(
                        $"{header},是否联系,是否解决,是否满意\n热线-250421-000001,2025-04-21 08:00:01,{blanks}占道,{contacted},{resolved},{satisfied}\n"
                    )
                )
                .Complaint!;

            Assert.Equal((expected, expected), (complaint.Contacted, complaint.Resolved));
            Assert.Equal(expected ? Satisfaction.Satisfied : Satisfaction.Dissatisfied, complaint.Satisfaction);
            Assert.Empty(complaint.QualityFlags);
        }
    }

    /// <summary>No two spellings of one profile contradict each other: a negated word is never what the plain one is.</summary>
    [Fact]
    public void A_negated_word_never_means_what_the_plain_one_means()
    {
        string[] negations = ["没有", "没", "尚未", "还未", "还没", "还没有", "仍未", "并未", "未曾", "未", "不"];
        foreach (var profile in Some.Profiles.All)
        {
            foreach (var field in (Field[])[Field.Contacted, Field.Resolved, Field.Satisfaction])
            {
                if (!profile.Values.TryGetValue(field, out var map))
                    continue;
                foreach (var plain in (string[])["联系", "解决", "满意", "响应"])
                {
                    if (!map.TryGet(plain, out var yes))
                        continue;
                    foreach (var negation in negations)
                        Assert.False(map.TryGet(negation + plain, out var no) && no == yes, negation + plain);
                }
            }
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
