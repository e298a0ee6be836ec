// First look: when and where people complain, on one page.
//
//   dotnet run notebooks/01-first-look.cs                       reads ./hotspot-demo
//   dotnet run notebooks/01-first-look.cs -- D:\home page.html  another home, another page
#:include Notebook.cs

var home = args.Length > 0 ? args[0] : "hotspot-demo";
var file = args.Length > 1 ? args[1] : Path.Combine(home, "cuts", "first-look.html");
using var data = Published.Open(home);
if (data is null)
    return 4;

// 1. What is there? Incidents are what happened, complaints what was reported; a place where one person rings ten times is one incident.
var span = data.Query(
    """
    select
        count(*) as complaints,
        count(distinct incident_id) as incidents,
        strftime(min(occurred_at), '%Y-%m-%d') || ' — ' || strftime(max(occurred_at), '%Y-%m-%d') as days
    from complaints
    where occurred_at is not null
    """
)[0];
var page = new Page("诉求初览", $"{span[2]}　诉求 {span[0]:n0} 件，归并为事件 {span[1]:n0} 起。数据版本 {data.Generation}。");

// 2. When? Grain: one row per hour of the day. Rows known by their date only are left out, they would all stand at midnight.
var hours = data.Query(
    """
    with timed as (
        select hour(occurred_at) as hour, day_kind, incident_id
        from complaints
        where time_precision <> 'day'
    )
    select
        hours.hour || '时' as hour,
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
page.Section("一天中的时刻", "只含有具体时刻的诉求；只有日期的不计入。");
page.Table(["时", "", "诉求", "事件", "工作日", "周末及节假日"], WithBars(hours));

// 3. Where? Grain: one row per district; complaints of an unknown district stand last, they are not dropped.
var districts = data.Query(
    """
    select
        coalesce(district, '（区不明）') as district,
        count(*) as complaints,
        count(distinct incident_id) as incidents,
        round(count(*) / count(distinct incident_id), 2) as reports_per_incident
    from complaints
    group by district
    order by district is null, complaints desc, district
    """
);
page.Section("各区", "件数未按人口折算，只说明多少，不说明好坏。");
page.Table(["区", "", "诉求", "事件", "每起事件诉求"], WithBars(districts));
return page.Write(file);

// A bar of the complaints behind the name.
static IEnumerable<object?[]> WithBars(List<object?[]> rows)
{
    var most = rows.Max(row => Page.Number(row[1]));
    return rows.Select(row => (object?[])[row[0], Page.Bar(row[1], most), .. row[1..]]);
}
