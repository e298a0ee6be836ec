using Hotspot.Store;

namespace Hotspot.Tests.Store;

public class MonthPartTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(250_000, 1)]
    [InlineData(250_001, 2)]
    [InlineData(770_000, 4)]
    [InlineData(99_000_000, 29)]
    public void The_parts_of_a_month_follow_each_other_and_hold_every_day_once(long rows, int files)
    {
        var parts = MonthPart.Of(2024, 2, rows);
        Assert.Equal(files, parts.Count);
        Assert.Equal(files, parts.Select(part => part.Name).Distinct().Count());
        Assert.Equal(new DateTime(2024, 2, 1), parts[0].From);
        Assert.Equal(new DateTime(2024, 3, 1), parts[^1].Until);
        Assert.Equal(parts.Skip(1).Select(part => part.From), parts.SkipLast(1).Select(part => part.Until));
        Assert.All(parts, part => Assert.True(part.From < part.Until));
    }
}
