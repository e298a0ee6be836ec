using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Statistics;
using Hotspot.Tests.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Scans;

public class SpaceTimeScanTests
{
    private const int Last = 14;

    /// <summary>The definition: every circle, every window, every case; shorts, ints and what a sweep passes over do not show.</summary>
    [Theory]
    [InlineData(0.1, true)]
    [InlineData(3, true)]
    [InlineData(150, true)]
    [InlineData(0.1, false)]
    public void The_best_circle_and_window_are_those_of_a_search_through_all(double mean, bool prospective)
    {
        var city = new SomeScan(7, 40).Fill(91, (_, _) => mean);
        var cases = city.Cases(Last);
        var zones = city.Zones(cases);
        var settings = new ScanSettings(1, "all")
        {
            Prospective = prospective,
            Replicas = 12,
            StopAfter = int.MaxValue,
        };
        var result = SpaceTimeScan.Run(cases, zones, settings);

        Assert.Equal(Largest(cases, zones, cases.Counts, prospective), result.Clusters[0].Llr, 1e-9);
        var sampler = new MarginSampler(cases.Margins);
        for (var replica = 0; replica < settings.Replicas; replica++)
        {
            var random = new Draws(Draws.Seed(1, "all", replica));
            sampler.Refill();
            var dealt = cases.Strata.Select((stratum, day) => Dealt(sampler, stratum, cases.Counts[day].Sum(), random)).ToArray();
            Assert.Equal(Largest(cases, zones, dealt, prospective), result.Maxima[replica], 1e-9);
        }
    }

    private static int[] Dealt(MarginSampler sampler, int stratum, int cases, Draws random)
    {
        sampler.Draw(stratum, cases, random, out var column);
        return column;
    }

    private static double Largest(ScanCases cases, ScanZones zones, IReadOnlyList<int[]> counts, bool prospective)
    {
        var total = cases.Margins.Sum(margin => (double)margin.Sum());
        var largest = 0.0;
        for (var last = prospective ? Last - 1 : 0; last < Last; last++)
        {
            for (var first = last; first >= 0; first--)
            {
                double E(int location) =>
                    Enumerable
                        .Range(first, last - first + 1)
                        .Sum(day =>
                        {
                            var margin = cases.Margins[cases.Strata[day]];
                            return (double)margin[location] * counts[day].Sum() / margin.Sum();
                        });
                double[] expected = [.. Enumerable.Range(0, cases.Locations).Select(E)];
                for (var centre = 0; centre < zones.Centres; centre++)
                {
                    for (var zone = zones.FirstZone[centre]; zone < zones.FirstZone[centre + 1]; zone++)
                    {
                        var members = zones.Of(centre, zone).ToArray();
                        var count = members.Sum(member => counts.Skip(first).Take(last - first + 1).Sum(day => day[member]));
                        if (count >= 3)
                            largest = Math.Max(largest, ScanStatistic.Llr(count, members.Sum(member => expected[member]), total));
                    }
                }
            }
        }
        return largest;
    }

    [Fact]
    public void Circles_grow_by_distance_take_equals_together_and_hold_half_of_the_cases_at_most()
    {
        var zones = ScanZones.OnPlane([0, 200, -200, 400, 900], [0, 0, 0, 0, 0], [1, 1, 1, 1, 4], 500, 0.5);
        int[][] OfFirst() => [.. Enumerable.Range(0, zones.FirstZone[1]).Select(zone => zones.Of(0, zone).ToArray())];

        Assert.Equal(
            [
                [0],
                [0, 1, 2],
                [0, 1, 2, 3],
            ],
            OfFirst()
        );
        Assert.Equal([0, 200, 400], zones.Radii[..zones.FirstZone[1]]);
        // 900 and 400 together would hold five of the eight.
        Assert.Equal([4], zones.Of(4, zones.FirstZone[4]).ToArray());
        Assert.Equal(1, zones.FirstZone[5] - zones.FirstZone[4]);
    }

