using System.Globalization;
using Hotspot.Classify;

namespace Hotspot.Tests.Journeys;

/// <summary>What people read is what the machine tables and the published complaints say, recounted by queries of the tests' own.</summary>
[Collection("sample office")]
public class TraceJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_totals_are_those_of_the_published_complaints(string kind)
    {
        var (papers, days) = (sample.Of(kind), SampleOffice.Days(kind));
        var complaints = sample.Rows.InDays(days);
        var incidents = sample.Rows.InDays(days, "complaint_id = incident_id");
        double Figure(string id) => papers.Figures[id].Value!.Value;

        Assert.True(complaints > 100);
        Assert.All(["overview.complaints", "finding.complaints", "key.complaints"], id => Assert.Equal(complaints, Figure(id)));
        Assert.All(["overview.incidents", "finding.incidents", "key.incidents"], id => Assert.Equal(incidents, Figure(id)));
        Assert.Equal(sample.Rows.InDays(days, "stream = 'B'"), Figure("overview.stream_b"));
        Assert.Equal(sample.Rows.InDays(days, "stream = 'A'"), Figure("overview.stream_a"));
        Assert.Equal(complaints - incidents, Figure("incidents.merged"));
        Assert.Equal($"{complaints}件", papers.Figures["overview.complaints"].Text);
    }

    [Fact]
    public void The_overview_compares_with_the_week_before_and_the_same_week_of_the_year_before()
    {
        var total = sample.Weekly.WordTables["overview"].Cells[1];
        var (now, before, year) = (Week(2025, 4, 21), Week(2025, 4, 14), Week(2024, 4, 22));

        Assert.True(before >= 10 && year >= 10);
        Assert.Equal([Count(now), "100.0%", Count(before), Ratio(now, before), Count(year), Ratio(now, year)], total[1..]);
    }

    [Fact]
    public void The_month_compares_with_the_month_before_and_the_same_month_of_the_year_before()
    {
        var total = sample.Monthly.WordTables["overview"].Cells[1];
        var now = Between(new(2025, 3, 1), new(2025, 4, 1));
        var before = Between(new(2025, 2, 1), new(2025, 3, 1));
        var year = Between(new(2024, 3, 1), new(2024, 4, 1));

        Assert.Equal([Count(now), "100.0%", Count(before), Ratio(now, before), Count(year), Ratio(now, year)], total[1..]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_issues_are_those_of_the_published_complaints(string kind)
    {
        var days = SampleOffice.Days(kind);
        var cells = sample.Of(kind).WordTables["issues"].Cells;
        var incidents = Array.IndexOf(cells[0], "事件（起）");
        var counts = sample.Rows.InDays(
            days,
            cells.Skip(1).SelectMany(row => (string[])[$"issue = '{row[0]}'", $"issue = '{row[0]}' and complaint_id = incident_id"])
        );

        Assert.Equal(
            counts.Chunk(2).Select(pair => (Count(pair[0]), Count(pair[1]))),
            cells.Skip(1).Select(row => (row[1], row[incidents]))
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_quality_of_the_data_is_that_of_the_published_complaints(string kind)
    {
        var days = SampleOffice.Days(kind);
        string[] conditions =
        [
            "time_precision <> 'day'",
            "time_from = 'called'",
            "geo_level = 'coordinate'",
            "geo_level in ('coordinate', 'place')",
            "contains(geo_flags, 'place_from_content')",
            "district is null",
            "caller_key is null",
            "issue <> '其他'",
        ];

        Assert.Equal(
            sample.Rows.InDays(days, conditions).Select(Count),
            sample.Of(kind).WordTables["quality"].Cells.Skip(1).Select(row => row[1])
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_callbacks_are_those_of_stream_B_closed_in_the_period_without_excluded_orders(string kind)
    {
        var days = SampleOffice.Days(kind);
        // Closed in the period; an order that is said to be closed, without a time, when it was dispatched, or else reported.
        const string Closed = "coalesce(closed_at, if(coalesce(status, '办结') = '办结', coalesce(dispatched_at, occurred_at), null))";
        var kinds = string.Join(',', IssueList.Load().SixPlusN.Select(one => $"'{one.Issue}'"));
        var due =
            $"issue in ({kinds}) and disposition <> 'excluded' and (stream is null or stream = 'B') and {Closed} >= '{days.From:yyyy-MM-dd}' and {Closed} < '{days.Until:yyyy-MM-dd}'";
        var table = sample.Of(kind).WordTables["callbacks"].Cells;
        var rate = Array.IndexOf(table[0], "解决率");

        Assert.Equal(sample.Rows.Count(due), sample.Of(kind).Figures["callbacks.orders"].Value);
        foreach (var row in table.Skip(1))
        {
            const string Answered = "coalesce(valid_callback, satisfaction is not null or resolved is not null)";
            var counts = sample.Rows.Each(
                $"{due} and district = '{row[0]}'",
                ["true", Answered, Answered + " and resolved", Answered + " and resolved is not null"]
            );
            var (all, valid, resolved, asked) = (counts[0], counts[1], counts[2], counts[3]);
            Assert.Equal(Count(all), row[1]);
            Assert.Equal(valid < 5 ? "—" : Percent((double)resolved / asked), row[rate]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_areas_are_those_of_the_published_complaints(string kind)
    {
        var days = SampleOffice.Days(kind);
        var areas = sample.Of(kind).Table("areas", "issue is null");

        Assert.True(areas.Count > 50);
        Assert.Equal(
            sample.Rows.InDays(days, "district is not null"),
            areas.Where(area => (string)area["level"]! == "district").Sum(area => (long)area["complaints"]!)
        );
        var streets = areas.Where(area => (string)area["level"]! == "street").Take(20).ToList();
        var counts = sample.Rows.InDays(
            days,
            streets
                .Select(area => $"district = '{area["district"]}' and street = '{area["street"]}'")
                .SelectMany(where => (string[])[where, where + " and complaint_id = incident_id"])
        );
        Assert.Equal(
            counts.Chunk(2).Select(pair => (pair[0], pair[1])),
            streets.Select(area => ((long)area["complaints"]!, (long)area["incidents"]!))
        );
    }

    private long Between(DateOnly from, DateOnly until) => sample.Rows.InDays((from, until));

    private long Week(int year, int month, int day) => Between(new(year, month, day), new DateOnly(year, month, day).AddDays(7));

    internal static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    internal static string Percent(double share) =>
        Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    internal static string Ratio(long now, long before)
    {
        var change = Math.Round(100m * now / before - 100, 1, MidpointRounding.AwayFromZero);
        return now == before ? "持平"
            : change < 0 ? "−" + Percent(-(double)change / 100)
            : change > 0 ? "+" + Percent((double)change / 100)
            : "0.0%";
    }
}
