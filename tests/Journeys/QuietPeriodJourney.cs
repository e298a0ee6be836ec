namespace Hotspot.Tests.Journeys;

/// <summary>A period with a handful of complaints, or none, gets a short bulletin that says so.</summary>
public sealed class QuietPeriodJourney : IDisposable
{
    private static readonly DateOnly Monday = new(2025, 4, 7);
    private readonly Office _office = new();

    public QuietPeriodJourney()
    {
        _office.Call("load", _office.Write("三月.csv", Exports.City(Monday.AddDays(-14), 14, 6))).Exits(0);
        _office.Call("load", _office.Write("四月.csv", Exports.StreamB(Monday.AddDays(7), 3, 2))).Exits(0);
    }

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
    public void Forty_two_complaints_have_the_whole_bulletin() =>
        Assert.Contains("三、高发时段", Weekly("2025-W14").Text, StringComparison.Ordinal);

    private Papers Weekly(string week)
    {
        _office.Call("report", "weekly", "--period", week).Exits(0);
        return new Papers(_office.Bulletin("weekly", week));
    }
}
