using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>How sure a rank is (METHODS b3): each unit's rate is drawn from its gamma posterior under the Marshall prior, and ranked, many times.</summary>
public static class RankCertainty
{
    /// <param name="counts">All of one exposure; rank 1 is the highest.</param>
    /// <param name="draws">4000 gives the ends of a 90 % interval to about one rank.</param>
    /// <returns>5 % and 95 % quantile of the rank of each unit. Where the counts vary no more than chance would, every rank is possible for all.</returns>
    public static (int Low, int High)[] Interval90(IReadOnlyList<long> counts, int draws, ulong seed)
    {
        var observed = counts.Select(c => (double)c).ToArray();
        var prior = MarshallEb.Fit(observed, Enumerable.Repeat(1.0, counts.Count).ToArray());
        if (prior is null || prior.Variance <= 0 || prior.Mean <= 0)
            return [.. counts.Select(_ => (1, counts.Count))];

        var shape = prior.Mean * prior.Mean / prior.Variance;
        var rate = 1 + prior.Mean / prior.Variance;
        var units = counts.Count;
        var tally = new int[units * units];
        var keys = new double[units];
        var order = new int[units];
        var random = new Draws(seed);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < units; i++)
            {
                keys[i] = -random.Gamma(observed[i] + shape, rate);
                order[i] = i;
            }
            Array.Sort(keys, order);
            for (var rank = 0; rank < units; rank++)
                tally[order[rank] * units + rank]++;
        }
        var result = new (int Low, int High)[units];
        for (var i = 0; i < units; i++)
        {
            var ranks = tally.AsSpan(i * units, units);
            result[i] = (Quantile(ranks, 0.05 * draws), Quantile(ranks, 0.95 * draws));
        }
        return result;
    }

    private static int Quantile(ReadOnlySpan<int> tally, double mass)
    {
        var sum = 0;
        for (var rank = 0; rank < tally.Length; rank++)
        {
            sum += tally[rank];
            if (sum >= mass)
                return rank + 1;
        }
        return tally.Length;
    }
}
