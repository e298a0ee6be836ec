// Points and how they evolve: the hotspots of the newest weekly bulletin on a map, their weeks, those that left the list, and emerging streets and cells.
//
//   dotnet run notebooks/03-points-and-evolution.cs                                      reads ./hotspot-demo
//   dotnet run notebooks/03-points-and-evolution.cs -- D:\home page.html                 another home, another page
//   dotnet run notebooks/03-points-and-evolution.cs -- D:\home page.html weekly/2025-W33  the list of another week
//
// A hotspot keeps its id as long as it is the same place, so the lists of several weeks can be laid side by side. One weekly bulletin is enough; each
// further one (report weekly --period 2025-W34) adds a week; make them in the order of time, for ids are taken over from the list before. Callers are counted
// here week by week, on the ground of the hotspot.
#:include Notebook.cs

using System.Text;
using System.Text.Json;

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var file = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "points.html");
using var data = Published.Open(home);
if (data is null)
    return 4;

// 1. The lists: up to twelve weekly bulletins that end with the one asked for.
const int Weeks = 12;
var names = data.Bulletins("weekly", "points");
var newest = args.Length > 2 ? args[2] : names.LastOrDefault();
if (newest is null || !names.Contains(newest))
{
    await Console.Error.WriteLineAsync(
        $"没有周报{newest?[(newest.IndexOf('/', StringComparison.Ordinal) + 1)..]}的点位表：请先运行 hotspot report weekly，再看本页。"
    );
    return 4;
}
var bulletins = names.Where(name => string.CompareOrdinal(name, newest) <= 0).TakeLast(Weeks).ToList();

// The days of a week stand in its tables: an office may begin its week on a Sunday.
var weekOf = bulletins.ToDictionary(bulletin =>
    (DateOnly)
        data.Query(
            "select min(from_on) from read_parquet($file) where comparison = 'past_8_weeks'",
            ("file", data.Table(bulletin, "peak_hours"))
        )[0][0]!
);
var first = weekOf.Single(week => week.Value == newest).Key;
var listed = new Dictionary<string, SortedDictionary<string, object?[]>>();
foreach (var bulletin in bulletins)
foreach (
    var row in data.Query(
        """
        select
            hotspot_id, rank, label, coalesce(district, '') || coalesce(street, '') as area, callers, complaints, previous, is_hot, is_rising, trend_class,
            longitude, latitude
        from read_parquet($file)
        order by rank
        """,
        ("file", data.Table(bulletin, "points"))
    )
)
{
    if (!listed.TryGetValue((string)row[0]!, out var weeks))
        listed.Add((string)row[0]!, weeks = new(StringComparer.Ordinal));
    weeks.Add(bulletin, row);
}
var now = listed
    .Values.Where(weeks => weeks.ContainsKey(newest))
    .Select(weeks => weeks[newest])
    .OrderBy(row => Page.Number(row[1]))
    .ToList();

// 2. Known callers on the ground of each hotspot, week by week: reports that name a place which the reports of its lists name, and coordinates within
//    25 metres of its circle. Grain: one row per (hotspot, weeks before the newest, 0 to 11).
data.Query("create table point (hotspot_id varchar, longitude double, latitude double, radius_m double)");
data.Query("create table unit (hotspot_id varchar, unit_id varchar)");
foreach (var bulletin in bulletins)
{
    data.Query(
        "insert into point select hotspot_id, longitude, latitude, radius_m from read_parquet($file)",
        ("file", data.Table(bulletin, "points"))
    );
    data.Query("insert into unit select hotspot_id, unit_id from read_parquet($file)", ("file", data.Table(bulletin, "hotspot_units")));
}
var callers = data.Query(
        """
        with place as (
            select distinct hotspot_id, place_key
            from unit
            inner join complaints using (unit_id)
            where place_key is not null
        ),
        recent as (
            select *, date_diff('day', occurred_at::date, $last::date) // 7 as week
            from complaints
            where occurred_at >= $last::date - 83 and occurred_at < $last::date + 1 and geo_level in ('coordinate', 'place')
        ),
        ground as (
            select hotspot_id, week, caller_key
            from recent
            inner join place using (place_key)
            union all
            select hotspot_id, week, caller_key
            from recent
            inner join point on
                geo_level = 'coordinate'
                and abs(recent.latitude - point.latitude) * 111195 <= radius_m + 25
                and sqrt(
                    pow(recent.latitude - point.latitude, 2)
                    + pow((recent.longitude - point.longitude) * cos(radians(point.latitude)), 2)
                ) * 111195 <= radius_m + 25
        )
        select hotspot_id, week, count(distinct caller_key) as callers
        from ground
        group by all
        order by all
        """,
        ("last", first.AddDays(6))
    )
    .ToLookup(row => (string)row[0]!, row => (Week: Convert.ToInt32(row[1]), Callers: (long)row[2]!));

