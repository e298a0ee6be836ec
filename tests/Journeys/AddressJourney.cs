using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>What is one address, from the text of an export to the incident and what <c>explain</c> says of it.</summary>
public sealed class AddressJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,来电人电话,经度,纬度\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Order(int n, string at, string place, string phone = "", string point = ",") =>
        $"热线-250421-{n:000000},{at},城市管理->占道经营->店外经营,朝阳区,望京街道,{place},{phone},{point}\n";

    private void Load(params string[] rows) => _office.Call("load", _office.Write("导出.csv", Header + string.Concat(rows))).Exits(0);

    private string IncidentOf(int n) =>
        (string)
            new PublishedRows(_office.Home).Query($"select incident_id from complaints where complaint_id = '热线-250421-{n:000000}'")[0][
                "incident_id"
            ]!;

    private static (string JoinedBy, string? Address, double? Metres, double? Hours) Joined(int n, Answer answer)
    {
        var report = answer
            .Json.GetProperty("incident")
            .EnumerateArray()
            .Single(one => one.GetProperty("complaint_id").GetString() == Id(n));
        double? Number(string name) => report.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
        return (
            report.GetProperty("joined_by").GetString()!,
            report.GetProperty("address").GetString(),
            Number("metres"),
            Number("within_hours")
        );
    }

    private static string Id(int n) => $"热线-250421-{n:000000}";

    [Fact]
    public void Two_buildings_of_an_estate_and_the_estate_alone_are_three_addresses()
    {
        Load(
            Order(1, "2025-04-21 08:00:00", "望京西园三区305号楼2单元501"),
            Order(2, "2025-04-21 09:00:00", "望京西园三区306号楼"),
            Order(3, "2025-04-21 10:00:00", "望京西园三区"),
            Order(4, "2025-04-21 11:00:00", "朝阳区望京西园三区305栋")
        );

        Assert.Equal([Id(1), Id(2), Id(3), Id(1)], new[] { 1, 2, 3, 4 }.Select(IncidentOf));
    }

    [Fact]
    public void Coordinates_join_an_estate_with_a_building_of_it()
    {
        Load(
            Order(1, "2025-04-21 08:00:00", "望京西园三区305号楼", point: "116.480001,39.990001"),
            Order(2, "2025-04-21 09:00:00", "望京西园三区", point: "116.480101,39.990101")
        );

        var told = _office.Call("explain", Id(2)).Exits(0);
        var (joinedBy, address, metres, hours) = Joined(2, told);

        Assert.Equal(("same_place", null, 24), (joinedBy, address, hours));
        Assert.InRange(metres!.Value, 13, 15);
        Assert.Contains($"24 小时内的同类问题，与首次反映的坐标相距 {metres} 米", told.Out + told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_names_the_key_its_time_and_the_address()
    {
        Load(
            Order(1, "2025-04-01 08:00:00", "望京西园三区305号楼", "13800001111"),
            Order(2, "2025-04-20 08:00:00", "望京西园三区305号楼", "13800001111"),
            Order(3, "2025-04-01 18:00:00", "望京西园三区305号楼3单元", "13800002222")
        );

        var told = _office.Call("explain", Id(1)).Exits(0);

        Assert.Equal(("opened", null, null, null), Joined(1, told));
        Assert.Equal(("same_caller", "望京西园三区305号楼", null, 720), Joined(2, told));
        Assert.Equal(("same_place", "望京西园三区305号楼", null, 24), Joined(3, told));
        Assert.Contains(
            "同一来电人 30 日内再次反映同类问题，同一地址“望京西园三区305号楼”",
            told.Out + told.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("首次反映", told.Out + told.Error, StringComparison.Ordinal);
    }
}
