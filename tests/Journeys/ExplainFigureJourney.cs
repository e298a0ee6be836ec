using System.Text.Json;
using Hotspot.Grouping;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Journeys;

/// <summary>From a number in a sentence to the rows behind it.</summary>
[Collection("sample office")]
public class ExplainFigureJourney(SampleOffice sample)
{
    private JsonElement Explained(string id, params string[] more) => sample.Office.Call(["explain", id, .. more]).Exits(0).Json;

    [Fact]
    public void A_figure_is_told_with_its_question_and_the_rows_that_answer_it_today()
    {
        var figure = Explained("overview.complaints", "--in", "weekly/2025-W17");
        var (from, until) = SampleOffice.Days("weekly");
        var complaints = sample.Rows.InDays((from, until));

        Assert.Equal("figure", figure.GetProperty("kind").GetString());
        Assert.Equal(complaints, figure.GetProperty("value").GetDouble());
        Assert.Equal($"{complaints}件", figure.GetProperty("text").GetString());
        var now = figure
            .GetProperty("queries")
            .EnumerateArray()
            .Single(query => query.GetProperty("parameters").GetProperty("from").GetString() == "2025-04-21");
        Assert.Equal("Grouping/totals", now.GetProperty("sql").GetString());
        Assert.Contains("from complaint", now.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(complaints.ToString(System.Globalization.CultureInfo.InvariantCulture), now.GetProperty("rows")[0][0].GetString());
    }

    [Theory]
    [InlineData("weekly/2025-W17")]
    [InlineData("monthly/2025-03")]
    public void Every_figure_names_what_was_asked_and_how_it_was_tested(string bulletin)
    {
        var file = Path.Combine(sample.Office.Home.Published, bulletin, "figures.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var asked = json
            .RootElement.GetProperty("queries")
            .EnumerateArray()
            .Select(query => query.GetProperty("sql").GetString())
            .ToHashSet();
        var sources = json
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .SelectMany(figure => figure.GetProperty("source").GetString()!.Split(", "))
            .ToHashSet();

        Hold.None(
            sources.Where(source => source.EndsWith(".sql", StringComparison.Ordinal) && !asked.Contains(source[..^4])),
            "a figure names a question that the bulletin did not ask: its source is 'Grouping/x.sql, Room/Class'"
        );
        foreach (var language in (string[])["zh", "en"])
        {
            var book = Phrasebook.Load(language);
            Hold.None(
                sources
                    .Where(source => !source.EndsWith(".sql", StringComparison.Ordinal))
                    .Select(source => "method." + source.Split('/')[^1])
                    .Where(key => !book.Has(key)),
                $"a figure names a method that explain cannot tell: write what it does into pipeline/Language/{language}/runs.json"
            );
        }
    }

    [Fact]
    public void The_bulletin_written_last_answers_where_none_is_named()
    {
        var last = new[] { "weekly/2025-W17", "monthly/2025-03" }.MaxBy(name =>
            File.GetLastWriteTimeUtc(Path.Combine(sample.Office.Home.Published, name, "manifest.json"))
        );
        Assert.Equal(last, Explained("overview.complaints").GetProperty("bulletin").GetString());
        Assert.Equal("weekly/2025-W17", Explained("overview.complaints", "--in", "2025-W17").GetProperty("bulletin").GetString());
        var missing = sample.Office.Call("explain", "overview.complaints", "--in", "weekly/1999-W01").Exits(4);
        Assert.Equal("bulletin_unknown", missing.Json.GetProperty("error").GetProperty("code").GetString());
        var unknown = sample.Office.Call("explain", "overview.complaint", "--in", "2025-W17").Exits(4);
        Assert.Equal("figure_unknown", unknown.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("overview.complaints", unknown.Error, StringComparison.Ordinal);
        Assert.Contains(
            "points.count",
            sample.Office.Call("explain", "point.count", "--in", "2025-W17").Exits(4).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("order_unknown", sample.Office.Call("explain", "热线-990101-000001").Exits(4).Out, StringComparison.Ordinal);
    }

    /// <summary>One figure of each question, so that every question is asked again.</summary>
    [Fact]
    public void Every_question_of_a_bulletin_can_be_asked_again()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample.Office.Home.Published, "weekly/2025-W17/figures.json")));
        var ids = json
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .DistinctBy(figure => figure.GetProperty("source").GetString())
            .Select(figure => figure.GetProperty("id").GetString()!);
        Assert.All(ids, id => Explained(id, "--in", "weekly/2025-W17"));
    }

