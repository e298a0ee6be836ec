// Comparing two periods fairly: the days that each has, a test that knows chance and ups and downs, and what a plain percentage would have said.
//
//   dotnet run notebooks/05-compare-periods.cs                                   ./hotspot-demo: the last four weeks against the four before
//   dotnet run notebooks/05-compare-periods.cs -- D:\home page.html              another home, another page
//   dotnet run notebooks/05-compare-periods.cs -- D:\home page.html 2025-08-01..2025-08-31 2025-07-01..2025-07-31   two periods of one's own
//
// Ratio, limits and p as in the bulletins: conditional binomial test with mid-p (Przyborowski and Wilenski 1940; Lancaster 1961), limits of Clopper and
// Pearson 1934; where weeks vary more than chance, log ratio ± 1.96 √(φ(1/a + 1/b)). Benjamini and Hochberg 1995 over the districts. A bulletin's q is a
// little different: its φ is of 13 weeks, and complaints of an unknown district are not among its districts.
#:include Notebook.cs
#:package MathNet.Numerics

using System.Text;
using MathNet.Numerics.Distributions;

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var file = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "compare.html");
using var data = Published.Open(home);
if (data is null)
    return 4;

// 1. Two periods of whole days. Four weeks against four weeks hold the same weekdays; months do not.
var (firstDay, lastDay) = data.WholeDays();
var now = args.Length > 2 ? Days(args[2]) : (lastDay.AddDays(-27), lastDay);
var then =
    args.Length > 3 ? Days(args[3])
    : now is null ? null
    : (now.Value.From.AddDays(now.Value.From.DayNumber - now.Value.Last.DayNumber - 1), now.Value.From.AddDays(-1));
if (now is null || then is null)
    return Refuse("日期看不懂：写成 2025-08-01..2025-08-31。", 2);
if (then.Value.From < firstDay || now.Value.From < firstDay || now.Value.Last > lastDay || then.Value.Last > lastDay)
    return Refuse($"数据完整的日期只有 {firstDay:yyyy-MM-dd} 至 {lastDay:yyyy-MM-dd}，不能完整覆盖两期：请换两期，或先导入缺的日期。", 4);
(string, object?)[] periods =
[
    ("now_from", now.Value.From),
    ("now_last", now.Value.Last),
    ("then_from", then.Value.From),
    ("then_last", then.Value.Last),
];
(string, object?)[] whole = [("first", firstDay), ("last", lastDay)];

// 2. Exposure: days of each kind, weighted by how much such a day brings (mean incidents of all days of the kind, a workday = 1).
var kinds = data.Query(
    """
    with known as (
        select
            occurred_at::date as day,
            any_value(day_kind) as day_kind,
            count(*) filter (where repeat_of is null) as incidents
        from complaints
        where occurred_at >= $first::date and occurred_at < $last::date + 1
        group by day
    ),
    every as (
        select
            day,
            coalesce(day_kind, if(isodow(day) > 5, 'weekend', 'workday')) as day_kind,
            coalesce(incidents, 0) as incidents
        from (select unnest(generate_series($first::date, $last::date, interval 1 day))::date as day)
        left join known using (day)
    )
    select
        day_kind,
        count(*) filter (where day between $now_from and $now_last) as days_now,
        count(*) filter (where day between $then_from and $then_last) as days_then,
        avg(incidents) / (select avg(incidents) from every where day_kind = 'workday') as weight
    from every
    group by day_kind
    order by day_kind desc
    """,
    [.. periods, .. whole]
);
double Exposure(int column) => kinds.Sum(row => Page.Number(row[column]) * Page.Number(row[3] ?? 1));
var exposure = Exposure(1) / Exposure(2);

// 3. Counts. Grain: one row per district; the unknown one is compared too.
var counts = data.Query(
    """
    select
        coalesce(district, '（区不明）') as district,
        count(*) filter (where occurred_at::date between $now_from and $now_last) as complaints_now,
        count(*) filter (where occurred_at::date between $then_from and $then_last) as complaints_then,
        count(*) filter (where repeat_of is null and occurred_at::date between $now_from and $now_last) as incidents_now,
        count(*) filter (where repeat_of is null and occurred_at::date between $then_from and $then_last) as incidents_then
    from complaints
    group by district
    order by incidents_now desc, incidents_then desc, district
    """,
    periods
);

