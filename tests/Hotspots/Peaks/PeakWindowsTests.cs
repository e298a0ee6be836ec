using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>Thresholds, ties and draws of <see cref="PeakWindows"/>. At a level of 1 every window is told, whatever its p.</summary>
public class PeakWindowsTests
{
    private static readonly DateOnly From = SomeHours.From;
    private static readonly DateOnly LastDay = SomeHours.LastDay;

    private static PeakWindow[] Windows(PeakSettings settings, params HourScope[] scopes) =>
        [.. PeakWindows.Run(scopes, From, LastDay, settings).Where(window => window.DayKind == "all")];

    private static Func<int, int, int> Noise(ulong seed, double mean)
    {
        var random = new Draws(seed);
        return (_, _) => random.Poisson(mean);
    }

    [Fact]
    public void Rows_are_in_order_of_level_and_name()
    {
        var windows = Windows(new PeakSettings { Replicas = 19 }, SomeHours.OutOfOrder(30, (_, h) => h == 9 ? 3 : 0));
        Assert.Equal(SomeHours.InOrder, windows.Select(window => (window.ScopeLevel, window.Scope)));
    }

    [Theory]
    [InlineData(5, 20, 1)]
    [InlineData(5, 19, 0)]
    [InlineData(4, 20, 0)]
    [InlineData(4, 2000, 0)]
    [InlineData(60, 19, 0)]
    public void Five_days_and_twenty_incidents_make_a_window(int days, int incidents, int windows)
    {
        // All at nine, as evenly over the days as may be.
        var scope = SomeHours.Scope(days, (day, h) => h == 9 ? incidents / days + ((6 - day) < incidents % days ? 1 : 0) : 0);
        var found = Windows(new PeakSettings { Replicas = 99 }, scope);
        Assert.Equal(windows, found.Length);
        Assert.All(found, window => Assert.Equal((9, 10, 20L), (window.StartHour, window.EndHour, window.Incidents)));
    }

    [Fact]
    public void Two_windows_alike_are_both_told_the_earlier_first()
    {
        // Twelve hours apart, six a day in each: 4 incidents in other hours.
        var scope = SomeHours.Scope(
            56,
            (_, h) =>
                h is 3 or 15 ? 6
                : h is 8 or 9 or 20 or 21 ? 1
                : 0
        );
        var windows = Windows(new PeakSettings { Replicas = 99 }, scope);
        Assert.Equal([(3, 4, 336L), (15, 16, 336L)], windows.Select(w => (w.StartHour, w.EndHour, w.Incidents)));
        Assert.Equal(windows[0].Llr, windows[1].Llr);
        Assert.Equal(windows[0].PValue, windows[1].PValue);
        // 336 of 896, of which an hour has 896/24.
        Assert.Equal(336 * Math.Log(9) + 560 * Math.Log(560 / (896 - 896 / 24.0)), windows[0].Llr, 1e-9);
    }

    [Fact]
    public void A_window_is_told_at_the_level_and_not_beyond_it()
    {
        // The second half of each day repeats the first, so that windows come in pairs; few incidents, so that turned days often reach as much.
        var random = new Draws(4);
        var scope = SomeHours.Scope(30, (_, _) => 0);
        foreach (var day in scope.Days)
        {
            for (var h = 0; h < 12; h++)
                day.Incidents[h] = day.Incidents[h + 12] = random.Poisson(0.1);
        }
        var all = Windows(new PeakSettings { Level = 1, Replicas = 199 }, scope);
        var p = all[0].PValue;
        Assert.InRange(p, 7 / 200.0, 0.9);
        Assert.Equal((p, all[0].StartHour + 12), (all[1].PValue, all[1].StartHour));
        Assert.True(all[2].PValue > p);
        Assert.Equal(2, Windows(new PeakSettings { Level = p, Replicas = 199 }, scope).Length);
        Assert.Empty(Windows(new PeakSettings { Level = Math.BitDecrement(p), Replicas = 199 }, scope));
    }

    [Fact]
    public void One_burst_is_as_large_however_it_is_turned_also_for_windows_of_one_hour()
    {
        var scope = SomeHours.Scope(30, (day, h) => day == 2 && h == 14 ? 60 : 0);
        foreach (var longest in (int[])[1, 2, 8])
        {
            var window = Windows(new PeakSettings { Level = 1, LongestWindow = longest }, scope)[0];
            Assert.Equal((14, 15, 1.0), (window.StartHour, window.EndHour, window.PValue));
        }
    }

    [Fact]
    public void Days_without_incidents_change_no_window()
    {
        var some = SomeHours.Scope(30, Noise(3, 0.5));
        var more = some with
        {
            Days = [.. Enumerable.Range(0, 20).Select(i => SomeHours.Day(some.Days[0].Day.AddDays(i - 20), DayKind.Workday)), .. some.Days],
        };
        var windows = Windows(new PeakSettings { Level = 1, Replicas = 99 }, some);
        Assert.NotEmpty(windows);
        Assert.Equal(windows, Windows(new PeakSettings { Level = 1, Replicas = 99 }, more));
    }

    [Fact]
    public void Each_unit_draws_for_itself()
    {
        var scope = SomeHours.Scope(30, Noise(3, 0.5));
        HourScope[] alike = [.. Enumerable.Range(0, 5).Select(i => scope with { Scope = $"{i}" })];
        var best = Windows(new PeakSettings { Level = 1, Replicas = 99 }, alike)
            .GroupBy(window => window.Scope)
            .Select(unit => unit.First())
            .ToArray();
        Assert.Single(best.Select(window => window.Llr).Distinct());
        Assert.NotInRange(best.Select(window => window.PValue).Distinct().Count(), 0, 1);
    }

    /// <summary>(1 + #) ÷ (1 + draws): all that were asked for, or as many as it took until fifty had reached the observed.</summary>
    [Fact]
    public void The_p_is_a_rank_among_the_draws_that_end_with_the_fiftieth_that_reaches_it()
    {
        static void AssertWhole(double number) => Assert.Equal(Math.Round(number), number, 1e-6);
        var (full, cut) = (0, 0);
        for (ulong seed = 1; seed <= 30; seed++)
        {
            // Few incidents: many draws reach exactly as much.
            var p = Windows(new PeakSettings { Level = 1, Replicas = 299 }, SomeHours.Scope(30, Noise(seed, 0.05)))[0].PValue;
            if (p > 51 / 300.0)
            {
                AssertWhole(51 / p);
                cut++;
            }
            else if (p > 7 / 300.0)
            {
                AssertWhole(300 * p);
                full++;
            }
        }
        Assert.True(full >= 3, $"{full}");
        Assert.True(cut >= 3, $"{cut}");
    }
}
