// A cut by hand: the rows of one issue in some hours of some days, counted with SQL step by step, and where a quick count goes wrong.
//
//   dotnet run notebooks/04-cut-by-hand.cs                                                     ./hotspot-demo: 夜间施工扰民, 22-6, the last four weeks
//   dotnet run notebooks/04-cut-by-hand.cs -- D:\home page.html                                another home, another page
//   dotnet run notebooks/04-cut-by-hand.cs -- D:\home page.html 店外经营 7-9 2025-08-01 2025-08-31   another issue, hours, first and last day
//
// The last step is what `hotspot cut` answers, cell by cell; the page ends with the command to check it. Each statement stands on the page as it ran.
#:include Notebook.cs

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var file = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "cut-by-hand.html");
using var data = Published.Open(home);
if (data is null)
    return 4;

// 1. The question. Hours as the program writes them: 22-6 is 22:00 to 05:59.
var issues = data.Query("select issue from complaints where issue is not null group by issue order by count(*) desc, issue")
    .Select(row => (string)row[0]!)
    .ToList();
var issue =
    args.Length > 2 ? args[2]
    : issues.Contains("夜间施工扰民") ? "夜间施工扰民"
    : issues.FirstOrDefault();
if (issue is null || !issues.Contains(issue))
    return Refuse($"数据里没有问题类型“{issue}”。有：{string.Join("、", issues)}", 4);
var clock = args.Length > 3 ? args[3] : "22-6";
int[] ends = [.. clock.Split('-').Select(hour => int.TryParse(hour, out var number) ? number : -1)];
if (ends is not [>= 0 and < 24, >= 0 and <= 24])
    return Refuse($"时段“{clock}”看不懂：写成 22-6（22时至次日6时）或 9-17。", 2);
var (hour, hours) = (ends[0], (ends[1] - ends[0] + 23) % 24 + 1);
var lastDay = data.WholeDays().Last;
var last = lastDay;
if (args.Length > 5 && !DateOnly.TryParse(args[5], out last))
    return Refuse($"日期“{args[5]}”看不懂：写成 2025-08-31。", 2);
var from = last.AddDays(-27);
if (args.Length > 4 && !DateOnly.TryParse(args[4], out from))
    return Refuse($"日期“{args[4]}”看不懂：写成 2025-08-01。", 2);

var page = new Page(
    "手工筛选：一步一步数清楚",
    $"问题类型：{issue}；时段：{hour}时起{hours}小时；日期：{from:yyyy-MM-dd} — {last:yyyy-MM-dd}；按区。数据版本 {data.Generation}。"
);
page.Add(
    "<p>每一步都列出原样的 SQL，可以复制到别的工具里用；$ 开头的是上面这几个条件。一行是一件诉求，列的含义见 data-schemas/README.md。</p>"
);

// 2. Choose the rows, once, so that all steps count the same ones.
var total = Step(
    "一、选出问题和日期",
    "日期用“大于等于第一天零点、小于最后一天的次日零点”：写成“小于等于最后一天”会漏掉最后一天零点以后的全部诉求。",
    """
    create or replace temp table chosen as
    select complaint_id, incident_id, repeat_of, caller_key, occurred_at, time_precision, district
    from complaints
    where issue = $issue and occurred_at >= $from::date and occurred_at < $last::date + 1
    """,
    """
    select
        count(*) as complaints,
        count(*) filter (where time_precision = 'day') as date_only,
        count(*) filter (where district is null) as without_district,
        count(*) filter (where caller_key is null) as without_caller
    from chosen
    """,
    ["诉求", "其中只有日期", "其中区不明", "其中不能识别来电人"]
)[0];
if (Page.Number(total[0]) == 0)
    return Refuse($"{from:yyyy-MM-dd} 至 {last:yyyy-MM-dd} 没有“{issue}”的诉求：数据截至 {lastDay:yyyy-MM-dd}。", 4);

