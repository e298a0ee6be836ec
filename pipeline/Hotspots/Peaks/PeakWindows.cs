using System.Runtime.Intrinsics;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>
/// 高发时段, as windows (METHODS a3): circular scan of all windows of 1–8 hours (Kulldorff's Poisson likelihood ratio, 1997) against a
/// null in which each day's 24 hours are turned by a random angle of their own, so that bursts stay inside their day. Needed where
/// single hours fail although the day is strongly uneven.
/// </summary>
public static class PeakWindows
{
    /// <summary>Enough replicas above the observed: the p is known to be far from .05 and further draws are idle.</summary>
    private const int StopAfter = 50;

    /// <returns>
    /// Non-overlapping windows with p ≤ the level in scopes whose best window has q ≤ the level (BH over the scopes of a level and kind of day), best first
    /// within scope and day kind; the days are those of the standing-peak test.
    /// </returns>
    public static IReadOnlyList<PeakWindow> Run(IReadOnlyList<HourScope> scopes, DateOnly from, DateOnly lastDay, PeakSettings settings)
    {
        var ordered = scopes.OrderBy(s => s.Level, StringComparer.Ordinal).ThenBy(s => s.Scope, StringComparer.Ordinal).ToArray();
        var kinds = TestDays.Kinds.Count;
        var found = new List<PeakWindow>?[ordered.Length * kinds];
        Parallel.For(
            0,
            found.Length,
            Workers.All,
            i =>
                found[i] = Scan(
                    ordered[i / kinds],
                    TestDays.Of(ordered[i / kinds], TestDays.Kinds[i % kinds], from, lastDay, settings),
                    settings
                )
        );
        foreach (var family in Enumerable.Range(0, found.Length).GroupBy(i => (ordered[i / kinds].Level, i % kinds)))
        {
            int[] members = [.. family];
            var q = Fdr.BenjaminiHochberg([.. members.Select(i => found[i]?[0].PValue)]);
            for (var k = 0; k < members.Length; k++)
                found[members[k]] =
                    q[k] <= settings.Level
                        ?
                        [
                            .. found[members[k]]!
                                .Where(window => window.PValue <= settings.Level)
                                .Select(window => window with { QValue = q[k]!.Value }),
                        ]
                        : null;
        }
        return [.. found.SelectMany(rows => rows ?? [])];
    }

    /// <summary>Null where there is too little to test; the best window whatever its p, so that its scope counts in its family.</summary>
    private static List<PeakWindow>? Scan(HourScope scope, TestDays days, PeakSettings settings)
    {
        var found = new List<PeakWindow>();
        var hours = TestDays.Sum(days.Standing);
        var total = hours.Sum();
        if (days.Standing.Count < settings.LeastWindowDays || total < settings.LeastIncidents)
            return null;

        var candidates = Candidates(hours, total, settings.LongestWindow);
        if (candidates.Count == 0)
            return null;
        var maxima = Maxima(scope, days, candidates[0].Llr, total, settings);
        var taken = new bool[24];
        foreach (var (start, length, count, llr) in candidates)
        {
            var window = Enumerable.Range(start, length).Select(h => h % 24).ToArray();
            if (window.Any(h => taken[h]))
                continue;
            var p = ScanStatistic.PValue(llr, maxima, settings.Level);
            if (p > settings.Level && found.Count > 0)
                break;
            foreach (var h in window)
                taken[h] = true;
            var end = (start + length - 1) % 24 + 1;
            found.Add(new PeakWindow(scope.Level, scope.Scope, days.Kind, start, end, count, total * length / 24.0, llr, p, 1));
        }
        return found;
    }

    /// <summary>Windows with more than their share, by likelihood ratio; ties to the shorter, then the earlier.</summary>
    private static List<(int Start, int Length, long Count, double Llr)> Candidates(long[] hours, long total, int longest)
    {
        var windows = new List<(int Start, int Length, long Count, double Llr)>();
        for (var start = 0; start < 24; start++)
        {
            long count = 0;
            for (var length = 1; length <= longest; length++)
            {
                count += hours[(start + length - 1) % 24];
                var llr = ScanStatistic.Llr(count, total * length / 24.0, total);
                if (llr > 0)
                    windows.Add((start, length, count, llr));
            }
        }
        return [.. windows.OrderByDescending(w => w.Llr).ThenBy(w => w.Length).ThenBy(w => w.Start)];
    }

    private static List<double> Maxima(HourScope scope, TestDays days, double observed, long total, PeakSettings settings)
    {
        var random = new Draws(Draws.Seed(settings.Seed, $"window|{scope.Level}|{scope.Scope}|{days.Kind}"));
        // Days without incidents turn into themselves. Each vector stands twice in a row, so that a turn is a slice.
        int[][] doubled = [.. days.Standing.Where(d => d.Incidents.Sum() > 0).Select(d => (int[])[.. d.Incidents, .. d.Incidents])];
        var maxima = new List<double>(settings.Replicas);
        var sums = new int[24];
        var above = 0;
        for (var replica = 0; replica < settings.Replicas && above < StopAfter; replica++)
        {
            Array.Clear(sums);
            foreach (var day in doubled)
            {
                var turn = random.Below(24);
                Add(sums, day.AsSpan(turn, 24));
            }
            var max = Largest(sums, total, settings.LongestWindow);
            if (max >= observed - 1e-9 * observed)
                above++;
            maxima.Add(max);
        }
        return maxima;
    }

    /// <summary>24 hours are three vectors of eight, whatever the processor.</summary>
    private static void Add(Span<int> sums, ReadOnlySpan<int> hours)
    {
        for (var h = 0; h < 24; h += Vector256<int>.Count)
            (Vector256.Create<int>(sums[h..]) + Vector256.Create(hours[h..])).CopyTo(sums[h..]);
    }

    /// <summary>For one length the ratio grows with the count, so only the fullest window of each length is weighed.</summary>
    private static double Largest(int[] hours, long total, int longest)
    {
        Span<int> counts = stackalloc int[24];
        double best = 0;
        for (var length = 1; length <= longest; length++)
        {
            var fullest = 0;
            for (var start = 0; start < 24; start++)
            {
                counts[start] += hours[(start + length - 1) % 24];
                fullest = Math.Max(fullest, counts[start]);
            }
            best = Math.Max(best, ScanStatistic.Llr(fullest, total * length / 24.0, total));
        }
        return best;
    }
}
