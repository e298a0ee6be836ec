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
