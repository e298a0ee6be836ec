using Hotspot.Grouping;

namespace Hotspot.Tests.Grouping;

public class BaselineTotalsTests
{
    private static readonly DaySpan Quarter = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 4, 1));

    private static BaselineCount Month(int month, long count, string? stream = null, string? issue = null, string? district = null) =>
        new(new DaySpan(new DateOnly(2024, month, 1), new DateOnly(2024, month, 1).AddMonths(1)), stream, issue, district, count);

    [Fact]
    public void A_quarter_is_the_sum_of_its_three_months_and_of_nothing_less()
    {
        Assert.Equal(60, BaselineTotals.Of(Quarter, [Month(3, 30), Month(1, 10), Month(2, 20)])!.Complaints);
        Assert.Null(BaselineTotals.Of(Quarter, [Month(1, 10), Month(3, 30)]));
    }

    [Fact]
    public void The_coarsest_rows_that_tell_hold_and_finer_ones_are_summed_only_without_them()
    {
        var span = Month(1, 0).Span;
        var totals = BaselineTotals.Of(
            span,
            [Month(1, 100), Month(1, 60, district: "朝阳区"), Month(1, 30, district: "海淀区"), Month(1, 40, "B", district: "朝阳区")]
        )!;

        Assert.Equal(100, totals.Complaints);
        Assert.Equal(60, totals.Districts!["朝阳区"]);
        Assert.Equal(40, totals.Streams!["B"]);
        Assert.Null(totals.Issues);
        Assert.Equal(90, BaselineTotals.Of(span, [Month(1, 60, district: "朝阳区"), Month(1, 30, district: "海淀区")])!.Complaints);
    }
}
