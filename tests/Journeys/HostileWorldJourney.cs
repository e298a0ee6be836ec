using System.Globalization;
using System.Text;

namespace Hotspot.Tests.Journeys;

/// <summary>Clocks that jump, names that files should not have, cells that should not be: nothing is lost, and nothing is done that was not asked for.</summary>
public sealed class HostileWorldJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,来电人电话/账号,工单性质\n";

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Order(int n, string? content = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"热线-250419-{n:000000},2025-04-{14 + n % 14:00} {n % 24:00}:{n % 60:00}:00,城市管理->施工管理->夜间施工,朝阳区,望京街道,甲{n % 9}号院,{content ?? "夜间施工噪音很大。"},138{n:00000000},直派\n"
        );

    private static string Orders(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(n => Order(n)));

    private long Complaints() => _office.Call("cut", "--by", "street").Exits(0).Json.GetProperty("complaints").GetInt64();

    /// <summary>Each name in a folder of its own, as it comes from a mail or a share.</summary>
    [Theory]
    [InlineData("a'; drop table complaint; --.csv")]
    [InlineData("$(reboot) `id` %PATH% ${HOME}.csv")]
    [InlineData("[1-9]{a,b}？！#&=+@.csv")]
    [InlineData("-o --home.csv")]
    [InlineData("..csv")]
    [InlineData("\u202Exslx.导出\u200B.csv")]
    [InlineData("=HYPERLINK(1) 工单.csv")]
    public void A_file_of_any_name_is_loaded_under_it(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_office.Folder, "来件")).FullName;
        File.WriteAllText(Path.Combine(folder, name), Header + Orders(0, 60));

        var file = _office.Call("load", folder).Exits(0).Json.GetProperty("files")[0];

        Assert.Equal((name, 60), (file.GetProperty("name").GetString(), file.GetProperty("inserted").GetInt32()));
        Assert.Equal(60, Complaints());
        _office.Call("report", "weekly").Exits(0);
        _office.Call("explain", "热线-250419-000001").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_clock_that_jumps_back_and_far_ahead_loses_and_doubles_nothing()
    {
        _office.Call("load", _office.Write("一.csv", Header + Orders(0, 60))).Exits(0);
        _office.Now = new DateTime(2024, 1, 1, 0, 0, 0);
        _office.Call("load", _office.Write("二.csv", Header + Orders(40, 60))).Exits(0);
        Assert.Equal(100, Complaints());
        _office.Call("status").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(60, Complaints());
        _office.Call("load", _office.Write("二.csv", Header + Orders(40, 60))).Exits(0);

        _office.Now = new DateTime(2031, 2, 28, 23, 59, 59);
        _office.Call("load", _office.Write("三.csv", Header + Orders(90, 60))).Exits(0);
        _office.Now = new DateTime(2025, 4, 28, 8, 30, 0);
        _office.Call("load", _office.Write("四.csv", Header + Orders(150, 10))).Exits(0);

        Assert.Equal(160, Complaints());
        _office.Call("report", "weekly").Exits(0);
        _office.Call("home", "repair").Exits(0);
    }

    [Fact]
    public void A_cell_of_many_megabytes_costs_its_row_and_nothing_else()
    {
        var text = new StringBuilder(Header).Append(Orders(0, 30)).Append(Order(30, new string('噪', 20_000_000))).Append(Orders(31, 30));

        var file = _office.Call("load", _office.Write("大.csv", text.ToString())).Json.GetProperty("files")[0];

        Assert.Equal(61, file.GetProperty("read").GetInt32());
        Assert.InRange(file.GetProperty("inserted").GetInt32(), 60, 61);
    }

    [Theory]
    [InlineData("explain", "x' or '1'='1")]
    [InlineData("explain", "points.count'; drop table complaint; --")]
    [InlineData("cut", "--district", "朝阳区' or 1=1 --")]
    [InlineData("cut", "--keyword", "%'; drop view complaint; --")]
    [InlineData("report", "weekly", "--period", "2025-W17' --")]
    [InlineData("review", "undo", "1; drop table override")]
    [InlineData("diff", "weekly/../../..", "weekly/2025-W17")]
    [InlineData("check", "--from", "2025-04-01'", "--to", "2025-04-30")]
    public void Sql_and_paths_in_options_are_values_or_refused(params string[] args)
    {
        _office.Call("load", _office.Write("一.csv", Header + Orders(0, 60))).Exits(0);
        var before = StoreContent.Published(_office.Home);

        var answer = _office.Call(args);

        Assert.True(answer.Exit is 0 or 2 or 4, answer.Error);
        Assert.Equal(before, StoreContent.Published(_office.Home));
        Assert.Equal(60, Complaints());
    }
}
