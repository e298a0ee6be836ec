// First look: when and where people complain, on one page.
//
//   dotnet run notebooks/01-first-look.cs                       reads ./hotspot-demo
//   dotnet run notebooks/01-first-look.cs -- D:\home page.html  another home, another page
//
// Reads the published Parquet generation through an in-memory DuckDB: the store stays closed and free for load and nightly.
// Nothing in there is personal: texts are masked, callers are keys.
#:package DuckDB.NET.Data.Full
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852

using System.Globalization;
using System.Net;
using System.Text;
using DuckDB.NET.Data;

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var page = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "first-look.html");

// 1. Which generation is in force? CURRENT is a text file with the name of its folder.
var data = Path.Combine(home, "published", "data");
var pointer = Path.Combine(data, "CURRENT");
if (!File.Exists(pointer))
{
    await Console.Error.WriteLineAsync($"{pointer} 不存在：请先运行 demo 或 load，再看本页。");
    return 4;
}
var generation = File.ReadAllText(pointer).Trim();
var files = Path.Combine(data, generation, "complaints", "*", "*", "*.parquet");

// 2. Two questions. Incidents are what happened, complaints what was reported; a place where one person rings ten times is one incident.
using var duckdb = new DuckDBConnection("Data Source=:memory:");
duckdb.Open();

var span = Query(
    """
    select
        count(*) as complaints,
        count(distinct incident_id) as incidents,
        strftime(min(occurred_at), '%Y-%m-%d') || ' — ' || strftime(max(occurred_at), '%Y-%m-%d') as days
    from read_parquet($files)
    where occurred_at is not null
    """
)[0];

// Grain: one row per hour of the day. Rows known by their date only are left out, they would all stand at midnight.
var hours = Query(
    """
    with timed as (
        select hour(occurred_at) as hour, day_kind, incident_id
        from read_parquet($files)
        where time_precision <> 'day'
    )
    select
        hours.hour,
        count(timed.hour) as complaints,
        count(distinct incident_id) as incidents,
        count(*) filter (where day_kind = 'workday') as workday,
        count(*) filter (where day_kind in ('weekend', 'holiday')) as day_off
    from range(24) as hours(hour)
    left join timed using (hour)
    group by hours.hour
    order by hours.hour
    """
);

// Grain: one row per district; complaints of an unknown district stand last, they are not dropped.
var districts = Query(
    """
    select
        coalesce(district, '（区不明）') as district,
        count(*) as complaints,
        count(distinct incident_id) as incidents,
        round(count(*) / count(distinct incident_id), 2) as reports_per_incident
    from read_parquet($files)
    group by district
    order by district is null, complaints desc, district
    """
);

// 3. One page, no network, no script.
var html = new StringBuilder();
html.Append(
    CultureInfo.InvariantCulture,
    $$"""
    <!doctype html><html lang="zh"><meta charset="utf-8"><title>诉求初览</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <style>
      body { font: 15px/1.6 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1c2733; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin-top: 2rem } p { color: #5b6773; margin-top: .3rem }
      table { border-collapse: collapse; width: 100% } th, td { padding: .15rem .6rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
      th { border-bottom: 1px solid #1c2733; font-weight: 600 } td:first-child, th:first-child { text-align: left }
      td.bar { width: 55% } td.bar i { display: block; height: .8rem; background: #2f6f9f; border-radius: 0 2px 2px 0 }
      tr:hover { background: #f2f5f8 }
    </style>
    <h1>诉求初览</h1>
    <p>{{Text(span[2])}}　诉求 {{span[0]:n0}} 件，归并为事件 {{span[1]:n0}} 起。数据版本 {{Text(generation)}}。</p>

    """
);
Table(
    "一天中的时刻",
    "只含有具体时刻的诉求；只有日期的不计入。",
    ["时", "", "诉求", "事件", "工作日", "周末及节假日"],
    hours,
    row => $"{row[0]}时"
);
Table("各区", "件数未按人口折算，只说明多少，不说明好坏。", ["区", "", "诉求", "事件", "每起事件诉求"], districts, row => Text(row[0]));
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(page))!);
File.WriteAllText(page, html.ToString());
Console.WriteLine(page);
return 0;

List<object?[]> Query(string sql)
{
    using var command = duckdb.CreateCommand();
    command.CommandText = sql;
    command.Parameters.Add(new DuckDBParameter("files", files));
    using var reader = command.ExecuteReader();
    var rows = new List<object?[]>();
    while (reader.Read())
        rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
    return rows;
}

// A heading, a note and a table whose second column is a bar of the complaints.
void Table(string heading, string note, string[] columns, List<object?[]> rows, Func<object?[], string> name)
{
    var most = rows.Max(row => Convert.ToDouble(row[1], CultureInfo.InvariantCulture));
    html.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2><p>{note}</p><table><tr>");
    html.AppendJoin("", columns.Select(column => $"<th>{column}</th>")).Append("</tr>\n");
    foreach (var row in rows)
    {
        var width = most > 0 ? 100 * Convert.ToDouble(row[1], CultureInfo.InvariantCulture) / most : 0;
        html.Append(CultureInfo.InvariantCulture, $"<tr><td>{name(row)}</td><td class=\"bar\"><i style=\"width:{width:0.0}%\"></i></td>");
        html.AppendJoin("", row[1..].Select(cell => string.Create(CultureInfo.InvariantCulture, $"<td>{cell:#,0.##}</td>")))
            .Append("</tr>\n");
    }
    html.Append("</table>\n");
}

static string Text(object? value) => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
