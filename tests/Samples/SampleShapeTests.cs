namespace Hotspot.Tests.Samples;

/// <summary>The sample has the shapes that real orders have; bounds are generous enough for any seed and tight enough to notice a slip.</summary>
[Collection("samples")]
public class SampleShapeTests(SampleFixture sample)
{
    [Theory]
    [InlineData("夜间施工扰民", 22, 2, 0.50, 0.75)]
    [InlineData("露天烧烤", 19, 23, 0.50, 0.75)]
    [InlineData("施工扬尘", 9, 17, 0.65, 0.90)]
    [InlineData("非法小广告", 7, 19, 0.75, 0.95)]
    [InlineData("店外经营", 10, 20, 0.65, 0.90)]
    public void Each_kind_of_complaint_has_its_hours(string issue, int from, int until, double low, double high)
    {
        var hours = sample.Truth.OrdersByIssueAndHour[issue];
        var inside = Enumerable.Range(0, 24).Where(h => from < until ? h >= from && h < until : h >= from || h < until).Sum(h => hours[h]);
        Assert.InRange(inside / (double)hours.Sum(), low, high);
    }

    [Fact]
    public void Street_trade_without_a_licence_has_a_morning_and_an_evening_peak()
    {
        var hours = sample.Truth.OrdersByIssueAndHour["无照经营"];
        Assert.True(hours[7] > 2 * hours[11] && hours[17] > 2 * hours[14]);
    }

    [Fact]
    public void Barbecues_are_a_matter_of_summer()
    {
        var months = Rows("露天烧烤").CountBy(at => at.Month).ToDictionary();
        Assert.True(months[7] > 5 * months[1]);
    }

    [Fact]
    public void The_rows_tell_the_hours_that_the_truth_tells()
    {
        var told = Rows("夜间施工扰民").CountBy(at => at.Hour).ToDictionary();
        var truth = sample.Truth.OrdersByIssueAndHour["夜间施工扰民"];
        foreach (var hour in (int[])[22, 23, 0])
            Assert.InRange(told[hour] / (double)truth[hour], 0.80, 1.0);
    }

    [Fact]
    public void Three_rows_in_a_hundred_are_orders_sent_again()
    {
        var resent = sample.Truth.ResentChanged + sample.Truth.ResentUnchanged;
        Assert.InRange(resent / (double)sample.Truth.Rows, 0.02, 0.04);
        var groups = sample.Orders.Where(r => r["工单编号"].Length > 0).GroupBy(r => r["工单编号"]).Where(g => g.Count() > 1).ToList();
        Assert.Equal(sample.Truth.ResentChanged, groups.Count(g => g.Select(r => r["工单状态"]).Distinct().Count() > 1));
        Assert.All(groups, g => Assert.Equal(2, g.Count()));
        Assert.All(groups, g => Assert.Single(g.Select(r => r["主要内容"]).Distinct()));
    }

    [Fact]
    public void A_changed_order_is_open_first_and_closed_later()
    {
        var changed = sample
            .Orders.Where(r => r["工单编号"].Length > 0)
            .GroupBy(r => r["工单编号"])
            .Select(g => g.Select(r => r["工单状态"]).ToList())
            .Where(states => states.Distinct().Count() > 1)
            .ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, states => Assert.Equal(["办理中", "已办结"], states));
    }

    [Fact]
    public void An_incident_has_between_1_3_and_1_5_reports() => Assert.InRange(sample.Truth.ReportsPerIncident, 1.3, 1.5);

    [Fact]
    public void Texts_have_the_length_of_real_ones()
    {
        var lengths = sample.Orders.Select(r => r["主要内容"].Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 155, 190);
        Assert.InRange(lengths[lengths.Count * 95 / 100], 310, 520);
        Assert.InRange(
            sample.Orders.Count(r => r["主要内容"].StartsWith("市民", StringComparison.Ordinal)) / (double)lengths.Count,
            0.5,
            0.9
        );
    }

    [Theory]
    [InlineData("被反映区", "", 0.05, 0.09)]
    [InlineData("被反映区", "不详", 0.035, 0.065)]
    [InlineData("来电人", "保密", 0.04, 0.06)]
    [InlineData("是否满意", "", 0.55, 0.72)]
    [InlineData("工单性质", "直派", 0.78, 0.82)]
    [InlineData("经度", "", 0.25, 0.42)]
    [InlineData("解决类型", "剔除", 0.02, 0.04)]
    public void Cells_are_missing_as_often_as_stated(string column, string value, double low, double high)
    {
        var rows = sample.Orders.Where(r => !r.File.Contains('无')).ToList();
        Assert.InRange(rows.Count(r => r[column] == value) / (double)rows.Count, low, high);
    }

    [Fact]
    public void Calls_on_a_workday_outnumber_those_on_a_sunday()
    {
        var days = sample.Orders.Select(r => r.CalledAt).OfType<DateTime>().CountBy(at => at.DayOfWeek).ToDictionary();
        Assert.InRange(days[DayOfWeek.Sunday] / (double)days[DayOfWeek.Wednesday], 0.80, 0.98);
    }

    [Fact]
    public void A_year_on_the_hotline_has_grown()
    {
        var weeks = sample.Truth.Weeks;
        Assert.Equal((56, "2024-W14", "2025-W17"), (weeks.Count, weeks[0].Week, weeks[^1].Week));
        // Weeks 14 to 17 of both years.
        Assert.InRange(weeks.TakeLast(4).Sum(w => w.Orders) / (double)weeks.Take(4).Sum(w => w.Orders), 1.02, 1.20);
    }

    [Fact]
    public void Some_places_have_far_more_complaints_than_most()
    {
        var places = sample
            .Orders.Select(r => r["被反映街乡镇"])
            .Where(s => s.Length > 0)
            .CountBy(s => s)
            .Select(p => p.Value)
            .OrderDescending()
            .ToList();
        Assert.True(places[0] > 5 * places[places.Count / 2]);
    }

    private IEnumerable<DateTime> Rows(string issue) =>
        sample.FirstRows.Where(r => r["问题分类"].EndsWith(issue, StringComparison.Ordinal)).Select(r => r.CalledAt).OfType<DateTime>();
}
