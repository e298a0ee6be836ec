using System.Globalization;
using System.Text.Json;
using Hotspot.Tests.Journeys;

namespace Hotspot.Tests.Cuts;

/// <summary>Every grouping against a count of the test's own over the published rows, in C#.</summary>
[Collection("sample office")]
public sealed class CutJourney(SampleOffice sample)
{
    private static readonly DateOnly From = new(2025, 3, 1);
    private static readonly DateOnly Until = new(2025, 4, 28);

    private sealed record Row(
        DateTime At,
        bool DayOnly,
        string? District,
        string? Street,
        string? Community,
        string? PlaceKey,
        string? PlaceText,
        string? Issue,
        string? Category1,
        string? Category2,
        string? Organisation,
        string? Status,
        string Stream,
        string DayKind,
        string? Caller,
        bool IsFirst,
        string Incident,
        string? OrderType,
        string? Text,
        double? Longitude,
        double? Latitude
    );

    /// <summary>Read once for all tests: the office does not change.</summary>
    private static List<Row>? _rows;

    private List<Row> Rows() => _rows ??= Read();

    private List<Row> Read() =>
        [
            .. sample
                .Rows.Query(
                    """
                    select occurred_at, time_precision, district, street, community, place_key, place_text, issue, category_1, category_2, organisation, status,
                        stream, day_kind, caller_key, complaint_id = incident_id as is_first, incident_id, order_type, concat_ws(' ', title, content_masked) as text,
                        if(geo_level in ('coordinate', 'place'), longitude, null) as longitude, if(geo_level in ('coordinate', 'place'), latitude, null) as latitude
                    from complaints
                    """
                )
                .Select(row =>
                {
                    string? Text(string name) => row[name] as string;
                    return new Row(
                        (DateTime)row["occurred_at"]!,
                        Text("time_precision") == "day",
                        Text("district"),
                        Text("street"),
                        Text("community"),
                        Text("place_key"),
                        Text("place_text"),
                        Text("issue"),
                        Text("category_1"),
                        Text("category_2"),
                        Text("organisation"),
                        Text("status"),
                        Text("stream")!,
                        Text("day_kind")!,
                        Text("caller_key"),
                        (bool)row["is_first"]!,
                        Text("incident_id")!,
                        Text("order_type"),
                        Text("text"),
                        row["longitude"] as double?,
                        row["latitude"] as double?
                    );
                }),
        ];

    private List<Row> InDays() => [.. Rows().Where(row => row.At >= From.ToDateTime(default) && row.At < Until.ToDateTime(default))];

    private JsonElement Cut(params string[] args) => sample.Office.Call(["cut", .. args]).Exits(0).Json;

