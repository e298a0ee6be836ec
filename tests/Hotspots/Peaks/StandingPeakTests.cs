using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>Of few degrees of freedom Student's law can be written down: one is Cauchy's ½ − arctan(t)/π, two ½ − t/(2√(2 + t²)).</summary>
public class StandingPeakTests
{
    /// <summary>Days of 24 incidents, of which an even day has one in each hour: δ is what the hour has beyond one.</summary>
    private static double OfExcess(params int[] excess) =>
        StandingPeak.Test(
            [.. excess.Select((more, i) => SomeHours.Day(SomeHours.From.AddDays(i), DayKind.Workday, (9, 1 + more), (15, 23 - more)))],
            9,
            1 / 24.0
        );

    [Fact]
    public void Two_days_with_excesses_of_one_and_three_follow_the_law_of_Cauchy()
    {
        // Mean 2, variance 2: T = 2 ÷ √(2/2).
        Assert.Equal(0.5 - Math.Atan(2) / Math.PI, OfExcess(1, 3), 1e-12);
        Assert.Equal(0.1475836, OfExcess(1, 3), 1e-7);
    }

    [Fact]
    public void Three_days_have_two_degrees_of_freedom()
    {
        // Mean 2, variance 4: T = 2 ÷ √(4/3) = √3.
        Assert.Equal(0.5 - Math.Sqrt(3) / (2 * Math.Sqrt(5)), OfExcess(0, 2, 4), 1e-12);
        // Mean 4, variance 1: T = 4√3.
        Assert.Equal(0.5 - 4 * Math.Sqrt(3) / (2 * Math.Sqrt(50)), OfExcess(3, 4, 5), 1e-12);
    }

    [Fact]
    public void The_order_of_the_days_changes_nothing() => Assert.Equal(OfExcess(0, 2, 4), OfExcess(4, 0, 2), 1e-12);

    [Fact]
    public void An_hour_that_is_now_above_and_now_below_its_share_is_no_peak()
    {
        Assert.Equal(0.5, OfExcess(-1, 1, 0), 1e-12);
        // Empty on two days of three: mean −2/3, variance 1/3, T = −2.
        Assert.Equal(0.5 + 2 / (2 * Math.Sqrt(6)), OfExcess(-1, -1, 0), 1e-12);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(1013)]
    [InlineData(100_003)]
    public void Days_all_alike_leave_no_doubt_however_large_their_counts(int many)
    {
        double Test(int hour, int days) =>
            StandingPeak.Test(
                [
                    .. Enumerable
                        .Range(0, days)
                        .Select(i => SomeHours.Day(SomeHours.From.AddDays(i), DayKind.Workday, (9, many), (15, 2 * many + 1))),
                ],
                hour,
                1 / 24.0
            );
        // Squares of large numbers do not cancel to the last digit; that rest is no spread.
        for (var days = 8; days < 64; days++)
        {
            Assert.Equal(0.0, Test(9, days));
            Assert.Equal(1.0, Test(3, days));
        }
    }

    [Fact]
    public void Days_exactly_at_their_share_are_no_peak()
    {
        Assert.Equal(1.0, OfExcess(0, 0, 0, 0, 0, 0, 0, 0));
        Assert.Equal(
            1.0,
            StandingPeak.Test([.. Enumerable.Range(0, 8).Select(i => SomeHours.Day(SomeHours.From.AddDays(i), DayKind.Workday))], 9, 0.5)
        );
    }
}
