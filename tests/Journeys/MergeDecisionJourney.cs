namespace Hotspot.Tests.Journeys;

/// <summary>A person says that two reports are one incident after all, or two; it holds where reports are published, and can be taken back.</summary>
public sealed class MergeDecisionJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容\n";
    private const string Barbecue = "楼下烧烤摊每天傍晚把桌椅摆到人行道上油烟呛人希望尽快清理整顿谢谢各位";
    private const string Breakfast = "便民早餐车占用盲道叫卖喇叭声音很大老人推轮椅无法通过请执法队员前往查看";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Id(int n) => $"热线-250421-{n:000000}";

    private static string Order(int n, string at, string text) =>
        $"{Id(n)},{at},城市管理->占道经营->店外经营,朝阳区,望京街道,望京西园三区305号楼,{text}\n";

    private void Load(params string[] rows) => _office.Call("load", _office.Write("导出.csv", Header + string.Concat(rows))).Exits(0);

    /// <summary>Answers the only question about incidents.</summary>
    private void Decide(string state, string answer)
    {
        var book = _office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;
        Assert.Contains(state, Assert.Single(new Workbook(book).Rows("事件合并").Skip(1)).Values);
        Filled.In(book, "事件合并", 2, "改为", answer);
        Assert.Equal(1, _office.Call("review", "apply", book, "--by", "张科").Exits(0).Json.GetProperty("applied").GetInt32());
    }

    private List<(string Incident, string JoinedBy)> Incidents() =>
        new PublishedRows(_office.Home)
            .Query("select incident_id, joined_by from complaints order by complaint_id")
            .ConvertAll(row => ((string)row["incident_id"]!, (string)row["joined_by"]!));

    [Fact]
    public void What_was_joined_is_parted_survives_a_second_load_and_is_joined_again_by_undoing()
    {
        string[] rows = [Order(1, "2025-04-21 08:00:00", Barbecue), Order(2, "2025-04-21 10:00:00", Breakfast)];
        Load(rows);
        Assert.Equal([(Id(1), "opened"), (Id(1), "same_place")], Incidents());

        Decide("已合并", "拆分");

        Assert.Equal([(Id(1), "opened"), (Id(2), "opened")], Incidents());
        Load(rows);
        Assert.Equal([(Id(1), "opened"), (Id(2), "opened")], Incidents());
        _office.Call("review", "undo").Exits(0);
        Assert.Equal([(Id(1), "opened"), (Id(1), "same_place")], Incidents());
    }

    [Fact]
    public void What_was_apart_is_joined_with_the_reports_that_follow_it_and_explain_says_that_a_person_decided()
    {
        Load(
            Order(1, "2025-04-21 08:00:00", Barbecue),
            Order(2, "2025-04-22 20:00:00", Barbecue),
            Order(3, "2025-04-22 21:00:00", Barbecue)
        );
        Assert.Equal([(Id(1), "opened"), (Id(2), "opened"), (Id(2), "same_place")], Incidents());

        Decide("未合并", "合并");

        Assert.Equal([(Id(1), "opened"), (Id(1), "review"), (Id(1), "review")], Incidents());
        var told = _office.Call("explain", Id(2)).Exits(0);
        Assert.Contains("人工认定为同一事件", told.Out + told.Error, StringComparison.Ordinal);
        _office.Call("review", "undo").Exits(0);
        Assert.Equal([(Id(1), "opened"), (Id(2), "opened"), (Id(2), "same_place")], Incidents());
    }

    [Fact]
    public void Different_stories_that_are_apart_are_no_question()
    {
        Load(Order(1, "2025-04-21 08:00:00", Barbecue), Order(2, "2025-04-22 20:00:00", Breakfast));
        var book = _office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;

        Assert.Empty(new Workbook(book).Rows("事件合并").Skip(1));
    }
}
