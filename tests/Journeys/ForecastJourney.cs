using System.Globalization;
using System.Text;

namespace Hotspot.Tests.Journeys;

/// <summary>The week ahead from the export to the sentence, and what became of the last one.</summary>
[Collection("sample office")]
public sealed class ForecastJourney(SampleOffice sample)
{
    [Fact]
    public void A_weekly_bulletin_prints_the_forecast_of_its_table()
    {
        var papers = sample.Weekly;
        var city = Assert.Single(papers.Table("forecast", "level = 'city' and issue is null"));
        Assert.Equal(Math.Round((double)city["mean"]!), papers.Figures["forecast.mean"].Value);
        Assert.Equal(city["p10"], (long)papers.Figures["forecast.low"].Value!);
        Assert.Equal(city["p90"], (long)papers.Figures["forecast.high"].Value!);
        Assert.Contains("预计下周（4月28日—5月4日）约", papers.Text, StringComparison.Ordinal);

        var printed = papers.WordTables["forecast"].Cells;
        Assert.Equal(["全市", "各类合计"], printed[1][..2]);
        var districts = papers.Table("forecast", "level = 'district' and issue is null order by mean desc, district");
        Assert.Equal(
            // Paper has the city's only.
            districts.Select(row => (string)row["district"]!),
            papers.HtmlTable("forecast").Skip(1).Select(row => row[0]).Where(name => name != "全市")
        );
        Assert.NotEmpty(papers.Table("forecast", "level = 'street' and issue is not null"));

        // One model a level and scope, and no other than the naive one that did not beat it.
        var tried = papers.Table("forecast_backtest");
        Assert.All(tried.GroupBy(row => (row["level"], row["scope"])), group => Assert.Single(group, row => row["is_shown"] is true));
        Assert.All(
            tried.Where(row => row["is_shown"] is true && (string)row["model"]! != "naive"),
            row => Assert.True((double)row["mase"]! < 1 && (double)row["sign_p_value"]! < 0.1)
        );
        Assert.Empty(sample.Monthly.Table("forecast"));
        Assert.Contains("按最近4期均值推算，下期约", sample.Monthly.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cells_to_watch_are_those_of_the_table()
    {
        var papers = sample.Weekly;
        var cells = papers.Table("hot_cells", "true order by rank");
        var tried = Assert.Single(papers.Table("hot_cell_backtest", "is_shown and area_share = 0.01"));
        Assert.Equal(Math.Round(100 * (double)tried["hit_rate"]!, 1), papers.Figures["cells.hit_rate"].Value);
        var printed = papers.WordTables["hot_cells"].Cells.Skip(1).ToList();
        Assert.Equal(Math.Min(5, cells.Count), printed.Count);
        Assert.Equal(cells.Take(5).Select(cell => $"{cell["street"]}"), printed.Select(row => row[2] == "—" ? "" : row[2]));
        // Nothing of the week itself was learned from in a later origin than it: hits are of incidents that came.
        Assert.True((long)tried["hits"]! <= (long)tried["incidents"]!);
    }

    [Fact]
    public void A_week_later_the_bulletin_says_what_became_of_the_forecast()
    {
        using var office = new Office();
        office.Call("load", office.Write("订单.csv", Orders(new(2025, 3, 10), 42))).Exits(0);
        office.Call("report", "weekly", "--period", "2025-W15").Exits(0);
        Assert.DoesNotContain("上期预计", new Papers(office.Bulletin("weekly", "2025-W15")).Text, StringComparison.Ordinal);
        office.Call("report", "weekly", "--period", "2025-W16").Exits(0);
        var papers = new Papers(office.Bulletin("weekly", "2025-W16"));
        // Five orders a day in each of three streets, every day: the mean of four weeks is right.
        Assert.Contains("上期预计本周105件", papers.Text, StringComparison.Ordinal);
        Assert.Contains("实际105件，在区间内", papers.Text, StringComparison.Ordinal);
        Assert.Equal(100, papers.Figures["forecast.last_within"].Value);
        Assert.Contains("历史不足16周，尚不能回测", papers.Text, StringComparison.Ordinal);
        Assert.All(papers.Table("forecast"), row => Assert.Equal("naive", row["model"]));
    }

    [Fact]
    public void The_verb_writes_its_paper_and_tells_the_models()
    {
        var answer = sample.Office.Call("backtest", "--weeks", "12", "--json").Exits(0);
        Assert.Equal("2025-04-27", answer.Json.GetProperty("as_of").GetString());
        Assert.Equal(30, answer.Json.GetProperty("models").GetArrayLength());
        // Each four weeks by what was known before them.
        var texts = answer.Json.GetProperty("texts").EnumerateArray().ToList();
        Assert.Equal(["2025-02-03", "2025-03-03", "2025-03-31"], texts.Select(one => one.GetProperty("from_on").GetString()));
        Assert.Equal("2025-04-27", texts[^1].GetProperty("last_on").GetString());
        Assert.All(texts, one => Assert.True(one.GetProperty("macro_f1").GetDouble() > 0.5));
        Assert.Equal(
            texts[1].GetProperty("learned").GetInt32() + texts[1].GetProperty("texts").GetInt32(),
            texts[2].GetProperty("learned").GetInt32()
        );
        var folder = Path.Combine(sample.Office.Home.Published, "backtest", "2025-04-27");
        Assert.True(File.Exists(Path.Combine(folder, "预测回测_2025年4月27日.docx")));
        Assert.True(File.Exists(Path.Combine(folder, "charts", "hit_rates.png")));
        // The bulletin of the week tried the same weeks.
        Assert.Equal(
            sample.Weekly.Table("forecast_backtest", "is_shown order by all").Select(row => row["mase"]),
            new Papers(folder).Table("forecast_backtest", "is_shown order by all").Select(row => row["mase"])
        );
        sample.Office.Call("backtest", "--weeks", "3").Exits(2);
    }

    /// <summary>Five orders a day in each of three streets; no address, so none merges.</summary>
    private static string Orders(DateOnly from, int days)
    {
        var text = new StringBuilder(
            "工单编号,来电时间,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题,是否联系,是否解决,是否满意\n"
        );
        foreach (var day in Enumerable.Range(0, days).Select(from.AddDays))
        {
            for (var n = 0; n < 15; n++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"热线-{day:yyMMdd}-{n:000000},{day:yyyy-MM-dd} {8 + n % 12:00}:{n:00},{(n % 3 == 0 ? "朝阳区,望京街道" : n % 3 == 1 ? "海淀区,中关村街道" : "丰台区,大红门街道")},,反映占道经营。,城市管理,占道经营,流动摊贩,是,解决,满意\n"
                );
        }
        return text.ToString();
    }
}
