namespace Hotspot.Tests.Journeys;

/// <summary>A period with a handful of complaints, or none, gets a short bulletin that says so.</summary>
public sealed class QuietPeriodJourney : IClassFixture<QuietPeriodJourney.Loaded>, IDisposable
{
    /// <summary>A fortnight of 42 complaints a week, a week without one, and one with six.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded()
        {
            Office.Call("load", Office.Write("三月.csv", Exports.City(Monday.AddDays(-14), 14, 6))).Exits(0);
            Office.Call("load", Office.Write("四月.csv", Exports.StreamB(Monday.AddDays(7), 3, 2))).Exits(0);
        }
    }

    private static readonly DateOnly Monday = new(2025, 4, 7);
    private readonly Office _office = new();

    public QuietPeriodJourney(Loaded loaded) => _office.TakeOver(loaded.Office, whole: true);

    public void Dispose() => _office.Dispose();

    [Fact]
    public void A_week_without_complaints_says_so_and_asks_for_the_file()
    {
        var papers = Weekly("2025-W15");

        Assert.Contains("没有受理城管类诉求", papers.Text, StringComparison.Ordinal);
        Assert.Contains("尚未导入", papers.Text, StringComparison.Ordinal);
        Assert.Equal(0, papers.Figures["notes.used"].Value);
        Assert.Empty(papers.WordTables);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(papers.Folder, "charts")));
        Assert.Empty(papers.Table("points"));
    }

    /// <summary>Without districts and streets nothing can be compared among them: the reason is that, and no lack of history or of complaints.</summary>
    [Fact]
    public void Complaints_without_an_area_say_that_they_have_none()
    {
        using var office = new Office();
        var rows = Enumerable
            .Range(0, 70 * 8)
            .Select(n => $"A-{n},{Monday.AddDays(n / 8 - 63):yyyy-MM-dd} {8 + n % 8:00}:{n % 60:00}:11,楼下有人占道经营\n");
        office.Call("load", office.Write("无区.csv", "工单编号,来电时间,主要内容\n" + string.Concat(rows))).Exits(0);
        office.Call("report", "weekly", "--period", "2025-W15").Exits(0);
        var outlook = new Papers(office.Bulletin("weekly", "2025-W15")).Section("八、预警与研判");

        Assert.Contains("诉求均未注明街道（乡镇）", outlook, StringComparison.Ordinal);
        // The whole city is watched all the same.
        Assert.DoesNotContain("历史数据不足", outlook, StringComparison.Ordinal);
        Assert.DoesNotContain("没有可比的", outlook, StringComparison.Ordinal);
        Assert.DoesNotContain("件数太少", outlook, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handful_of_complaints_is_listed_and_not_tested()
    {
        var papers = Weekly("2025-W16");

        Assert.Equal(6, papers.Figures["overview.complaints"].Value);
        var listed = papers.WordTables["incidents"].Cells.Skip(1).ToArray();
        Assert.Equal(papers.Figures["overview.incidents"].Value, listed.Length);
        Assert.Equal(["overview", "incidents", "quality"], papers.WordTables.Keys);
        Assert.Contains("不作占比、高峰、排名和显著性判断", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("高发时段", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incident_of_before_that_is_reported_again_is_listed_with_a_word_why_it_is_not_counted()
    {
        const string Rows =
            "工单编号,来电时间,联系电话,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题\n"
            + "热线-250420-900001,2025-04-20 09:00:00,13800000001,朝阳区,望京街道,望京西园四区,有人占道经营。,城市管理,占道经营,流动摊贩\n"
            + "热线-250422-900002,2025-04-22 09:00:00,13800000001,朝阳区,望京街道,望京西园四区,有人占道经营。,城市管理,占道经营,流动摊贩\n"
            + "热线-250423-900003,2025-04-23 09:00:00,13800000002,海淀区,中关村街道,科学院南路,有人占道经营。,城市管理,占道经营,流动摊贩\n";
        _office.Call("load", _office.Write("再报.csv", Rows)).Exits(0);
        var papers = Weekly("2025-W17");

        Assert.Equal((2, 1), (papers.Figures["overview.complaints"].Value, papers.Figures["overview.incidents"].Value));
        Assert.Equal(3, papers.WordTables["incidents"].Cells.Count);
        Assert.Contains("其中1起事件的首次反映不在本期统计范围内", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_two_complaints_have_the_whole_bulletin() =>
        Assert.Contains("三、高发时段", Weekly("2025-W14").Text, StringComparison.Ordinal);

    private Papers Weekly(string week)
    {
        _office.Call("report", "weekly", "--period", week).Exits(0);
        return new Papers(_office.Bulletin("weekly", week));
    }
}
