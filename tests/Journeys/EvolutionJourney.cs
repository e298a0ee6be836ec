using System.Globalization;

namespace Hotspot.Tests.Journeys;

/// <summary>Where hot spots come from and where they go: the table, the words of the other tables, the sentences.</summary>
[Collection("sample office")]
public class EvolutionJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [InlineData("weekly", "2024-04-29", "2025-04-27")]
    [InlineData("monthly", "2024-04-01", "2025-03-30")]
    public void Every_cell_was_looked_at_over_the_year_that_ends_with_the_last_complete_week(string kind, string from, string until)
    {
        var cells = sample.Of(kind).Table("emerging");

        Assert.NotEmpty(cells);
        Assert.All(
            cells,
            cell =>
            {
                Assert.Equal((from, until, 52), (Day(cell["from_on"]), Day(cell["until_on"]), Convert.ToInt32(cell["steps"])));
                Assert.InRange(Convert.ToInt32(cell["hot_steps"]) + Convert.ToInt32(cell["cold_steps"]), 0, 52);
            }
        );
        Assert.Equal(cells.Count, cells.Select(cell => (cell["scale"], cell["cell_id"])).Distinct().Count());
    }

    [Fact]
    public void Hexagons_hold_the_incidents_with_a_coordinate()
    {
        var cells = sample.Weekly.Table("emerging", "scale like 'hex%'");
        if (cells.Count == 0)
            return;
        Assert.Single(cells.Select(cell => cell["scale"]).Distinct());
        Assert.Equal(
            sample.Rows.InDays(
                (new DateOnly(2024, 4, 29), new DateOnly(2025, 4, 28)),
                "complaint_id = incident_id and geo_level in ('coordinate', 'place') and longitude is not null"
            ),
            cells.Sum(cell => (long)cell["incidents"]!)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_streets_of_areas_have_the_class_of_their_cells(string kind)
    {
        var cells = sample
            .Of(kind)
            .Table("emerging", "scale = 'street'")
            .ToDictionary(c => (c["district"], c["street"]), c => c["trend_class"]);
        var areas = sample.Of(kind).Table("areas");

        Assert.NotEmpty(cells);
        Assert.All(
            areas,
            area =>
                Assert.Equal(
                    area["issue"] is null && (string)area["level"]! == "street"
                        ? cells.GetValueOrDefault((area["district"], area["street"]))
                        : null,
                    area["trend_class"]
                )
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_printed_words_are_those_of_the_classes(string kind)
    {
        var points = sample.Of(kind).Table("points", "true order by rank");
        Assert.All(points, point => Assert.NotNull(point["trend_class"]));
        Assert.Equal(points.Take(10).Select(point => Printed.Trend(point["trend_class"])), Rows(kind, "points").Select(row => row.Trend));
        var streets = sample.Of(kind).Table("areas", "issue is null and level = 'street'");
        foreach (var (cells, trend) in Rows(kind, "streets"))
            Assert.Equal(
                Printed.Trend(
                    streets.Single(area => (string)area["district"]! == cells[1] && (string)area["street"]! == cells[2])["trend_class"]
                ),
                trend
            );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sentence_counts_the_streets_of_the_table(string kind)
    {
        var papers = sample.Of(kind);
        var streets = papers.Table("emerging", "scale = 'street'");
        Assert.Equal(52, papers.Figures["trend.steps"].Value);
        Assert.Equal(streets.Count, papers.Figures["trend.streets"].Value);
        foreach (
            var (key, word) in new[] { ("new", "新增"), ("worse", "加剧"), ("lasting", "持续"), ("easing", "缓解"), ("scattered", "零星") }
        )
            Assert.Equal(
                streets.Count(street => Printed.Trend(street["trend_class"]) == word),
                papers.Figures.GetValueOrDefault($"trend.streets.{key}").Value ?? 0
            );
        Assert.Contains("看演变态势：", papers.Section("四、高发区域"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_street_where_a_rise_was_planted_in_the_last_week_is_new()
    {
        var street = Assert.Single(sample.Weekly.Table("emerging", "cell_id = '昌平区/回龙观街道'"));
        Assert.Equal(("new_hot", 1), (street["trend_class"], Convert.ToInt32(street["hot_steps"])));
        Assert.Equal("none", Assert.Single(sample.Monthly.Table("emerging", "cell_id = '昌平区/回龙观街道'"))["trend_class"]);
    }

    /// <summary>Rows of a printed table with the word of their trend; a column without any word is not printed.</summary>
    private IEnumerable<(string[] Cells, string Trend)> Rows(string kind, string table)
    {
        var cells = sample.Of(kind).HtmlTable(table);
        var column = Array.IndexOf(cells[0], "态势");
        return cells.Skip(1).Select(row => (row, column < 0 ? "—" : row[column]));
    }

    private static string Day(object? value) =>
        value is DateTime time ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ((DateOnly)value!).ToString("O");
}

/// <summary>An office of its own.</summary>
public class ShortHistoryJourney
{
    [Fact]
    public void Nine_weeks_are_too_short_and_the_bulletin_says_so_once()
    {
        using var office = new Office();
        var exports = Path.Combine(office.Folder, "导出");
        office.Call("sample", "--complaints", "1500", "--weeks", "9", "-o", exports).Exits(0);
        office.Call("load", exports).Exits(0);
        office.Call("report", "weekly").Exits(0);
        var papers = new Papers(office.Bulletin("weekly", "2025-W17"));

        Assert.Empty(papers.Table("emerging"));
        Assert.All(papers.Table("areas"), area => Assert.Null(area["trend_class"]));
        Assert.NotEmpty(papers.Table("points"));
        Assert.All(papers.Table("points"), point => Assert.Null(point["trend_class"]));
        Assert.Equal(2, papers.Text.Split("演变态势须有连续10个完整周的数据").Length);
    }
}
