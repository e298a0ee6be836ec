using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotspot.Tests.Journeys;

/// <summary>
/// Word, Excel, the page, figures.json and the Parquet tables say the same to the printed digit. What is expected of every cell is made from the Parquet
/// table alone; a column that a printed table gets must be named here.
/// </summary>
[Collection("sample office")]
public partial class FiveFilesJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    public static TheoryData<string, string> Tables =>
        new()
        {
            { "weekly", "districts" },
            { "weekly", "streets" },
            { "weekly", "points" },
            { "weekly", "peak_hours" },
            { "weekly", "peak_windows" },
            { "weekly", "hot_issues" },
            { "weekly", "repeats" },
            { "weekly", "alarms" },
            { "monthly", "districts" },
            { "monthly", "streets" },
            { "monthly", "points" },
            { "monthly", "peak_hours" },
            { "monthly", "peak_windows" },
            { "monthly", "hot_issues" },
            { "monthly", "repeats" },
            { "monthly", "alarms" },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_printed_table_is_its_machine_table_in_every_paper(string kind, string table)
    {
        var papers = sample.Of(kind);
        var expected = Expected(papers, table);
        if (!papers.WordTables.TryGetValue(table, out var word))
        {
            // Hours, windows and clusters stand only where one passed its test.
            Assert.Contains(table, (string[])["peak_hours", "peak_windows", "alarms"]);
            Assert.Empty(
                table switch
                {
                    "peak_hours" => papers.Table(table, "is_peak"),
                    "alarms" => [.. papers.Table("space_time_clusters"), .. papers.Table("early_warnings", "is_alarm")],
                    _ => papers.Table(table),
                }
            );
            return;
        }
        var page = papers.HtmlTable(table);
        var book = new Workbook(papers.File(".xlsx"));
        var sheet = book.SheetOf(word.Caption);
        Assert.Equal(page.Count, book.Rows(sheet).Count);
        // Paper has the first rows of the long ones.
        var most = table switch
        {
            "repeats" or "hot_issues" or "peak_windows" or "hot_cells" => 6,
            "forecast" => 8,
            "callbacks" => 9,
            _ => page.Count,
        };
        Assert.Equal(Math.Min(page.Count, most), word.Cells.Count);
        Assert.True(page.Count > 1, "no row");

        for (var row = 1; row < page.Count; row++)
        {
            var known = expected(page[0].Zip(page[row]).ToDictionary(cell => cell.First, cell => cell.Second));
            for (var column = 0; column < page[0].Length; column++)
            {
                var title = page[0][column];
                Assert.True(known.TryGetValue(title, out var said), $"{table}: nothing is known of the column {title}");
                var inWord = row < word.Cells.Count && Array.IndexOf(word.Cells[0], title) is >= 0 and var at ? word.Cells[row][at] : said;
                var inExcel = book.Cell(sheet, row, column) is { Length: > 0 } shown ? shown : Printed.None;
                Assert.True(
                    (inWord, inExcel, page[row][column]) == (said, said, said),
                    $"{table} row {row} {title}: Parquet {said}, Word {inWord}, Excel {inExcel}, page {page[row][column]}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sheet_of_the_workbook_has_all_rows_of_which_a_page_shows_the_first(string kind)
    {
        var papers = sample.Of(kind);
        var book = new Workbook(papers.File(".xlsx"));
        foreach (
            var (caption, rows) in new[]
            {
                ("全部街道（乡镇）", papers.Table("areas", "level = 'street' and issue is null and complaints > 0")),
                ("全部诉求集中点位", papers.Table("points")),
                ("各街道（乡镇）重复诉求", papers.Table("repeats", "level = 'street'")),
                ("下周诉求量预测（全市、各区、各街道，合计与分事项）", papers.Table("forecast")),
                ("下周重点网格（前1%的全部）", papers.Table("hot_cells")),
            }
        )
        {
            if (rows.Count > 10)
                Assert.Equal((caption, rows.Count + 1), (caption, book.Rows(book.SheetOf($"附表　{caption}")).Count));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_of_a_machine_row_is_that_row_in_figures_json_and_in_Word(string kind)
    {
        var papers = sample.Of(kind);
        var expected = Figures(papers);
        var spoken = papers.Figures.Where(figure => OfMachineRows().IsMatch(figure.Key)).ToList();
        var inWord = papers.WordParagraphs.SelectMany(paragraph => paragraph).ToLookup(piece => piece.Figure, piece => piece.Text);

        Assert.True(spoken.Count > 15, $"{spoken.Count} figures");
        foreach (var (id, figure) in spoken)
        {
            Assert.True(expected.TryGetValue(id, out var said), $"nothing is known of {id}");
            Assert.Equal((id, said), (id, figure.Text));
            Assert.All(inWord[id], text => Assert.Equal(said, text));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Near_repeats_in_sentences_are_cells_of_their_table(string kind)
    {
        var papers = sample.Of(kind);
        var cells = papers
            .Table("near_repeats", "is_near_repeat")
            .Select(cell => ($"{Printed.One(cell["ratio"])}倍", $"{cell["observed"]}对", $"{Printed.Two(cell["expected"])}对"))
            .ToList();
        for (var i = 1; papers.Figures.ContainsKey($"near_repeats.ratio.{i}"); i++)
        {
            string Text(string name) => papers.Figures[$"near_repeats.{name}.{i}"].Text;
            Assert.Contains((Text("ratio"), Text("observed"), Text("expected")), cells);
        }
    }

    /// <summary>A printed row → what its machine row has it say, by title of the column. The row is found by its name or, of points, its rank.</summary>
    private Func<Dictionary<string, string>, Dictionary<string, string>> Expected(Papers papers, string table)
    {
        switch (table)
        {
            case "districts":
            case "streets":
                var areas = papers.Table("areas", $"issue is null and complaints > 0 and level = '{table.TrimEnd('s')}'");
                return printed =>
                    Area(
                        areas.Single(area =>
                            (string)area["district"]! == printed["区"] && Equals(area["street"], printed.GetValueOrDefault("街道（乡镇）"))
                        )
                    );
            case "points":
                var points = papers.Table("points");
                return printed => Point(points.Single(point => Printed.Int(point["rank"]) == printed["位次"]));
            case "hot_issues":
                var issues = papers.Table("hot_issues");
                return printed => HotIssue(issues.Single(issue => Printed.Int(issue["rank"]) == printed["位次"]));
            case "repeats":
                var units = papers.Table("repeats", "level = 'district'");
                return printed => Unit(units.Single(unit => (string)unit["district"]! == printed["区"]));
            case "alarms":
                var clusters = papers.Table("space_time_clusters");
                var warnings = papers.Table("early_warnings", "is_alarm order by rank");
                return printed => Alarm(clusters, warnings, printed);
            case "peak_windows":
                var windows = papers.Table("peak_windows").ConvertAll(Window);
                return printed =>
                    windows.First(window =>
                        (window["范围"], window["日期类型"], window["连续时段"])
                        == (printed["范围"], printed["日期类型"], printed["连续时段"])
                    );
            default:
                var peaks = papers.Table("peak_hours", "is_peak");
                return printed => Peak(peaks, printed);
        }
    }

    private static Dictionary<string, string> Area(Dictionary<string, object?> area) =>
        new()
        {
            ["位次"] = Printed.Int(area["rank"]),
            ["区"] = (string)area["district"]!,
            ["街道（乡镇）"] = (string?)area["street"] ?? Printed.None,
            ["诉求（件）"] = Printed.Int(area["complaints"]),
            ["事件（起）"] = Printed.Int(area["incidents"]),
            ["占比"] = Printed.Percent(area["share"]),
            ["上期（件）"] = Printed.Int(area["previous"]),
            ["最高位次"] = Printed.Int(area["rank_low"]),
            ["最低位次"] = Printed.Int(area["rank_high"]),
            ["环比"] = Printed.Change(area, "previous"),
            ["同比"] = Printed.Change(area, "year_before"),
            ["相对往常"] = Printed.Two(area["eb_ratio"]),
            ["判断"] = (area["is_hot"], area["is_rising"]) switch
            {
                (true, true) => "高发且上升",
                (true, _) => "高发",
                (_, true) => "上升",
                (null, null) => Printed.None,
                _ => "未偏高",
            },
            ["与邻接合看"] = area["gi_star_q"] is null
                ? Printed.None
                : (area["lisa"] ?? area["gi_star"]) switch
                {
                    "HH" => "高—高聚集",
                    "LL" => "低—低聚集",
                    "HL" => "孤立偏高",
                    "LH" => "四邻偏高",
                    "hot" => "成片偏高",
                    "cold" => "成片偏低",
                    _ => "不显著",
                },
            ["每平方公里（起）"] = Printed.Two(area["per_sqkm"]),
            ["每万人（起）"] = Printed.Two(area["per_10k"]),
            ["态势"] = Printed.Trend(area["trend_class"]),
        };

    private static Dictionary<string, string> Point(Dictionary<string, object?> point) =>
        new()
        {
            ["位次"] = Printed.Int(point["rank"]),
            ["点位"] = (string)point["label"]!,
            ["所在街道"] = $"{point["district"]}{point["street"]}",
            ["诉求（件）"] = Printed.Int(point["complaints"]),
            ["事件（起）"] = Printed.Int(point["incidents"]),
            ["人数"] = (string)point["callers_from"]! == "keys" ? Printed.Int(point["callers"]) : Printed.None,
            ["天数"] = Printed.Int(point["active_days"]),
            ["主要事项"] = point["top_issue"] is string issue ? issue + (point["top_issue_share"] is >= 0.5 ? "" : "等") : Printed.None,
            ["高发时段"] = Printed.Hours((string?)point["busy_hours"]),
            ["上期"] = Printed.Int(point["previous"]),
            ["判断"] = (point["is_hot"], point["is_rising"]) switch
            {
                (true, true) => "高发且上升",
                (true, _) => "高发",
                (_, true) => "上升",
                (null, null) => Printed.None,
                _ => point["trend_class"] is "persistent_hot" or "intensifying_hot" ? "长期高发" : "关注",
            },
            ["态势"] = Printed.Trend(point["trend_class"]),
        };

    private Dictionary<string, string> HotIssue(Dictionary<string, object?> issue) =>
        new()
        {
            ["位次"] = Printed.Int(issue["rank"]),
            ["热点问题（典型语句）"] = (string)issue["title"]!,
            ["事项"] = (string?)issue["issue"] ?? Printed.None,
            ["所在街道"] = $"{issue["district"]}{issue["street"]}",
            ["人数"] = (string)issue["callers_from"]! == "keys" ? Printed.Int(issue["callers"]) : Printed.None,
            ["诉求（件）"] = Printed.Int(issue["complaints"]),
            ["热度"] = Printed.One(issue["heat"]),
            ["首次反映日"] = DateOnly.FromDateTime((DateTime)issue["first_at"]!) == First() ? "数据起始前" : Printed.Day(issue["first_at"]),
            ["近期人数"] = (string)issue["callers_from"]! == "keys" ? Printed.Int(issue["all_callers"]) : Printed.None,
            ["近期诉求（件）"] = Printed.Int(issue["all_complaints"]),
            ["反复反映人数"] = (string)issue["callers_from"]! == "keys" ? Printed.Int(issue["repeat_callers"]) : Printed.None,
            ["事项权重"] = Printed.One(issue["severity"]),
            ["所指单位"] = (string?)issue["organisation"] ?? Printed.None,
            ["多用的词"] = (string)issue["top_terms"]!,
            ["内容摘要（已脱敏）"] = (string)issue["example"]!,
            ["典型工单"] = (string)issue["example_ids"]!,
        };

    /// <summary>A row of the list of alarms: of a cluster, of a warning, or of both.</summary>
    private static Dictionary<string, string> Alarm(
        List<Dictionary<string, object?>> clusters,
        List<Dictionary<string, object?>> warnings,
        Dictionary<string, string> printed
    )
    {
        bool Is(Dictionary<string, object?> row, string since, string count) =>
            printed["区、街道（乡镇）"].StartsWith($"{row["district"]}{row["street"]}", StringComparison.Ordinal)
            && printed["事项"] == ((string?)row["issue"] ?? "各类事件")
            && (printed["起始日"], printed["事件（起）"]) == (Printed.Day(row[since]), Printed.Int(row[count]));
        var cluster = clusters.Find(row => Is(row, "from_on", "incidents"));
        var warning = cluster is null
            ? warnings.First(row => Is(row, "since_on", "observed"))
            : warnings.Find(row =>
                row["street"] is not null
                && (string)row["direction"]! == "up"
                && ((string[])["district", "street", "issue"]).All(name => Equals(row[name], cluster[name]))
            );
        var days = cluster is null ? 0 : (double)cluster["recurrence_days"]!;
        var status = cluster is null
            ? ""
            : $"时空聚集（{((string)cluster["status"]! == "new" ? "新增" : "持续")}·{(cluster["is_alarm"] is true ? "预警" : "关注")}）";
        Assert.StartsWith(status, printed["情形"], StringComparison.Ordinal);
        Assert.True(warning is null || printed["情形"].Length > status.Length);
        var told = (cluster ?? warning)!;
        return new()
        {
            ["区、街道（乡镇）"] = printed["区、街道（乡镇）"],
            ["事项"] = (string?)told["issue"] ?? "各类事件",
            ["情形"] = printed["情形"],
            ["起始日"] = Printed.Day(told[cluster is null ? "since_on" : "from_on"]),
            ["截止日"] = Printed.Day(told["until_on"]),
            ["事件（起）"] = Printed.Int(told[cluster is null ? "observed" : "incidents"]),
            ["平常（起）"] = Printed.One(told["expected"]),
            ["偶然重现"] =
                cluster is null ? Printed.None
                : days > 3_650 ? "十年以上一遇"
                : days >= 730 ? $"约{(int)(days / 365)}年一遇"
                : $"约{(int)days}天一遇",
            ["q值"] = warning is null ? Printed.None : Printed.P(warning["q_value"]),
            ["其中新增（起）"] = cluster is null ? Printed.None : Printed.Int(cluster["new_incidents"]),
            ["警戒线（起）"] = warning?["upper"] is null ? Printed.None : Printed.One(warning["upper"]),
            ["超线倍数"] = warning is null ? Printed.None : Printed.One(warning["score"]),
            ["地点（处）"] = cluster is null ? Printed.None : Printed.Int(cluster["places"]),
            ["半径（米）"] = cluster is null ? Printed.None : Printed.Int(Math.Round((double)cluster["radius_m"]!)),
            ["经度"] = cluster is null ? Printed.None : Printed.Degrees(cluster["longitude"]),
            ["纬度"] = cluster is null ? Printed.None : Printed.Degrees(cluster["latitude"]),
            ["p值"] = cluster is null ? Printed.None : Printed.P(cluster["p_value"]),
        };
    }

    private static Dictionary<string, string> Unit(Dictionary<string, object?> unit) =>
        new()
        {
            ["区"] = (string)unit["district"]!,
            ["可追溯（件）"] = Printed.Int(unit["caller_issues"]),
            ["重复（件）"] = Printed.Int(unit["repeated"]),
            ["重复诉求率"] = Printed.Percent(unit["repeat_rate"]),
            ["平滑重复诉求率"] = Printed.Percent(unit["eb_rate"]),
            ["返单（件）"] = Printed.Int(unit["returned"]),
            ["办结30日内再反映"] = Printed.Percent(unit["within_30"]),
            ["q值"] = Printed.P(unit["q_value"]),
            ["判断"] = unit["is_high"] switch
            {
                true => "显著偏高",
                false => "未见异常",
                _ => "件数过少",
            },
        };

    private static Dictionary<string, string> Window(Dictionary<string, object?> window) =>
        new()
        {
            ["范围"] = Printed.Scope(window),
            ["日期类型"] = Printed.DayKind(window["day_kind"]),
            ["连续时段"] = Printed.Hours(window["start_hour"], window["end_hour"]),
            ["事件（起）"] = Printed.Int(window["incidents"]),
            ["期望（起）"] = Printed.One(window["expected"]),
            ["p值"] = Printed.P(window["p_value"]),
        };

    /// <summary>Neighbouring hours are printed as one: counts add up, the ratio is observed over expected, of the q the largest; a comparison that found no peak is blank.</summary>
    private static Dictionary<string, string> Peak(List<Dictionary<string, object?>> peaks, Dictionary<string, string> printed)
    {
        var comparisons = new Dictionary<string, string>
        {
            ["较全天均匀（倍）"] = "uniform",
            ["较全市时段（倍）"] = "city_profile",
            ["较前8周（倍）"] = "past_8_weeks",
        };
        int[] ends =
        [
            .. Digits()
                .Matches(printed["时段"].Replace("次日", "", StringComparison.Ordinal))
                .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)),
        ];
        var hours = Enumerable.Range(0, (ends[1] - ends[0] + 23) % 24 + 1).Select(i => (ends[0] + i) % 24).ToHashSet();
        List<Dictionary<string, object?>> Rows(string comparison) =>
            [
                .. peaks.Where(peak =>
                    (Printed.Scope(peak), Printed.DayKind(peak["day_kind"]), (string)peak["comparison"]!)
                        == (printed["范围"], printed["日期类型"], comparisons[comparison])
                    && hours.Contains(Convert.ToInt32(peak["hour"], CultureInfo.InvariantCulture))
                ),
            ];
        string[] named = [.. comparisons.Keys.Where(column => printed.GetValueOrDefault(column, Printed.None) != Printed.None)];
        Assert.NotEmpty(named);
        Assert.All(named, column => Assert.Equal(hours.Count, Rows(column).Count));
        var rows = Rows(named[0]);
        static double Ratio(List<Dictionary<string, object?>> rows) =>
            rows.Sum(row => (double)row["ratio"]! * (double)row["expected"]!) / rows.Sum(row => (double)row["expected"]!);
        return new(
            comparisons.Keys.Select(column =>
                KeyValuePair.Create(column, named.Contains(column) ? Printed.One(Ratio(Rows(column))) : Printed.None)
            )
        )
        {
            ["范围"] = printed["范围"],
            ["日期类型"] = printed["日期类型"],
            ["时段"] = printed["时段"],
            ["诉求（件）"] = Printed.Int(rows.Sum(row => Convert.ToInt64(row["complaints"], CultureInfo.InvariantCulture))),
            ["事件（起）"] = Printed.Int(rows.Sum(row => Convert.ToInt64(row["incidents"], CultureInfo.InvariantCulture))),
            ["q值"] = Printed.P(named.SelectMany(Rows).Max(row => (double?)row["q_value"])),
        };
    }

    /// <summary>Id → text, of the figures that are a value of one machine row.</summary>
    private static Dictionary<string, string> Figures(Papers papers)
    {
        var said = new Dictionary<string, string>();
        var points = papers.Table("points", "true order by rank");
        said["points.count"] = $"{points.Count}处";
        said["points.complaints"] = $"{points.Sum(point => (long)point["complaints"]!)}件";
        said["points.hot"] = $"{points.Count(point => point["is_hot"] is true)}处";
        said["points.outside"] = $"{points.Skip(10).Count(point => point["is_hot"] is true || point["is_rising"] is true)}处";
        said["points.rising"] = $"{points.Count(point => point["is_rising"] is true)}处";
        foreach (var (point, i) in points.Select((point, i) => (point, i + 1)))
        {
            said[$"points.{i}.radius"] = $"{Math.Ceiling(Math.Max(point["radius_m"] as double? ?? 0, 25))}米";
            foreach (
                var (column, name, unit) in new[]
                {
                    ("callers", "callers", "人"),
                    ("complaints", "complaints", "件"),
                    ("incidents", "incidents", "起"),
                    ("active_days", "days", "天"),
                    ("previous", "previous", "件"),
                }
            )
                said[$"points.{i}.{name}"] = $"{point[column]}{unit}";
        }
        var clusters = papers.Table("space_time_clusters", "true order by p_value, llr desc");
        said["space_time.days"] = "365天";
        said["space_time.clusters"] = $"{clusters.Count}处";
        said["space_time.new"] = $"{clusters.Count(cluster => (string)cluster["status"]! == "new")}处";
        foreach (var (cluster, i) in clusters.Take(3).Select((cluster, i) => (cluster, i + 1)))
        {
            said[$"space_time.incidents.{i}"] = $"{cluster["incidents"]}起";
            said[$"space_time.new_incidents.{i}"] = $"{cluster["new_incidents"]}起";
            said[$"space_time.expected.{i}"] = $"{Printed.One(cluster["expected"])}起";
            said[$"space_time.radius.{i}"] = Printed
                .Int(Math.Round((double)cluster["radius_m"]!))
                .Replace(",", "", StringComparison.Ordinal);
            var days = (double)cluster["recurrence_days"]!;
            said[$"space_time.recurrence.{i}"] = $"{(int)(days >= 730 ? days / 365 : days)}";
        }
        var city = papers.Table("repeats", "level = 'city'").Single();
        foreach (var name in new[] { "caller_issues", "repeated", "returned", "closings" })
            said[$"repeats.{name}"] = $"{city[name]}{(name == "closings" ? "组" : "件")}";
        var placed = papers.Table("repeats", "level = 'district'").Sum(unit => (long)unit["caller_issues"]!);
        said["repeats.unknown"] = $"{(long)city["caller_issues"]! - placed}件";
        foreach (
            var (column, name) in new[]
            {
                ("repeat_rate", "rate"),
                ("rate_low", "rate_low"),
                ("rate_high", "rate_high"),
                ("within_7", "within_7"),
                ("within_30", "within_30"),
            }
        )
            said[$"repeats.{name}"] = Printed.Percent(city[column]);
        var high = papers.Table("repeats", "is_high and level <> 'city' order by level, q_value, repeat_rate desc");
        said["repeats.high_count"] = $"{high.Count}个";
        foreach (var (unit, i) in high.Take(3).Select((unit, i) => (unit, i + 1)))
            said[$"repeats.high.{i}"] = Printed.Percent(unit["repeat_rate"]);
        var areas = papers.Table("areas", "issue is null and complaints > 0 order by level, rank, complaints desc, district");
        foreach (var (area, i) in areas.Where(area => area["street"] is null).Take(3).Select((area, i) => (area, i + 1)))
        {
            said[$"areas.{i}.incidents"] = $"{area["incidents"]}起";
            said[$"areas.{i}.complaints"] = $"{area["complaints"]}件";
            said[$"areas.{i}.share"] = Printed.Percent(area["share"]);
        }
        foreach (var effect in papers.Table("day_effects", "scope_level = 'city' and effect = 'weekday'"))
        {
            said[$"peaks.weekday.{effect["name"]}.factor"] = $"{Printed.Two(effect["factor"])}倍";
            said[$"peaks.weekday.{effect["name"]}.low"] = Printed.Two(effect["factor_low"]);
            said[$"peaks.weekday.{effect["name"]}.high"] = Printed.Two(effect["factor_high"]);
        }
        foreach (var circle in papers.Table("hour_circles", "scope_level = 'issue' and day_kind = 'all' and mean_hour is not null"))
            said[$"peaks.mean_hour.{circle["scope"]}"] =
                $"{Printed.Int(Math.Round((double)circle["mean_hour"]!, MidpointRounding.AwayFromZero))}时";
        return said;
    }

    [GeneratedRegex(@"^(points|repeats|space_time)\.|^areas\.\d|^peaks\.(weekday|mean_hour)\.")]
    private static partial Regex OfMachineRows();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    /// <summary>First day of data: what began then may be older.</summary>
    private DateOnly First() =>
        DateOnly.FromDateTime((DateTime)sample.Rows.Query("select min(occurred_at) as at from complaints")[0]["at"]!);
}
