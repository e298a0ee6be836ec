using Hotspot.Classify;
using Hotspot.Records;

namespace Hotspot.Tests.Classify;

public class IssueListTests
{
    private static readonly IssueList Bureau = IssueList.Load();
    private static readonly DateOnly Today = new(2025, 4, 21);

    private static bool IsSixPlusN(IssueList list, string issue, DateOnly day) =>
        list.SixPlusN.Any(kind => kind.Issue == issue && !(day < kind.From) && !(day > kind.Until));

    private static IssueRuling Resolve(string path, string? title = null, string? content = null) =>
        Bureau.Resolve(Today, path.Split("->"), title, content);

    [Fact]
    public void The_six_kinds_are_in_the_list()
    {
        foreach (var issue in (string[])["无照经营", "店外经营", "露天烧烤", "非法小广告", "夜间施工扰民", "施工扬尘"])
        {
            Assert.Contains(issue, Bureau.On(Today));
            Assert.True(IsSixPlusN(Bureau, issue, Today));
        }
        Assert.False(IsSixPlusN(Bureau, IssueList.Other, Today));
    }

    [Theory]
    [InlineData("生态环境->噪声->施工噪声", "夜间施工扰民")]
    [InlineData("生态环境->大气->施工扬尘", "施工扬尘")]
    [InlineData("城市管理->街面秩序->无照游商", "无照经营")]
    [InlineData("城市管理->街面秩序->店外经营", "店外经营")]
    [InlineData("城市管理->街面秩序->占道店外经营", "店外经营")]
    [InlineData("城市管理->街面秩序->露天烧烤", "露天烧烤")]
    [InlineData("城市管理->市容环境->非法小广告", "非法小广告")]
    [InlineData("规划->违法建设->私搭乱建", "违法建设")]
    public void The_category_path_decides(string path, string issue) =>
        Assert.Equal(new IssueRuling(issue, IssueFrom.Category, 1), Resolve(path));

    [Fact]
    public void The_deepest_cell_decides() =>
        Assert.Equal("施工扬尘", Bureau.Resolve(Today, ["施工噪声", "施工扬尘", null, " "], null, null).Issue);

    [Fact]
    public void A_category_beats_the_words_of_the_text() =>
        Assert.Equal("施工扬尘", Resolve("大气->施工扬尘", "露天烧烤", "市民反映，楼下露天烧烤").Issue);

    [Fact]
    public void Without_a_category_the_first_keyword_of_title_then_content_decides()
    {
        var ruling = Resolve("其它->其它", "反映问题", "市民反映，楼下有人露天烧烤，油烟很大，以前也有摊贩");
        Assert.Equal(new IssueRuling("露天烧烤", IssueFrom.Classifier, 0.5), ruling);
        Assert.Equal("违法建设", Resolve("其它", "违法建设", "市民反映，楼下有人露天烧烤").Issue);
    }

    [Fact]
    public void What_nothing_points_to_is_other()
    {
        Assert.Equal(new IssueRuling("其他", null, null), Resolve("劳动和社会保障->拖欠工资", "工资", "市民反映，单位拖欠工资"));
        Assert.Equal("其他", Bureau.Resolve(Today, [], null, null).Issue);
    }

    [Fact]
    public void A_category_may_be_the_issue_itself()
    {
        var list = IssueList.ByCategory(1);
        Assert.Equal(
            new IssueRuling("Noise - Residential", IssueFrom.Category, 1),
            list.Resolve(Today, [" Noise - Residential ", "Loud Music"], null, null)
        );
        Assert.Equal("其他", list.Resolve(Today, [" "], null, null).Issue);
        Assert.Throws<ArgumentOutOfRangeException>(() => IssueList.ByCategory(6));
    }

    [Fact]
    public void Each_day_is_judged_by_the_rules_of_its_time()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """
                issue,is_six_plus_n,valid_from,valid_until,category_patterns,text_patterns,note
                占道经营,true,,2025-06-30,游商,,
                无照经营,true,2025-07-01,,游商,摆摊,

                """
            );
            var list = IssueList.Load(file);
            Assert.Equal("占道经营", list.Resolve(new DateOnly(2025, 6, 30), ["游商"], null, null).Issue);
            Assert.Equal("无照经营", list.Resolve(new DateOnly(2025, 7, 1), ["游商"], null, null).Issue);
            Assert.Equal("其他", list.Resolve(new DateOnly(2025, 6, 30), [], "摆摊", null).Issue);
            Assert.Equal([new DateOnly(2025, 7, 1)], list.Changes);
            Assert.False(IsSixPlusN(list, "无照经营", new DateOnly(2025, 6, 30)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
