using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>What was loaded, mended or decided by mistake is taken back: store and published data are what they were, and it can be done again.</summary>
public sealed class UndoJourney(UndoJourney.Loaded april) : IClassFixture<UndoJourney.Loaded>, IDisposable
{
    /// <summary>A home with one load.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Load(Office, "四月.csv", April());
    }

    private const string Header = "工单编号,来电时间,来电人,来电人电话/账号,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,工单状态\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Order(
        int n,
        string status = "办理中",
        string place = "望京西园四区",
        string category = "城市管理->占道经营",
        int hour = 8
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"热线-2504{10 + n % 10:00}-{n:000000},2025-04-{10 + n % 10:00} {hour:00}:{n % 60:00}:00,王小明,1381234{n % 7:0000},{category},朝阳区,望京街道,{place},占道经营请联系13812345678,{status}\n"
        );

    private static string April()
    {
        var text = new StringBuilder(Header);
        for (var n = 1; n <= 40; n++)
            text.Append(Order(n, n % 5 == 0 ? "" : "办理中", category: n % 4 == 0 ? "综合治理->其他诉求" : "城市管理->占道经营"));
        return text.Append("A-1,昨天下午,王小明,13812345678,城市管理,朝阳区,望京街道,望京西园四区,占道,\n").ToString();
    }

    /// <summary>New orders, changed ones, unchanged ones, a blank filled, a contradiction, an earlier time of the call, a row without a time.</summary>
    private static string May()
    {
        var text = new StringBuilder(Header);
        for (var n = 1; n <= 20; n++)
            text.Append(
                n % 5 == 0 ? Order(n)
                : n % 2 == 0 ? Order(n, "已办结")
                : Order(n)
            );
        text.Append(Order(21, place: "望京西园三区")).Append(Order(22, hour: 2)).Append(Order(23, category: "综合治理->其他诉求"));
        for (var n = 60; n <= 90; n++)
            text.Append(Order(n)).Append(n % 10 == 0 ? Order(n, "已办结") : "");
        return text.Append("A-2,昨天下午,王小明,13812345678,城市管理,朝阳区,望京街道,望京西园四区,占道,\n").ToString();
    }

    private static Answer Load(Office office, string name, string text)
    {
        office.Set(settings => settings with { MaxRejectedShare = 1 });
        return office.Call("load", office.Write(name, text)).Exits(0);
    }

    private Answer Load(string name, string text) => Load(_office, name, text);

    private void AfterApril() => _office.TakeOver(april.Office, whole: true);

    private JsonElement Undo(params string[] more) => _office.Call(["undo", "--yes", .. more]).Exits(0).Json;

    private State Now() =>
        new(
            StoreContent.Of(_office.Home),
            StoreContent.Published(_office.Home),
            [.. Files("quarantine").Concat(Files("sealed")).Concat(Files("rules"))]
        );

    private IEnumerable<string> Files(string folder) =>
        Path.Combine(_office.Home.Root, folder) is var path && Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Select(file => Path.GetRelativePath(_office.Home.Root, file)).Order(StringComparer.Ordinal)
            : [];

    private sealed record State(
        SortedDictionary<string, string> Store,
        SortedDictionary<string, string> Published,
        IReadOnlyList<string> Files
    );

    private static void Same(State expected, State actual)
    {
        foreach (var (table, rows) in expected.Store)
            Assert.True(rows == actual.Store[table], $"{table}\n{rows}\n--- is now\n{actual.Store[table]}");
        Assert.Equal(expected.Store.Keys, actual.Store.Keys);
        Assert.Equal(expected.Published, actual.Published);
        Assert.Equal(expected.Files, actual.Files);
    }

    [Fact]
    public void A_load_taken_back_leaves_nothing_and_loaded_again_gives_what_it_gave()
    {
        AfterApril();
        var afterA = Now();
        var counts = Load("五月.csv", May()).Json;
        foreach (var kind in (string[])["inserted", "updated", "unchanged", "rejected"])
            Assert.True(counts.GetProperty(kind).GetInt64() > 0, kind);
        Assert.True(counts.GetProperty("conflicts").GetProperty("orders").GetInt64() > 0);
        var afterB = Now();
        Assert.NotEqual(afterA.Published, afterB.Published);

        var undone = Undo();

        Same(afterA, Now());
        Assert.Equal("五月.csv", undone.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.Equal(counts.GetProperty("inserted").GetInt64(), undone.GetProperty("files")[0].GetProperty("inserted").GetInt64());
        Load("五月.csv", May());
        Same(afterB, Now());

        Undo();
        Undo();
        Assert.Empty(Now().Published);
        Assert.All(Now().Store, table => Assert.Equal("", table.Value));
        Assert.Empty(Now().Files);
        Assert.Equal(4, _office.Call("undo", "--yes").Exit);
        Load("四月.csv", April());
        Same(afterA, Now());
    }

    [Fact]
    public void A_file_loaded_with_totals_review_retry_and_rules_is_taken_back_step_by_step()
    {
        var states = new List<State>();
        AfterApril();
        states.Add(Now());

        _office.Call("load", "--baseline", _office.Write("去年.csv", "周期,件数\n2024-W17,40\n")).Exits(0);
        _office.Call("load", "--baseline", _office.Write("去年.csv", "周期,件数\n2024-W17,50\n2024-W16,4\n")).Exits(0);
        Undo();
        _office.Call("load", "--baseline", _office.Write("去年.csv", "周期,件数\n2024-W17,41\n2024-W16,7\n")).Exits(0);
        states.Add(Now());

        var book = Directory.GetFiles(_office.Home.Quarantine, "四月_*_补正.xlsx").Single();
        Filled.In(book, "四月.csv", 2, "来电时间", "2025-04-21 15:30:00");
        Assert.Equal(1, _office.Call("load", "--retry").Exits(0).Json.GetProperty("inserted").GetInt64());
        states.Add(Now());

        var review = _office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;
        var asked = Now();
        Filled.In(review, "问题类型", RowOf(review, "问题类型", "综合治理 → 其他诉求"), "改为问题类型", "占道堆物");
        Assert.True(_office.Call("review", "apply", review, "--by", "张科").Exits(0).Json.GetProperty("orders").GetInt64() > 0);
        states.Add(Now());

        var rules = _office.Call("rules", "export", "-o", Path.Combine(_office.Folder, "规则.xlsx")).Exits(0).Json;
        var workbook = rules.GetProperty("file").GetString()!;
        Filled.In(workbook, "问题类型", RowOf(workbook, "问题类型", "无照经营"), "失效日（含）", "2025-04-12");
        Assert.True(_office.Call("rules", "import", workbook).Exits(0).Json.GetProperty("orders").GetInt64() > 0);
        Assert.NotEqual(states[^1].Published, Now().Published);

        Assert.Equal("rules", Undo().GetProperty("write").GetString());
        Same(states[3], Now());
        var taken = Undo();
        Assert.Equal(("review", 1), (taken.GetProperty("write").GetString(), taken.GetProperty("decisions").GetInt64()));
        Same(asked, Now());
        Assert.Equal("retry", Undo().GetProperty("write").GetString());
        // The questions of the workbook stay asked; the mending workbook went with the last row that it was made for.
        Assert.Equal(states[1].Published, Now().Published);
        Assert.Equal(states[1].Store.Where(NoQuestions), Now().Store.Where(NoQuestions));
        Assert.Equal("baseline", Undo().GetProperty("write").GetString());
        Assert.Equal("baseline", Undo().GetProperty("write").GetString());
        Assert.Equal(states[0].Published, Now().Published);
    }

    private static int RowOf(string book, string sheet, string text) =>
        new Workbook(book).Rows(sheet).ToList().FindIndex(row => row.Values.Contains(text)) + 1;

    private static bool NoQuestions(KeyValuePair<string, string> table) => table.Key != "main.review_item";

    [Fact]
    public void Only_shown_refused_without_consent_and_busy_change_nothing()
    {
        AfterApril();
        var before = Now();

        var shown = _office.Call("undo", "--dry-run").Exits(0).Json;
        Assert.True(shown.GetProperty("dry_run").GetBoolean());
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("generation").ValueKind);
        Assert.Contains("--yes", _office.Call("undo").Exits(2).Error, StringComparison.Ordinal);
        using (Hotspot.Runs.RunLock.Take(_office.Home))
            _office.Call("undo", "--yes").Exits(5);

        Same(before, Now());
    }

    /// <summary>Names of persons are hidden in names of files: what bears the same name then is another file all the same.</summary>
    [Fact]
    public void Files_of_the_inbox_come_back_beside_it_and_are_not_loaded_again()
    {
        _office.Home.Make();
        string[] texts = [.. Enumerable.Range(0, 3).Select(week => Exports.City(new DateOnly(2025, 4, 7).AddDays(7 * week), 7, 2))];
        foreach (var (name, text) in ((string[])["错.csv", "张建国投诉.csv", "李秀兰投诉.csv"]).Zip(texts))
            File.WriteAllText(Path.Combine(_office.Home.Inbox, name), text);
        _office.Call("load").Exits(0);
        Assert.Empty(Directory.EnumerateFiles(_office.Home.Inbox));

        string[] returned = [.. Undo().GetProperty("returned").EnumerateArray().Select(path => path.GetString()!)];

        var plain = Path.Combine(_office.Home.TakenBack, "错.csv");
        Assert.Contains(plain, returned);
        Assert.Equal(texts[0], File.ReadAllText(plain));
        Assert.Equal(texts.Order(StringComparer.Ordinal), returned.Select(File.ReadAllText).Order(StringComparer.Ordinal));
        Assert.Equal(4, _office.Call("load").Exit);
    }

    [Fact]
    public void Drafts_of_the_data_taken_back_are_named_and_finals_stand()
    {
        Load("四月.csv", Exports.City(new DateOnly(2025, 4, 7), 14, 2));
        _office.Call("report", "weekly", "--period", "2025-W15").Exits(0);
        Load("五月.csv", Exports.City(new DateOnly(2025, 4, 21), 7, 2));
        _office.Call("report", "weekly", "--period", "2025-W16", "--final").Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var final = Directory.GetFiles(_office.Bulletin("weekly", "2025-W16"), "*.docx").Single();
        var bytes = File.ReadAllBytes(final);

        var undone = Undo();

        Assert.Equal(["weekly/2025-W17"], undone.GetProperty("drafts").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["weekly/2025-W16"], undone.GetProperty("finals").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(bytes, File.ReadAllBytes(final));
    }

    [Fact]
    public void A_load_that_the_gate_held_and_one_after_it_are_taken_back_to_what_readers_saw()
    {
        AfterApril();
        var afterA = Now();
        _office.Set(settings => settings with { MaxRejectedShare = 0 });
        _office.Call("load", _office.Write("五月.csv", Header + Order(2, "已办结") + Order(110) + "A-3,昨天下午,,,,,,,占道,\n")).Exits(3);
        var held = Now();
        Assert.Equal(afterA.Published, held.Published);
        Load("六月.csv", Header + Order(120));
        Assert.NotEqual(held.Published, Now().Published);

        Undo();
        Same(held, Now());
        Undo();
        Same(afterA, Now());
    }

    [Fact]
    public void A_new_list_of_places_that_a_load_followed_is_followed_back()
    {
        AfterApril();
        var afterA = Now();
        File.WriteAllText(
            _office.Home.Places,
            "name,district,street,aliases,longitude,latitude,source\n望京西园四区北院,朝阳区,望京街道,望京西园四区,116.48,40.0,本单位\n"
        );
        Assert.True(Load("五月.csv", May()).Json.GetProperty("placed_anew").GetInt64() > 0);

        Undo();

        Same(afterA, Now());
    }

    [Fact]
    public void A_home_whose_only_load_was_of_the_wrong_city_is_free_again()
    {
        _office.Call("load", LayoutJourney.Nyc("nyc311-2026-05-18-every-50th.csv")).Exits(0);
        _office.Call("load", _office.Write("四月.csv", April())).Exits(2);

        Undo();

        Load("四月.csv", April());
        Assert.Equal(40, new PublishedRows(_office.Home).Count());
    }

    [Fact]
    public void A_store_of_before_keeps_its_loads_and_what_comes_later_is_taken_back()
    {
        AfterApril();
        StoreContent.Change(
            _office.Home,
            "drop schema undo cascade; alter table complaint_history drop column load_no; drop table schema_mark;"
        );
        Assert.Equal(4, _office.Call("undo", "--yes").Exit);
        var afterA = Now();
        Load("五月.csv", May());

        Undo();

        Same(afterA, Now());
        Assert.Equal(4, _office.Call("undo", "--yes").Exit);
    }

    [Fact]
    public void A_rules_file_edited_since_is_not_overwritten()
    {
        AfterApril();
        var book = _office.Call("rules", "export", "-o", Path.Combine(_office.Folder, "规则.xlsx")).Exits(0).Json;
        _office.Call("rules", "import", book.GetProperty("file").GetString()!).Exits(0);
        var edited = Path.Combine(_office.Home.Rules, "rates.csv");
        File.AppendAllText(edited, "\n");
        var before = Now();

        Assert.Contains("rates.csv", _office.Call("undo", "--yes").Exits(2).Error, StringComparison.Ordinal);

        Same(before, Now());
        File.Delete(edited);
        Undo();
        Assert.False(File.Exists(edited));
    }

    /// <summary>Killed before its commit the undo has not begun; after it, whatever writes next finishes it, and takes nothing else back.</summary>
    [Fact]
    public void A_killed_undo_leaves_before_or_after()
    {
        var exports = Path.Combine(_office.Folder, "导出");
        _office.Call("sample", "--complaints", "4000", "--weeks", "8", "-o", exports).Exits(0);
        AfterApril();
        var afterA = Now();
        _office.Call("load", exports).Exits(0);
        var (killed, left) = (0, Shown());
        var loaded = left.Files;
        foreach (var moment in (Func<bool>[])[() => File.Exists(_office.Home.Store + ".wal") || IsTakenBack(), IsTakenBack, Publishing])
        {
            if (!left.Files.SequenceEqual(loaded))
                break;
            killed += KilledProgram.Run(_office, moment, "undo", "--yes") ? 1 : 0;
            left = Shown();
        }
        Assert.True(killed >= 2, $"only {killed} of 3 undos were still at work when they were to be killed");

        // Nearly always the last kill struck after the commit, and the next load finishes what it left.
        if (left.Files.SequenceEqual(loaded) && !left.Resumed)
            Undo();
        var again = _office.Call("load", _office.Write("四月.csv", April())).Exits(0).Json;
        Assert.Equal((0, 40), (again.GetProperty("inserted").GetInt64(), again.GetProperty("unchanged").GetInt64()));
        Assert.Equal(afterA.Published, Now().Published);
        Undo();
        Same(afterA, Now());
    }

    /// <summary>What an undo would take back now, and whether it would finish one that was begun.</summary>
    private (List<string> Files, bool Resumed) Shown()
    {
        var shown = _office.Call("undo", "--dry-run").Exits(0).Json;
        return (
            [.. shown.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!)],
            shown.GetProperty("resumed").GetBoolean()
        );
    }

    private bool IsTakenBack() => Directory.EnumerateDirectories(_office.Home.Runs, "*-undo").Any();

    private bool Publishing() => Directory.EnumerateDirectories(_office.Home.PublishedData, "*.tmp").Any();
}