// 4. φ, the variance of weekly incidents over their mean once the city's own ups and downs are taken out: up to 26 weeks before both periods.
var phi = Phi();

// 5. The tests. Each: name, a, b, p of the binomial alone, φ, ratio with limits and p.
var tests = counts.ConvertAll(row => (Row: row, Test: Compare((long)row[3]!, (long)row[4]!, phi.GetValueOrDefault((string)row[0]!, 1))));
var q = BenjaminiHochberg([.. tests.Select(test => test.Test.P)]);

var page = new Page("两期比较：变化是真的吗", $"本期 {Told(now.Value)}，对照期 {Told(then.Value)}。数据版本 {data.Generation}。");
page.Section(
    "一、天数是否相当",
    "工作日、周末、节假日的来件不同，两期天数构成不同就要先折算。权重为该类日期平均每天的事件数与工作日之比。"
);
page.Table(
    ["日期类型", "本期天数", "对照期天数", "权重"],
    kinds
        .Select(row => (object?[])[Kind((string)row[0]!), row[1], row[2], $"{row[3]:0.000}"])
        .Append(["折合工作日", $"{Exposure(1):0.0}", $"{Exposure(2):0.0}", $"本期÷对照期 = {exposure:0.000}"])
);

var all = Compare(counts.Sum(row => (long)row[3]!), counts.Sum(row => (long)row[4]!), phi.GetValueOrDefault("", 1));
var (up, down) = (counts.Count(row => Naive(row) > 1.1), counts.Count(row => Naive(row) < 0.9));
var (rising, falling) = (
    Enumerable.Range(0, q.Length).Count(i => Verdict(i) > 0),
    Enumerable.Range(0, q.Length).Count(i => Verdict(i) < 0)
);
page.Section(
    "二、直接算百分比，与公平比较",
    "直接算：诉求件数相比，不管天数、重复反映和偶然波动。公平比较：用事件，按天数折算，检验，再按区数校正。"
);
page.Add(
    $"<p><b>直接算</b>：{up}个区“上升”超过10%，{down}个区“下降”超过10%。<b>公平比较</b>：{rising}个区显著上升，{falling}个区显著下降。"
        + $"全市事件 {all.Now:n0} 起，对照期 {all.Then:n0} 起，折算后为 {all.Ratio:0.00} 倍（95%区间 {all.Low:0.00}—{all.High:0.00}，p={P(all.P)}；以往各周的起伏含季节和节日）。</p>"
);
page.Add(
    """
    <p class="key"><i style="background:#b3402a"></i>显著上升<i style="background:#2f6f9f"></i>显著下降<i style="background:#8d99a5"></i>变化不显著
    　横线为95%区间　空心菱形为直接算出的变化</p>
    """
);
page.Add(Forest());
page.Section(
    "三、逐区",
    phi.Count > 0
        ? "φ 是以往各周的波动相对于纯属偶然的倍数：大于1时，只按二项检验的 p 偏小，会把平常的起伏当作变化。q 是按区数校正后的 p：十几个区一起看，总有一两个碰巧。判定须 q≤0.05、相差不少于10起，且诉求与事件同向。"
        : "对照期之前不足3周，无法知道平常的波动有多大（φ 按1计）：p 偏小，“显著”要打折扣看。判定须 q≤0.05、相差不少于10起，且诉求与事件同向。"
);
page.Table(
    ["区", "诉求", "对照", "直接算", "事件", "对照", "折算后倍数", "95%区间", "二项 p", "φ", "p", "q", "判定"],
    tests.Select((test, i) => (object?[])[.. Row(test.Row, test.Test), Small(P(q[i])), Word(i)])
);
return page.Write(file);

int Refuse(string why, int exit)
{
    Console.Error.WriteLine(why);
    return exit;
}

static (DateOnly From, DateOnly Last)? Days(string text) =>
    text.Split("..") is [var first, var last]
    && DateOnly.TryParse(first, out var from)
    && DateOnly.TryParse(last, out var until)
    && from <= until
        ? (from, until)
        : null;

static string Told((DateOnly From, DateOnly Last) days) =>
    $"{days.From:yyyy-MM-dd} — {days.Last:yyyy-MM-dd}（{days.Last.DayNumber - days.From.DayNumber + 1}天）";

static string Kind(string kind) =>
    kind switch
    {
        "workday" => "工作日",
        "weekend" => "周末",
        "holiday" => "节假日",
        _ => kind,
    };

