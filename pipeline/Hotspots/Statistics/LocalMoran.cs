namespace Hotspot.Hotspots.Statistics;

/// <summary>What a unit is to its surroundings: its own side of the mean, then that of its neighbours.</summary>
public enum MoranLabel
{
    None,
    HighHigh,
    LowLow,
    HighLow,
    LowHigh,
}

/// <param name="I">Local Moran's I; 0 without neighbours.</param>
/// <param name="Label">By signs alone; a caller tells it only where q is small enough. None without neighbours.</param>
/// <param name="PValue">Two-sided, of the conditional permutation; null without neighbours.</param>
/// <param name="FoldedP">One-sided towards the nearer tail, never above one half: what GeoDa and esda print.</param>
public sealed record MoranUnit(double I, MoranLabel Label, double? PValue, double? FoldedP);

/// <summary>Local indicators of spatial association (Anselin 1995) on values or on rates, neighbours row-standardised.</summary>
public static class LocalMoran
{
    /// <summary>
    /// Rates that can be compared though their exposures differ: (r − m)/√v, v = A + m/P, A the variance of the map beyond chance (Assunção and Reis
    /// 1999); v = m/P where A is 0. Units without exposure get 0, the mean.
    /// </summary>
    public static double[] StandardRates(IReadOnlyList<double> observed, IReadOnlyList<double> exposure)
    {
        var z = new double[observed.Count];
        if (MarshallEb.Fit(observed, exposure) is not { Mean: > 0 } prior)
            return z;
        for (var i = 0; i < z.Length; i++)
        {
            if (exposure[i] > 0)
                z[i] = (observed[i] / exposure[i] - prior.Mean) / Math.Sqrt(prior.Variance + prior.Mean / exposure[i]);
        }
        return z;
    }

    /// <summary>Replicas with which one unit of a map can pass Benjamini–Hochberg at this level: S + 1 ≥ 2n/α, for a two-sided p is at least 2/(S + 1).</summary>
    public static int Replicas(int units, double level = 0.05) => Math.Max(999, (int)Math.Ceiling(2 * units / level) - 1);

    /// <summary>Global Moran's I: n/S0 · Σ_i Σ_j w_ij d_i d_j / Σd², d from the mean. A unit without neighbours counts in n and not in S0.</summary>
    /// <param name="binary">Weights of one for each neighbour instead of shares that sum to one.</param>
    public static double Global(IReadOnlyList<double> values, Adjacency map, bool binary = false)
    {
        var (d, square) = Deviations(values);
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < d.Length; i++)
        {
            var count = map.Of(i).Length;
            sum += d[i] * Lag(d, map.Of(i)) * (binary ? count : 1);
            weights += binary ? count : Math.Min(1, count);
        }
        return sum / weights / square;
    }

    /// <summary>
    /// I_i = d_i/m2 · mean of the neighbours' d, m2 = Σd²/n, and its conditional permutation: the unit stays, its neighbours' values are drawn
    /// without replacement from all other units. Ties count on both sides.
    /// </summary>
    /// <param name="replicas">Null: <see cref="Replicas"/>.</param>
    /// <returns>In the order of the units. Each has a stream of its own, so threads change nothing.</returns>
    public static MoranUnit[] Of(IReadOnlyList<double> values, Adjacency map, ulong seed, int? replicas = null)
    {
        if (values.Count != map.Units)
            throw new ArgumentException($"{values.Count} values do not match a map of {map.Units} units", nameof(values));
        var (d, square) = Deviations(values);
        var draws = replicas ?? Replicas(d.Length);
        var result = new MoranUnit[d.Length];
        Parallel.For(
            0,
            d.Length,
            Workers.All,
            i =>
            {
                var near = map.Of(i);
                if (near.Length == 0 || square <= 0)
                {
                    result[i] = new MoranUnit(0, MoranLabel.None, null, null);
                    return;
                }
                var lag = Lag(d, near);
                var (above, below) = Permute(d, i, near.Length, d[i] * lag, draws, new Draws(Draws.Seed(seed, "moran", i)));
                double tail = Math.Min(above, below) + 1;
                result[i] = new MoranUnit(
                    d[i] * lag / square,
                    Label(d[i], lag),
                    Math.Min(1, 2 * tail / (draws + 1)),
                    Math.Min(0.5, tail / (draws + 1))
                );
            }
        );
        return result;
    }

    private static (double[] Deviations, double Square) Deviations(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var d = values.Select(value => value - mean).ToArray();
        return (d, d.Sum(v => v * v) / d.Length);
    }

    private static double Lag(double[] d, ReadOnlySpan<int> near)
    {
        double sum = 0;
        foreach (var j in near)
            sum += d[j];
        return near.Length == 0 ? 0 : sum / near.Length;
    }

    private static (int Above, int Below) Permute(double[] d, int unit, int count, double observed, int draws, Draws random)
    {
        // The other units' values; the first `count` of a partial Fisher–Yates shuffle are a sample whatever the order it starts from.
        double[] pool = [.. d.Where((_, j) => j != unit)];
        var slack = 1e-9 * Math.Abs(observed);
        var (above, below) = (0, 0);
        for (var draw = 0; draw < draws; draw++)
        {
            double sum = 0;
            for (var k = 0; k < count; k++)
            {
                var pick = k + random.Below(pool.Length - k);
                (pool[k], pool[pick]) = (pool[pick], pool[k]);
                sum += pool[k];
            }
            var replica = d[unit] * sum / count;
            above += replica >= observed - slack ? 1 : 0;
            below += replica <= observed + slack ? 1 : 0;
        }
        return (above, below);
    }

    private static MoranLabel Label(double own, double lag) =>
        (own >= 0, lag >= 0) switch
        {
            (true, true) => MoranLabel.HighHigh,
            (false, false) => MoranLabel.LowLow,
            (true, false) => MoranLabel.HighLow,
            (false, true) => MoranLabel.LowHigh,
        };
}
