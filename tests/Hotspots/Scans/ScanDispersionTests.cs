using Hotspot.Hotspots.Scans;

namespace Hotspot.Tests.Hotspots.Scans;

/// <summary>Places whose days vary more than by chance are no clusters; those that vary by chance are judged as before.</summary>
public class ScanDispersionTests
{
    private const int Places = 300;
    private const int Weeks = 26;
    private const int Window = 14;

    /// <summary>Days of a place with mean 0.8, one stratum: by chance alone, or each twice as variable (a gamma's mean before Poisson's draw).</summary>
    private static ScanCases Cases(int seed, bool bursts)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, 7 * Weeks).Select(_ => new int[Places]).ToArray();
        foreach (var day in counts)
        {
            for (var place = 0; place < Places; place++)
                day[place] = Poisson(random, bursts ? Gamma(random, 0.8) : 0.8);
        }
        return new ScanCases(
            [
                [.. Enumerable.Range(0, Places).Select(place => counts.Sum(day => day[place]))],
            ],
            new int[Window],
            counts[^Window..]
        );
    }

    [Theory]
    [InlineData(false, 0.9, 1.1)]
    [InlineData(true, 1.85, 2.15)]
    public void Dispersion_is_the_variance_by_the_mean(bool bursts, double low, double high) =>
        Assert.InRange(Enumerable.Range(1, 20).Average(seed => Cases(seed, bursts).Dispersion()), low, high);

    [Fact]
    public void Bursts_are_told_without_it_and_not_with_it()
    {
        var side = Enumerable.Range(0, Places).Select(place => (X: place % 20 * 1500.0, Y: place / 20 * 1500.0)).ToArray();
        var (plain, guarded) = (0, 0);
        const int cities = 40;
        for (var seed = 1; seed <= cities; seed++)
        {
            var cases = Cases(seed, bursts: true);
            var zones = ScanZones.OnPlane([.. side.Select(at => at.X)], [.. side.Select(at => at.Y)], cases.ByLocation(), 2000, 0.5);
            var settings = new ScanSettings((ulong)seed, "bursts") { Replicas = 99, StopAfter = 100 };
            bool Told(double dispersion) =>
                SpaceTimeScan.Run(cases, zones, settings with { Dispersion = dispersion }).Clusters[0].PValue <= 0.05;
            plain += Told(1) ? 1 : 0;
            guarded += Told(cases.Dispersion()) ? 1 : 0;
        }
        Assert.InRange(plain, 25, cities);
        // 99 % of binomial counts at 5 % are at most 6 of 40.
        Assert.InRange(guarded, 0, 6);
    }

    private static int Poisson(Random random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }
        return count;
    }

    /// <summary>Shape = mean, scale 1: Poisson with it has variance 2 · mean. By halves of squares of normals and exponentials: Jöhnk's for a shape below 1.</summary>
    private static double Gamma(Random random, double shape)
    {
        while (true)
        {
            var (u, v) = (Math.Pow(random.NextDouble(), 1 / shape), Math.Pow(random.NextDouble(), 1 / (1 - shape)));
            if (u + v <= 1)
                return u / (u + v) * -Math.Log(1 - random.NextDouble());
        }
    }
}
