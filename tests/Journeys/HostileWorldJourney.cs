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

    private static readonly string[] Names =
    [
        "a'; drop table complaint; --.csv",
        "$(reboot) `id` %PATH% ${HOME}.csv",
        "[1-9]{a,b}？！#&=+@.csv",
        "-o --home.csv",
        "..csv",
        "\u202Exslx.导出\u200B.csv",
        "=HYPERLINK(1) 工单.csv",
    ];

    /// <summary>All in one folder, as they come from a mail or a share; each with orders of its own.</summary>
    [Fact]
    public void A_file_of_any_name_is_loaded_under_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_office.Folder, "来件")).FullName;
        foreach (var (n, name) in Names.Index())
            File.WriteAllText(Path.Combine(folder, name), Header + Orders(60 * n, 60));

        var files = _office.Call("load", folder).Exits(0).Json.GetProperty("files").EnumerateArray();

        Assert.Equal(
            Names.Select(name => (name, 60)).Order(),
            files.Select(file => (file.GetProperty("name").GetString()!, file.GetProperty("inserted").GetInt32())).Order()
        );
        Assert.Equal(60 * Names.Length, Complaints());
        _office.Call("report", "weekly").Exits(0);
        for (var n = 0; n < Names.Length; n++)
            _office.Call("explain", $"热线-250419-{60 * n + 1:000000}").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(Names.Order(), Directory.EnumerateFileSystemEntries(folder).Select(file => Path.GetFileName(file)!).Order());
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

    private static readonly string[][] Injections =
    [
        ["explain", "x' or '1'='1"],
        ["explain", "points.count'; drop table complaint; --"],
        ["cut", "--district", "朝阳区' or 1=1 --"],
        ["cut", "--keyword", "%'; drop view complaint; --"],
        ["report", "weekly", "--period", "2025-W17' --"],
        ["review", "undo", "1; drop table override"],
        ["diff", "weekly/../../..", "weekly/2025-W17"],
        ["check", "--from", "2025-04-01'", "--to", "2025-04-30"],
    ];

    [Fact]
    public void Sql_and_paths_in_options_are_values_or_refused()
    {
        _office.Call("load", _office.Write("一.csv", Header + Orders(0, 60))).Exits(0);
        var before = StoreContent.Published(_office.Home);

        foreach (var args in Injections)
        {
            var answer = _office.Call(args);

            var told = $"{string.Join(' ', args)}\n{answer.Error}";
            Assert.True(answer.Exit is 0 or 2 or 4, told);
            Assert.True(before.SequenceEqual(StoreContent.Published(_office.Home)), told);
        }
        Assert.Equal(60, Complaints());
    }
}
