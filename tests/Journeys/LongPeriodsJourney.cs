using System.Globalization;

namespace Hotspot.Tests.Journeys;

/// <summary>Quarters and years: their months, and what thirteen weeks of another season cannot tell.</summary>
[Collection("sample office")]
public sealed class LongPeriodsJourney(SampleOffice sample) : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private Papers Of(string kind, string period)
    {
        _office.TakeOver(sample.Office);
        _office.Call("report", kind, "--period", period).Exits(0);
        return new Papers(_office.Bulletin(kind, period));
    }

    [Fact]
    public void The_months_of_a_quarter_add_up_to_it()
    {
        var papers = Of("quarterly", "2025-Q1");
        var months = papers.WordTables["months"].Cells;

        Assert.Equal(["2025年1月", "2025年2月", "2025年3月"], months.Skip(1).Select(row => row[0]));
        Assert.Equal(papers.Figures["overview.complaints"].Value, months.Skip(1).Sum(row => Number(row[1])));
        Assert.Equal(papers.Figures["overview.incidents"].Value, months.Skip(1).Sum(row => Number(row[3])));
        // An issue's column adds up to its row in the table of issues.
        var issue = papers.WordTables["issues"].Cells.Single(row => months[0][4].StartsWith(row[0], StringComparison.Ordinal));
        Assert.Equal(Number(issue[1]), months.Skip(1).Sum(row => Number(row[4])));
    }

    [Fact]
    public void A_year_that_runs_speaks_of_the_days_that_there_are_and_advises_for_those_after_them()
    {
        var papers = Of("yearly", "2025");

        Assert.Contains("（1月1日—4月27日）", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12月31日", papers.Text, StringComparison.Ordinal);
        Assert.Equal("2025年4月（至4月27日）", papers.WordTables["months"].Cells[^1][0]);
        Assert.All(
            papers
                .Section("九、工作建议")
                .Split('\n')
                .Where(line => line.Contains("建议", StringComparison.Ordinal) && line.Contains("巡查", StringComparison.Ordinal)),
            line => Assert.Contains("4月28日—5月4日", line, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("元旦", papers.Text, StringComparison.Ordinal);
        // The quarter before a year is another season: nothing is new or usual by it.
        Assert.Empty(papers.Table("peak_hours", "comparison = 'past_8_weeks' and is_peak"));
        Assert.Empty(papers.Table("emerging_words"));
        // What came again after closing is told of the days that were followed.
        Assert.Matches("月[0-9]+日—4月27日办结的可追溯诉求", papers.Text);
    }

    [Fact]
    public void A_year_whose_data_begin_within_a_month_has_that_month_too_and_says_what_it_lacks_and_why()
    {
        var file = _office.Write("年中.csv", Exports.City(new DateOnly(2025, 6, 26), 35, 30));
        _office.Call("load", file).Exits(0);
        _office.Call("report", "yearly", "--period", "2025").Exits(0);
        var papers = new Papers(_office.Bulletin("yearly", "2025"));
        var months = papers.WordTables["months"].Cells;

        Assert.Equal(["2025年6月（6月26日起）", "2025年7月（至7月30日）"], months.Skip(1).Select(row => row[0]));
        Assert.Equal(["150", "900"], months.Skip(1).Select(row => row[1]));
        Assert.Equal(1050, papers.Figures["overview.complaints"].Value);
        Assert.Contains("（1月1日—6月25日）", papers.Text, StringComparison.Ordinal);
        // Nothing is compared, so nothing is said of how; streets are not judged for the same reason as districts.
        Assert.Contains("统计至7月30日", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("均取相同天数", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("历史不足3周", papers.Section("四、高发区域"), StringComparison.Ordinal);
    }

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);
}