// a incidents now against b then. Conditional on the sum, a ~ Binomial(a + b, t/(1 + t)), t = exposure now over then.
Compared Compare(long a, long b, double spread)
{
    if (a + b == 0)
        return new Compared(a, b, double.NaN, 0, double.PositiveInfinity, spread, 1, 1);
    var (sum, chance) = ((int)(a + b), exposure / (1 + exposure));
    var half = Binomial.PMF(chance, sum, (int)a) / 2;
    var below = Binomial.CDF(chance, sum, a);
    var exact = Math.Min(1, 2 * Math.Min(below - half, 1 - below + half));
    var ratio = a / exposure / b;
    if (spread <= 1)
    {
        double Odds(double share) => share / (1 - share) / exposure;
        var low = a == 0 ? 0 : Odds(Beta.InvCDF(a, b + 1, 0.025));
        var high = b == 0 ? double.PositiveInfinity : Odds(Beta.InvCDF(a + 1, b, 0.975));
        return new Compared(a, b, ratio, low, high, 1, exact, exact);
    }
    // Half an incident is added to both where one is zero (Haldane 1956).
    var add = a == 0 || b == 0 ? 0.5 : 0;
    var log = Math.Log((a + add) / (b + add) / exposure);
    var error = Math.Sqrt(spread * (1 / (a + add) + 1 / (b + add)));
    return new Compared(
        a,
        b,
        ratio,
        Math.Exp(log - 1.96 * error),
        Math.Exp(log + 1.96 * error),
        spread,
        exact,
        2 * Normal.CDF(0, 1, -Math.Abs(log) / error)
    );
}

// Pearson χ² of the district × week table over its degrees of freedom, by district, at least that of all of them; "" is the city by itself.
Dictionary<string, double> Phi()
{
    var start = then.Value.From < now.Value.From ? then.Value.From : now.Value.From;
    var rows = data!.Query(
        """
        select coalesce(district, '（区不明）'), date_diff('day', occurred_at::date, $start::date - 1) // 7 as week, count(*) as incidents
        from complaints
        where repeat_of is null and occurred_at < $start::date and occurred_at >= greatest($first::date, $start::date - 182)
        group by all
        order by all
        """,
        ("start", start),
        ("first", firstDay)
    );
    var weeks = Math.Min(26, (start.DayNumber - firstDay.DayNumber) / 7);
    if (weeks < 3)
        return [];
    var table = rows.Where(row => Page.Number(row[1]) < weeks)
        .GroupBy(row => (string)row[0]!)
        .ToDictionary(
            group => group.Key,
            group =>
            {
                var series = new double[weeks];
                foreach (var row in group)
                    series[(int)Page.Number(row[1])] = Page.Number(row[2]);
                return series;
            }
        );
    double[] city = [.. Enumerable.Range(0, weeks).Select(week => table.Values.Sum(series => series[week]))];
    var total = city.Sum();
    double Square(double[] series) =>
        series
            .Select((count, week) => series.Sum() * city[week] / total)
            .Zip(series, (e, count) => e > 0 ? (count - e) * (count - e) / e : 0)
            .Sum();
    double Free(double[] series) => (weeks - 1) * (1 - series.Sum() / total);
    var pooled = table.Values.Sum(Square) / table.Values.Sum(Free);
    var found = table.ToDictionary(one => one.Key, one => Math.Max(1, Math.Max(pooled, Square(one.Value) / Free(one.Value))));
    found[""] = Math.Max(1, city.Sum(count => (count - city.Average()) * (count - city.Average())) / (weeks - 1) / city.Average());
    return found;
}

static double[] BenjaminiHochberg(double[] p)
{
    int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
    var (adjusted, least) = (new double[p.Length], 1.0);
    for (var rank = p.Length; rank >= 1; rank--)
        adjusted[order[rank - 1]] = least = Math.Min(least, p[order[rank - 1]] * p.Length / rank);
    return adjusted;
}

// Complaints now over then, as they stand.
static double? Naive(object?[] row) => (long)row[2]! == 0 ? null : (double)(long)row[1]! / (long)row[2]!;