    private static string Week(DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at)}-W{ISOWeek.GetWeekOfYear(at):00}");

    private static string? Category(Row row) => row.Category2 is null ? row.Category1 : $"{row.Category1}->{row.Category2}";

    private static string? Place(Row row, int part) => row.PlaceKey?.Split('/', 3)[part] is { Length: > 0 } name ? name : null;

    private static readonly Dictionary<string, (string Column, Func<Row, object?> Of)[]> Groupings = new()
    {
        ["hour"] = [("hour", row => row.DayOnly ? null : row.At.Hour)],
        ["weekday"] = [("weekday", row => ((int)row.At.DayOfWeek + 6) % 7 + 1)],
        ["day"] = [("day", row => row.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
        ["week"] = [("week", row => Week(row.At))],
        ["month"] = [("month", row => row.At.ToString("yyyy-MM", CultureInfo.InvariantCulture))],
        ["quarter"] = [("quarter", row => $"{row.At.Year}-Q{(row.At.Month + 2) / 3}")],
        ["day_kind"] = [("day_kind", row => row.DayKind)],
        ["district"] = [("district", row => row.District)],
        ["street"] = [("district", row => row.District), ("street", row => row.Street)],
        ["community"] = [("district", row => row.District), ("street", row => row.Street), ("community", row => row.Community)],
        ["place"] = [("district", row => row.District), ("street", row => row.Street), ("place", row => Place(row, 2))],
        ["issue"] = [("issue", row => row.Issue)],
        ["category"] = [("category", Category)],
        ["organisation"] = [("organisation", row => row.Organisation)],
        ["stream"] = [("stream", row => row.Stream)],
        ["status"] = [("status", row => row.Status)],
        ["order_type"] = [("order_type", row => row.OrderType)],
        ["district,hour"] = [("district", row => row.District), ("hour", row => row.DayOnly ? null : row.At.Hour)],
        ["issue,month,day_kind"] =
        [
            ("issue", row => row.Issue),
            ("month", row => row.At.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            ("day_kind", row => row.DayKind),
        ],
    };

    public static TheoryData<string> Names => [.. Groupings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_group_has_the_complaints_incidents_and_callers_that_a_count_by_hand_finds(string by)
    {
        var columns = Groupings[by];
        var expected = InDays()
            .GroupBy(row => string.Join('|', columns.Select(column => column.Of(row)?.ToString() ?? "")))
            .ToDictionary(
                group => group.Key,
                group =>
                    (group.Count(), group.Count(row => row.IsFirst), group.Select(row => row.Caller).OfType<string>().Distinct().Count())
            );
        var answer = Cut("--from", "2025-03-01", "--to", "2025-04-27", "--by", by, "--measure", "complaints,incidents,callers,share");
        var found = answer
            .GetProperty("groups")
            .EnumerateArray()
            .ToDictionary(
                group => string.Join('|', columns.Select(column => Text(group.GetProperty(column.Column)))),
                group =>
                    (
                        group.GetProperty("complaints").GetInt32(),
                        group.GetProperty("incidents").GetInt32(),
                        group.GetProperty("callers").GetInt32()
                    )
            );
        // Hours and the like without a complaint stand there with 0.
        Assert.All(found.Where(group => !expected.ContainsKey(group.Key)), group => Assert.Equal((0, 0, 0), group.Value));
        Assert.Equal(
            expected.OrderBy(group => group.Key, StringComparer.Ordinal),
            found.Where(group => expected.ContainsKey(group.Key)).OrderBy(group => group.Key, StringComparer.Ordinal)
        );
        Assert.Equal(InDays().Count, answer.GetProperty("complaints").GetInt32());
        Assert.Equal(InDays().Count(row => row.IsFirst), answer.GetProperty("incidents").GetInt32());
        Assert.Equal(InDays().Select(row => row.Caller).OfType<string>().Distinct().Count(), answer.GetProperty("callers").GetInt32());
        Assert.Equal(InDays().Count(row => row.Caller is null), answer.GetProperty("without_caller").GetInt32());
        Assert.Equal(1, answer.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("share").GetDouble()), 9);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "" : value.ToString();

    /// <summary>Each filter: options, and the condition that they mean.</summary>
    private static readonly (string[] Args, Func<Row, bool> Holds)[] Filters =
    [
        (["--district", "朝阳,海淀区"], row => row.District is "朝阳区" or "海淀区"),
        (["--street", "望京街道"], row => (row.District, row.Street) is ("朝阳区", "望京街道")),
        (["--street", "八里庄街道"], row => row.Street == "八里庄街道"),
        (["--street", "海淀/八里庄"], row => (row.District, row.Street) is ("海淀区", "八里庄街道")),
        (["--issue", "露天烧烤,夜间施工"], row => row.Issue is "露天烧烤" or "夜间施工扰民"),
        (["--hours", "22-6"], row => !row.DayOnly && row.At.Hour is >= 22 or < 6),
        (["--hours", "9-12"], row => !row.DayOnly && row.At.Hour is >= 9 and < 12),
        (["--hours", "22-24"], row => !row.DayOnly && row.At.Hour >= 22),
        (["--weekday", "6,7"], row => row.At.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
        (["--weekday", "5-1"], row => row.At.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday)),
        (["--day-kind", "holiday,weekend"], row => row.DayKind is "holiday" or "weekend"),
        (["--stream", "b"], row => row.Stream == "B"),
        (["--order-type", "举报,投诉"], row => row.OrderType is "举报" or "投诉"),
        (["--keyword", "施工"], row => row.Text!.Contains("施工", StringComparison.Ordinal)),
        (
            ["--keyword", "施工", "--keyword", "烧烤"],
            row => row.Text!.Contains("施工", StringComparison.Ordinal) || row.Text!.Contains("烧烤", StringComparison.Ordinal)
        ),
        (["--place", "小区"], row => $"{Place(row, 2)} {row.PlaceText}".Contains("小区", StringComparison.Ordinal)),
        (["--repeat-only"], row => !row.IsFirst),
        // A complaint without a district or an issue is none of those that stay out.
        (["--except", "朝阳,夜间施工"], row => row.District != "朝阳区" && row.Issue != "夜间施工扰民"),
        (["--except", "海淀/八里庄"], row => (row.District, row.Street) is not ("海淀区", "八里庄街道")),
        (["--except", "八里庄街道", "--district", "海淀"], row => row.District == "海淀区" && row.Street != "八里庄街道"),
        (
            ["--district", "朝阳区", "--hours", "22-6", "--repeat-only"],
            row => row.District == "朝阳区" && !row.DayOnly && row.At.Hour is >= 22 or < 6 && !row.IsFirst
        ),
    ];

    public static TheoryData<int> FilterNumbers => [.. Enumerable.Range(0, Filters.Length)];

    [Theory]
    [MemberData(nameof(FilterNumbers))]
    public void A_filter_keeps_what_its_words_say(int number)
    {
        var (args, holds) = Filters[number];
        var kept = InDays().Where(holds).ToList();
        var answer = Cut(["--from", "2025-03-01", "--to", "2025-04-27", .. args]);
        Assert.NotEmpty(kept);
        Assert.Equal(
            // Of repeats none opens its incident: each incident counts once.
            (kept.Count, args.Contains("--repeat-only") ? kept.DistinctBy(row => row.Incident).Count() : kept.Count(row => row.IsFirst)),
            (answer.GetProperty("complaints").GetInt32(), answer.GetProperty("incidents").GetInt32())
        );
    }

    [Fact]
    public void Category_and_status_are_those_of_the_data()
    {
        var rows = InDays();
        var category = rows.Select(row => row.Category2).OfType<string>().First();
        Assert.Equal(
            rows.Count(row => row.Category2 == category),
            Cut("--from", "2025-03-01", "--category", category).GetProperty("complaints").GetInt32()
        );
        var status = rows.Select(row => row.Status).OfType<string>().First();
        Assert.Equal(
            rows.Count(row => row.Status == status),
            Cut("--from", "2025-03-01", "--status", status).GetProperty("complaints").GetInt32()
        );
    }

    [Fact]
    public void A_circle_holds_what_lies_within_its_metres()
    {
        var rows = Rows().Where(row => row.Longitude is not null).ToList();
        var (x, y) = (rows[0].Longitude!.Value, rows[0].Latitude!.Value);
        double Metres(Row row)
        {
            var (north, east) = ((row.Latitude!.Value - y) * Math.PI / 180, (row.Longitude!.Value - x) * Math.PI / 180);
            return 2
                * 6371008.8
                * Math.Asin(
                    Math.Sqrt(
                        Math.Pow(Math.Sin(north / 2), 2)
                            + Math.Cos(y * Math.PI / 180) * Math.Cos(row.Latitude!.Value * Math.PI / 180) * Math.Pow(Math.Sin(east / 2), 2)
                    )
                );
        }
        var near = string.Create(CultureInfo.InvariantCulture, $"{x},{y},2000");
        var found = Cut("--near", near).GetProperty("complaints").GetInt32();
        // The plane of the statement and the sphere of the test differ by less than half a metre here.
        Assert.InRange(found, rows.Count(row => Metres(row) < 1999.5), rows.Count(row => Metres(row) < 2000.5));
        Assert.True(found > 1);
    }

    [Fact]
    public void A_polygon_holds_what_lies_in_it()
    {
        var file = sample.Office.Write(
            "范围.geojson",
            """{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[116.3,39.8],[116.5,39.8],[116.4,40.0],[116.3,39.8]]]}}"""
        );
        // Inside the triangle: below both slanting sides.
        static bool Inside(Row row) =>
            row is { Longitude: { } x, Latitude: { } y } && y >= 39.8 && y <= 39.8 + (x - 116.3) * 2 && y <= 39.8 + (116.5 - x) * 2;
        Assert.Equal(Rows().Count(Inside), Cut("--within", file).GetProperty("complaints").GetInt32());
        Assert.True(Rows().Count(Inside) > 50);
    }

    [Theory]
    [InlineData("weekly", SampleOffice.Week)]
    [InlineData("monthly", SampleOffice.Month)]
    public void A_cut_agrees_with_the_bulletin_of_the_period(string kind, string period)
    {
        var areas = Duck.Rows(
            $"select * from read_parquet({Duck.Quoted(Path.Combine(sample.Office.Bulletin(kind, period), "parquet", "areas.parquet"))})"
        );
        foreach (var by in (string[])["district", "street", "district,issue", "street,issue"])
        {
            var level = by.StartsWith("street", StringComparison.Ordinal) ? "street" : "district";
            var withIssue = by.EndsWith("issue", StringComparison.Ordinal);
            var answer = Cut("--period", period, "--by", by, "--measure", "complaints,incidents,callers,change,year_change");
            var groups = answer
                .GetProperty("groups")
                .EnumerateArray()
                .ToDictionary(group =>
                    string.Join(
                        '|',
                        new[] { "district", "street", "issue" }.Select(name => group.TryGetProperty(name, out var value) ? Text(value) : "")
                    )
                );
            var rows = areas.Where(row => (string)row["level"]! == level && row["issue"] is not null == withIssue).ToList();
            Assert.NotEmpty(rows);
            foreach (var row in rows.Where(row => (long)row["complaints"]! > 0))
            {
                var group = groups[$"{row["district"]}|{row["street"]}|{row["issue"]}"];
                foreach (var column in (string[])["complaints", "incidents", "callers", "previous", "year_before"])
                    Assert.Equal(row[column] is { } number ? Convert.ToInt64(number) : null, Long(group.GetProperty(column)));
            }
        }
        Assert.Equal(sample.Of(kind).Figures["overview.complaints"].Value, Cut("--period", period).GetProperty("complaints").GetInt64());
    }

    private static long? Long(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt64();

    [Fact]
    public void Chosen_days_are_compared_with_as_many_before_and_with_the_same_dates_of_last_year()
    {
        var answer = Cut("--from", "2025-04-11", "--to", "2025-04-20", "--measure", "complaints,change,year_change");
        long Count(string from, string until) => sample.Rows.Count($"occurred_at >= '{from}' and occurred_at < '{until}'");
        Assert.Equal(Count("2025-04-01", "2025-04-11"), answer.GetProperty("previous").GetInt64());
        Assert.Equal(Count("2024-04-11", "2024-04-21"), answer.GetProperty("year_before").GetInt64());
        // Before the first day of the data there is nothing to compare with: null, not 0.
        var early = Cut("--from", "2024-03-01", "--to", "2024-04-30", "--measure", "complaints,change,year_change");
        Assert.Equal(JsonValueKind.Null, early.GetProperty("previous").ValueKind);
        Assert.Equal(JsonValueKind.Null, early.GetProperty("year_before").ValueKind);
        Assert.Equal(JsonValueKind.Null, early.GetProperty("groups")[0].GetProperty("previous_change").ValueKind);
    }

    [Fact]
    public void The_sentence_and_the_command_that_it_echoes_answer_the_same()
    {
        var said = Cut("朝阳近三月夜间施工22到6点按街道");
        Assert.Equal(
            "hotspot cut --from 2025-01-28 --to 2025-04-27 --district 朝阳 --issue 夜间施工 --hours 22-6 --by street",
            said.GetProperty("command").GetString()
        );
        Assert.Equal(
            "时间：2025年1月28日—2025年4月27日；区：朝阳区；问题类型：夜间施工扰民；时段：0—6时、22—24时；分组：街道（乡镇）",
            said.GetProperty("filter").GetString()
        );
        var typed = Cut(said.GetProperty("command").GetString()!.Split(' ')[2..]);
        Assert.Equal(said.GetProperty("groups").ToString(), typed.GetProperty("groups").ToString());
        var rows = Rows()
            .Count(row =>
                row is { District: "朝阳区", Issue: "夜间施工扰民", DayOnly: false }
                && row.At >= new DateTime(2025, 1, 28)
                && row.At.Hour is >= 22 or < 6
            );
        Assert.Equal(rows, said.GetProperty("complaints").GetInt32());
        Assert.True(rows > 0);
    }

    [Fact]
    public void What_hours_keep_out_for_want_of_a_time_is_told()
    {
        var answer = Cut("--from", "2025-03-01", "--hours", "22-6", "--by", "district");
        Assert.Equal(InDays().Count(row => row.DayOnly), answer.GetProperty("without_hour").GetInt32());
    }

    /// <summary>Of crossed tables a row has as many as all its columns together.</summary>
    [Theory]
    [InlineData("--by", "street")]
    [InlineData("--by", "street,issue", "--pivot", "issue")]
    public void Groups_of_fewer_than_asked_are_left_out_and_counted(params string[] by)
    {
        const int Least = 40;
        var streets = InDays().GroupBy(row => (row.District, row.Street)).Select(same => same.Count()).ToList();
        var enough = streets.Where(count => count >= Least).OrderDescending().ToList();
        Assert.InRange(enough.Count, 1, streets.Count - 1);

        var answer = Cut(["--from", "2025-03-01", "--to", "2025-04-27", "--at-least", $"{Least}", "--sort", "complaints", .. by]);

        Assert.Equal(
            enough,
            answer
                .GetProperty("groups")
                .EnumerateArray()
                .GroupBy(group => (group.GetProperty("district").ToString(), group.GetProperty("street").ToString()))
                .Select(same => same.Sum(group => group.GetProperty("complaints").GetInt32()))
                .OrderDescending()
        );
        Assert.Equal(InDays().Count, answer.GetProperty("complaints").GetInt32());
    }

    [Fact]
    public void The_terminal_tells_how_many_groups_it_leaves_out()
    {
        var answer = sample.Office.Call("cut", "--from", "2025-03-01", "--by", "street").Exits(0);
        var streets = answer.Json.GetProperty("groups_in_all").GetInt32();
        Assert.InRange(streets, 61, 9999);
        Assert.Contains($"显示 60 行，共 {streets} 行", answer.Error, StringComparison.Ordinal);
        Assert.Contains($"共 {streets} 行，数据截至", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_top_keeps_the_largest_and_the_total_of_all()
    {
        var all = Cut("--from", "2025-03-01", "--by", "street").GetProperty("groups").EnumerateArray().ToList();
        var top = Cut("--from", "2025-03-01", "--by", "street", "--top", "5");
        Assert.Equal(
            all.Where(group => group.GetProperty("street").ValueKind != JsonValueKind.Null)
                .Select(group => group.GetProperty("complaints").GetInt32())
                .OrderDescending()
                .Take(5),
            top.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("complaints").GetInt32())
        );
        Assert.Equal(all.Count, top.GetProperty("groups_in_all").GetInt32());
        Assert.Equal(InDays().Count, top.GetProperty("complaints").GetInt32());
        var up = Cut("--from", "2025-03-01", "--by", "street", "--sort", "incidents:asc").GetProperty("groups").EnumerateArray();
        var named = up.TakeWhile(group => group.GetProperty("street").ValueKind != JsonValueKind.Null).ToList();
        var incidents = named.ConvertAll(group => group.GetProperty("incidents").GetInt32());
        Assert.Equal(incidents.Order(), incidents);
        Assert.All(up.Skip(named.Count), group => Assert.Equal(JsonValueKind.Null, group.GetProperty("street").ValueKind));
    }

    /// <summary>Incidents of repeats add up over groups, and are those that the repeats are of.</summary>
    [Fact]
    public void Repeats_are_of_incidents()
    {
        var answer = Cut("--from", "2025-03-01", "--repeat-only", "--by", "district");
        var incidents = answer.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("incidents").GetInt32());
        Assert.Equal(InDays().Where(row => !row.IsFirst).DistinctBy(row => row.Incident).Count(), incidents);
        Assert.True(incidents > 0);
    }

    private static int Callers(IEnumerable<Row> rows) => rows.Select(row => row.Caller).OfType<string>().Distinct().Count();

    private IEnumerable<Row> Of(int month) => Rows().Where(row => (row.At.Year, row.At.Month) == (2025, month));

    /// <summary>环比 of callers is that of callers.</summary>
    [Theory]
    [InlineData("callers")]
    [InlineData("incidents")]
    public void A_change_is_one_of_the_measure_asked_for(string measure)
    {
        int Count(IEnumerable<Row> rows) => measure == "callers" ? Callers(rows) : rows.Count(row => row.IsFirst);
        var answer = Cut("--period", "2025-03", "--by", "district", "--measure", measure + ",change");
        Assert.Equal(Count(Of(2)), answer.GetProperty("previous").GetInt32());
        Assert.NotEqual(Of(2).Count(), answer.GetProperty("previous").GetInt32());
        Assert.All(
            answer.GetProperty("groups").EnumerateArray(),
            group =>
            {
                var (now, before) = (Count(Of(3).Where(InDistrict)), Count(Of(2).Where(InDistrict)));
                bool InDistrict(Row row) => (row.District ?? "") == Text(group.GetProperty("district"));
                Assert.Equal((now, before), (group.GetProperty(measure).GetInt32(), group.GetProperty("previous").GetInt32()));
                if (before >= 10)
                    Assert.Equal((double)now / before - 1, group.GetProperty("previous_change").GetDouble(), 9);
            }
        );
    }

    /// <summary>Month by month each with its own month before: a running one with as many days of it, one that the question cuts short with none.</summary>
    [Fact]
    public void Periods_are_compared_each_with_its_own()
    {
        var answer = Cut("--from", "2025-01-10", "--to", "2025-04-27", "--by", "month", "--measure", "change");
        var groups = answer.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["2025-01", "2025-02", "2025-03", "2025-04"], groups.Select(group => group.GetProperty("month").GetString()));
        Assert.Equal(
            [null, Of(1).Count(), Of(2).Count(), Of(3).Count(row => row.At.Day <= 27)],
            groups.Select(group => Long(group.GetProperty("previous")))
        );
        Assert.Equal(Of(4).Count(), groups[3].GetProperty("complaints").GetInt32());
        Assert.Contains(
            answer.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.Contains("各月与其上一月", StringComparison.Ordinal)
        );
        var districts = Cut("--period", "2025-03", "--by", "district,month", "--measure", "change").GetProperty("groups").EnumerateArray();
        Assert.All(
            districts,
            group =>
                Assert.Equal(
                    Of(2).Count(row => (row.District ?? "") == Text(group.GetProperty("district"))),
                    group.GetProperty("previous").GetInt32()
                )
        );
    }

    /// <summary>A change ranks by how many more there are: small bases have no percentage.</summary>
    [Fact]
    public void Changes_are_ranked_by_their_numbers()
    {
        var answer = Cut("上周环比按街道前10");
        var rises = answer
            .GetProperty("groups")
            .EnumerateArray()
            .Select(group => group.GetProperty("complaints").GetInt32() - group.GetProperty("previous").GetInt32())
            .ToList();
        List<Row> Week(int from) =>
            [
                .. Rows()
                    .Where(row =>
                        row.Street is not null && row.At >= new DateTime(2025, 4, from) && row.At < new DateTime(2025, 4, from + 7)
                    ),
            ];
        var before = Week(14).ToLookup(row => (row.District, row.Street));
        var expected = Week(21)
            .GroupBy(row => (row.District, row.Street))
            .Select(same => same.Count() - before[same.Key].Count())
            .OrderDescending()
            .Take(10);
        Assert.Equal(expected, rises);
        Assert.Contains("排列：按环比增减数（件）从多到少，列前10", answer.GetProperty("filter").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_without_a_complaint_are_counted_as_none()
    {
        var groups = Cut("--district", "延庆区", "--by", "hour").GetProperty("groups").EnumerateArray();
        Assert.Equal(
            Enumerable.Range(0, 24),
            groups
                .Select(group => group.GetProperty("hour"))
                .Where(hour => hour.ValueKind == JsonValueKind.Number)
                .Select(hour => hour.GetInt32())
        );
    }

    [Theory]
    [InlineData("--from", "2031-01-01", "--by", "street")]
    [InlineData("--keyword", "绝无此词", "--by", "hour")]
    [InlineData("--near", "116.4,39.9,0.001", "--by", "district")]
    [InlineData("本周按街道")]
    public void Nothing_found_is_an_answer(params string[] args)
    {
        var answer = sample.Office.Call(["cut", .. args]).Exits(0);
        Assert.Equal(0, answer.Json.GetProperty("complaints").GetInt32());
        Assert.Equal(0, answer.Json.GetProperty("rows").GetInt32());
        Assert.Contains("没有符合条件的诉求", answer.Error, StringComparison.Ordinal);
        var isBeyond = args[0] is "--from" or "本周按街道";
        Assert.Equal(isBeyond, answer.Error.Contains("—2025年4月27日，所选时间内没有数据", StringComparison.Ordinal));
    }
}
