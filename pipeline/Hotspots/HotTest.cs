namespace Hotspot.Hotspots;

/// <summary>
/// <b>hot</b> (METHODS c4): is a candidate denser than its surroundings? E = ∫λ over its ground, statistic Kulldorff's likelihood ratio.
/// The candidates were picked because they are dense, and that is paid for: each replica draws as many units from λ, in incidents whose
/// number of callers follows the law observed in the baseline, generates candidates in the same way and keeps the city's largest
/// ratio. A candidate's p is the rank of its own ratio among those maxima (family-wise), with a Gumbel tail.
/// </summary>
internal static class HotTest
{
    /// <param name="weight">Baseline units by place; their places with jitter of the kernel's shape are draws from λ.</param>
    /// <param name="callers">Units per incident, one entry per incident of the baseline.</param>
    /// <param name="total">Located units of the period.</param>
    /// <returns>E and p of each candidate.</returns>
    public static (double Expected, double PValue)[] Run(
        IReadOnlyList<Candidate> found,
        PlaceTable places,
        int[] weight,
        int[] callers,
        long total,
        Density density,
        Candidates generator,
        PointSettings settings
    )
    {
        if (found.Count == 0)
            return [];
        var expected = found.Select(candidate => candidate.Ground.Integral(density)).ToArray();
        int[] origin = [.. Enumerable.Range(0, places.Count).SelectMany(place => Enumerable.Repeat(place, weight[place]))];
        var maxima = new double[settings.Replicas];
        Parallel.For(
            0,
            settings.Replicas,
            replica => maxima[replica] = Largest(places, origin, callers, total, density, generator, settings, replica)
        );
        return
        [
            .. found.Select(
                (candidate, i) =>
                {
                    var ratio = ScanStatistic.Llr(candidate.Units, expected[i], total);
                    return (expected[i], ratio > 0 ? ScanStatistic.PValue(ratio, maxima) : 1);
                }
            ),
        ];
    }

    private static double Largest(
        PlaceTable places,
        int[] origin,
        int[] callers,
        long total,
        Density density,
        Candidates generator,
        PointSettings settings,
        int replica
    )
    {
        var random = new Draws(Draws.Seed(settings.Seed, "hot", replica));
        var (x, y, weights, minPts) = (new List<double>(), new List<double>(), new List<int>(), new List<int>());
        for (long left = total; left > 0; left -= weights[^1])
        {
            var place = origin[random.Below(origin.Length)];
            // A radius with density ∝ u(1 − u²)²: 1 − (1 − u²)³ is uniform.
            var radius = settings.KernelM * Math.Sqrt(1 - Math.Cbrt(1 - random.Unit()));
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.Unit());
            x.Add(places.X[place] + radius * cos);
            y.Add(places.Y[place] + radius * sin);
            weights.Add((int)Math.Min(left, callers[random.Below(callers.Length)]));
            minPts.Add(generator.MinPts(x[^1], y[^1]));
        }
        double largest = 0;
        foreach (var candidate in generator.Find([.. x], [.. y], [.. weights], [.. minPts]))
            largest = Math.Max(largest, ScanStatistic.Llr(candidate.Units, candidate.Ground.Integral(density), total));
        return largest;
    }
}
