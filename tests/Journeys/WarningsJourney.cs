using System.Globalization;
using System.Text;

namespace Hotspot.Tests.Journeys;

/// <summary>Early warnings from the export to the sentence.</summary>
[Collection("sample office")]
public sealed class WarningsJourney(SampleOffice sample, WarningsJourney.Loaded spring) : IClassFixture<WarningsJourney.Loaded>
{
    /// <summary>Sixty days; a street jumps on the Friday of the second week, another on that of the last.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() =>
            Office.Call("load", Office.Write("春.csv", Orders(60, new() { [(Friday.AddDays(-49), 2)] = 20, [(Friday, 0)] = 20 }))).Exits(0);

        internal Papers Weekly(string week)
        {
            Office.Call("report", "weekly", "--period", week).Exits(0);
            return new Papers(Office.Bulletin("weekly", week));
        }
    }

    private static readonly DateOnly Sunday = new(2025, 4, 27);
    private static readonly DateOnly Friday = Sunday.AddDays(-2);
    private static readonly string[] Streets = ["朝阳区,望京街道", "海淀区,中关村街道", "丰台区,大红门街道", "朝阳区,双井街道"];

    [Fact]
    public void A_street_that_jumps_on_one_day_is_told_with_its_day()
    {
        var papers = spring.Weekly("2025-W17");

        var alarm = papers.Table("early_warnings", "is_alarm order by rank")[0];
        Assert.Equal(("street", "望京街道", "c2", "up"), (alarm["level"], alarm["street"], alarm["method"], alarm["direction"]));
        Assert.Equal(("2025-04-25", 24L), (Day(alarm["since_on"]), alarm["observed"]));
        Assert.Contains("朝阳区望京街道无照经营4月25日发生24起，平常约4.0起", papers.Text, StringComparison.Ordinal);
        Assert.Contains("历史不足，未作按周检验", papers.Text, StringComparison.Ordinal);
        var printed = papers.WordTables["alarms"].Cells[1];
        Assert.Equal(["朝阳区望京街道", "无照经营", "2025-04-25", "24", "4.0"], [printed[0], printed[1], .. printed[3..6]]);
        Assert.Contains("单日突增", printed[2], StringComparison.Ordinal);
        Assert.Equal(24, papers.Figures["warnings.1.observed"].Value);
    }

    [Fact]
    public void Without_a_jump_and_with_a_short_history_a_sentence_says_so()
    {
        var papers = spring.Weekly("2025-W16");
        Assert.Contains("统一控制误报后未发现异常增减", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alarms", papers.WordTables.Keys);

        papers = spring.Weekly("2025-W10");
        Assert.Contains("历史数据不足（逐日预警至少需4周，按周预警需52周）", papers.Text, StringComparison.Ordinal);
        Assert.All(papers.Table("early_warnings"), row => Assert.Equal("short_history", row["reason"]));
    }

    /// <summary>A week is compared on the days of the week that it has.</summary>
    [Fact]
    public void A_day_that_the_data_lack_leaves_the_week_tested_on_the_others()
    {
        using var office = new Office();
        office
            .Call("load", office.Write("缺一天.csv", Orders(400, new() { [(Friday, 0)] = 60 }, aDay: 6, missing: Sunday.AddDays(-4))))
            .Exits(0);
        office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var papers = new Papers(office.Bulletin("weekly", "2025-W17"));

        Assert.Contains("缺4月23日的数据，按周检验只比有数据的几天", papers.Text, StringComparison.Ordinal);
        var week = papers.Table("early_warnings", "method = 'nb_glm' and street = '望京街道'")[0];
        Assert.Equal((96L, true), (week["observed"], week["is_alarm"]));
        Assert.Equal(36, (double)week["expected"]!, 0.5);
        Assert.DoesNotContain(papers.Table("early_warnings"), row => row["reason"] is "days_missing");
    }

    [Theory]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public void What_a_day_or_a_week_tells_are_published_incidents(string kind)
    {
        var last = SampleOffice.Days(kind).Until.AddDays(-1);
        var rows = sample.Of(kind).Table("early_warnings", "method in ('c2', 'nb_glm') and reason is null");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var days = (DateOnly.Parse(Day(row["since_on"])), DateOnly.Parse(Day(row["until_on"])).AddDays(1));
            var street = row["street"] is { } name ? $"street = '{name}'" : "true";
            var district = row["district"] is { } named ? $"district = '{named}'" : "true";
            var where = $"{district} and {street} and issue = '{row["issue"]}' and complaint_id = incident_id";
            Assert.Equal(sample.Rows.InDays(days, where), row["observed"]);
            Assert.True(days.Item2.AddDays(-1) <= last);
            Assert.True((double)row["p_value"]! <= 0.05 || rows.Count == 1);
        }
        Assert.Single(sample.Of(kind).Table("early_warnings").Select(row => row["tests"]).Distinct());
    }

    /// <summary>So many orders a day and street, 24 at another hour each; where a street jumps on a day, so many more. No address, so none merges.</summary>
    private static string Orders(int days, Dictionary<(DateOnly Day, int Street), int> jumps, int aDay = 4, DateOnly? missing = null)
    {
        var text = new StringBuilder(
            "工单编号,来电时间,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题,是否联系,是否解决,是否满意\n"
        );
        for (var day = Sunday.AddDays(1 - days); day <= Sunday; day = day.AddDays(1))
        {
            if (day == missing)
                continue;
            var n = 0;
            foreach (var (street, i) in Streets.Select((street, i) => (street, i)))
            {
                for (var order = 0; order < aDay + jumps.GetValueOrDefault((day, i)); order++)
                {
                    n++;
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"热线-{day:yyMMdd}-{n:000000},{day:yyyy-MM-dd} {n % 24:00}:{n % 60:00},{street},,反映占道经营。,城市管理,占道经营,流动摊贩,是,解决,满意\n"
                    );
                }
            }
        }
        return text.ToString();
    }

    private static string Day(object? value) =>
        value is DateTime at
            ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ((DateOnly)value!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
