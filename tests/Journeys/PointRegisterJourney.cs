using System.Globalization;

namespace Hotspot.Tests.Journeys;

/// <summary>点位台账: what the weekly bulletins list, what people wrote beside it, and what came of it.</summary>
public sealed class PointRegisterJourney : IClassFixture<PointRegisterJourney.Listed>, IDisposable
{
    /// <summary>Six weeks of 400 complaints: enough of them for lists of hotspots, of which two weeks are written.</summary>
    public sealed class Listed : PreparedOffice
    {
        public Listed()
        {
            var exports = Path.Combine(Office.Folder, "导出");
            Office.Call("sample", "--complaints", "2400", "--weeks", "6", "-o", exports).Exits(0);
            Office.Call("load", exports).Exits(0);
            foreach (var week in Weeks)
                Office.Call("report", "weekly", "--period", week).Exits(0);
        }
    }

    private const string Sheet = "点位台账";
    private static readonly string[] Weeks = ["2025-W13", "2025-W14"];
    private readonly Office _office = new();
    private readonly string _file;

    public PointRegisterJourney(Listed listed)
    {
        _office.TakeOver(listed.Office, whole: true);
        _file = Path.Combine(_office.Home.Points, "点位台账.xlsx");
    }

    public void Dispose() => _office.Dispose();

    private List<Dictionary<string, object?>> Top(string week) =>
        new Papers(_office.Bulletin("weekly", week)).Table("points", "rank <= 10 order by rank");

    /// <summary>Lines by id, cells by title.</summary>
    private Dictionary<string, Dictionary<string, string>> Lines()
    {
        var rows = new Workbook(_file).Rows(Sheet);
        return rows.Skip(1)
            .Select(row => rows[0].ToDictionary(title => title.Value, title => row.GetValueOrDefault(title.Key, "")))
            .ToDictionary(line => line["点位编号"]);
    }

    private void Fill(string id, string title, string text)
    {
        var row = new Workbook(_file).Rows(Sheet).ToList().FindIndex(cells => cells.GetValueOrDefault("A") == id);
        Filled.In(_file, Sheet, row + 1, title, text);
    }

    [Fact]
    public void Every_hotspot_that_a_week_lists_has_one_line()
    {
        var listed = Weeks.Select(week => Top(week).Select(point => (string)point["hotspot_id"]!).ToHashSet()).ToList();
        var lines = Lines();

        Assert.Equal(listed[0].Union(listed[1]).Order(), lines.Keys.Order());
        foreach (var (id, line) in lines)
        {
            Assert.Equal(listed.Count(week => week.Contains(id)).ToString(CultureInfo.InvariantCulture), line["列入期数"]);
            Assert.Equal(listed[0].Contains(id) ? "2025年第13周" : "2025年第14周", line["首次列入"]);
            Assert.Equal(
                !listed[1].Contains(id) ? "本期未再列入"
                    : listed[0].Contains(id) ? "再次列入"
                    : "新列入",
                line["列入情况"]
            );
        }
    }

    [Fact]
    public void What_people_wrote_stays_and_the_days_around_their_action_are_compared()
    {
        var points = Top("2025-W14").Where(point => point["longitude"] is not null).ToList();
        var (acted, unread) = (points[0], points[1]);
        Fill((string)acted["hotspot_id"]!, "处置日期", "2025年4月10日");
        Fill((string)acted["hotspot_id"]!, "处置措施", "夜间联合巡查");
        Fill((string)unread["hotspot_id"]!, "处置日期", "上周");
        _office.Call("report", "weekly").Exits(0);
        var lines = Lines();
        var line = lines[(string)acted["hotspot_id"]!];

        Assert.Equal("2025年4月10日", line["处置日期"]);
        Assert.Equal("夜间联合巡查", line["处置措施"]);
        Assert.Equal("2", line["比较周数（前后各）"]);
        Assert.Equal(Around(acted, "2025-03-27", "2025-04-10"), line["处置前（人次）"]);
        Assert.Equal(Around(acted, "2025-04-11", "2025-04-25"), line["处置后（人次）"]);
        Assert.NotEqual("", line["处置效果"]);
        Assert.Contains("无法识别", lines[(string)unread["hotspot_id"]!]["处置效果"], StringComparison.Ordinal);
        Assert.Equal("", lines.Values.First(other => other["处置日期"].Length == 0)["处置效果"]);
        // Nothing is told twice, and a week more is there.
        Assert.Equal(Top("2025-W17").Select(point => (string)point["hotspot_id"]!).Except(lines.Keys), []);
    }

