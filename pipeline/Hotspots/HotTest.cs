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
    /// <param name="mass">Share of each place's kernel inside the city.</param>
    /// <param name="callers">Units per incident, one entry per incident of the baseline.</param>
    /// <param name="total">Located units of the period.</param>
    /// <returns>E and p of each candidate.</returns>
    public static (double Expected, double PValue)[] Run(
        IReadOnlyList<Candidate> found,
        PlaceTable places,
        int[] weight,
        double[] mass,
        Func<double, double, bool>? inside,
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
            replica => maxima[replica] = Largest(places, origin, mass, inside, callers, total, density, generator, settings, replica)
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
        double[] mass,
        Func<double, double, bool>? inside,
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
            var (px, py) = Near(places.X[place], places.Y[place], mass[place] < 1 ? inside : null, settings.KernelM, random);
            x.Add(px);
            y.Add(py);
            weights.Add((int)Math.Min(left, callers[random.Below(callers.Length)]));
            minPts.Add(generator.MinPts(x[^1], y[^1]));
        }
        double largest = 0;
        foreach (var candidate in generator.Find([.. x], [.. y], [.. weights], [.. minPts]))
            largest = Math.Max(largest, ScanStatistic.Llr(candidate.Units, candidate.Ground.Integral(density), total));
        return largest;
    }

    /// <summary>A draw from the kernel about a place, inside the city where that is known.</summary>
    private static (double X, double Y) Near(double x, double y, Func<double, double, bool>? inside, double kernelM, Draws random)
    {
        for (var attempt = 0; ; attempt++)
        {
            var radius = kernelM * KernelMass.Radius(random.Unit());
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.Unit());
            var (px, py) = (x + radius * cos, y + radius * sin);
            if (inside is null || attempt == 50 || inside(px, py))
                return (px, py);
        }
    }
}
