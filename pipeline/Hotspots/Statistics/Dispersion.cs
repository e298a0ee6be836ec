namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// φ, the variance of weekly counts over their mean, after the city's own ups and downs are taken out: Pearson χ² of the unit × week table
/// against row × column ÷ total, over its degrees of freedom; at least one.
/// </summary>
public static class Dispersion
{
    /// <summary>Below three weeks nothing can be said.</summary>
    public const int LeastWeeks = 3;

    /// <summary>From here on a unit with at least one case a week stands on its own; the others share the pooled φ.</summary>
    public const int OwnWeeks = 8;

    /// <summary>φ of one series by itself: variance over mean, at least one; one where there are fewer than three counts.</summary>
    public static double OfSeries(IReadOnlyList<long> counts)
    {
        if (counts.Count < LeastWeeks || counts.Sum() == 0)
            return 1;
        var mean = counts.Average();
        return Math.Max(1, counts.Sum(count => Square(count, mean)) / (counts.Count - 1));
    }

    /// <summary>
    /// φ for tests of a change from one week to the next, from the changes before: half the mean square successive difference (von Neumann 1941) over
    /// the mean, at least one. Seasons and slow drifts, which fill <see cref="OfSeries"/> and hide every change, leave it nearly alone.
    /// </summary>
    /// <returns>
    /// φ, and the degrees of freedom that it is known with, 2(n − 1)²/(3n − 4) of n independent counts; one and infinite where there are fewer than three.
    /// </returns>
    public static (double Phi, double Freedom) OfChanges(IReadOnlyList<long> counts)
    {
        var n = counts.Count;
        if (n < LeastWeeks || counts.Sum() == 0)
            return (1, double.PositiveInfinity);
        var squares = counts.Skip(1).Zip(counts, (later, earlier) => (double)(later - earlier) * (later - earlier)).Sum();
        return (Math.Max(1, squares / (2 * (n - 1) * counts.Average())), 2.0 * (n - 1) * (n - 1) / (3 * n - 4));
    }

    /// <summary>
    /// A unit's own φ from a dozen weeks scatters by two fifths about the true one, and every unit that seems calm by luck would have changes: it is
    /// never taken below that of the median unit (without that a third of the weeks of a stationary city of 324 streets
    /// had a hot one).
    /// </summary>
    /// <param name="weeks">One row per unit of a map, all of one length, oldest first.</param>
    /// <param name="map">φ is that of each unit and its neighbours together; null: of each unit.</param>
    /// <returns>In the order of the units; null: the history is shorter than three weeks.</returns>
    public static double[]? Phi(IReadOnlyList<IReadOnlyList<long>> weeks, Adjacency? map = null)
    {
        if (Of(weeks, map) is not { } table)
            return null;
        var (pooled, least) = Shared(table.Square, table.Free, table.HasOwn);
        return [.. table.Free.Select((free, i) => Math.Max(least, table.HasOwn(i) ? table.Square[i] / free : pooled))];
    }

    /// <summary>Pearson's χ² of each unit and the degrees of freedom that are left to it; null: the history is shorter than three weeks.</summary>
    private static Table? Of(IReadOnlyList<IReadOnlyList<long>> weeks, Adjacency? map)
    {
        var length = weeks.Count == 0 ? 0 : weeks.Min(row => row.Count);
        if (length < LeastWeeks)
            return null;
        // Rows may reach back differently: the last weeks common to all.
        var rows = weeks.Select(row => row.Skip(row.Count - length).ToArray()).ToArray();
        var columns = Enumerable.Range(0, length).Select(t => (double)rows.Sum(row => row[t])).ToArray();
        var total = columns.Sum();
        if (total <= 0)
            return new Table(new double[rows.Length], new double[rows.Length], _ => false);
        if (map is not null)
            rows = [.. rows.Select((row, i) => row.Select((count, t) => count + Near(rows, map.Of(i), t)).ToArray())];
        var sums = rows.Select(row => (double)row.Sum()).ToArray();

        var square = rows.Select((row, i) => row.Select((count, t) => Square(count, sums[i] * columns[t] / total)).Sum()).ToArray();
        // A unit takes its own share of the column constraint with it: (T − 1)(1 − share) degrees are left to it.
        var free = sums.Select(sum => sum > 0 ? (length - 1) * (1 - sum / total) : 0).ToArray();
        return new Table(square, free, i => length >= OwnWeeks && sums[i] >= length && free[i] >= 1);
    }

    private sealed record Table(double[] Square, double[] Free, Func<int, bool> HasOwn);

    /// <summary>
    /// φ of the units of a map for tests of change, each with the degrees of freedom that it has: a unit's own drawn towards the mean by as much as its
    /// scatter is chance (the moments of Marshall 1991, as for rates; a φ from d degrees has variance 2φ²/d), which lends it degrees, as the moderated
    /// variances of Smyth 2004 have. The larger of own and median that <see cref="Phi"/> takes lets no street of a thousand stationary weeks rise, and
    /// passes over one that tripled.
    /// </summary>
    /// <returns>As <see cref="Phi"/>.</returns>
    public static (double Phi, double Freedom)[]? Moderated(IReadOnlyList<IReadOnlyList<long>> weeks)
    {
        if (Of(weeks, null) is not { } table)
            return null;
        var (pooled, _) = Shared(table.Square, table.Free, table.HasOwn);
        var own = Enumerable.Range(0, table.Free.Length).Where(table.HasOwn).ToArray();
        var phi = own.Select(i => table.Square[i] / table.Free[i]).ToArray();
        var mean = phi.Length == 0 ? pooled : phi.Average();
        var chance = own.Select(i => 2 * mean * mean / table.Free[i]).ToArray();
        var real = phi.Length < 2 ? 0 : Math.Max(0, phi.Sum(one => (one - mean) * (one - mean)) / (phi.Length - 1) - chance.Average());
        var result = Enumerable.Repeat((pooled, Math.Max(1, table.Free.Sum())), table.Free.Length).ToArray();
        foreach (var (at, i) in own.Index())
        {
            var weight = real == 0 ? 0 : real / (real + chance[at]);
            result[i] = (Math.Max(1, mean + (phi[at] - mean) * weight), table.Free[i] / Math.Max(weight, table.Free[i] / table.Free.Sum()));
        }
        return result;
    }

    /// <summary>φ of all units together, and that of the median one of those that stand on their own; at least one each.</summary>
    /// <param name="square">Pearson's χ² of each unit, <paramref name="free"/> its degrees of freedom.</param>
    /// <param name="hasOwn">Which stand on their own.</param>
    internal static (double Pooled, double Median) Shared(IReadOnlyList<double> square, IReadOnlyList<double> free, Func<int, bool> hasOwn)
    {
        var all = free.Sum();
        // The median of χ² over its d degrees is (1 − 2/(9d))³ (Wilson and Hilferty 1931).
        double[] own =
        [
            .. Enumerable.Range(0, free.Count).Where(hasOwn).Select(i => square[i] / free[i] / Math.Pow(1 - 2 / (9 * free[i]), 3)).Order(),
        ];
        return (all > 0 ? Math.Max(1, square.Sum() / all) : 1, own.Length > 0 ? Math.Max(1, own[own.Length / 2]) : 1);
    }

    private static long Near(long[][] rows, ReadOnlySpan<int> units, int week)
    {
        long sum = 0;
        foreach (var unit in units)
            sum += rows[unit][week];
        return sum;
    }

    private static double Square(double observed, double expected) =>
        expected > 0 ? (observed - expected) * (observed - expected) / expected : 0;
}
