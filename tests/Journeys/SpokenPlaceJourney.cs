namespace Hotspot.Tests.Journeys;

/// <summary>An export without place and organisation columns: both are read from the sentences, published and told as such.</summary>
public sealed class SpokenPlaceJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,主要内容,被反映区,被反映街乡镇\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Order(int n, string content, string units = ",") =>
        $"热线-250421-{n:000000},2025-04-21 0{n}:00:00,城市管理->占道经营->店外经营,{content},{units}\n";

    private Dictionary<string, object?> Published(int n) =>
        new PublishedRows(_office.Home).Query($"select * from complaints where complaint_id = '热线-250421-{n:000000}'")[0];

    [Fact]
    public void Places_and_organisations_are_read_from_the_content_and_told()
    {
        var rows = string.Concat(
            Order(1, "市民反映，朝阳区望京街道望京西园三区305号楼下老张家常菜馆店外经营"),
            Order(2, "望京西园三区305号楼饭馆把桌子摆到便道上", "朝阳区,望京街道"),
            Order(3, "路边有人卖菜", "朝阳区,望京街道")
        );
        var load = _office.Call("load", _office.Write("导出.csv", Header + rows)).Exits(0);

        Assert.Equal(("朝阳区/望京街道/望京西园三区", "老张家常菜馆"), (Published(1)["place_key"], Published(1)["spoken_organisation"]));
        Assert.Null(Published(1)["organisation"]);
        Assert.Equal("place_from_content", Published(2)["geo_flags"]);
        Assert.Equal(Published(1)["incident_id"], Published(2)["incident_id"]);
        Assert.Null(Published(3)["place_key"]);
        Assert.Contains("由标题或内容中的地名得出 2 件", load.Out + load.Error, StringComparison.Ordinal);
    }
}
