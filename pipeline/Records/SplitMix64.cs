namespace Hotspot.Records;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): numbers that are the same on every machine and in every version of .NET.</summary>
public static class SplitMix64
{
    /// <summary>Step of the state; odd, the golden ratio of 2⁶⁴.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>The finaliser: every bit of the result depends on every bit of z.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The next number of the stream.</summary>
    public static ulong Next(ref ulong state) => Mix(state += Step);
}
