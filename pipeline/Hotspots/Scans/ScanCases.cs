namespace Hotspot.Hotspots.Scans;

/// <summary>The cases of a space-time scan, counted: places × days, of days of old only the sums.</summary>
/// <param name="Margins">Cases of the whole study, the counted days included, by stratum of days and location.</param>
/// <param name="Strata">Stratum of each day that a window may hold, oldest first, without a gap.</param>
/// <param name="Counts">Cases of these days, by day and location.</param>
public sealed record ScanCases(IReadOnlyList<int[]> Margins, IReadOnlyList<int> Strata, IReadOnlyList<int[]> Counts)
{
    public int Locations => Margins[0].Length;

    public int Days => Strata.Count;

    /// <summary>Of each location, over all strata.</summary>
    public long[] ByLocation() => [.. Enumerable.Range(0, Locations).Select(i => Margins.Sum(margin => (long)margin[i]))];

    /// <summary>
    /// How much more the cases of a place and day vary than by chance: Pearson's χ² of the counted days by its degrees of freedom, from 1 on. Under the null a count
    /// has mean E = R · K ÷ C and variance E · (1 − K ÷ C), R of the place, K of the day, C of all in the stratum (hypergeometric, for many cases of many places).
    /// </summary>
    public double Dispersion()
    {
        var (sum, freedom) = (0.0, 0);
        for (var day = 0; day < Days; day++)
        {
            var margin = Margins[Strata[day]];
            var (all, today) = (margin.Sum(cases => (long)cases), Counts[day].Sum(cases => (long)cases));
            if (today == 0 || today == all)
                continue;
            var (share, places) = ((double)today / all, 0);
            for (var place = 0; place < margin.Length; place++)
            {
                if (margin[place] == 0)
                    continue;
                places++;
                var expected = margin[place] * share;
                var over = Counts[day][place] - expected;
                sum += over * over / (expected * (1 - share));
            }
            freedom += places - 1;
        }
        return freedom <= 0 ? 1 : Math.Max(1, sum / freedom);
    }
}

/// <summary>What a scan looks for, and how it judges.</summary>
/// <param name="Stream">Names the random numbers: a scan of its own each.</param>
public sealed record ScanSettings(ulong Seed, string Stream)
{
    /// <summary>Longest window in days.</summary>
    public int LongestWindow { get; init; } = 14;

    /// <summary>Windows end with the last day; false: they may end on any (retrospective).</summary>
    public bool Prospective { get; init; } = true;

    /// <summary>Fewest cases of a cluster.</summary>
    public int LeastCases { get; init; } = 3;

    public int Replicas { get; init; } = 999;

    /// <summary>So many replicas above the observed, and the rest are idle.</summary>
    public int StopAfter { get; init; } = 50;

    /// <summary>Above it a p-value is a plain rank (<see cref="ScanStatistic.PValue"/>); clusters above it are still returned.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>
    /// Variance of a count by its mean, from 1 on: replicas vary as much (<see cref="BurstDraw"/>). Streets have days of their own; where replicas do not, these are told as
    /// clusters almost every night.
    /// </summary>
    public double Dispersion { get; init; } = 1;

    /// <summary>Best clusters returned at most.</summary>
    public int MostClusters { get; init; } = 20;
}

/// <summary>A circle and a window with more cases than expected.</summary>
/// <param name="Members">Locations, nearest to the centre first.</param>
/// <param name="Radius">As the zones have it; metres on a plane.</param>
/// <param name="First">Index of its first day among the counted days; <paramref name="Last"/> is in it too.</param>
public sealed record ScanCluster(
    int Centre,
    IReadOnlyList<int> Members,
    double Radius,
    int First,
    int Last,
    long Cases,
    double Expected,
    double Llr,
    double PValue
);

/// <param name="Clusters">Best first; no two share a location.</param>
/// <param name="Maxima">Largest ratio of each replica, in their order; as many as were drawn.</param>
public sealed record ScanResult(IReadOnlyList<ScanCluster> Clusters, IReadOnlyList<double> Maxima);
