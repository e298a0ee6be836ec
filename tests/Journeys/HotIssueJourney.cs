using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>Complaints about one matter of one place are found at load, whatever comes first; bulletins rank them by people, cuts count them.</summary>
public sealed class HotIssueJourney(HotIssueJourney.Loaded loaded) : IClassFixture<HotIssueJourney.Loaded>, IDisposable
{
    /// <summary>A home with all orders, of one load.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Load(Office, "all.csv", Orders());
    }

    private const string Header = "工单编号,来电时间,来电人电话/账号,被反映区,被反映街乡镇,小区点位,标题,主要内容,工单状态\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static readonly string[] Plant =
    [
        "小区旁边修建搅拌站，噪音和灰尘严重影响居民生活",
        "搅拌站设备日夜轰鸣，灰尘漫天，无法开窗",
        "开发商违规建搅拌站，灰尘噪音太大，孩子生病",
    ];

    private static string Order(int n, DateTime at, string caller, string place, string text, string status = "办理中") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"N-{n:0000},{at:yyyy-MM-dd HH:mm:ss},{caller},朝阳区,望京街道,{place},,{text},{status}\n"
        );

    /// <summary>40 people of one estate on a mixing plant, one person 30 times on a road, 60 matters of their own; 9 weeks.</summary>
    private static List<string> Orders()
    {
        var rows = new List<string>();
        var start = new DateTime(2025, 2, 24, 8, 0, 0);
        for (var i = 0; i < 40; i++)
            rows.Add(Order(i, start.AddDays(1.5 * i), $"1391111{i:0000}", "丽泽新城", Plant[i % 3]));
        for (var i = 0; i < 30; i++)
            rows.Add(Order(100 + i, start.AddDays(2 * i + 0.3), "13922220000", "丽泽新城", "二期门前道路坑洼积水，何时铺沥青"));
        for (var i = 0; i < 60; i++)
            rows.Add(Order(200 + i, start.AddDays(i + 0.1), $"1393333{i:0000}", $"第{i}号院", "楼道堆放杂物"));
        return rows;
    }

    private static void Load(Office office, string name, IEnumerable<string> rows) =>
        office.Call(["load", office.Write(name, Header + string.Concat(rows))]).Exits(0);

    private void Load(string name, IEnumerable<string> rows) => Load(_office, name, rows);

    private void AfterLoad() => _office.TakeOver(loaded.Office, whole: true);

    private SortedDictionary<string, string> Published() => StoreContent.Published(_office.Home);

    [Fact]
    public void Whatever_comes_first_the_groups_are_the_same()
    {
        var whole = Groups(loaded.Office);
        Assert.Equal(40, whole.Count(group => group.Value == "N-0000"));
        Assert.Equal(30, whole.Count(group => group.Value == "N-0100"));
        var shuffled = new List<string>(Orders());
        new Random(5).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));
        foreach (var (part, i) in shuffled.Chunk(33).Select((part, i) => (part, i)))
            Load($"part{i}.csv", part);
        Assert.Equal(whole, Groups());
    }

    /// <summary>An order that is mended leaves the group of the place that it does not belong to, and undo brings it back.</summary>
    [Fact]
    public void An_order_of_another_place_leaves_and_undo_brings_it_back()
    {
        AfterLoad();
        var before = (Groups: Groups(), Files: Published());
        Load("mended.csv", [Order(0, new DateTime(2025, 2, 24, 8, 0, 0), "13911110000", "第7号院", Plant[0], "办结")]);
        var after = Groups();
        Assert.Equal("N-0000", after["N-0000"]);
        Assert.Equal(39, after.Count(group => group.Value == "N-0001"));
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(before.Groups, Groups());
        Assert.Equal(before.Files, Published());
    }

    /// <summary>The names of its place are no words of a complaint: where they are spelt anew its words are others, though the place is the same.</summary>
    [Fact]
    public void A_place_that_is_spelt_anew_is_grouped_as_if_it_had_come_so()
    {
        string[] Mended(string place) => [Order(1, new DateTime(2025, 4, 2, 8, 0, 0), "13911110001", place, "灰尘漫天", "办结")];
        string[] first = [Order(0, new DateTime(2025, 4, 1, 8, 0, 0), "13911110000", "丽泽新城", "灰尘漫天")];
        Load("all.csv", [.. first, .. Mended("丽泽新城")]);
        Assert.Equal("N-0000", Groups()["N-0001"]);
        Load("mended.csv", Mended("丽泽新城(灰尘漫天)"));
        var mended = Groups();
        using var other = new Office();
        Load(other, "all.csv", [.. first, .. Mended("丽泽新城(灰尘漫天)")]);
        Assert.Equal("N-0001", mended["N-0001"]);
        Assert.Equal(Groups(other), mended);
    }

    /// <summary>Nothing but what is new, and what stands in its place, is looked at.</summary>
    [Fact]
    public void A_night_looks_at_what_is_new()
    {
        AfterLoad();
        Load("more.csv", [Order(900, new DateTime(2025, 4, 27, 9, 0, 0), "13944440000", "丽泽新城", Plant[1])]);
        Assert.Equal("N-0000", Groups()["N-0900"]);
        var manifest = Directory
            .EnumerateFiles(Path.Combine(_office.Home.Root, "runs"), "manifest.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        using var run = JsonDocument.Parse(File.ReadAllText(manifest));
        var step = run
            .RootElement.GetProperty("steps")
            .EnumerateArray()
            .Single(step => step.GetProperty("step").GetString() == "issue_groups");
        Assert.InRange(step.GetProperty("rows_in").GetInt64(), 1, 5);
    }

    [Fact]
    public void Bulletin_and_cut_count_people_and_not_calls()
    {
        AfterLoad();
        var report = _office.Call("report", "weekly", "--period", "2025-W17").Exits(0).Json;
        var folder = report.GetProperty("folder").GetString()!;
        var issues = Duck.Rows($"from read_parquet({Duck.Quoted(Path.Combine(folder, "parquet", "hot_issues.parquet"))}) order by rank");
        // Of the plant 5 people in the week and 40 in its memory; the one who called 30 times is one person and no hot issue.
        var plant = Assert.Single(issues);
        Assert.Equal("N-0000", plant["issue_group_id"]);
        Assert.Equal((0L, "丽泽新城"), (Convert.ToInt64(plant["repeat_callers"], CultureInfo.InvariantCulture), (string)plant["place"]!));
        var start = new DateTime(2025, 2, 24, 8, 0, 0);
        var days = Enumerable.Range(0, 40).Select(i => DateOnly.FromDateTime(start.AddDays(1.5 * i))).ToList();
        var monday = new DateOnly(2025, 4, 21);
        var remembered = days.Where(day => day >= monday.AddDays(-60) && day <= monday.AddDays(6)).ToList();
        Assert.Equal(remembered.Count(day => day >= monday), Convert.ToInt32(plant["callers"], CultureInfo.InvariantCulture));
        Assert.Equal(remembered.Count, Convert.ToInt32(plant["all_callers"], CultureInfo.InvariantCulture));
        Assert.Equal(
            remembered.Sum(day => Math.Exp(-Math.Max(monday.DayNumber - day.DayNumber, 0) / 14.0)),
            Convert.ToDouble(plant["heat"], CultureInfo.InvariantCulture),
            3
        );

        var cut = _office
            .Call(
                "cut",
                "--from",
                "2025-02-24",
                "--to",
                "2025-04-27",
                "--by",
                "hot_issue",
                "--measure",
                "callers,complaints",
                "--sort",
                "callers"
            )
            .Exits(0)
            .Json;
        Assert.Equal(
            [("N-0000", 40, 40), ("N-0100", 1, 30)],
            cut.GetProperty("groups")
                .EnumerateArray()
                .Select(group =>
                    (
                        group.GetProperty("hot_issue").GetString(),
                        group.GetProperty("callers").GetInt32(),
                        group.GetProperty("complaints").GetInt32()
                    )
                )
        );
        var rows = _office.Call("cut", "--from", "2025-02-24", "--to", "2025-04-27", "--hot-issue", "N-0100").Exits(0).Json;
        Assert.Equal(30, rows.GetProperty("complaints").GetInt32());
    }

    private Dictionary<string, string> Groups() => Groups(_office);

    private static Dictionary<string, string> Groups(Office office) =>
        new PublishedRows(office.Home)
            .Query("select complaint_id, issue_group_id from complaints order by all")
            .ToDictionary(row => (string)row["complaint_id"]!, row => (string)row["issue_group_id"]!);
}
