using System.Numerics;
using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Peaks;

public class NewPeakTests
{
    private static DayHours Day(int day, DayKind kind, params ReadOnlySpan<(int Hour, int Incidents)> counts) =>
        SomeHours.Day(SomeHours.From.AddDays(day), kind, counts);

    [Fact]
    public void Days_all_alike_have_no_new_hour_and_their_p_is_one()
    {
        DayHours[] days = [.. Enumerable.Range(-16, 18).Select(day => Day(day, DayKind.Workday, (3, 2), (9, 5), (21, 1)))];
        Assert.All(NewPeak.Test(days[16..], days[..16], 99, 1), p => Assert.Equal(1.0, p));
        DayHours[] empty = [.. days.Select(day => Day(0, day.Kind))];
        Assert.All(NewPeak.Test(empty[16..], empty[..16], 99, 1), p => Assert.Equal(1.0, p));
    }

    /// <summary>A day is exchanged for one of its kind; where the period has all days of both kinds there is one arrangement only.</summary>
    [Fact]
    public void Days_that_cannot_be_exchanged_are_no_evidence()
    {
        DayHours[] now =
        [
            Day(0, DayKind.Workday, (3, 7), (9, 2)),
            Day(1, DayKind.Workday, (3, 5), (9, 1)),
            Day(2, DayKind.Workday, (3, 9), (10, 4)),
        ];
        DayHours[] before = [.. Enumerable.Range(1, 4).Select(i => Day(-i, DayKind.Weekend, (9, i), (20, 1), (4, 3)))];
        Assert.All(NewPeak.Test(now, before, 99, 1), p => Assert.Equal(1.0, p));
    }

    /// <summary>
    /// Four days of eighteen have incidents at three, both days of the period among them: of the 153 pairs of days six hold two such days. All days have
    /// eight incidents, so that both statistics say the same.
    /// </summary>
    [Fact]
    public void The_p_is_the_share_of_the_choices_of_days_that_show_as_much()
    {
        DayHours[] days =
        [
            .. Enumerable
                .Range(-16, 18)
                .Select(day => day is >= 0 or -5 or -9 ? Day(day, DayKind.Workday, (3, 4), (9, 4)) : Day(day, DayKind.Workday, (9, 8))),
        ];
        const int replicas = 9999;
        var p = NewPeak.Test(days[16..], days[..16], replicas, 1);
        var exact = 6 / 153.0;
        Assert.InRange(p[3], exact - 4 * Math.Sqrt(exact / replicas), exact + 4 * Math.Sqrt(exact / replicas));
        Assert.Equal(1.0, p[9]);
    }

    /// <summary>
    /// All choices of days of few, one by one, against METHODS a2 as it is written: volumes three times as high and a third as high as before, an empty
    /// day, hours that are never used, two kinds of day.
    /// </summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(0.33, 4)]
    [InlineData(0.33, 5)]
    [InlineData(0.33, 6)]
    [InlineData(1, 7)]
    public void Drawn_arrangements_lead_to_the_p_of_all_arrangements(double volume, int seed)
    {
        var random = new Draws((ulong)seed);
        DayHours Some(int day, DayKind kind, double mean)
        {
            int[] hours = [.. Enumerable.Range(0, 24).Select(h => h < 18 ? 0 : random.Poisson(mean * (h == 20 && day >= 0 ? 3 : 1)))];
            return new DayHours(SomeHours.From.AddDays(day), kind, hours, hours);
        }
        DayHours[] now = [Some(0, DayKind.Workday, 3 * volume), Some(1, DayKind.Workday, 5 * volume), Some(5, DayKind.Weekend, 2 * volume)];
        DayHours[] before =
        [
            .. Enumerable.Range(1, 5).Select(i => Some(-i, DayKind.Workday, i == 2 ? 0 : i)),
            .. Enumerable.Range(6, 3).Select(i => Some(-i, DayKind.Weekend, i / 3.0)),
        ];
        var exact = OfAll(now, before);
        const int replicas = 19_999;
        var drawn = NewPeak.Test(now, before, replicas, 1);
        for (var h = 0; h < 24; h++)
            Assert.Equal(exact[h], drawn[h], 4 * Math.Sqrt(exact[h] * (1 - exact[h]) / replicas) + 1.0 / replicas);
        // The planted hour is seen: at a p so small, draws that find the days of the period again count for much.
        Assert.InRange(exact[20], 1 / 84.0 - 1e-9, 0.3);
    }

    /// <summary>Each hour's larger share of arrangements whose greatest difference of means, in any hour, reaches that of the hour.</summary>
    private static double[] OfAll(DayHours[] now, DayHours[] before)
    {
        DayHours[] days = [.. now, .. before];
        var total = (double)days.Sum(day => day.Incidents.Sum());
        double[] profile = [.. Enumerable.Range(0, 24).Select(h => days.Sum(day => day.Incidents[h]) / total)];
        var workdays = now.Count(day => day.Kind == DayKind.Workday);
        uint[] choices =
        [
            .. Enumerable
                .Range(0, 1 << days.Length)
                .Select(bits => (uint)bits)
                .Where(bits =>
                    BitOperations.PopCount(bits) == now.Length
                    && days.Where((day, i) => day.Kind == DayKind.Workday && (bits >> i & 1) == 1).Count() == workdays
                ),
        ];
        double[] Shares(Func<DayHours, int, double> value)
        {
            // Hours that never vary have no sd and show nothing.
            double[][] hours =
            [
                .. Enumerable
                    .Range(0, 24)
                    .Select(h => (double[])[.. days.Select(day => day.Incidents.Sum() == 0 ? 0 : value(day, h))])
                    .Select(values =>
                        MathNet.Numerics.Statistics.Statistics.StandardDeviation(values) is > 1e-9 and var sd
                            ? [.. values.Select(v => v / sd)]
                            : new double[values.Length]
                    ),
            ];
            double[] Differences(uint bits) =>
                [
                    .. hours.Select(values =>
                        values.Where((_, i) => (bits >> i & 1) == 1).Average() - values.Where((_, i) => (bits >> i & 1) == 0).Average()
                    ),
                ];
            var largest = choices.Select(bits => Differences(bits).Max()).ToArray();
            return
            [
                .. Differences((1u << now.Length) - 1)
                    .Select(seen => largest.Count(other => other >= seen - 1e-9) / (double)choices.Length),
            ];
        }
        var (byShare, byRoot) = (
            Shares((day, h) => (double)day.Incidents[h] / day.Incidents.Sum() - profile[h]),
            Shares((day, h) => (day.Incidents[h] - profile[h] * day.Incidents.Sum()) / Math.Sqrt(day.Incidents.Sum()))
        );
        return [.. byShare.Zip(byRoot, Math.Max)];
    }

    [Fact]
    public void Only_kinds_of_day_that_both_sides_have_are_compared()
    {
        var days = new TestDays(
            "all",
            [Day(0, DayKind.Workday), Day(1, DayKind.Holiday)],
            [],
            [Day(-2, DayKind.Weekend), Day(-1, DayKind.Workday)],
            SomeHours.From
        );
        var (now, before) = NewPeak.Comparable(days);
        Assert.Equal([SomeHours.From], now.Select(day => day.Day));
        Assert.Equal([SomeHours.From.AddDays(-1)], before.Select(day => day.Day));
    }
}
