using System.Text;
using Hotspot.Calendar;

namespace Hotspot.Tests.Journeys;

/// <summary>The Spring Festival moves in the solar calendar: fewer complaints for its sake are no change of the city.</summary>
public sealed class SpringFestivalJourney(SpringFestivalJourney.Loaded years) : IClassFixture<SpringFestivalJourney.Loaded>
{
    /// <summary>Two winters.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Office.Call("load", Office.Write("两年.csv", Stationary())).Exits(0);
    }

    [Fact]
    public void A_week_of_the_festival_is_compared_with_the_festival_and_its_fall_is_no_news()
    {
        years.Office.Call("report", "weekly", "--period", "2025-W05").Exits(0);
        var papers = new Papers(years.Office.Bulletin("weekly", "2025-W05"));

        Assert.Contains("同比按春节对齐，与2024年2月8日—2月14日比较", papers.Text, StringComparison.Ordinal);
        Assert.Contains("上年同周（2024年1月29日—2月4日）为", papers.Text, StringComparison.Ordinal);
        Assert.Contains("法定节假日本期6天、上期0天、去年同期5天", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("同比下降", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("环比下降", papers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("漏报", papers.Text, StringComparison.Ordinal);
        var (now, then) = (papers.Figures["overview.complaints"].Value, papers.Figures["overview.year_by_date"].Value);
        Assert.True(now < then / 2, $"{now} of {then}");
    }

    [Fact]
    public void A_cut_of_the_week_compares_as_the_bulletin_does()
    {
        var answer = years.Office.Call("cut", "--period", "2025-W05", "--measure", "complaints,year_change").Exits(0);
        Assert.Contains("同比与2024年2月8日—2024年2月14日比较", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_of_which_the_festival_is_not_the_same_share_says_so()
    {
        var answer = years.Office.Call("cut", "2025年1月同比").Exits(0);
        Assert.Contains("春节假期在本期有4天、在上年同期有0天，同比受此影响。", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("春节假期", years.Office.Call("cut", "2024年11月同比").Exits(0).Error, StringComparison.Ordinal);
    }

    /// <summary>24 complaints a workday and weekend, 8 on a day off, each of a place and a caller of its own; nothing else happens.</summary>
    private static string Stationary()
    {
        var calendar = WorkCalendar.Load();
        var text = new StringBuilder("工单编号,来电时间,联系电话,被反映区,被反映街乡镇,问题点位,主要内容,一级问题,二级问题,三级问题\n");
        (string District, string Street)[] places = [("朝阳区", "望京街道"), ("海淀区", "中关村街道"), ("丰台区", "大红门街道")];
        var number = 0;
        for (var day = new DateOnly(2023, 11, 1); day <= new DateOnly(2025, 2, 2); day = day.AddDays(1))
        {
            for (var i = 0; i < (calendar.Of(day) == DayKind.Holiday ? 8 : 24); i++)
            {
                var (district, street) = places[i % places.Length];
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"热线-{day:yyMMdd}-{++number:000000},{day:yyyy-MM-dd} {i:00}:{number % 60:00}:00,139{number:00000000},{district},{street},{number}号商铺,{number}号商铺占道经营。,城市管理,占道经营,流动摊贩\n"
                );
            }
        }
        return text.ToString();
    }
}
