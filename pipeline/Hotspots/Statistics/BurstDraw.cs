namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Deals the cases of a day to locations as <see cref="MarginSampler"/> does, but in bursts where days vary more than by chance: a negative binomial count with variance φ · mean
/// is a Poisson number of bursts whose sizes follow the logarithmic law with parameter 1 − 1/φ (Quenouille 1949, Biometrics 5:162). The day keeps its number of cases: what the
/// bursts have too many is taken back from cases at random, what they lack is dealt singly. One a thread.
/// </summary>
internal sealed class BurstDraw(MarginSampler sampler, double dispersion)
{
    /// <summary>Below it bursts are single cases but for a few.</summary>
    private const double Least = 1.01;

    private readonly double _logarithm = Math.Log(dispersion);
    private readonly int[] _single = new int[sampler.Locations];

    public void Refill() => sampler.Refill();

    /// <param name="column">A place for each location; overwritten, its sum is <paramref name="cases"/>.</param>
    public void Draw(int stratum, int cases, Draws random, Span<int> column)
    {
        if (dispersion < Least || cases == 0)
        {
            sampler.Draw(stratum, cases, random, column);
            return;
        }
        var bursts = Math.Clamp((int)Math.Round(cases * _logarithm / (dispersion - 1)), 1, cases);
        sampler.Draw(stratum, bursts, random, column);
        var total = 0;
        foreach (ref var count in column)
        {
            var sizes = 0;
            for (var burst = 0; burst < count; burst++)
                sizes += Size(random);
            total += count = sizes;
        }
        if (total < cases)
        {
            sampler.Draw(stratum, cases - total, random, _single);
            for (var location = 0; location < column.Length; location++)
                column[location] += _single[location];
            return;
        }
        for (var (location, surplus) = (0, total - cases); surplus > 0; location++)
        {
            if (column[location] == 0)
                continue;
            var here = column[location];
            var taken = HypergeometricDraw.Of(random, surplus, here, total - here);
            column[location] -= taken;
            (surplus, total) = (surplus - taken, total - here);
        }
    }

    /// <summary>Kemp (1981, Applied Statistics 30:249), algorithm LK.</summary>
    private int Size(Draws random)
    {
        const int Most = 1 << 14;
        var v = random.Unit();
        if (v >= 1 - 1 / dispersion)
            return 1;
        var h = -Math.Exp(-_logarithm * random.Unit()) + 1;
        return v <= h * h ? (int)Math.Min(Most, 1 + Math.Floor(Math.Log(Math.Max(v, 1e-300)) / Math.Log(h)))
            : v > h ? 1
            : 2;
    }
}
