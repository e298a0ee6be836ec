using Hotspot.Records;

namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Seeded random numbers that are the same on every platform and runtime: xoshiro256** (Blackman and Vigna 2021), its state filled by
/// SplitMix64. Work that runs in parallel takes one stream per unit of work, named by <see cref="Seed"/>, so the thread count changes nothing.
/// </summary>
internal sealed class Draws
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Draws(ulong seed)
    {
        _a = SplitMix64.Next(ref seed);
        _b = SplitMix64.Next(ref seed);
        _c = SplitMix64.Next(ref seed);
        _d = SplitMix64.Next(ref seed);
    }

    /// <summary>The seed of a named stream: FNV-1a over the names, then the number.</summary>
    public static ulong Seed(ulong root, string name, int number = 0)
    {
        var hash = 14695981039346656037UL ^ root;
        foreach (var letter in name)
            hash = (hash ^ letter) * 1099511628211UL;
        hash ^= (ulong)(uint)number * 0x9E3779B97F4A7C15UL;
        return SplitMix64.Next(ref hash);
    }

    public ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1 (multiply-shift; the bias is below 2⁻³² for the counts used here).</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Standard normal by the polar method (Marsaglia and Bray 1964); the second value of the pair is not kept.</summary>
    public double Normal()
    {
        while (true)
        {
            var u = 2 * Unit() - 1;
            var v = 2 * Unit() - 1;
            var s = u * u + v * v;
            if (s is > 0 and < 1)
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    /// <summary>Gamma with this shape and rate (Marsaglia and Tsang 2000); shapes below one by boosting.</summary>
    public double Gamma(double shape, double rate)
    {
        if (shape < 1)
            return Gamma(shape + 1, rate) * Math.Pow(1 - Unit(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(1 - Unit()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v / rate;
        }
    }

    public int Poisson(double mean)
    {
        // Sums of small means: exact, and quick enough for the means that simulations here use.
        var count = 0;
        for (; mean > 0; mean -= 20)
        {
            var limit = Math.Exp(-Math.Min(mean, 20));
            for (var product = 1 - Unit(); product > limit; product *= 1 - Unit())
                count++;
        }
        return count;
    }
}