// 3. The map: points by their trend, streets and cells that emerge.
var page = new Page(
    "高发点位及其演变",
    $"{newest[7..]} 周报（{first:yyyy-MM-dd} — {first.AddDays(6):yyyy-MM-dd}）在列 {now.Count} 处，与此前 {bulletins.Count - 1} 期周报对照。数据版本 {data.Generation}。"
);
var cells = File.Exists(data.Table(newest, "emerging"))
    ? data.Query(
        """
        select cell_id, scale, trend_class, hot_steps, steps, last_z, trend_z, trend_p, incidents, st_astext(geometry) as shape
        from read_parquet($file)
        where trend_class not in ('none') and trend_class not like '%cold'
        order by trend_class <> 'new_hot', hot_steps desc, last_z desc, cell_id
        """,
        ("file", data.Table(newest, "emerging"))
    )
    : [];
page.Section("在哪里", "圆点为本期在列点位，大小为来电人数；方框为演变态势显著的街道或网格。只知道名称、没有坐标的点位不在图上。");
page.Add(
    "<p class=\"key\">"
        + string.Concat(Words().Select(word => $"<i style=\"background:{word.Colour}\"></i>{word.Word}"))
        + "<i style=\"background:#8d99a5\"></i>无明显态势或历史不足</p>"
);
page.Add(Map());

// 4. The list, with the weeks of each place.
page.Section(
    "本期点位",
    $"近{Weeks}周为点位范围内可识别的来电人数（下限）；深色为当周在列，浅色为当周没有列入。“热”为比周边密集，“升”为比自身往常多，均已通过检验。"
);
page.Table(
    ["位次", "点位", "所在", "来电人", "诉求", "上期", "判定", "态势", $"近{Weeks}周来电人", "在列", "变化"],
    now.Select(row =>
        (object?[])
            [
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                Verdict(row),
                Trend((string?)row[9]),
                Line((string)row[0]!),
                listed[(string)row[0]!].Count,
                Change((string)row[0]!),
            ]
    )
);

// 5. Those that left, newest first. A place may leave because it calmed down, or because others are stronger: its callers tell.
var gone = listed
    .Values.Where(weeks => !weeks.ContainsKey(newest))
    .Select(weeks => weeks.Last())
    .OrderByDescending(last => last.Key, StringComparer.Ordinal)
    .ThenBy(last => Page.Number(last.Value[1]))
    .Take(15)
    .ToList();
page.Section(
    "已退出的点位",
    bulletins.Count < 2
        ? "只有一期周报，没有可对照的前期。"
        : "最近退出的至多15处。来电人没有减少却退出的，可能只是位次被别处超过，仍应留意。"
);
if (gone.Count > 0)
    page.Table(
        ["最后在列", "当时位次", "点位", "所在", "当时来电人", "本期来电人", $"近{Weeks}周来电人"],
        gone.Select(last =>
            (object?[])
                [
                    last.Key[7..],
                    last.Value[1],
                    last.Value[2],
                    last.Value[3],
                    last.Value[4],
                    callers[(string)last.Value[0]!].FirstOrDefault(week => week.Week == 0).Callers,
                    Line((string)last.Value[0]!),
                ]
        )
    );

