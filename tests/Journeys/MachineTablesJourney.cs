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
            areas.Select(area => Convert.ToInt64(area["rank"])).Order().Take(10).Select(rank => Printed.Int(rank)),
            printed.Select(row => row[0])
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_points_are_the_first_rows_of_points(string kind)
    {
        var printed = sample.Of(kind).HtmlTable("points").Skip(1).ToList();
        var points = sample.Of(kind).Table("points", "true order by rank");

        Assert.NotEmpty(printed);
        Assert.Equal(Math.Min(10, points.Count), printed.Count);
        Assert.Equal(points.Take(10).Select(point => (string)point["label"]!), printed.Select(row => row[1]));
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
        var left = windows
            .Select(window => (Printed.Int(window["incidents"]), Printed.One(window["expected"]), Printed.P(window["p_value"])))
            .ToList();
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
}
