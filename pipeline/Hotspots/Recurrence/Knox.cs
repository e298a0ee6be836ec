using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Recurrence;

/// <summary>How far apart two places are.</summary>
public enum Metric
{
    Euclidean,

    /// <summary>Along the axes, |Δx| + |Δy|: what Ratcliffe's Near Repeat Calculator counts.</summary>
    Manhattan,
}

/// <summary>Bands and permutations of a <see cref="Knox"/> table.</summary>
/// <param name="SpaceM">Upper bounds in metres, ascending, each belonging to its band: 0, 50, 100 are the same place, (0, 50] and (50, 100].</param>
/// <param name="Days">Upper bounds in whole days, ascending, each belonging to its band: 0, 1, 3 are the same day, the next, and 2–3 days.</param>
/// <param name="Replicas">Permutations of the dates; 0: Poisson p only.</param>
public sealed record KnoxSettings(
    IReadOnlyList<double> SpaceM,
    IReadOnlyList<int> Days,
    Metric Metric = Metric.Euclidean,
    int Replicas = 0,
    ulong Seed = 1
);

/// <summary>Pairs of one band of distance and one of time.</summary>
/// <param name="Expected">Mean of all permutations of the dates, exact.</param>
/// <param name="PoissonP">P(X ≥ observed), X Poisson with that mean; close where the expectation is small.</param>
/// <param name="PermutationP">(1 + replicas with as many)/(replicas + 1); null without replicas.</param>
public sealed record KnoxCell(int Space, int Time, long Observed, double Expected, double PoissonP, double? PermutationP)
{
    /// <summary>Observed over expected; NaN where nothing is expected.</summary>
    public double Ratio => Expected > 0 ? Observed / Expected : double.NaN;
}

/// <summary>
/// Do events that are near each other in space come near each other in time? Pairs are counted by bands of distance and of days (Knox 1964), and
/// compared with what permuting the dates over the places gives: n_s·n_t/N for each cell, N all pairs.
/// </summary>
public static class Knox
{
    /// <summary>Pairs within the widest band of distance that are held at once; beyond, a caller samples whole days.</summary>
    public const long MostPairs = 100_000_000;