// 6. Streets and cells over up to a year of weeks.
page.Section(
    "演变中的街道和网格",
    cells.Count > 0
        ? "与周边一起看，某周显著偏热记一周；态势由热的周数、是否延续到最近一周、有无升降趋势判定（新兴热点分析）。"
        : "没有态势显著的街道或网格，或连续完整周不足10周，不作判断。"
);
if (cells.Count > 0)
    page.Table(
        ["街道或网格", "态势", "偏热的周", "看了几周", "最近一周 z", "趋势 z", "趋势 p", "事件"],
        cells
            .Take(20)
            .Select(row =>
                (object?[])
                    [
                        ((string)row[0]!).Replace("/", "", StringComparison.Ordinal),
                        Trend((string)row[2]!),
                        row[3],
                        row[4],
                        row[5],
                        row[6],
                        P(row[7]),
                        row[8],
                    ]
            )
    );
return page.Write(file);

// The five words that the bulletins tell of, and the classes of the machine tables.
static IEnumerable<(string Word, string Colour, string[] Classes)> Words() =>
    [
        ("新增", "#b3402a", ["new_hot"]),
        ("加剧", "#d9822b", ["intensifying_hot"]),
        ("持续", "#7a4fa0", ["persistent_hot", "consecutive_hot"]),
        ("缓解", "#3f8f5b", ["diminishing_hot", "historical_hot"]),
        ("零星", "#2f6f9f", ["sporadic_hot", "oscillating_hot"]),
    ];

static string Colour(string? trendClass) => Words().FirstOrDefault(word => word.Classes.Contains(trendClass)).Colour ?? "#8d99a5";

static Markup Trend(string? trendClass) =>
    new(
        Words().FirstOrDefault(word => word.Classes.Contains(trendClass)) is { Word: not null } word
            ? $"<b style=\"color:{word.Colour}\">{word.Word}</b>"
        : trendClass is null ? "历史不足"
        : "—"
    );

static string Verdict(object?[] row) => (row[7] is true ? "热" : "") + (row[8] is true ? "升" : "") is { Length: > 0 } words ? words : "—";

static string P(object? value) => Page.Number(value) is var p && p < 0.001 ? "<0.001" : $"{p:0.000}";

// Against the list of the bulletin before.
string Change(string id)
{
    if (bulletins.Count < 2)
        return "—";
    var before = listed[id].Keys.Where(name => name != newest).ToList();
    return before.Count == 0 ? "首次在列"
        : before[^1] != bulletins[^2] ? "再次在列"
        : (Page.Number(listed[id][bulletins[^2]][1]) - Page.Number(listed[id][newest][1])) switch
        {
            > 0 and var up => $"升{up}位",
            < 0 and var down => $"降{-down}位",
            _ => "位次不变",
        };
}

// Bars of the weeks, oldest first.
Markup Line(string id)
{
    var weeks = new double[Weeks];
    foreach (var (week, count) in callers[id])
        weeks[Weeks - 1 - week] = count;
    var most = Math.Max(1, weeks.Max());
    var svg = new StringBuilder($"<svg width=\"{Weeks * 9 + 2}\" height=\"26\" role=\"img\">");
    for (var i = 0; i < Weeks; i++)
    {
        var day = first.AddDays(-7 * (Weeks - 1 - i));
        var isListed = weekOf.TryGetValue(day, out var name) && listed[id].ContainsKey(name);
        var height = Math.Max(weeks[i] / most * 24, 1);
        svg.Append(
            $"<rect x=\"{i * 9}\" y=\"{25 - height:0.0}\" width=\"7\" height=\"{height:0.0}\" fill=\"{(isListed ? "#2f6f9f" : "#c9d5df")}\">"
        );
        svg.Append($"<title>{day:M月d日}起一周：{weeks[i]}人</title></rect>");
    }
    return new Markup(svg.Append("</svg>").ToString());
}

