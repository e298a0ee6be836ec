using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots;

/// <summary>Small cities for scans: locations at random in a square, cases at random over days.</summary>
internal sealed class SomeScan
{
    private readonly Random _random;

    public SomeScan(int seed, int locations, double sideM = 5000)
    {
        _random = new Random(seed);
        X = [.. Enumerable.Range(0, locations).Select(_ => Math.Round(_random.NextDouble() * sideM))];
        Y = [.. X.Select(_ => Math.Round(_random.NextDouble() * sideM))];
        Counts = [];
    }

    public double[] X { get; }
    public double[] Y { get; }

    /// <summary>By day and location.</summary>
    public int[][] Counts { get; private set; }

    /// <param name="mean">Of a location on a day.</param>
    public SomeScan Fill(int days, Func<int, int, double> mean)
    {
        var draws = new Draws((ulong)_random.Next());
        Counts = [.. Enumerable.Range(0, days).Select(day => (int[])[.. X.Select((_, i) => draws.Poisson(mean(i, day)))])];
        return this;
    }

    /// <summary>The last days one by one, all of them in the margins.</summary>
    public ScanCases Cases(int lastDays, int strata = 7)
    {
        var first = Counts.Length - lastDays;
        return new ScanCases(
            [
                .. Enumerable
                    .Range(0, strata)
                    .Select(s => (int[])[.. X.Select((_, i) => Counts.Where((_, day) => day % strata == s).Sum(day => day[i]))]),
            ],
            [.. Enumerable.Range(first, lastDays).Select(day => day % strata)],
            Counts[first..]
        );
    }

    public ScanZones Zones(ScanCases cases, double radiusM = 1500) => ScanZones.OnPlane(X, Y, cases.ByLocation(), radiusM, 0.5);
}