    /// <param name="day">Of each event, counted from any day.</param>
    /// <param name="stratum">
    /// Dates are permuted within groups of one number only (the weekday), so that a place of Sundays makes no cluster. The expectation is then the
    /// sum of n_s·n_t/N over pairs of groups. Null: all dates against all.
    /// </param>
    /// <returns>Cells by band of distance, then of time.</returns>
    public static KnoxCell[] Table(double[] x, double[] y, int[] day, KnoxSettings settings, int[]? stratum = null)
    {
        if (x.Length != y.Length || x.Length != day.Length || (stratum is not null && stratum.Length != x.Length))
            throw new ArgumentException($"{x.Length} x, {y.Length} y, {day.Length} days and {stratum?.Length} groups do not match");
        // Neighbours beside each other in memory: pairs are then counted twice as quickly.
        var side = Math.Max(1, settings.SpaceM[^1]);
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(i => Math.Floor(x[i] / side)).ThenBy(i => Math.Floor(y[i] / side))];
        (x, y, day) = ([.. order.Select(i => x[i])], [.. order.Select(i => y[i])], [.. order.Select(i => day[i])]);
        var groups = Groups(stratum is null ? null : [.. order.Select(i => stratum[i])], x.Length);
        var near = NearPairs.Of(x, y, [.. settings.SpaceM], settings.Metric, MostPairs);
        var first = day.DefaultIfEmpty(0).Min();
        ushort[] dates = [.. day.Select(on => checked((ushort)(on - first)))];
        var pairs = new DatedPairs(near, settings.SpaceM.Count, settings.Days);
        var observed = Observed(pairs, dates);
        var expected = Expected(near, day, groups, settings);
        var reached = Permute(pairs, dates, groups, settings, observed);
        var times = settings.Days.Count;
        return
        [
            .. observed.Select(
                (count, cell) =>
                    new KnoxCell(
                        cell / times,
                        cell % times,
                        count,
                        expected[cell],
                        CountTail.Poisson(count, expected[cell]),
                        reached is null ? null : (1.0 + reached[cell]) / (settings.Replicas + 1)
                    )
            ),
        ];
    }

    /// <summary>Group of each event as 0, 1, 2 …</summary>
    private static int[] Groups(int[]? stratum, int events)
    {
        if (stratum is null)
            return new int[events];
        var names = stratum.Distinct().Order().Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        return [.. stratum.Select(name => names[name])];
    }

    /// <summary>Days apart → band; those beyond the last bound one band further.</summary>
    private static byte[] BandOfDays(IReadOnlyList<int> bounds, int most)
    {
        var band = new byte[most + 1];
        for (var apart = 0; apart < band.Length; apart++)
            band[apart] = (byte)bounds.TakeWhile(bound => bound < apart).Count();
        return band;
    }

    private static double[] Expected(NearPairs near, int[] day, int[] groups, KnoxSettings settings)
    {
        var kinds = groups.DefaultIfEmpty(0).Max() + 1;
        var times = settings.Days.Count;
        int Pair(int a, int b) => Math.Min(a, b) * kinds + Math.Max(a, b);

        var inSpace = new double[kinds * kinds, settings.SpaceM.Count];
        for (var i = 0; i < day.Length; i++)
        {
            for (var k = 0; k < near.Of(i).Length; k++)
                inSpace[Pair(groups[i], groups[near.Of(i)[k]]), near.BandsOf(i)[k]]++;
        }

        var size = new double[kinds];
        var onDay = new SortedDictionary<int, double[]>();
        for (var i = 0; i < day.Length; i++)
        {
            size[groups[i]]++;
            if (!onDay.TryGetValue(day[i], out var counts))
                onDay[day[i]] = counts = new double[kinds];
            counts[groups[i]]++;
        }
        var inTime = new double[kinds * kinds, times];
        var band = BandOfDays(settings.Days, settings.Days[^1]);
        foreach (var (on, counts) in onDay)
        {
            for (var apart = 0; apart < band.Length; apart++)
            {
                if (!onDay.TryGetValue(on + apart, out var later))
                    continue;
                for (var a = 0; a < kinds; a++)
                {
                    // Of one day: each pair once, nobody with himself.
                    for (var b = apart == 0 ? a : 0; b < kinds; b++)
                        inTime[Pair(a, b), band[apart]] += apart == 0 && a == b ? counts[a] * (counts[a] - 1) / 2 : counts[a] * later[b];
                }
            }
        }

        var expected = new double[settings.SpaceM.Count * times];
        for (var a = 0; a < kinds; a++)
        {
            for (var b = a; b < kinds; b++)
            {
                var all = a == b ? size[a] * (size[a] - 1) / 2 : size[a] * size[b];
                for (var cell = 0; cell < expected.Length && all > 0; cell++)
                    expected[cell] += inSpace[Pair(a, b), cell / times] * inTime[Pair(a, b), cell % times] / all;
            }
        }
        return expected;
    }

    private static long[] Observed(DatedPairs pairs, ushort[] dates)
    {
        var lanes = new ushort[dates.Length * DatedPairs.Lanes];
        for (var i = 0; i < dates.Length; i++)
            lanes[i * DatedPairs.Lanes] = dates[i];
        return [.. pairs.Count(lanes).Where((_, at) => at % DatedPairs.Lanes == 0)];
    }

    private static int[]? Permute(DatedPairs pairs, ushort[] day, int[] groups, KnoxSettings settings, long[] observed)
    {
        if (settings.Replicas == 0)
            return null;
        int[][] members = [.. Enumerable.Range(0, day.Length).GroupBy(i => groups[i]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        var reached = new int[observed.Length];
        Parallel.For(
            0,
            (settings.Replicas + DatedPairs.Lanes - 1) / DatedPairs.Lanes,
            Workers.All,
            () => (Dates: new ushort[day.Length], Lanes: new ushort[day.Length * DatedPairs.Lanes]),
            (block, _, room) =>
            {
                var replicas = Math.Min(DatedPairs.Lanes, settings.Replicas - block * DatedPairs.Lanes);
                for (var lane = 0; lane < replicas; lane++)
                {
                    day.CopyTo(room.Dates, 0);
                    Shuffle(room.Dates, members, new Draws(Draws.Seed(settings.Seed, "knox", block * DatedPairs.Lanes + lane)));
                    for (var i = 0; i < room.Dates.Length; i++)
                        room.Lanes[i * DatedPairs.Lanes + lane] = room.Dates[i];
                }
                var counts = pairs.Count(room.Lanes);
                for (var cell = 0; cell < observed.Length; cell++)
                {
                    for (var lane = 0; lane < replicas; lane++)
                    {
                        if (counts[cell * DatedPairs.Lanes + lane] >= observed[cell])
                            Interlocked.Increment(ref reached[cell]);
                    }
                }
                return room;
            },
            _ => { }
        );
        return reached;
    }

    private static void Shuffle(ushort[] dates, int[][] members, Draws random)
    {
        foreach (var group in members)
        {
            for (var k = group.Length - 1; k > 0; k--)
            {
                var pick = random.Below(k + 1);
                (dates[group[k]], dates[group[pick]]) = (dates[group[pick]], dates[group[k]]);
            }
        }
    }
}
