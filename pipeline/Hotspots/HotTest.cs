namespace Hotspot.Hotspots;

/// <summary>
/// <b>hot</b> (METHODS c4): is a candidate denser than its surroundings? E = ∫λ over its ground; Kulldorff's likelihood ratio of its incidents, for the
/// callers of one incident are one case: as twelve they would hide twelve cases elsewhere.
/// The candidates were picked because they are dense, and that is paid for: each replica draws as many incidents from the near kernel of λ, with callers by the law observed
/// in the baseline and the period (or the week of a record would be hot by it alone), generates candidates in the same way and keeps the city's largest
/// ratio. A candidate's p is the rank of its own ratio among those maxima (family-wise), with a Gumbel tail.
/// </summary>
/// <param name="weight">Baseline units by place; with jitter of the near kernel's shape they are what replicas draw.</param>
/// <param name="mass">Share of each place's near kernel inside the city.</param>
/// <param name="now">Units of each incident of the period; <paramref name="before"/> of the baseline.</param>
internal sealed class HotTest(
    PlaceTable places,
    int[] weight,
    double[] mass,
    Func<double, double, bool>? inside,
    int[] now,
    int[] before,
    Density density,
    Candidates generator,
    PointSettings settings
)
{
    private readonly int[] _origin = [.. Enumerable.Range(0, places.Count).SelectMany(place => Enumerable.Repeat(place, weight[place]))];
    private readonly int[] _callers = [.. now.Concat(before).Order()];

    /// <param name="incidents">Of each candidate.</param>
    /// <returns>Units expected on its ground, and p.</returns>
    public (double Expected, double PValue)[] Run(IReadOnlyList<Candidate> found, long[] incidents)
    {
        if (found.Count == 0)
            return [];
        var maxima = new double[settings.Replicas];
        Parallel.For(0, maxima.Length, replica => maxima[replica] = Largest(replica));
        return
        [
            .. found.Select(
                (candidate, i) =>
                {
                    var (expected, ratio) = Ratio(candidate.Ground, incidents[i], now.Sum());
                    return (expected, ratio > 0 ? ScanStatistic.PValue(ratio, maxima) : 1);
                }
            ),
        ];
    }

    private double Largest(int replica)
    {
        var random = new Draws(Draws.Seed(settings.Seed, "hot", replica));
        var (x, y) = (new double[now.Length], new double[now.Length]);
        var (callers, minPts) = (new int[now.Length], new int[now.Length]);
        for (var i = 0; i < now.Length; i++)
        {
            var place = _origin[random.Below(_origin.Length)];
            (x[i], y[i]) = Near(places.X[place], places.Y[place], mass[place] < 1 ? inside : null, settings.NearM, random);
            callers[i] = _callers[random.Below(_callers.Length)];
            minPts[i] = generator.MinPts(x[i], y[i]);
        }
        double largest = 0;
        var total = callers.Sum();
        foreach (var candidate in generator.Find(x, y, callers, minPts))
            largest = Math.Max(largest, Ratio(candidate.Ground, candidate.Members.Length, total).Llr);
        return largest;
    }

    /// <param name="units">Of the whole period: what an incident has on average is the same everywhere.</param>
    private (double Expected, double Llr) Ratio(Ground ground, long incidents, long units)
    {
        var expected = ground.Integral(density);
        return (expected, ScanStatistic.Llr(incidents, expected * now.Length / units, now.Length));
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
