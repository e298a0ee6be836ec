using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Hotspots.Statistics;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Journeys;

/// <summary>Every notebook builds, runs on a home, and writes a page that stands alone; its figures are those of a query of the test's own.</summary>
public partial class NotebooksJourney(NotebookOffice notebooks) : IClassFixture<NotebookOffice>
{
    public static TheoryData<string> Names => [.. NotebookOffice.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_needs_no_network_and_tells_which_data_it_is_of(string name)
    {
        var page = notebooks.Page(name).Html;

        Assert.Contains("<html lang=\"zh\">", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Outside(), page);
        Assert.Contains(
            File.ReadAllText(Path.Combine(notebooks.Office.Home.PublishedData, "CURRENT")).Trim(),
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(Unfit(), page);
        Assert.NotEmpty(notebooks.Page(name).Rows);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_home_without_data_is_told_what_to_do(string name)
    {
        using var folder = new TempFolder();
        var (exit, said) = NotebookOffice.Run(name, folder.Path, folder.File("page.html"));

        Assert.Equal(4, exit);
        Assert.Contains("请先运行", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("page.html")));
    }

    [Fact]
    public void A_notebook_is_listed_in_the_folder_s_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Docs.Schemas.Root, "notebooks", "README.md"));
        Assert.All(NotebookOffice.Names, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_look_counts_hours_and_districts()
    {
        var page = notebooks.Page("01-first-look.cs");
        Assert.Contains($"诉求 {Int(notebooks.Rows.Count())} 件", page.Html, StringComparison.Ordinal);
        foreach (var hour in Enumerable.Range(0, 24))
            Assert.Equal(
                [
                    $"{hour}时",
                    "",
                    Int(notebooks.Rows.Count($"hour(occurred_at) = {hour} and time_precision <> 'day'")),
                    Int(notebooks.Rows.Count($"hour(occurred_at) = {hour} and time_precision <> 'day'", "distinct incident_id")),
                ],
                page.RowOf($"{hour}时")[..4]
            );
        Assert.Equal(Int(notebooks.Rows.Count("district is null")), page.RowOf("（区不明）")[2]);
    }

    [Fact]
    public void Peak_hours_are_the_bulletin_s_and_bars_are_counted()
    {
        var page = notebooks.Page("02-peak-hours.cs");
        var peaks = notebooks.Table("peak_hours", "scope_level = 'issue' and day_kind = 'all' and comparison = 'city_profile' and is_peak");
        var drawn = notebooks.Table("peak_hours", "scope_level = 'city' and comparison = 'uniform' and is_peak").Concat(peaks);

        // Nine issues are drawn; of so few complaints the others have no peak.
        Assert.NotEmpty(peaks);
        Assert.Equal(
            drawn.Select(peak => Int(peak["hour"])).Order(StringComparer.Ordinal),
            Peak().Matches(page.Html).Select(bar => bar.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        foreach (var peak in peaks.GroupBy(peak => (string)peak["scope"]!))
            Assert.Equal(peak.Count(), Spans(page.RowOf(peak.Key)[3]));
        foreach (var window in notebooks.Table("peak_windows", "scope_level = 'issue' and day_kind = 'all'"))
            Assert.Contains(
                $"{window["start_hour"]}—{window["end_hour"]}时",
                page.RowOf((string)window["scope"]!)[4],
                StringComparison.Ordinal
            );
        var night = notebooks.Rows.Count(
            "issue = '夜间施工扰民' and hour(occurred_at) = 23 and complaint_id = incident_id and time_precision <> 'day'"
                + " and occurred_at >= '2025-03-03' and occurred_at < '2025-04-28'"
        );
        var expected = Assert.Single(
            notebooks.Table(
                "peak_hours",
                "scope = '夜间施工扰民' and hour = 23 and day_kind = 'all' and comparison = 'city_profile' and scope_level = 'issue'"
            )
        )["expected"];
        Assert.Contains(
            $"23—24时 {night}起，预期{((double)expected!).ToString("#,0.#", CultureInfo.InvariantCulture)}起",
            page.Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Points_stand_with_the_figures_of_the_bulletin_and_the_weeks_that_listed_them()
    {
        var page = notebooks.Page("03-points-and-evolution.cs");
        var before = new Papers(notebooks.Office.Bulletin("weekly", NotebookOffice.Weeks[0])).Table("points");
        var points = notebooks.Table("points", "true order by rank");

        Assert.NotEmpty(points);
        var stayed = 0;
        foreach (var point in points)
        {
            var row = page.RowOf(Int(point["rank"]), (string)point["label"]!, $"{point["district"]}{point["street"]}");
            Assert.Equal([Int(point["callers"]), Int(point["complaints"]), Int(point["previous"])], row[3..6]);
            var wasListed = before.Exists(one => Equals(one["hotspot_id"], point["hotspot_id"]));
            stayed += wasListed ? 1 : 0;
            Assert.Equal((wasListed ? "2" : "1", !wasListed), (row[9], row[10] == "首次在列"));
        }
        Assert.InRange(stayed, 1, points.Count - 1);
        Assert.Equal(
            Math.Min(15, before.Count(one => !points.Exists(point => Equals(one["hotspot_id"], point["hotspot_id"])))),
            page.Rows.Count(row => row[0] == NotebookOffice.Weeks[0])
        );
    }

    [Fact]
    public void The_cut_by_hand_is_the_cut_of_the_program()
    {
        var page = notebooks.Page("04-cut-by-hand.cs");
        var file = Path.Combine(notebooks.Office.Folder, "核对.csv");
        string[] asked = ["--from", "2025-03-31", "--to", "2025-04-27", "--issue", "夜间施工扰民", "--hours", "22-6", "--by", "district"];
        notebooks.Office.Call(["cut", .. asked, "--measure", "complaints,incidents,callers", "-o", file]).Exits(0);
        var rows = Duck.Rows($"from read_csv({Duck.Quoted(file)})");

        Assert.NotEmpty(rows);
        foreach (var row in rows)
            Assert.Equal(
                [Int(row["complaints"]), Int(row["incidents"]), Int(row["callers"])],
                page.RowOf((string?)row["district"] ?? "（未注明）")[2..]
            );
        Assert.Equal(Int(rows.Sum(row => (long)row["complaints"]!)), page.RowOf("合计")[2]);
        Assert.Contains(
            $"--from {asked[1]} --to {asked[3]} --issue {asked[5]} --hours 22-6 --by district",
            page.Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_periods_are_compared_on_incidents_and_days_with_the_p_of_the_pipeline()
    {
        var page = notebooks.Page("05-compare-periods.cs");
        (DateOnly, DateOnly) now = (new(2025, 3, 31), new(2025, 4, 28));
        (DateOnly, DateOnly) then = (new(2025, 3, 3), new(2025, 3, 31));
        // The sample ends with one call of the next morning: that day is not over, and no period ends with it.
        Assert.Equal(1, notebooks.Rows.Count("occurred_at >= '2025-04-28'"));
        // Days of each kind, weighted by the mean of the kind: the two periods have the same weekdays, but one has 清明.
        var exposure = (double)
            notebooks.Rows.Query(
                """
                , days as (select occurred_at::date as day, any_value(day_kind) as kind, count(*) filter (complaint_id = incident_id) as n from complaints where occurred_at < '2025-04-28' group by day),
                means as (select kind, avg(n) as mean from days group by kind)
                select sum(mean) filter (day between '2025-03-31' and '2025-04-27') / sum(mean) filter (day between '2025-03-03' and '2025-03-30') as exposure
                from days inner join means using (kind)
                """
            )[0]["exposure"]!;
        Assert.InRange(exposure, 0.9, 0.995);
        foreach (var district in notebooks.Rows.Query("select distinct district from complaints where district is not null"))
        {
            var where = $"district = '{district["district"]}'";
            var row = page.RowOf((string)district["district"]!);
            Assert.Equal([Int(notebooks.Rows.InDays(now, where)), Int(notebooks.Rows.InDays(then, where))], row[1..3]);
            var first = where + " and complaint_id = incident_id";
            Assert.Equal([Int(notebooks.Rows.InDays(now, first)), Int(notebooks.Rows.InDays(then, first))], row[4..6]);
            var exact = RateRatio.Exact(notebooks.Rows.InDays(now, first), notebooks.Rows.InDays(then, first), exposure).PValue;
            Assert.Equal(exact < 0.001 ? "<0.001" : exact.ToString("0.000", CultureInfo.InvariantCulture), row[8]);
            var (p, q) = (P(row[10]), P(row[11]));
            Assert.True(p <= q && P(row[9]) >= 1, $"{row[0]}: φ {row[9]}, p {row[10]}, q {row[11]}");
            if (row[12] != "不显著")
                Assert.InRange(q, 0, 0.05);
        }
    }

    /// <summary>Hours in spans as printed: 7—8时、17—19时 are three.</summary>
    private static int Spans(string printed) =>
        Span()
            .Matches(printed)
            .Sum(span =>
                int.Parse(span.Groups[2].Value, CultureInfo.InvariantCulture)
                - int.Parse(span.Groups[1].Value, CultureInfo.InvariantCulture)
            );

    private static double P(string printed) => double.Parse(printed.TrimStart('<'), CultureInfo.InvariantCulture);

    private static string Int(object? value) =>
        value is null ? "—" : Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>What would fetch something, or run.</summary>
    [GeneratedRegex("""https?:|\bsrc=|\bhref=|@import|url\(|<script|\son\w+=""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    /// <summary>Numbers that are none, names of types, caller keys.</summary>
    [GeneratedRegex(@"NaN|∞|Infinity|System\.|[0-9a-f]{64}")]
    private static partial Regex Unfit();

    [GeneratedRegex(@"(\d+)—(\d+)时")]
    private static partial Regex Span();

    /// <summary>A red bar with its hour.</summary>
    [GeneratedRegex("""<rect [^>]*fill="#b3402a"><title>(\d+)—""")]
    private static partial Regex Peak();
}