    [Fact]
    public void People_read_the_method_the_sql_and_the_rows_without_a_pseudonym()
    {
        var told = sample.Office.Call("explain", "points.count", "--in", "weekly/2025-W17").Exits(0);
        Assert.Contains("通报期间：2025-04-21/2025-04-27", told.Error, StringComparison.Ordinal);
        var questions = told.Json.GetProperty("queries").EnumerateArray().ToList();

        Assert.NotEmpty(questions);
        Assert.Contains("Grouping/units.sql", told.Error, StringComparison.Ordinal);
        Assert.All(
            questions,
            query => Assert.DoesNotContain("caller_key", query.GetProperty("columns").EnumerateArray().Select(column => column.GetString()))
        );
        Assert.DoesNotMatch("[0-9a-f]{32}", told.Error);
    }

    [Fact]
    public void A_hotspot_is_told_with_its_tests_and_the_incidents_that_make_it()
    {
        var point = sample.Weekly.Table("points", "longitude is not null order by rank")[0];
        var id = (string)point["hotspot_id"]!;
        var answer = sample.Office.Call("explain", id, "--in", "weekly/2025-W17").Exits(0);
        var told = answer.Json;

        Assert.Equal("hotspot", told.GetProperty("kind").GetString());
        Assert.Equal((string)point["label"]!, told.GetProperty("hotspot").GetProperty("label").GetString());
        Assert.Equal((long)point["incidents"]!, told.GetProperty("count").GetInt64());
        var incidents = told.GetProperty("incidents").EnumerateArray().ToList();
        Assert.Equal(Math.Min(50, (int)(long)point["incidents"]!), incidents.Count);
        if (incidents.Count < 50)
            Assert.Equal((long)point["complaints"]!, incidents.Sum(incident => incident.GetProperty("complaints").GetInt64()));
        // Each of them can be asked about in its turn.
        sample.Office.Call("explain", incidents[0].GetProperty("incident_id").GetString()!).Exits(0);
        Assert.Contains("期望按人次", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_space_time_cluster_is_told_with_the_incidents_that_it_is_made_of()
    {
        var generation = Generation.Current(sample.Office.Home.PublishedData)!;
        var (point, limits) = (sample.Weekly.Table("points", "longitude is not null order by rank")[0], new SessionLimits(Threads: 1));
        var told = HotspotReader.Find(
            generation,
            Path.Combine(sample.Weekly.Folder, "parquet", "points.parquet"),
            Path.Combine(sample.Weekly.Folder, "parquet", "hotspot_units.parquet"),
            (string)point["hotspot_id"]!,
            new DaySpan(new(2025, 4, 21), new(2025, 4, 28)),
            null,
            limits
        )!;
        // A night with a cluster of the hotspot's incidents and the alarm that it raised.
        var night = Path.Combine(sample.Office.Home.Nights, "2025-04-28");
        var tables = Directory.CreateDirectory(Path.Combine(night, "parquet")).FullName;
        var ids = told.Incidents.Select(incident => incident.IncidentId).ToList();
        var (clusters, incidents) = (
            Path.Combine(tables, "space_time_clusters.parquet"),
            Path.Combine(tables, "cluster_incidents.parquet")
        );
        var cluster = new SpaceTimeCluster(
            "T-1",
            "street",
            "朝阳区",
            null,
            null,
            116.4,
            39.9,
            0,
            new(2025, 4, 21),
            new(2025, 4, 27),
            null,
            ids.Count,
            ids.Count,
            1,
            1,
            2.5,
            9,
            0.001,
            400,
            true,
            SpaceTimeCluster.New
        );
        using (var stream = File.Create(clusters))
            ParquetTable.Write([cluster], stream);
        using (var stream = File.Create(incidents))
            ParquetTable.Write([.. ids.Select(id => new ClusterIncident("T-1", id)), new ClusterIncident("T-2", "other")], stream);

        var found = HotspotReader.FindCluster(generation, clusters, incidents, "T-1", null, limits)!;
        Assert.Equal(told.Incidents, found.Incidents);
        Assert.Equal("400.0", found.Columns.Single(column => column.Key == "recurrence_days").Value);
        Assert.Null(HotspotReader.FindCluster(generation, clusters, incidents, "T-3", null, limits));

        var alarm = Alarm.Of(new ScanNight(cluster.UntilOn, cluster.FromOn, 1, [cluster], []), [], [], [], _ => [], _ => []);
        using (var stream = File.Create(Path.Combine(night, "alarms.json")))
            JsonText.Write(new { Day = cluster.UntilOn.AddDays(1), Alarms = alarm }, stream);
        File.Copy(Path.Combine(sample.Weekly.Folder, "manifest.json"), Path.Combine(night, "manifest.json"));
        var answers = new[] { "T-1", alarm[0].AlarmId }.Select(id => Explained(id)).ToList();
        Directory.Delete(night, recursive: true);
        Assert.All(answers, one => Assert.Equal("nightly/2025-04-28", one.GetProperty("bulletin").GetString()));
        Assert.All(answers, one => Assert.Equal("400.0", one.GetProperty("hotspot").GetProperty("recurrence_days").GetString()));
    }

    [Fact]
    public void An_alarm_that_no_cluster_told_is_told_with_its_tests_and_orders_as_the_newest_night_has_it()
    {
        var order = sample.Weekly.Table("cluster_incidents", "true")[0]["incident_id"]!.ToString()!;
        var nights = new List<string>();
        Alarm Told(DateOnly day, long observed)
        {
            var test = new AlarmTest(
                "week",
                "朝阳区",
                "望京街道",
                null,
                "施工扬尘",
                null,
                day.AddDays(-7),
                day.AddDays(-1),
                observed,
                2.5,
                null,
                0.004
            );
            return new Alarm(
                "W-1",
                test.Kind,
                "ongoing",
                test.District,
                test.Street,
                null,
                null,
                null,
                null,
                "施工扬尘",
                test.SinceOn,
                test.UntilOn,
                observed,
                test.Expected,
                "up",
                null,
                test.QValue,
                [order]
            )
            {
                Tests = [test],
            };
        }
        // The older night was made again last.
        foreach (var day in (DateOnly[])[new(2025, 4, 28), new(2025, 4, 27)])
        {
            var night = Directory.CreateDirectory(Path.Combine(sample.Office.Home.Nights, day.ToString("O"))).FullName;
            nights.Add(night);
            using (var stream = File.Create(Path.Combine(night, "alarms.json")))
                JsonText.Write(new { Day = day, Alarms = new[] { Told(day, day.Day) } }, stream);
            File.Copy(Path.Combine(sample.Weekly.Folder, "manifest.json"), Path.Combine(night, "manifest.json"));
            File.SetLastWriteTimeUtc(Path.Combine(night, "manifest.json"), DateTime.UtcNow.AddMinutes(nights.Count));
        }
        var newest = sample.Office.Call("explain", "W-1");
        var named = sample.Office.Call("explain", "W-1", "--in", "nightly/2025-04-27");
        nights.ForEach(night => Directory.Delete(night, recursive: true));

        var told = newest.Exits(0).Json;
        Assert.Equal(("alarm", "nightly/2025-04-28"), (told.GetProperty("kind").GetString(), told.GetProperty("bulletin").GetString()));
        Assert.Equal(28, told.GetProperty("alarm").GetProperty("tests")[0].GetProperty("observed").GetInt64());
        Assert.Equal(27, named.Exits(0).Json.GetProperty("alarm").GetProperty("observed").GetInt64());
        foreach (var part in (string[])["朝阳区望京街道", "施工扬尘", "一周", "28 起", "2.5", "0.004", order])
            Assert.Contains(part, newest.Error, StringComparison.Ordinal);
    }
}
