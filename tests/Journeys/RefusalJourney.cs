using System.Security.Cryptography;
using Hotspot.Runs;

namespace Hotspot.Tests.Journeys;

/// <summary>What cannot be done is refused with its own exit code, a cause and a remedy, and nothing is touched.</summary>
public sealed class RefusalJourney(RefusalJourney.Loaded loaded) : IClassFixture<RefusalJourney.Loaded>, IDisposable
{
    /// <summary>A home with six days.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Office.Call("load", Office.Write("导出.csv", SixDays)).Exits(0);
    }

    private static readonly DateOnly Monday = new(2025, 4, 21);
    private static readonly string SixDays = Exports.City(Monday, 6, 3);
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    /// <summary>The line of totals is rejected, to the row, and holds nothing back: there is nothing to mend.</summary>
    [Fact]
    public void A_short_export_with_its_total_is_published()
    {
        var answer = _office
            .Call("load", _office.Write("一天.csv", Exports.City(Monday, 1, 6) + "合计,6,,,,,,,,,,,,,,,,,,,,\n"))
            .Exits(0)
            .Json;

        Assert.Equal((6, 1), (answer.GetProperty("inserted").GetInt64(), answer.GetProperty("rejected").GetInt64()));
        Assert.NotNull(answer.GetProperty("generation").GetString());
    }

    [Fact]
    public void An_empty_home_has_nothing_to_report() => Refuses(4, "nothing_loaded", "report", "weekly");

    [Fact]
    public void A_setting_that_names_what_there_is_not_is_refused_with_what_there_is()
    {
        var file = TakeOver();
        _office.Set(settings => settings with { IssueSeverity = new Dictionary<string, double> { ["路天烧烤"] = 2 } });
        Assert.Contains("露天烧烤", Refuses(2, "settings_issue_unknown", "report", "weekly").Error, StringComparison.Ordinal);
        Refuses(2, "settings_issue_unknown", "load", file);
        _office.Set(settings => settings with { IssueSeverity = new Dictionary<string, double>(), City = "shanghai" });
        Assert.Contains("beijing", Refuses(2, "city_unknown", "report", "weekly").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_writer_is_told_to_wait()
    {
        var file = TakeOver();
        using (RunLock.Take(_office.Home))
            Refuses(5, "busy", "load", file);
        _office.Call("load", file).Exits(0);
    }

    [Fact]
    public void Readers_do_not_wait_for_a_writer()
    {
        TakeOver();
        using (RunLock.Take(_office.Home))
        {
            _office.Call("report", "weekly").Exits(0);
            Assert.True(_office.Call("status").Exits(0).Json.GetProperty("busy").GetBoolean());
        }
    }

    [Fact]
    public void An_unknown_header_is_refused_with_the_nearest_profile_and_touches_nothing()
    {
        TakeOver();
        var before = Tree();
        var answer = Refuses(2, "ingest.header_unknown", "load", _office.Write("别的.csv", "工单编号,甲,乙,丙\n1,2,3,4\n"));

        Assert.Contains("甲、乙、丙", answer.Error, StringComparison.Ordinal);
        Assert.Contains("beijing-12345", answer.Error, StringComparison.Ordinal);
        Assert.Equal(before, Tree());
    }

    [Fact]
    public void A_good_file_beside_an_unknown_one_is_not_loaded_either()
    {
        TakeOver();
        var before = Tree();
        var good = _office.Write("好.csv", Exports.City(Monday.AddDays(-7), 7, 2));
        Refuses(2, "ingest.header_none", "load", good, _office.Write("别的.csv", "甲,乙,丙\n1,2,3\n"));
        Assert.Equal(before, Tree());
    }

    [Fact]
    public void A_wrong_period_is_refused()
    {
        TakeOver();
        foreach (
            var (kind, period) in ((string, string)[])
                [("weekly", "2025-W54"), ("weekly", "2025-04"), ("monthly", "2025-13"), ("monthly", "四月")]
        )
            Assert.Contains(period, Refuses(2, "cli_period_wrong", "report", kind, "--period", period).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_outside_the_data_is_refused()
    {
        TakeOver();
        Refuses(4, "empty_period", "report", "weekly", "--period", "2023-W10");
    }

    [Fact]
    public void A_home_of_one_city_refuses_the_files_of_another()
    {
        var beijing = TakeOver();
        var nyc = LayoutJourney.Nyc("nyc311-2026-05-18-every-50th.csv");
        var before = Tree();
        Refuses(2, "other_city", "load", nyc);
        Assert.Equal(before, Tree());

        using var other = new Office();
        other.Call("load", nyc).Exits(0);
        Assert.Equal("other_city", other.Call("load", beijing).Exits(2).Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Too_many_rejected_rows_hold_back_the_publishing_and_keep_the_ledger()
    {
        TakeOver();
        var generation = File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT"));
        var bad = string.Concat(Enumerable.Repeat("热线-250427-000900,残行\n", 5));
        var answer = _office.Call("load", _office.Write("坏.csv", Exports.City(Monday.AddDays(6), 1, 6) + bad)).Exits(3).Json;

        Assert.True(answer.GetProperty("gate_failed").GetBoolean());
        Assert.Equal(
            (11, 6, 5),
            (answer.GetProperty("read").GetInt64(), answer.GetProperty("inserted").GetInt64(), answer.GetProperty("rejected").GetInt64())
        );
        Assert.Equal(generation, File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT")));
        var ledger = Duck.Rows(
            $"attach {Duck.Quoted(_office.Home.Store)} as store (read_only); select read, rejected from store.load_batch where name = '坏.csv'"
        );
        Assert.Equal((11L, 5L), ((long)ledger[0]["read"]!, (long)ledger[0]["rejected"]!));
    }

    [Fact]
    public void A_lenient_setting_lets_the_same_rows_pass()
    {
        _office.Set(settings => settings with { MaxRejectedShare = 0.5 });
        var bad = string.Concat(Enumerable.Repeat("热线-250427-000900,残行\n", 5));
        _office.Call("load", _office.Write("坏.csv", Exports.City(Monday, 1, 6) + bad)).Exits(0);
    }

    [Fact]
    public void A_missing_key_is_an_error_and_never_a_new_key()
    {
        var file = TakeOver();
        File.Delete(Path.Combine(_office.Home.Keys, "caller.key"));
        var answer = Refuses(4, "key_missing", "load", file);

        Assert.Contains("caller.key", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_office.Home.Keys, "caller.key")));
        _office.Call("report", "weekly").Exits(0);
    }

    [Fact]
    public void A_missing_key_is_an_error_also_where_a_gate_held_back_the_first_publishing()
    {
        var bad = string.Concat(Enumerable.Repeat("热线-250427-000900,残行\n", 5));
        var file = _office.Write("坏.csv", Exports.City(Monday, 1, 6) + bad);
        _office.Call("load", file).Exits(3);
        File.Delete(Path.Combine(_office.Home.Keys, "caller.key"));
        Refuses(4, "key_missing", "load", file);
    }

    /// <returns>The file that the home has loaded.</returns>
    private string TakeOver()
    {
        _office.TakeOver(loaded.Office, whole: true);
        return _office.Write("导出.csv", SixDays);
    }

    private Answer Refuses(int exit, string code, params string[] args)
    {
        var answer = _office.Call(args).Exits(exit);
        var error = answer.Json.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("cause").GetString());
        Assert.NotEqual("", error.GetProperty("remedy").GetString());
        return answer;
    }

    /// <summary>Every file of the home with its hash, but for logs and run records.</summary>
    private SortedDictionary<string, string> Tree()
    {
        var root = _office.Home.Root;
        var files = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("logs" or "runs"));
        return new(
            files.ToDictionary(
                file => Path.GetRelativePath(root, file),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))
            ),
            StringComparer.Ordinal
        );
    }
}
