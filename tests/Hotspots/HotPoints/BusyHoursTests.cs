using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Tests.Hotspots.HotPoints;

public class BusyHoursTests
{
    /// <summary>As hour×count: the hours that hold eight tenths, with what lies between two of them, in the order of the day.</summary>
    [Theory]
    [InlineData("22×12 23×17 0×16", "22,23,0")]
    [InlineData("7×8 8×6 12×1 17×5 18×6 19×1", "7,8,17,18")]
    [InlineData("9×10 11×10 10×0 15×1", "9,10,11")]
    [InlineData("8×6 9×2 14×2", "8,9")]
    [InlineData("14×2 9×2 8×6", "8,9")]
    [InlineData("5×10", "5")]
    [InlineData("5×9", null)] // no pattern of hours yet
    [InlineData("6×2 7×2 8×2 10×2 12×2 14×2 16×2 18×2", null)]
    [InlineData("0×1 2×1 4×1 6×1 8×1 10×1 12×1 14×1 16×1 18×1 20×1 22×1", null)]
    public void Eight_tenths_of_a_day_are_told(string counts, string? busy)
    {
        var hours = counts
            .Split(' ')
            .Select(part => part.Split('×').Select(int.Parse).ToArray())
            .SelectMany(pair => Enumerable.Repeat(pair[0], pair[1]));
        var found = BusyHours.Of([.. hours]);
        Assert.Equal(busy, BusyHours.Text(found));
        Assert.Equal(found, BusyHours.Read(BusyHours.Text(found)));
    }

    [Fact]
    public void Nothing_is_told_of_nothing() => Assert.Empty(BusyHours.Of([]));
}
