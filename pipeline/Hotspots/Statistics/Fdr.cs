namespace Hotspot.Hotspots.Statistics;

/// <summary>q-values: the smallest false discovery rate at which a hypothesis would be rejected. A null p was not tested and takes no part.</summary>
public static class Fdr
{
    /// <summary>Benjamini and Hochberg 1995, step-up. For one map, cube or family of comparisons at a time.</summary>
    public static double?[] BenjaminiHochberg(IReadOnlyList<double?> p) => Adjust(p, _ => 1);

    /// <summary>Benjamini and Yekutieli 2001: any dependence, at the price of the factor Σ1/i.</summary>
    public static double?[] BenjaminiYekutieli(IReadOnlyList<double?> p) =>
        Adjust(p, tests => Enumerable.Range(1, tests).Sum(i => 1.0 / i));

    /// <summary>Benjamini and Hochberg for a large family that was tested throughout, such as the bins of a cube.</summary>
    public static double[] OfAll(double[] p)
    {
        var (sorted, order) = ((double[])p.Clone(), Enumerable.Range(0, p.Length).ToArray());
        Array.Sort(sorted, order);
        var q = new double[p.Length];
        var least = 1.0;
        for (var rank = p.Length; rank >= 1; rank--)
            q[order[rank - 1]] = least = Math.Min(least, sorted[rank - 1] * p.Length / rank);
        return q;
    }

    private static double?[] Adjust(IReadOnlyList<double?> p, Func<int, double> factor)
    {
        var tested = Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i]).ThenBy(i => i).ToArray();
        var q = new double?[p.Count];
        var scale = tested.Length * factor(tested.Length);
        var least = 1.0;
        for (var rank = tested.Length; rank >= 1; rank--)
        {
            var i = tested[rank - 1];
            least = Math.Min(least, p[i]!.Value * scale / rank);
            q[i] = least;
        }
        return q;
    }
}
