using Hotspot.Records;

namespace Hotspot.Samples;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): a stream of numbers that is the same on every machine and in every version of .NET.
/// Only integer arithmetic and exactly rounded operations, no logarithm or cosine, so that a seed gives the same bytes for ever.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An independent stream for each pair (seed, name of the stream).</summary>
    public static SplitMix For(ulong seed, ulong stream) => new(SplitMix64.Mix(seed ^ SplitMix64.Mix(stream + SplitMix64.Step)));

    public ulong Next() => SplitMix64.Next(ref _state);

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1 (multiply-shift; the bias is below 2⁻³² for the counts used here).</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Nearly normal with mean 0 and standard deviation 1: the sum of twelve uniforms less 6, so never beyond ±6.</summary>
    public double Bell()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Unit();
        return sum;
    }

    /// <summary>Number of further successes in a row, each with this probability, at most <paramref name="most"/>.</summary>
    public int Run(double probability, int most)
    {
        var run = 0;
        while (run < most && Chance(probability))
            run++;
        return run;
    }
}