// 1: rises, -1: falls, 0: not told.
int Verdict(int i)
{
    var (row, test) = tests[i];
    var isFair = q[i] <= 0.05 && Math.Abs(test.Now / exposure - test.Then) >= 10;
    return !isFair ? 0
        : test.Ratio > 1 && Naive(row) / exposure > 1 ? 1
        : test.Ratio < 1 && Naive(row) / exposure < 1 ? -1
        : 0;
}

object?[] Row(object?[] row, Compared test) =>
    [
        row[0],
        row[1],
        row[2],
        Small((long)row[2]! < 10 ? "基数过小" : $"{(Naive(row)!.Value - 1) * 100:+0.0;−0.0;0.0}%"),
        row[3],
        row[4],
        Small(test.Then < 10 ? "基数过小" : $"{test.Ratio:0.00}"),
        Small(double.IsFinite(test.High) ? $"{test.Low:0.00}—{test.High:0.00}" : "—"),
        Small(P(test.Exact)),
        Small($"{test.Phi:0.00}"),
        Small(P(test.P)),
    ];

static string P(double p) => p < 0.001 ? "<0.001" : $"{p:0.000}";

static Markup Small(string text) => new($"<span style=\"white-space:nowrap\">{Page.Text(text)}</span>");

Markup Word(int i) =>
    new(
        Verdict(i) switch
        {
            1 => "<b class=\"red\">上升</b>",
            -1 => "<b style=\"color:#2f6f9f\">下降</b>",
            _ => "不显著",
        }
    );

// A line a district on a logarithmic scale from half to twice, or wider where the limits are.
string Forest()
{
    const double Left = 130,
        Width = 760,
        Line = 24;
    var shown = tests.Select((test, i) => (test.Row, test.Test, Index: i)).Where(one => one.Test.Then >= 10 && one.Test.Now > 0).ToList();
    var reach = Math.Clamp(shown.SelectMany(one => new[] { one.Test.High, 1 / one.Test.Low }).Append(2).Max(), 2, 8);
    double X(double ratio) => Left + Width * (Math.Log(Math.Clamp(ratio, 1 / reach, reach)) / Math.Log(reach) + 1) / 2;
    var height = shown.Count * Line + 34;
    var svg = new StringBuilder($"<svg viewBox=\"0 0 920 {height}\" width=\"100%\" role=\"img\">");
    foreach (
        var (ratio, label) in new[]
        {
            (0.125, "⅛"),
            (0.25, "¼"),
            (0.5, "减半"),
            (0.8, "−20%"),
            (1, "不变"),
            (1.25, "+25%"),
            (2, "加倍"),
            (4, "4倍"),
            (8, "8倍"),
        }
    )
    {
        if (ratio < 1 / reach - 1e-9 || ratio > reach + 1e-9)
            continue;
        svg.Append($"<path d=\"M{X(ratio):0.0} 4V{height - 26}\" stroke=\"{(ratio == 1 ? "#1c2733" : "#dfe5ea")}\"/>");
        svg.Append($"<text x=\"{X(ratio):0.0}\" y=\"{height - 8}\" text-anchor=\"middle\">{label}</text>\n");
    }
    for (var i = 0; i < shown.Count; i++)
    {
        var (row, test, index) = shown[i];
        var y = i * Line + 16;
        var colour = Verdict(index) switch
        {
            1 => "#b3402a",
            -1 => "#2f6f9f",
            _ => "#8d99a5",
        };
        svg.Append($"<text x=\"{Left - 10}\" y=\"{y + 4}\" text-anchor=\"end\" style=\"fill:#1c2733\">{Page.Text(row[0])}</text>");
        svg.Append($"<path d=\"M{X(test.Low):0.0} {y}H{X(test.High):0.0}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        svg.Append(
            $"<circle cx=\"{X(test.Ratio):0.0}\" cy=\"{y}\" r=\"5\" fill=\"{colour}\"><title>{Page.Text(row[0])} {test.Ratio:0.00}倍</title></circle>"
        );
        if (Naive(row) is { } naive)
            svg.Append($"<path d=\"M{X(naive) - 5:0.0} {y}l5 -5l5 5l-5 5z\" fill=\"none\" stroke=\"#1c2733\"/>\n");
    }
    return svg.Append("</svg>").ToString();
}

/// <summary>Two counts of incidents: the ratio of their rates with 95 % limits, p of the binomial alone and with φ.</summary>
sealed record Compared(long Now, long Then, double Ratio, double Low, double High, double Phi, double Exact, double P);
