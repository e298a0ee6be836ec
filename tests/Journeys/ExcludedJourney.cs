namespace Hotspot.Tests.Journeys;

/// <summary>Totals and the three rates stand with and without the orders that are excluded from assessment (含/不含剔除).</summary>
public sealed class ExcludedJourney : IDisposable
{
    private const string Header =
        "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,工单性质,处置类型,是否解决,是否满意\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Order(int n, string kind, string resolved, string satisfied) =>
        $"热线-2504{21 + n % 7}-{n:000000},2025-04-{21 + n % 7} 08:{n:00}:00,城市管理->占道经营,朝阳区,望京街道,望京西园{n}区,反映占道,直派,{kind},{resolved},{satisfied}\n";

    private Papers Weekly(int excluded)
    {
        var kept = Enumerable.Range(1, 6).Select(n => Order(n, "", n % 2 == 0 ? "解决" : "未解决", "满意"));
        var excludedOnes = Enumerable.Range(7, excluded).Select(n => Order(n, "剔除", "未解决", "不满意"));
        _office.Call("load", _office.Write("导出.csv", Header + string.Concat(kept.Concat(excludedOnes)))).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        return new Papers(_office.Bulletin("weekly", "2025-W17"));
    }

    [Fact]
    public void Both_stand_in_the_bulletin()
    {
        var papers = Weekly(excluded: 4);
        string Text(string id) => papers.Figures[id].Text;

        Assert.Equal(("10件", "4件", "6件"), (Text("overview.complaints"), Text("overview.excluded"), Text("overview.without_excluded")));
        Assert.Equal((6.0, 4.0), (papers.Figures["callbacks.orders"].Value!.Value, papers.Figures["callbacks.excluded"].Value!.Value));
        Assert.Equal(("50.0%", "30.0%"), (Text("callbacks.resolved"), Text("callbacks.resolved_with")));
        Assert.Equal(("100.0%", "60.0%"), (Text("callbacks.satisfied"), Text("callbacks.satisfied_with")));
        Assert.Contains("其中剔除件4件；不含剔除件为6件", papers.Text, StringComparison.Ordinal);
        Assert.Contains("以上不含本期办结诉求中的剔除件4件；含剔除件时", papers.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("　其中：剔除", "4"), ("　不含剔除", "6")],
            papers
                .WordTables["overview"]
                .Cells.Where(row => row[0].Contains("剔除", StringComparison.Ordinal))
                .Select(row => (row[0], row[1]))
        );
    }

    [Fact]
    public void Without_excluded_orders_nothing_is_said_of_them()
    {
        var papers = Weekly(excluded: 0);

        Assert.DoesNotContain("其中剔除件", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("overview.excluded", papers.Figures.Keys);
        Assert.DoesNotContain("callbacks.resolved_with", papers.Figures.Keys);
    }
}
