using System.Collections.Concurrent;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Scans;

/// <summary>
/// The space-time permutation scan (Kulldorff et al. 2005, PLoS Med 2:216) within strata of days (METHODS d): circles × windows of days, each with
/// E = Σ over strata s of R(zone, s) · K(window, s) / C(s), where R are cases of the zone, K of the window and C of all in days of the stratum, and Kulldorff's
/// Poisson ratio against all cases. One stratum is the test of 2005; days of the week as strata allow for places that have a week of their own.
/// The null is all ways to deal the cases to days that leave each place and each day its number within the stratum. Only the days of the windows
/// are dealt (<see cref="MarginSampler"/>; in bursts where days vary more than by chance, <see cref="BurstDraw"/>), and the largest ratio is found by <see cref="ScanSweep"/>: the cost of a replica does not depend on the number of cases.
/// </summary>
public static class SpaceTimeScan
{
    /// <summary>Replicas that look at every zone; the smallest of their maxima tells where the others may stop looking.</summary>
    private const int Pilots = 8;

    /// <summary>Share of the smallest maximum of the pilots below which hardly a replica ends; one that does is swept again in full.</summary>
    private const double Floor = 0.85;
    private const int Block = 64;

    /// <param name="holds">Which clusters may be told at all; the others make no room and take none. Replicas are not asked.</param>
    /// <returns>The same for any number of threads.</returns>
    public static ScanResult Run(ScanCases cases, ScanZones zones, ScanSettings settings, Func<ScanCluster, bool>? holds = null)
    {
        var windows = ScanWindows.Of(cases, settings);
        // Days are fixed margins, so no window of any replica holds more cases than it does now.
        return windows.MostCases <= short.MaxValue
            ? Run<short>(cases, zones, windows, settings, holds)
            : Run<int>(cases, zones, windows, settings, holds);
    }

    private static ScanResult Run<T>(
        ScanCases cases,
        ScanZones zones,
        ScanWindows windows,
        ScanSettings settings,
        Func<ScanCluster, bool>? holds
    )
        where T : struct, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T>
    {
        var sweep = new ScanSweep<T>(cases, zones, windows, settings.LeastCases);
        var clusters = Apart(sweep.Observed(cases.Counts), zones, windows, settings.MostClusters, holds);
        if (clusters.Count == 0)
            return new ScanResult([], []);
        var maxima = Maxima(cases, sweep, clusters[0].Llr, settings);
        return new ScanResult(
            [.. clusters.Select(cluster => cluster with { PValue = ScanStatistic.PValue(cluster.Llr, maxima, settings.Level) })],
            maxima
        );
    }

    /// <summary>The best window and circle of each centre, largest ratio first, as far as they share no location.</summary>
    private static List<ScanCluster> Apart(
        ScanFound[] found,
        ScanZones zones,
        ScanWindows windows,
        int most,
        Func<ScanCluster, bool>? holds
    )
    {
        var clusters = new List<ScanCluster>();
        var taken = new bool[found.Length];
        foreach (
            var (centre, best) in found
                .Index()
                .Where(one => one.Item.Llr > 0)
                .OrderByDescending(one => one.Item.Llr)
                .ThenBy(one => zones.Ends[one.Item.Zone] - zones.FirstMember[one.Index])
        )
        {
            var members = zones.Of(centre, best.Zone).ToArray();
            if (members.Any(member => taken[member]))
                continue;
            var (first, last) = windows.Days[best.Window];
            var cluster = new ScanCluster(centre, members, zones.Radii[best.Zone], first, last, best.Cases, best.Expected, best.Llr, 1);
            if (holds?.Invoke(cluster) == false)
                continue;
            foreach (var member in members)
                taken[member] = true;
            clusters.Add(cluster);
            if (clusters.Count == most)
                break;
        }
        return clusters;
    }

    private static List<double> Maxima<T>(ScanCases cases, ScanSweep<T> sweep, double observed, ScanSettings settings)
        where T : struct, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T>
    {
        var maxima = new double[settings.Replicas];
        var idle = new ConcurrentBag<(BurstDraw Draw, ScanTable<T> Table)>();
        var (done, above, floor) = (0, 0, 0.0);
        while (done < maxima.Length)
        {
            var until = Math.Min(maxima.Length, done + Math.Clamp(done, Pilots, Block));
            Parallel.For(
                done,
                until,
                Workers.All,
                () =>
                    idle.TryTake(out var free)
                        ? free
                        : (new BurstDraw(new MarginSampler(cases.Margins), settings.Dispersion), sweep.NewTable()),
                (replica, _, worker) =>
                {
                    var random = new Draws(Draws.Seed(settings.Seed, settings.Stream, replica));
                    worker.Item1.Refill();
                    worker.Item2.Fill((day, column) => worker.Item1.Draw(cases.Strata[day], sweep.Windows.DayCases[day], random, column));
                    maxima[replica] = sweep.Largest(worker.Item2);
                    return worker;
                },
                idle.Add
            );
            for (; done < until; done++)
            {
                // Ties count: a replica as far out as the observed is no less.
                if (maxima[done] >= observed - 1e-9 * observed && ++above == settings.StopAfter)
                    return [.. maxima.Take(done + 1)];
            }
            if (floor == 0 && (floor = Floor * maxima.Take(Pilots).Min()) > 0)
                sweep.PassOver(floor);
        }
        return [.. maxima];
    }
}
