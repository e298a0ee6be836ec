using System.Globalization;

namespace Hotspot.Tests.Journeys;

/// <summary>A printed table whose columns are columns of a Parquet table prints its rows.</summary>
[Collection("sample office")]
public class MachineTablesJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_districts_are_rows_of_areas(string kind)
    {
        var printed = sample.Of(kind).HtmlTable("districts").Skip(1).ToList();
        var areas = sample.Of(kind).Table("areas", "issue is null and level = 'district' and complaints > 0");

        Assert.Equal(areas.Select(area => (string)area["district"]!).Order(), printed.Select(row => row[1]).Order());
        foreach (var row in printed)
        {
            var area = areas.Single(area => (string)area["district"]! == row[1]);
            Assert.Equal([Int(area["rank"]), row[1], Int(area["complaints"]), Int(area["incidents"]), Percent(area["share"])], row[..5]);
            Assert.Equal(Change(area, "previous"), row[5]);
            Assert.Equal(Change(area, "year_before"), row[6]);
            Assert.Equal(Two(area["eb_ratio"]), row[7]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_share_is_of_the_whole_city_those_without_a_district_included(string kind)
    {
        var total = double.Parse(
            sample.Of(kind).WordTables["overview"].Cells[1][1],
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );
        var areas = sample.Of(kind).Table("areas", "issue is null and level = 'district' and complaints > 0");

        Assert.True(areas.Sum(area => Convert.ToInt64(area["complaints"])) < total);
        Assert.All(areas, area => Assert.Equal(Convert.ToInt64(area["complaints"]) / total, (double)area["share"]!, 12));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_streets_are_the_first_rows_of_areas(string kind)
    {
        var printed = sample.Of(kind).HtmlTable("streets").Skip(1).ToList();
        var areas = sample.Of(kind).Table("areas", "issue is null and level = 'street' and complaints > 0");

        Assert.Equal(10, printed.Count);
        Assert.Equal(
            areas.Select(area => Convert.ToInt64(area["rank"])).Order().Take(10).Select(rank => Int(rank)),
            printed.Select(row => row[0])
        );
        foreach (var row in printed)
        {
            var area = areas.Single(area => (string)area["district"]! == row[1] && (string?)area["street"] == row[2]);
            string[] expected =
            [
                Int(area["rank"]),
                row[1],
                row[2],
                Int(area["complaints"]),
                Int(area["incidents"]),
                Int(area["rank_low"]),
                Int(area["rank_high"]),
                Change(area, "previous"),
                Two(area["eb_ratio"]),
            ];
            Assert.Equal(expected, row[..9]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_points_are_the_first_rows_of_points(string kind)
    {
        var printed = sample.Of(kind).HtmlTable("points").Skip(1).ToList();
        var points = sample.Of(kind).Table("points", "true order by rank");

        Assert.NotEmpty(printed);
        Assert.Equal(Math.Min(10, points.Count), printed.Count);
        foreach (var (row, point) in printed.Zip(points))
        {
            string[] expected =
            [
                Int(point["rank"]),
                (string)point["label"]!,
                $"{point["district"]}{point["street"]}",
                Int(point["complaints"]),
                Int(point["incidents"]),
                Int(point["callers"]),
                Int(point["active_days"]),
                (string?)point["top_issue"] ?? "—",
                point["top_hour"] is { } hour ? Hour(Convert.ToInt32(hour)) : "—",
                Int(point["previous"]),
            ];
            Assert.Equal(expected, row[..10]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sentences_on_points_tell_their_rows(string kind)
    {
        var papers = sample.Of(kind);
        var points = papers.Table("points", "true order by rank");
        for (var i = 1; i <= Math.Min(3, points.Count); i++)
        {
            var point = points[i - 1];
            Assert.Equal($"{point["callers"]}人", papers.Figures[$"points.{i}.callers"].Text);
            Assert.Equal($"{point["complaints"]}件", papers.Figures[$"points.{i}.complaints"].Text);
            Assert.Equal($"{point["active_days"]}天", papers.Figures[$"points.{i}.days"].Text);
        }
        Assert.Equal(points.Count, papers.Figures["points.count"].Value);
        Assert.Equal(points.Sum(point => (long)point["complaints"]!), papers.Figures["points.complaints"].Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_windows_are_rows_of_peak_windows_by_level_and_strongest_first(string kind)
    {
        var windows = sample
            .Of(kind)
            .Table("peak_windows", "true order by list_position(['city', 'issue', 'district', 'street'], scope_level), llr desc");
        if (windows.Count == 0)
        {
            Assert.DoesNotContain("peak_windows", sample.Of(kind).WordTables.Keys);
            return;
        }
        var printed = sample.Of(kind).HtmlTable("peak_windows").Skip(1).ToList();
        // A window of all days is not told again for a kind of day, so some rows of the machine table are not printed.
        var left = windows.Select(window => (Int(window["incidents"]), One(window["expected"]), P(window["p_value"]))).ToList();
        foreach (var row in printed)
        {
            var at = left.IndexOf((row[3], row[4], row[5]));
            Assert.True(at >= 0, $"{row[0]} {row[2]} is no row of peak_windows, or out of order");
            left.RemoveRange(0, at + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_peaks_of_the_city_add_up_the_hours_of_peak_hours(string kind)
    {
        var papers = sample.Of(kind);
        var hours = papers.Table("peak_hours", "scope_level = 'city' and day_kind = 'all' and comparison = 'uniform'");
        var peaks = hours.Where(hour => hour["is_peak"] is true).ToList();

        Assert.Equal(24, hours.Count);
        Assert.Equal(sample.Rows.InDays(SampleOffice.Days(kind), "time_precision <> 'day'"), hours.Sum(hour => (long)hour["complaints"]!));
        if (peaks.Count == 0)
            Assert.DoesNotContain("peaks.complaints", papers.Figures.Keys);
        else
            Assert.Equal(peaks.Sum(hour => (long)hour["complaints"]!), papers.Figures["peaks.complaints"].Value);
    }

    private static string Int(object? value) =>
        value is null ? "—" : Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Decimal(object? value, int decimals) =>
        value is null
            ? "—"
            : Math.Round(decimal.Parse(((double)value).ToString("G15"), NumberStyles.Float), decimals, MidpointRounding.AwayFromZero)
                .ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture);

    private static string One(object? value) => Decimal(value, 1);

    private static string Two(object? value) => Decimal(value, 2);

    private static string P(object? value) => value is < 0.001 ? "<0.001" : Decimal(value, 3);

    private static string Percent(object? value) => value is double share ? Decimal(share * 100, 1) + "%" : "—";

    private static string Hour(int hour) => $"{hour}—{hour + 1}时";

    /// <summary>The rules of the trade: no percentage on a base of zero or below ten.</summary>
    private static string Change(Dictionary<string, object?> area, string earlier)
    {
        if (area[earlier] is not long before)
            return "—";
        var now = (long)area["complaints"]!;
        return now == before ? "持平"
            : before == 0 ? "新增"
            : before < 10 ? $"{(now > before ? "+" : "−")}{Math.Abs(now - before)}件"
            : TraceJourney.Ratio(now, before);
    }
}