// Districts, cells and points, cut to where the points lie: degrees to a plane in which a kilometre is as long in both directions.
string Map()
{
    const double Width = 930,
        Height = 620,
        Edge = 30;
    var places = now.Where(row => row[10] is not null).Select(row => (X: (double)row[10]!, Y: (double)row[11]!)).ToList();
    var shapes = cells.Where(row => row[9] is not null).Select(row => (Row: row, Ring: Corners((string)row[9]!))).ToList();
    var all = places.Concat(shapes.SelectMany(shape => shape.Ring)).ToList();
    if (all.Count == 0)
        return "<p>没有带坐标的点位。</p>";
    var (left, right, bottom, top) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
    var flat = Math.Cos((bottom + top) / 2 * Math.PI / 180);
    var scale = Math.Min((Width - 2 * Edge) / Math.Max((right - left) * flat, 0.02), (Height - 2 * Edge) / Math.Max(top - bottom, 0.02));
    double X(double longitude) => Width / 2 + (longitude - (left + right) / 2) * flat * scale;
    double Y(double latitude) => Height / 2 - (latitude - (bottom + top) / 2) * scale;
    string Outline(IEnumerable<(double X, double Y)> ring) => "M" + string.Join("L", ring.Select(p => $"{X(p.X):0.0} {Y(p.Y):0.0}")) + "Z";

    var svg = new StringBuilder(
        $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"100%\" role=\"img\"><rect width=\"{Width}\" height=\"{Height}\" fill=\"#f4f6f8\"/>\n"
    );
    foreach (var (name, label, rings) in Districts())
    {
        svg.Append($"<path d=\"{string.Concat(rings.Select(Outline))}\" fill=\"#fff\" stroke=\"#b4bfc9\"/>\n");
        if (X(label.X) is > 30 and < Width - 30 && Y(label.Y) is > 14 and < Height - 8)
            svg.Append(
                $"<text x=\"{X(label.X):0.0}\" y=\"{Y(label.Y):0.0}\" text-anchor=\"middle\" style=\"fill:#8d99a5\">{Page.Text(name)}</text>\n"
            );
    }
    foreach (var (row, ring) in shapes)
    {
        var (x, y) = (X(ring[0].X), Y(ring[0].Y));
        var outline = ring.Count > 1 ? Outline(ring) : $"M{x - 6:0.0} {y - 6:0.0}h12v12h-12z";
        svg.Append(
            $"<path d=\"{outline}\" fill=\"none\" stroke=\"{Colour((string)row[2]!)}\" stroke-width=\"2\"><title>{Page.Text(row[0])}</title></path>\n"
        );
    }
    // The first ten carry their rank.
    foreach (var row in now.Where(row => row[10] is not null).Reverse())
    {
        var (x, y, isFirst) = (X((double)row[10]!), Y((double)row[11]!), Page.Number(row[1]) <= 10);
        var radius = (isFirst ? 5 : 2) + 1.2 * Math.Sqrt(Page.Number(row[4]));
        svg.Append(
            $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"{radius:0.0}\" fill=\"{Colour((string?)row[9])}\" fill-opacity=\".85\" stroke=\"#fff\">"
        );
        svg.Append($"<title>{row[1]} {Page.Text(row[2])} {row[4]}人</title></circle>");
        if (isFirst)
            svg.Append(
                $"<text x=\"{x:0.0}\" y=\"{y + 4:0.0}\" text-anchor=\"middle\" style=\"fill:#fff;font-size:11px;font-weight:600\">{row[1]}</text>\n"
            );
    }
    return svg.Append("</svg>").ToString();
}

// Outlines of the districts of Beijing, if the file is at hand.
static IEnumerable<(string Name, (double X, double Y) Label, List<List<(double X, double Y)>> Rings)> Districts()
{
    var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "notebooks";
    var path = Path.Combine(folder, "..", "data-schemas", "boundaries", "beijing-districts.geojson");
    if (!File.Exists(path))
        yield break;
    using var json = JsonDocument.Parse(File.ReadAllText(path));
    foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
    {
        var (about, shape) = (feature.GetProperty("properties"), feature.GetProperty("geometry"));
        var polygons =
            shape.GetProperty("type").GetString() == "Polygon"
                ? [shape.GetProperty("coordinates")]
                : shape.GetProperty("coordinates").EnumerateArray().ToList();
        yield return (
            about.GetProperty("name").GetString()!,
            (about.GetProperty("label_longitude").GetDouble(), about.GetProperty("label_latitude").GetDouble()),
            [.. polygons.Select(polygon => polygon[0].EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble())).ToList())]
        );
    }
}

// Corners of POINT (116.4 39.9) or of POLYGON ((116.4 39.9, 116.5 39.9, …)).
static List<(double X, double Y)> Corners(string shape) =>
    [
        .. shape[(shape.LastIndexOf('(') + 1)..shape.IndexOf(')', StringComparison.Ordinal)]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(corner => corner.Split(' '))
            .Select(pair => (double.Parse(pair[0]), double.Parse(pair[1]))),
    ];
