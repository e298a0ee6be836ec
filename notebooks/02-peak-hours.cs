// Peak hours: when people complain, by kind of day and by issue, and which of the tall bars pass a test.
//
//   dotnet run notebooks/02-peak-hours.cs                                         reads ./hotspot-demo, its newest weekly bulletin
//   dotnet run notebooks/02-peak-hours.cs -- D:\home page.html                    another home, another page
//   dotnet run notebooks/02-peak-hours.cs -- D:\home page.html monthly/2025-08    the tests of another bulletin
//
// The bars are counted here from the complaints; peaks and windows are those of the bulletin (tables peak_hours, peak_windows). Without a bulletin the
// page shows the bars alone, and says so. A bar is an incident, counted in the hour of its first report.
#:include Notebook.cs

using System.Text;

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var file = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "peak-hours.html");
using var data = Published.Open(home);
if (data is null)
    return 4;

// 1. Which bulletin, which days? Standing peaks are tested over the period or, where it is short, over the eight weeks that end with it.
string[] kinds = ["weekly", "monthly", "quarterly", "yearly"];
var bulletin =
    args.Length > 2
        ? args[2]
        : kinds.Select(kind => data.Bulletins(kind, "peak_hours").LastOrDefault()).FirstOrDefault(name => name is not null);
if (bulletin is not null && !File.Exists(data.Table(bulletin, "peak_hours")))
{
    await Console.Error.WriteLineAsync($"没有 {bulletin} 的高峰表 {data.Table(bulletin, "peak_hours")}：请先运行 report，或换一期。");
    return 4;
}
var tests = bulletin is null ? [] : Tests(data.Table(bulletin, "peak_hours"));
var windows = bulletin is null ? [] : data.Query("from read_parquet($file)", ("file", data.Table(bulletin, "peak_windows")));
var days = bulletin is null
    ? [data.WholeDays().Last.AddDays(-55), data.WholeDays().Last]
    : data.Query(
        """
        select min(from_on), max(until_on)
        from read_parquet($file)
        where scope_level = 'city' and comparison = 'uniform' and day_kind = 'all'
        """,
        ("file", data.Table(bulletin, "peak_hours"))
    )[0];
(string, object?)[] span = [("from", days[0]), ("last", days[1])];

// 2. The bars. Grain: one row per (issue, kind of day, hour), null = all. Rows known by their date only have no hour.
var counts = data.Query(
    """
    select issue, day_kind, hour(occurred_at) as hour, count(*) as complaints, count(*) filter (where complaint_id = incident_id) as incidents
    from complaints
    where occurred_at >= $from and occurred_at < $last + 1 and time_precision <> 'day'
    group by grouping sets ((hour), (hour, day_kind), (hour, issue))
    order by all
    """,
    span
);
var ofKind = data.Query(
        "select day_kind, count(distinct occurred_at::date) from complaints where occurred_at >= $from and occurred_at < $last + 1 group by day_kind",
        span
    )
    .ToDictionary(row => (string)row[0]!, row => (long)row[1]!);
var undated = data.Query(
    "select count(*) from complaints where occurred_at >= $from and occurred_at < $last + 1 and time_precision = 'day'",
    span
)[0][0];
if (counts.Count == 0)
{
    await Console.Error.WriteLineAsync("数据里没有时刻（只有日期），无法看小时：请在平台导出时勾选“来电时间”，重新导入。");
    return 4;
}

var page = new Page(
    "高发时段",
    $"{days[0]:yyyy-MM-dd} — {days[1]:yyyy-MM-dd}　有时刻的事件 {Hours(null, null, 4).Sum():n0} 起；另有 {undated} 件诉求只有日期，不计入小时。数据版本 {data.Generation}。"
);
page.Add(
    bulletin is null
        ? "<p>本目录还没有通报，以下只有原始条形，没有检验：高的条形未必是高峰。先运行 <code>hotspot report weekly</code>，再看本页。</p>"
        : $"<p>检验结果取自 {Page.Text(bulletin)}。条形由本页直接数出，检验按天进行：一天里的一阵集中来电只算一天，不会凭一天就成为高峰。</p>"
);
page.Add(
    """
    <p class="key"><i style="background:#b9cbda"></i>事件数<i style="background:#b3402a"></i>检验判定的高峰小时
    <i style="background:#1c2733;height:2px;vertical-align:4px"></i>预期<i style="background:#2f6f9f;height:4px;vertical-align:3px"></i>高峰时段（窗口检验）
    <i style="background:none;border:6px solid transparent;border-bottom-color:#b3402a;width:0;height:0"></i>本期新出现</p>
    """
);