    [Fact]
    public void A_planted_cluster_is_found_and_nothing_beside_it_shares_its_ground()
    {
        var city = new SomeScan(3, 60).Fill(180, (_, _) => 0.3);
        var near = Enumerable
            .Range(0, 60)
            .OrderBy(i => Math.Pow(city.X[i] - city.X[0], 2) + Math.Pow(city.Y[i] - city.Y[0], 2))
            .Take(3)
            .ToArray();
        foreach (var location in near)
        {
            for (var day = 176; day < 180; day++)
                city.Counts[day][location] += 2;
        }
        var cases = city.Cases(Last);
        var result = SpaceTimeScan.Run(cases, city.Zones(cases), new ScanSettings(1, "planted"));
        var best = result.Clusters[0];

        Assert.Subset(best.Members.ToHashSet(), near.ToHashSet());
        Assert.Equal((10, 13), (best.First, best.Last));
        Assert.True(best.PValue < 1e-6, $"p {best.PValue}");
        Assert.Equal(999, result.Maxima.Count);
        Assert.All(result.Clusters.Skip(1), other => Assert.True(other.PValue > 0.01));
        var ground = result.Clusters.SelectMany(cluster => cluster.Members).ToList();
        Assert.Equal(ground.Count, ground.Distinct().Count());
        Assert.Equal(result.Clusters.OrderByDescending(cluster => cluster.Llr), result.Clusters);
    }

    [Fact]
    public void Replicas_end_with_the_fiftieth_that_is_no_less_than_the_observed()
    {
        var city = new SomeScan(5, 30).Fill(120, (_, _) => 0.3);
        var cases = city.Cases(Last);
        var best = SpaceTimeScan.Run(cases, city.Zones(cases), new ScanSettings(1, "stop"));
        var all = SpaceTimeScan.Run(cases, city.Zones(cases), new ScanSettings(1, "stop") { StopAfter = int.MaxValue });

        Assert.InRange(best.Maxima.Count, 50, 998);
        Assert.Equal(all.Maxima.Take(best.Maxima.Count), best.Maxima);
        Assert.Equal(50, best.Maxima.Count(max => max >= best.Clusters[0].Llr * (1 - 1e-9)));
        Assert.True(best.Maxima[^1] >= best.Clusters[0].Llr * (1 - 1e-9));
        Assert.Equal(all.Clusters[0].PValue, best.Clusters[0].PValue, 0.15);
    }

    /// <summary>On a Sunday, places of Sundays look new unless weekdays are strata (METHODS: 29 % against 3 % false alarms).</summary>
    [Fact]
    public void Places_with_a_week_of_their_own_are_no_news()
    {
        const int Runs = 60;
        int Alarms(int strata) =>
            Enumerable
                .Range(0, Runs)
                .Count(seed =>
                {
                    // Days run from a Monday to a Sunday; the west is busy on Sundays.
                    var city = new SomeScan(seed, 24);
                    city.Fill(
                        182,
                        (i, day) =>
                            city.X[i] > 1500 ? 0.9
                            : day % 7 == 6 ? 4.5
                            : 0.3
                    );
                    var cases = city.Cases(7, strata);
                    var settings = new ScanSettings((ulong)seed, "weekdays")
                    {
                        LongestWindow = 7,
                        Replicas = 199,
                        StopAfter = 10,
                    };
                    var result = SpaceTimeScan.Run(cases, city.Zones(cases, 3000), settings);
                    return result.Clusters is [{ PValue: <= 0.05 }, ..];
                });

        // Binomial at 5 %: more than eight of sixty have probability 0.4 %.
        Assert.InRange(Alarms(7), 0, 8);
        Assert.InRange(Alarms(1), 12, Runs);
    }

    [Fact]
    public void A_city_without_cases_in_the_windows_has_no_cluster()
    {
        var city = new SomeScan(2, 10).Fill(100, (_, day) => day < 80 ? 1 : 0);
        var cases = city.Cases(Last);
        var result = SpaceTimeScan.Run(cases, city.Zones(cases), new ScanSettings(1, "none"));

        Assert.Empty(result.Clusters);
        Assert.Empty(result.Maxima);
    }
}
