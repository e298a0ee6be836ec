using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotspot.Outputs;
using Hotspot.Runs;
using Hotspot.Runs.Night;
using Hotspot.Settings;

namespace Hotspot.Tests.Journeys;

/// <summary>
/// Nights that are disturbed end where undisturbed ones do. <c>HOTSPOT_NIGHTS=91 dotnet test … --filter FullyQualifiedName~NightJourney</c> is the long form: a quarter.
/// </summary>
public sealed class NightJourney(NightJourney.Settled settled) : IClassFixture<NightJourney.Settled>, IDisposable
{
    /// <summary>A history, and the night after it.</summary>
    public sealed class Settled : PreparedOffice
    {
        public Settled()
        {
            LookBackTwoDays(Office);
            Drop(Office, First.AddDays(-100), 100, "历史.csv");
            Assert.Equal(["2025-04-16"], Days(Night(Office, 0).Exits(0), "nights"));
        }
    }

    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,来电人电话/账号,工单性质,经度,纬度\n";

    /// <summary>A Wednesday, so that a week ends among the nights; the history before it is as long as a scan needs.</summary>
    private static readonly DateOnly First = new(2025, 4, 16);
    private static readonly int Nights = int.TryParse(Environment.GetEnvironmentVariable("HOTSPOT_NIGHTS"), out var nights) ? nights : 6;
    private static readonly (string District, string Street, double Longitude, double Latitude)[] Places =
    [
        ("朝阳区", "望京街道", 116.4700, 39.9960),
        ("朝阳区", "双井街道", 116.4610, 39.8940),
        ("海淀区", "中关村街道", 116.3150, 39.9830),
        ("丰台区", "大红门街道", 116.3990, 39.8410),
        ("西城区", "金融街街道", 116.3600, 39.9150),
        ("东城区", "东直门街道", 116.4330, 39.9420),
    ];

    private readonly Office _calm = new();
    private readonly Office _disturbed = new();

    public void Dispose()
    {
        _calm.Dispose();
        _disturbed.Dispose();
    }