// 3. Kinds of day: incidents a day, so that 40 workdays and 16 days off can be compared. Expected: an even day.
page.Section("全市，按日期类型", "每天平均起数；预期为全天均匀分布。");
var panels = new List<string>();
var rows = new List<object?[]>();
foreach (var (kind, name) in new[] { ("all", "全部"), ("workday", "工作日"), ("weekend", "周末"), ("holiday", "节假日") })
{
    var some = kind == "all" ? ofKind.Values.Sum() : ofKind.GetValueOrDefault(kind);
    if (some == 0)
        continue;
    var bars = Hours(null, kind == "all" ? null : kind, 4);
    panels.Add(Panel($"{name}（{some}天）", bars, some, ("city", "", kind, "uniform")));
    rows.Add([name, .. Told(bars, Hours(null, kind == "all" ? null : kind, 3), ("city", "", kind, "uniform"))]);
}
page.Add(Grid(panels));
string[] columns = ["诉求最多", "事件最多", "判定的高峰", "高峰时段", "本期新出现", "最高的条形为何是／不是高峰"];
page.Table(["日期", .. columns], rows);

// 4. Issues: expected is the hour's share in the whole city, so that what stands out is the issue's own.
page.Section(
    "各类问题，与全市规律相比",
    "窗口期内合计起数；预期按全市各小时所占比例折算，高出预期才是该类问题自己的高峰。只画事件最多的九类。"
);
panels = [];
rows = [];
var issues = counts.Where(row => row[0] is not null).GroupBy(row => (string)row[0]!).OrderByDescending(g => g.Sum(row => (long)row[4]!));
foreach (var issue in issues.ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key))
{
    var bars = Hours(issue, null, 4);
    if (panels.Count < 9)
        panels.Add(Panel(issue, bars, 1, ("issue", issue, "all", "city_profile")));
    rows.Add([issue, .. Told(bars, Hours(issue, null, 3), ("issue", issue, "all", "city_profile"))]);
}
page.Add(Grid(panels));
page.Table(["问题类型", .. columns], rows);
return page.Write(file);

// Counts by hour of an issue or a kind of day; column 3: complaints, 4: incidents.
double[] Hours(string? issue, string? kind, int column)
{
    var sums = new double[24];
    foreach (var row in counts.Where(row => (string?)row[0] == issue && (string?)row[1] == kind))
        sums[(long)row[2]!] = Page.Number(row[column]);
    return sums;
}

Dictionary<(string, string, string, string), List<object?[]>> Tests(string table) =>
    data!
        .Query(
            """
            select scope_level, scope, day_kind, comparison, hour, incidents, expected, ratio, q_value, is_peak
            from read_parquet($file)
            where scope_level in ('city', 'issue')
            order by all
            """,
            ("file", table)
        )
        .GroupBy(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!))
        .ToDictionary(group => group.Key, group => group.ToList());

IEnumerable<int> Peaks((string, string, string, string) of) =>
    tests.GetValueOrDefault(of, []).Where(row => row[9] is true).Select(row => Convert.ToInt32(row[4]));

IEnumerable<(int Start, int End)> Windows((string Level, string Scope, string Kind, string) of) =>
    windows
        .Where(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!) == (of.Level, of.Scope, of.Kind))
        .Select(row => (Convert.ToInt32(row[3]), Convert.ToInt32(row[4])))
        .Order();

// What the bars say, what the tests say, and why they differ.
object?[] Told(double[] incidents, double[] complaints, (string Level, string Scope, string Kind, string) of)
{
    var top = Array.IndexOf(incidents, incidents.Max());
    var test = tests.GetValueOrDefault(of, []).FirstOrDefault(row => Convert.ToInt32(row[4]) == top);
    var why = test switch
    {
        null => "没有检验",
        [.., true] => $"是：为预期的{test[7]:0.0}倍",
        [.., null] => "未检验：天数或起数不够",
        _ when test[7] is double ratio && ratio < 1.3 => $"否：只是预期的{ratio:0.00}倍",
        _ when test[8] is double q && q > 0.05 => $"否：各天不一致，q={q:0.000}",
        _ => $"否：本期这一小时{test[5]}起，不足20起",
    };
    var time = Windows(of).Select(window => $"{window.Start}—{window.End}时");
    return [Hour(complaints), Hour(incidents), Spans(Peaks(of)), Joined(time), Spans(Peaks(of with { Item4 = "past_8_weeks" })), why];
}

