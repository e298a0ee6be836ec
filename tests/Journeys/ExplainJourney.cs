using Hotspot.Privacy.Sealing;
using Hotspot.Settings;

namespace Hotspot.Tests.Journeys;

/// <summary>One order, from the file to what is published and back to its originals.</summary>
public class ExplainJourney
{
    private const string Header =
        "工单编号,工单类型,问题分类,标题,主要内容,工单状态,来电人,来电人电话/账号,被反映区,被反映街乡镇,来电时间,办结时间,是否解决,是否满意,村/社区,小区点位\n";

    private static Office Loaded()
    {
        var office = new Office();
        var rows =
            "热线-250421-000001,诉求,城市管理->施工管理->夜间施工,夜间施工,市民王建国反映楼下施工，请回电13800001111。,办结,王建国,13800001111,朝阳区,劲松街道,2025-04-21 22:10:00,,解决,满意,劲松社区,劲松五区3号楼2单元501\n"
            + "热线-250421-000002,诉求,城市管理->施工管理->夜间施工,夜间施工,市民反映施工。,办结,保密,保密,朝阳区,劲松街道,2025-04-21 23:10:00,,解决,满意,劲松社区,劲松五区\n"
            + "坏行,一二三\n";
        office.Call("load", office.Write("导出.csv", Header + rows)).Exits(3);
        File.WriteAllText(office.Home.SettingsFile, "{\"max_rejected_share\":0.5}\n");
        office.Call("load", office.Write("导出.csv", Header + rows)).Exits(0);
        return office;
    }

    [Fact]
    public void An_order_is_shown_masked_with_its_origin_and_opens_only_for_a_reason()
    {
        using var office = Loaded();
        var plain = office.Call("explain", "热线-250421-000001").Exits(0);
        Assert.Equal("2", plain.Json.GetProperty("order").GetProperty("source_line").GetString());
        Assert.DoesNotContain("13800001111", plain.Out + plain.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("王建国", plain.Out + plain.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(office.Home.AuditFile));

        office.Call("explain", "热线-250421-000001", "--reveal").Exits(2);
        Assert.False(File.Exists(office.Home.AuditFile));

        var opened = office.Call("explain", "热线-250421-000001", "--reveal", "--reason", "回访核实").Exits(0);
        var originals = opened
            .Json.GetProperty("originals")
            .EnumerateArray()
            .Select(value => value.GetProperty("text").GetString())
            .ToList();
        Assert.Contains("13800001111", originals);
        Assert.Contains("王建国", originals);
        Assert.Contains("劲松五区3号楼2单元501", originals);
        Assert.DoesNotContain("夜间施工", originals);
        var audit = Assert.Single(File.ReadAllLines(office.Home.AuditFile));
        Assert.Contains("\"at\":\"2025-04-28T08:30:00\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"verb\":\"explain\",\"subject\":\"热线-250421-000001\"", audit, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_order_is_exit_4()
    {
        using var office = Loaded();
        var answer = office.Call("explain", "热线-250421-999999").Exits(4);
        Assert.Equal("order_unknown", answer.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Without_the_keys_everything_but_loading_and_opening_works()
    {
        using var office = Loaded();
        Directory.Delete(office.Home.Keys, recursive: true);

        office.Call("status").Exits(0);
        office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        office.Call("explain", "热线-250421-000001").Exits(0);
        var opening = office.Call("explain", "热线-250421-000001", "--reveal", "--reason", "回访").Exits(4);
        Assert.Equal("seal_key_missing", opening.Json.GetProperty("error").GetProperty("code").GetString());
        office.Call("load", office.Write("另一.csv", Header)).Exits(4);
        Assert.False(File.Exists(Path.Combine(office.Home.Keys, "seal.key")));
    }

    [Fact]
    public void Loading_the_same_file_again_seals_nothing_again_and_a_rejected_row_is_sealed_by_its_line()
    {
        using var office = Loaded();
        var file = Assert.Single(Directory.GetFiles(office.Home.Sealed));
        var before = File.ReadAllBytes(file);
        office.Call("load", Path.Combine(office.Folder, "导出.csv")).Exits(0);

        Assert.Equal(before, File.ReadAllBytes(Assert.Single(Directory.GetFiles(office.Home.Sealed))));
        using var reader = SealedRowsReader.Open(file, KeyRing.Open(office.Home.Keys, dataExist: true).Seal)!;
        Assert.Equal("坏行", reader.OfLine("导出.csv", 4)!.Values[0].Text);
    }

    [Fact]
    public void A_home_that_does_not_keep_originals_keeps_no_file()
    {
        using var office = new Office();
        Directory.CreateDirectory(office.Home.Root);
        new HomeSettings { KeepOriginals = KeepOriginals.Delete }.Write(office.Home.SettingsFile);
        office
            .Call(
                "load",
                office.Write(
                    "导出.csv",
                    Header + "热线-250421-000001,诉求,城市管理,夜间施工,施工,办结,王建国,13800001111,朝阳区,,2025-04-21 22:10:00,,,,,\n"
                )
            )
            .Exits(0);

        Assert.Empty(Directory.GetFiles(office.Home.Archive));
        Assert.Single(Directory.GetFiles(office.Home.Sealed));
    }
}
