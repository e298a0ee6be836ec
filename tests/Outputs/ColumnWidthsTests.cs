using Hotspot.Outputs.Docx;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

public sealed class ColumnWidthsTests
{
    private const double Em = 210;

    private static readonly ReportColumn[] Columns =
    [
        new("issue", "事项", CellFormat.Text, 2),
        new("complaints", "诉求（件）", CellFormat.Count),
        new("q_value", "q值", CellFormat.PValue),
        new("place", "点位", CellFormat.Text, 2),
        new("example", "内容摘要", CellFormat.Text, 2),
    ];

    private static readonly string[] Row =
    [
        "夜间施工扰民",
        "1,204",
        "<0.001",
        "海淀区西三旗街道某某建设工程项目二期工地北门",
        "来电人反映工地夜间施工声音很大影响休息希望有关部门尽快处理",
    ];

    private static IReadOnlyList<int> Widths(int total) =>
        ColumnWidths.Of(new ReportTable("t", 1, "表", "表", Columns, [Row]), [Row], total, Em);

    [Fact]
    public void Numbers_and_short_texts_stay_on_one_line_while_long_texts_give_way_equally()
    {
        var widths = Widths(8844);
        for (var i = 0; i < 3; i++)
            Assert.True(widths[i] >= ColumnWidths.Em(Row[i]) * Em + ColumnWidths.Margins - 1, $"{Columns[i].Title} is broken");
        Assert.InRange(widths[3] - widths[4], -2, 2);
        Assert.True(widths[3] < ColumnWidths.Em(Row[3]) * Em);
    }

    /// <summary>In DejaVu Serif, which stands in where Times New Roman is not installed: a digit 0.636, + 0.838, . 0.318, - 0.338, % 0.95 em.</summary>
    [Theory]
    [InlineData("+388.2%", CellFormat.SignedPercent1, 4.65)]
    [InlineData("100.0%", CellFormat.Percent1, 3.82)]
    [InlineData("61.4", CellFormat.Decimal1, 2.23)]
    [InlineData("2024-07-29", CellFormat.Date, 5.77)]
    public void Numbers_and_dates_stay_on_one_line_in_the_fonts_that_stand_in(string number, CellFormat format, double wide)
    {
        ReportColumn[] columns = [new("a", "值", format), new("b", "文", CellFormat.Text), new("c", "文", CellFormat.Text)];
        IReadOnlyList<string> row = [number, new string('字', 90), new string('字', 80)];
        var widths = ColumnWidths.Of(new ReportTable("t", 1, "表", "表", columns, [row]), [row], 8844, Em);

        Assert.True(widths[0] >= wide * Em + ColumnWidths.Margins - 10);
    }

    [Fact]
    public void Where_room_is_short_texts_give_way_before_numbers()
    {
        var columns = Enumerable
            .Range(0, 10)
            .Select(i => new ReportColumn($"c{i}", "值", i < 6 ? CellFormat.SignedPercent1 : CellFormat.Text))
            .ToArray();
        IReadOnlyList<string> row = [.. columns.Select((_, i) => i < 6 ? "+38.2%" : "海淀区西三旗街道")];
        var widths = ColumnWidths.Of(new ReportTable("t", 1, "表", "表", columns, [row]), [row], 8844, Em);

        Assert.All(widths.Take(6), width => Assert.True(width >= 4.1 * Em + ColumnWidths.Margins - 10));
    }

    [Theory]
    [InlineData(3000)]
    [InlineData(8844)]
    [InlineData(30_000)]
    public void Widths_sum_to_the_whole(int total)
    {
        Assert.Equal(total, Widths(total).Sum());
        Assert.All(Widths(total), width => Assert.True(width > 0));
    }
}