string Hour(double[] bars) => Spans([Array.IndexOf(bars, bars.Max())]);

static string Joined(IEnumerable<string> parts) => string.Join("、", parts) is { Length: > 0 } text ? text : "—";

// 6, 7, 18 → 6—8时、18—19时
static string Spans(IEnumerable<int> hours)
{
    var spans = new List<(int Start, int End)>();
    foreach (var hour in hours)
    {
        if (spans.Count > 0 && spans[^1].End == hour)
            spans[^1] = (spans[^1].Start, hour + 1);
        else
            spans.Add((hour, hour + 1));
    }
    return Joined(spans.Select(span => $"{span.Start}—{span.End}时"));
}

// 24 bars of 11 units under a title; bars and expectations are divided by the days.
string Panel(string title, double[] bars, double perDays, (string Level, string Scope, string Kind, string) of)
{
    const double Foot = 140,
        Height = 96,
        Step = 11.5;
    var expected = tests.GetValueOrDefault(of, []).ToDictionary(row => Convert.ToInt32(row[4]), row => row[6] as double?);
    var peaks = Peaks(of).ToHashSet();
    var most = bars.Concat(expected.Values.Select(value => value ?? 0)).Max() is > 0 and var max ? max : 1;
    var svg = new StringBuilder();
    svg.Append($"<text x=\"0\" y=\"14\" style=\"font-weight:600;fill:#1c2733\">{Page.Text(title)}</text>");
    svg.Append($"<text x=\"276\" y=\"14\" text-anchor=\"end\">最高 {bars.Max() / perDays:#,0.#} 起</text>");
    for (var hour = 0; hour < 24; hour++)
    {
        var (x, height) = (hour * Step, bars[hour] / most * Height);
        var colour = peaks.Contains(hour) ? "#b3402a" : "#b9cbda";
        svg.Append(
            $"<rect x=\"{x + 1:0.0}\" y=\"{Foot - height:0.0}\" width=\"{Step - 2:0.0}\" height=\"{height:0.0}\" fill=\"{colour}\">"
        );
        var known = expected.GetValueOrDefault(hour);
        svg.Append(
            $"<title>{hour}—{hour + 1}时 {bars[hour] / perDays:#,0.#}起{(known is null ? "" : $"，预期{known / perDays:#,0.#}起")}</title></rect>"
        );
        if (known is { } mean)
            svg.Append($"<path d=\"M{x:0.0} {Foot - mean / most * Height:0.0}h{Step:0.0}\" stroke=\"#1c2733\" stroke-width=\"1.3\"/>");
    }
    foreach (var hour in Peaks(of with { Item4 = "past_8_weeks" }))
    {
        var (x, y) = (hour * Step + Step / 2, Foot - bars[hour] / most * Height - 4);
        svg.Append($"<path d=\"M{x - 4:0.0} {y:0.0}h8l-4 -7z\" fill=\"#b3402a\"/>");
    }
    svg.Append($"<path d=\"M0 {Foot + .5}H276\" stroke=\"#8d99a5\"/>");
    foreach (var (start, end) in Windows(of))
    {
        (int From, int To)[] parts = end > start ? [(start, end)] : [(start, 24), (0, end)];
        foreach (var (from, to) in parts)
            svg.Append($"<path d=\"M{from * Step:0.0} {Foot + 4}H{to * Step:0.0}\" stroke=\"#2f6f9f\" stroke-width=\"4\"/>");
    }
    foreach (var hour in new[] { 0, 6, 12, 18, 24 })
        svg.Append(
            $"<text x=\"{hour * Step:0.0}\" y=\"{Foot + 20}\" text-anchor=\"{(hour == 0 ? "start" : hour == 24 ? "end" : "middle")}\">{hour}时</text>"
        );
    return svg.ToString();
}

static string Grid(List<string> panels)
{
    var lines = (panels.Count + 2) / 3;
    var svg = new StringBuilder($"<svg viewBox=\"0 0 922 {lines * 190}\" width=\"100%\" role=\"img\">");
    for (var i = 0; i < panels.Count; i++)
        svg.Append($"<g transform=\"translate({i % 3 * 320 + 4} {i / 3 * 190 + 8})\">{panels[i]}</g>\n");
    return svg.Append("</svg>").ToString();
}