    [Fact]
    public void A_hotspot_that_no_week_lists_any_more_keeps_its_place_and_says_so()
    {
        var before = Lines();
        var gone = before.Keys.Except(Top("2025-W14").Select(point => (string)point["hotspot_id"]!)).ToList();
        Assert.NotEmpty(gone);
        Directory.Delete(_office.Bulletin("weekly", "2025-W13"), recursive: true);
        _office.Call("report", "weekly", "--period", "2025-W14").Exits(0);
        var lines = Lines();

        foreach (var id in gone)
        {
            Assert.Equal(("已不在周报中", "0"), (lines[id]["列入情况"], lines[id]["列入期数"]));
            Assert.Equal((before[id]["点位"], before[id]["首次列入"]), (lines[id]["点位"], lines[id]["首次列入"]));
        }
    }

    /// <summary>Another bulletin may have named a place after ground some metres away: here each hotspot of one week is named anew.</summary>
    [Theory]
    [InlineData("2025-W16")]
    [InlineData("2025-W12")]
    [InlineData("2025-W13")]
    public void A_place_that_is_listed_again_is_the_same_one_after_a_gap_in_any_order_and_when_its_week_is_written_again(string week)
    {
        var table = Path.Combine(_office.Bulletin("weekly", "2025-W13"), "parquet", "points.parquet");
        var renamed = table + ".new";
        Duck.Rows(
            $"copy (select * replace (if(longitude is null, hotspot_id, 'old' || rank) as hotspot_id) from {Duck.Quoted(table)}) to {Duck.Quoted(renamed)} (format parquet)"
        );
        File.Move(renamed, table, overwrite: true);
        Directory.Delete(_office.Bulletin("weekly", "2025-W14"), recursive: true);

        _office.Call("report", "weekly", "--period", week).Exits(0);

        Assert.Contains(Top(week), point => ((string)point["hotspot_id"]!).StartsWith("old", StringComparison.Ordinal));
    }

    [Fact]
    public void A_register_that_is_open_elsewhere_does_not_stop_the_bulletin()
    {
        var before = File.ReadAllBytes(_file);
        using (File.Open(Path.Combine(_office.Home.Points, ".register.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("没有更新", _office.Call("report", "weekly", "--period", "2025-W12").Exits(0).Error, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(_file));
    }

    /// <summary>Counted by the test itself, with the great-circle distance.</summary>
    private string Around(Dictionary<string, object?> point, string from, string until)
    {
        var (x, y) = (Degrees(point["longitude"]), Degrees(point["latitude"]));
        var reach = Math.Clamp(Convert.ToDouble(point["radius_m"], CultureInfo.InvariantCulture), 60, 400);
        return new PublishedRows(_office.Home)
            .Count(
                FormattableString.Invariant(
                    $"""
                    occurred_at >= '{from}' and occurred_at < '{until}' and complaint_id = unit_id and geo_level in ('coordinate', 'place')
                    and 2 * 6371008.8 * asin(sqrt(pow(sin(radians(latitude - {y}) / 2), 2)
                        + cos(radians({y})) * cos(radians(latitude)) * pow(sin(radians(longitude - {x}) / 2), 2))) <= {reach}
                    """
                )
            )
            .ToString(CultureInfo.InvariantCulture);
    }

    private static double Degrees(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