    /// <summary>Days of one export: some 24 orders each at six places, and 45 callers more at one place on the fourth day.</summary>
    private static string Export(DateOnly from, int days)
    {
        var text = new StringBuilder(Header);
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
        {
            var random = new Random(day.DayNumber);
            var number = 0;
            void Row(int place, int hour)
            {
                var (district, street, longitude, latitude) = Places[place];
                var (dx, dy) = (random.Next(-90, 90) * 1e-5, random.Next(-90, 90) * 1e-5);
                number++;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"热线-{day:yyMMdd}-{number:000000},{day:yyyy-MM-dd} {hour:00}:{number % 60:00}:00,城市管理->占道经营->{(number % 3 == 0 ? "店外经营" : "流动摊贩")},{district},{street},和平路{random.Next(1, 900)}号,反映占道经营。,139{day.DayNumber % 10000:0000}{number:0000},直派,{longitude + dx:f6},{latitude + dy:f6}\n"
                );
            }
            for (var i = 0; i < 24; i++)
                Row(random.Next(Places.Length), random.Next(7, 22));
            if (day == First.AddDays(3))
                for (var i = 0; i < 45; i++)
                    Row(3, 8 + i % 10);
        }
        return text.ToString();
    }

    private static Answer Night(Office office, int night, params string[] more)
    {
        office.Now = First.AddDays(night).ToDateTime(new TimeOnly(2, 30));
        return office.Call(["nightly", .. more]);
    }

    private static void Drop(Office office, DateOnly from, int days = 1, string? name = null)
    {
        Directory.CreateDirectory(office.Home.Inbox);
        File.WriteAllText(
            Path.Combine(office.Home.Inbox, name ?? string.Create(CultureInfo.InvariantCulture, $"导出_{from:yyyyMMdd}.csv")),
            Export(from, days)
        );
    }

    private static void LookBackTwoDays(Office office) =>
        office.Set(settings => settings with { Night = settings.Night with { LookBackDays = 2 } });

    private void Settle(params Office[] offices)
    {
        foreach (var office in offices)
            office.TakeOver(settled.Office, whole: true);
    }

    private static DateOnly DayOf(int night) => First.AddDays(night - 1);

    [Fact]
    public void Late_missing_repeated_and_corrupt_nights_end_in_the_bytes_of_undisturbed_ones()
    {
        Settle(_calm, _disturbed);
        var told = new List<string>();
        for (var night = 1; night <= Nights; night++)
        {
            Drop(_calm, DayOf(night));
            var answer = Night(_calm, night).Exits(0);
            Assert.Equal([Iso(First.AddDays(night))], Days(answer, "nights"));
            told.AddRange(answer.Json.GetProperty("new_alarms").EnumerateArray().Select(alarm => alarm.GetProperty("street").GetString()!));
        }
        // What was planted is told, and by the night after.
        Assert.Contains("大红门街道", told);

        for (var night = 1; night <= Nights; night++)
        {
            // The second day comes two nights late; the fifth night the machine is off.
            if (night != 2)
                Drop(_disturbed, DayOf(night));
            if (night == 4)
                Drop(_disturbed, DayOf(2));
            if (night == 5)
                continue;
            if (night == 3)
                Drop(_disturbed, DayOf(1), name: "又导一次.csv");
            if (night == 6)
                File.WriteAllBytes(Path.Combine(_disturbed.Home.Inbox, "坏.xlsx"), [0x50, 0x4b, 3, 4, 9, 9, 9]);
            var answer = Night(_disturbed, night).Exits(0);
            if (night == 4)
                Assert.Contains(Iso(First.AddDays(2)), Days(answer, "made_again").Concat(Days(answer, "nights")));
            if (night == 3)
                Assert.Equal([Iso(DayOf(2))], Days(answer, "days_missing"));
            // The clock goes back an evening, and nothing is made worse.
            if (night == 4)
                Night(_disturbed, night - 1).Exits(0);
            if (night == 6)
            {
                var bad = Assert.Single(answer.Json.GetProperty("unreadable").EnumerateArray());
                Assert.Equal("坏.xlsx", bad.GetProperty("name").GetString());
                Assert.Contains("坏.xlsx", bad.GetProperty("cause").GetString(), StringComparison.Ordinal);
                Assert.Equal(2, Days(answer, "nights").Count);
            }
        }
        var (calm, disturbed) = (Published(_calm.Home), Published(_disturbed.Home));
        Assert.Empty(calm.Except(disturbed).Concat(disturbed.Except(calm)).Select(file => file.Key).Distinct());

        // The same night again changes nothing.
        var before = Published(_calm.Home);
        var again = Night(_calm, Nights).Exits(0);
        Assert.Empty(Days(again, "nights").Concat(Days(again, "made_again")));
        Assert.Equal(before, Published(_calm.Home));
        Assert.Equal(JsonValueKind.Null, _calm.Call("status").Exits(0).Json.GetProperty("night").GetProperty("failed").ValueKind);
    }

    [Fact]
    public void What_a_killed_run_owed_the_next_one_writes_and_tells()
    {
        LookBackTwoDays(_disturbed);
        _disturbed.Call("load", _disturbed.Write("历史.csv", Export(First.AddDays(-30), 36))).Exits(0);
        _disturbed.Call("nightly", "--as-of", Iso(First.AddDays(-3))).Exits(0);
        var week = _disturbed.Bulletin("weekly", "2025-W15");
        Assert.False(Directory.Exists(week));

        string[] all = ["nightly", "--as-of", Iso(First.AddDays(6)), "--catch-up", "all"];
        var last = NightDay.FolderOf(_disturbed.Home, First.AddDays(6));
        // All nights stand, and no draft yet.
        Assert.True(KilledProgram.Run(_disturbed, () => Directory.Exists(last), all));
        Assert.False(Directory.Exists(week));
        Assert.Equal(First.AddDays(-2), NightState.Read(_disturbed.Home)!.Owed);

        _disturbed.Call(all).Exits(0);
        Assert.True(Directory.Exists(week));
        Assert.True(Directory.Exists(_disturbed.Bulletin("weekly", "2025-W16")));
        Assert.Null(NightState.Read(_disturbed.Home)!.Owed);
    }

    [Fact]
    public void A_second_night_is_turned_away_and_an_old_home_is_told()
    {
        Assert.Equal(4, Night(_calm, 0).Exit);
        LookBackTwoDays(_calm);
        Drop(_calm, First.AddDays(-20), 10, "旧.csv");
        var stale = Night(_calm, 0).Exits(4).Json;
        Assert.True(stale.GetProperty("is_stale").GetBoolean());
        Assert.Equal(10, stale.GetProperty("days_behind").GetInt32());
        using (RunLock.TakeNight(_calm.Home))
            Assert.Equal(5, Night(_calm, 1).Exit);
        var status = _calm.Call("status").Exits(0).Json.GetProperty("night");
        Assert.Equal("2025-04-16", status.GetProperty("as_of").GetString());
    }

    [Fact]
    public void Too_many_rejected_rows_hold_the_night_and_the_last_issue_stands()
    {
        Settle(_calm);
        var before = Published(_calm.Home);
        File.WriteAllText(
            Path.Combine(_calm.Home.Inbox, "坏行.csv"),
            Header + string.Concat(Enumerable.Range(0, 50).Select(n => $",,类{n},朝阳区,,,,,,,\n"))
        );
        // An account of a run that a clock ahead dated comes first by its name only.
        Directory.CreateDirectory(Path.Combine(_calm.Home.Runs, "20990101-000000-000-load"));
        File.WriteAllText(Path.Combine(_calm.Home.Runs, "20990101-000000-000-load", "manifest.json"), "{}");
        Night(_calm, 1).Exits(3);
        Assert.Equal(before, Published(_calm.Home));

        // Nothing was mended: the night again is no better.
        var again = Night(_calm, 1).Exits(3).Json;
        Assert.Equal("坏行.csv", again.GetProperty("held").GetProperty("files").GetString());
        Assert.Equal("gate", _calm.Call("status").Exits(0).Json.GetProperty("night").GetProperty("code").GetString());
        Assert.Equal(before, Published(_calm.Home));

        // What a sound file publishes with it is told.
        Drop(_calm, First);
        var sound = Night(_calm, 1).Exits(0).Json;
        Assert.Equal("坏行.csv", sound.GetProperty("released").GetProperty("files").GetString());
        Assert.Equal(JsonValueKind.Null, sound.GetProperty("held").ValueKind);
        Assert.Equal(24, sound.GetProperty("read").GetInt32());
        Assert.Equal(0, sound.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public void A_clock_that_is_years_off_takes_nothing_away_and_makes_no_night()
    {
        Settle(_calm);
        var before = Published(_calm.Home);
        var runs = Directory.GetFileSystemEntries(_calm.Home.Runs).Length;

        Assert.Equal(0, Night(_calm, 1500).Exits(4).Json.GetProperty("pruned").GetInt32());
        var early = Night(_calm, -1500).Exits(4).Json.GetProperty("error");
        Assert.Equal("night_before_data", early.GetProperty("code").GetString());

        Assert.Equal(before, Published(_calm.Home));
        Assert.True(Directory.GetFileSystemEntries(_calm.Home.Runs).Length > runs);
    }

    [Fact]
    public void Alarms_whose_command_failed_are_told_again_until_it_ends_well()
    {
        void Command(string command) => _calm.Set(settings => settings with { Night = settings.Night with { AlarmCommand = command } });
        int Fresh(bool failed)
        {
            var answer = Night(_calm, 4).Exits(0).Json;
            Assert.Equal(failed, answer.GetProperty("hook_failed").GetBoolean());
            return answer.GetProperty("new_alarms").GetArrayLength();
        }
        Settle(_calm);
        Command(Path.Combine(_calm.Folder, "没有这个程序"));
        Drop(_calm, First, 4);
        var alarms = Fresh(failed: true);
        Assert.NotEqual(0, alarms);
        Assert.Equal(alarms, Fresh(failed: true));
        Command(OperatingSystem.IsWindows() ? Path.Combine(Environment.SystemDirectory, "attrib.exe") : "true");
        Assert.Equal(alarms, Fresh(failed: false));
        Assert.Equal(0, Fresh(failed: false));

        // A street and issue is told once, whichever tests tell it.
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(_calm.Home.Nights, Iso(First.AddDays(4)), "alarms.json")));
        List<JsonElement> told = [.. list.RootElement.GetProperty("alarms").EnumerateArray()];
        string[] matter = ["district", "street", "issue", "direction"];
        Assert.Distinct(told.Select(one => string.Join('/', matter.Select(name => one.GetProperty(name).GetString()))));
        Assert.Contains(told, one => one.GetProperty("tests").GetArrayLength() > 1);
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static List<string> Days(Answer answer, string name) =>
        [.. answer.Json.GetProperty(name).EnumerateArray().Select(day => day.GetString()!)];

    /// <summary>Every published file by its hash; of manifests what is not of the run, of generations the one in force.</summary>
    private static SortedDictionary<string, string> Published(Home home)
    {
        var files = StoreContent.Published(home);
        foreach (var file in Directory.EnumerateFiles(home.Published, "*", SearchOption.AllDirectories))
        {
            if (file.StartsWith(home.PublishedData, StringComparison.Ordinal))
                continue;
            var name = Path.GetRelativePath(home.Published, file);
            if (Path.GetFileName(file) != "manifest.json")
            {
                files[name] = FileHash.Of(file);
                continue;
            }
            var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            manifest.Remove("run");
            files[name] = manifest.ToJsonString();
        }
        return files;
    }
}