// 3. The hours.
Step(
    "二、选出时段",
    "两处容易错。between 不认识零点，跨零点的时段一行也选不到；不跨零点的又会多算最后一小时。只有日期的诉求写作零时零分，夜间时段会把它们全收进来，其实谁也不知道是几点。",
    null,
    """
    select 'hour between 起 and 止' as way, count(*) as complaints, '跨零点为零，不跨零点多一小时' as why
    from chosen
    where hour(occurred_at) between $hour and ($hour + $hours) % 24
    union all
    select '(hour + 24 - 起) % 24 < 小时数', count(*), '含只有日期的'
    from chosen
    where (hour(occurred_at) + 24 - $hour) % 24 < $hours
    union all
    select '再加 time_precision <> ''day''', count(*), '对：有时刻的才算时段'
    from chosen
    where time_precision <> 'day' and (hour(occurred_at) + 24 - $hour) % 24 < $hours
    """,
    ["写法", "诉求", "说明"]
);

// 4. Complaints, incidents, callers.
Step(
    "三、数诉求、事件、来电人",
    "诉求是接到几件，事件是发生几起：同一处同一事的几件归并为一起，检验和比较用事件。一起事件只在它首次反映的那一行计数（repeat_of 为空），这样各区、各时段相加等于合计；按 incident_id 去重会把首次反映在时段之外的事件再算一遍。来电人只能数出可识别的，是下限；没有号码的不能都当作同一人，也不能都当作不同的人。",
    """
    create or replace temp table cut as
    select *
    from chosen
    where time_precision <> 'day' and (hour(occurred_at) + 24 - $hour) % 24 < $hours
    """,
    """
    select
        count(*) as complaints,
        count(distinct incident_id) as distinct_incidents,
        count(*) filter (where repeat_of is null) as incidents,
        count(distinct caller_key) as callers,
        count(*) filter (where caller_key is null) as without_caller
    from cut
    """,
    ["诉求", "去重的事件号（偏多）", "事件", "来电人（不少于）", "无号码的诉求"]
);

// 5. By district. The unknown stay, as a row of their own.
var districts = Step(
    "四、按区",
    "区不明的单列一行：写 where district in (…) 或与区名表内连接，它们就悄悄不见了，合计也对不上。件数没有按人口折算，只说明多少，不说明好坏。",
    null,
    """
    select
        coalesce(district, '（未注明）') as district,
        count(*) as complaints,
        count(*) filter (where repeat_of is null) as incidents,
        count(distinct caller_key) as callers
    from cut
    group by district
    order by district is null, complaints desc, district
    """,
    []
);
var most = districts.Count == 0 ? 0 : districts.Max(row => Page.Number(row[1]));
var sums = data.Query("select '合计', count(*), count(*) filter (where repeat_of is null), count(distinct caller_key) from cut")[0];
page.Table(
    ["区", "", "诉求", "事件", "来电人（不少于）"],
    districts.Select(row => (object?[])[row[0], Page.Bar(row[1], most), .. row[1..]]).Append([sums[0], "", .. sums[1..]])
);
page.Add(
    $"<p>来电人的合计是 {Page.Number(sums[3]):n0}，不是各区相加的 {districts.Sum(row => Page.Number(row[3])):n0}：同一人在两个区反映，各区各计一次，合计只计一次。</p>"
);

// 6. The same by the program.
page.Section("五、核对", "下面的命令给出同样的表，逐格相同；日常用它即可，手工筛选留给它没有的问法。");
page.Add(
    $"<pre>hotspot cut --home \"{Page.Text(home)}\" --from {from:yyyy-MM-dd} --to {last:yyyy-MM-dd} --issue {Page.Text(issue)} --hours {Page.Text(clock)} --by district --measure complaints,incidents,callers</pre>"
);
return page.Write(file);

int Refuse(string why, int exit)
{
    Console.Error.WriteLine(why);
    return exit;
}

// A heading, a note, the statements as they run, and the rows of the last one.
List<object?[]> Step(string heading, string note, string? make, string question, string[] columns)
{
    page.Section(heading, note);
    page.Add($"<pre>{Page.Text(make is null ? question : make + ";\n\n" + question)}</pre>");
    if (make is not null)
        data!.Query(make, Values(make));
    var rows = data!.Query(question, Values(question));
    if (columns.Length > 0)
        page.Table(columns, rows);
    return rows;
}

// Those that a statement names.
(string, object?)[] Values(string sql) =>
    [
        .. new (string Name, object? Value)[] { ("issue", issue), ("from", from), ("last", last), ("hour", hour), ("hours", hours) }.Where(
            value => System.Text.RegularExpressions.Regex.IsMatch(sql, $@"\${value.Name}\b")
        ),
    ];
