using Hotspot.Grouping;

namespace Hotspot.Tests.Grouping;

/// <summary>同比 and 环比: when there is a percentage, and when there is none.</summary>
public class ChangeTests
{
    [Theory]
    [InlineData(5, null, ChangeKind.Unknown)]
    [InlineData(5, 0L, ChangeKind.FromZero)]
    [InlineData(0, 0L, ChangeKind.Flat)]
    [InlineData(7, 7L, ChangeKind.Flat)]
    [InlineData(12, 9L, ChangeKind.Small)]
    [InlineData(0, 9L, ChangeKind.Small)]
    [InlineData(12, 10L, ChangeKind.Ratio)]
    [InlineData(0, 10L, ChangeKind.Ratio)]
    public void The_base_decides_how_a_change_is_told(long now, long? before, ChangeKind kind) =>
        Assert.Equal(kind, new Change(now, before).Kind);

    [Fact]
    public void A_base_of_ten_has_a_percentage_and_one_of_nine_has_none()
    {
        Assert.Equal(0.2, new Change(12, 10).Ratio!.Value, 12);
        Assert.Null(new Change(12, 9).Ratio);
        Assert.Equal(3, new Change(12, 9).Difference);
    }

    [Fact]
    public void A_fall_is_negative_and_to_nothing_is_minus_one_hundred_percent()
    {
        Assert.Equal(-0.5, new Change(10, 20).Ratio!.Value, 12);
        Assert.Equal(-1, new Change(0, 20).Ratio!.Value, 12);
    }

    [Fact]
    public void Without_a_base_there_is_no_difference_either() => Assert.Null(new Change(12, null).Difference);
}
