using Hotspot.Grouping;

namespace Hotspot.Tests.Grouping;

public class BaselineTotalsTests
{
    private static readonly DaySpan Quarter = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 4, 1));

    private static BaselineCount Month(int month, long count, string? stream = null, string? issue = null, string? district = null) =>
        new(new DaySpan(new DateOnly(2024, month, 1), new DateOnly(2024, month, 1).AddMonths(1)), stream, issue, district, count);

    private static readonly BaselineParts Parts = new(
        new HashSet<string> { "A", "B" },
        new HashSet<string> { "无照经营", "其他" },
        new HashSet<string> { "朝阳区", "海淀区" }
    );

    private static BaselineTotals? Totals(DaySpan span, params BaselineCount[] rows) => BaselineTotals.Of(span, rows, Parts);

    [Fact]
    public void A_quarter_is_the_sum_of_its_three_months_and_of_nothing_less()
    {
        Assert.Equal(60, Totals(Quarter, Month(3, 30), Month(1, 10), Month(2, 20))!.Complaints);
        Assert.Null(Totals(Quarter, Month(1, 10), Month(3, 30)));
    }

    [Fact]
    public void The_coarsest_rows_that_tell_hold_and_finer_ones_are_summed_only_without_them()
    {
        var span = Month(1, 0).Span;
        var totals = Totals(
            span,
            Month(1, 100),
            Month(1, 60, district: "朝阳区"),
            Month(1, 30, district: "海淀区"),
            Month(1, 40, "B", district: "朝阳区"),
            Month(1, 9, "B", district: "海淀区")
        )!;

        Assert.Equal(100, totals.Complaints);
        Assert.Equal(60, totals.Districts!["朝阳区"]);
        Assert.Equal(49, totals.Streams!["B"]);
        Assert.Null(totals.Issues);
        Assert.Equal(90, Totals(span, Month(1, 60, district: "朝阳区"), Month(1, 30, district: "海淀区"))!.Complaints);
    }

    [Fact]
    public void A_part_is_not_the_whole()
    {
        var span = Month(1, 0).Span;
        Assert.Null(Totals(span, Month(1, 60, district: "朝阳区")));
        Assert.Null(Totals(span, Month(1, 60, stream: "B")));
        Assert.Null(Totals(span, Month(1, 60, issue: "无照经营")));
        Assert.Null(Totals(span, Month(1, 60, issue: "无照经营", district: "朝阳区"), Month(1, 9, issue: "其他", district: "朝阳区")));

        // One that is complete holds beside one that is not.
        var totals = Totals(span, Month(1, 60, issue: "无照经营"), Month(1, 70, stream: "A"), Month(1, 30, stream: "B"))!;
        Assert.Equal(100, totals.Complaints);
        Assert.Equal(60, totals.Issues!["无照经营"]);
    }
}
