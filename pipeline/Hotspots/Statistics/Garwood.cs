using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Statistics;

/// <summary>Exact limits of a Poisson mean from one count (Garwood 1936): [χ²(α/2, 2k)/2, χ²(1−α/2, 2k+2)/2].</summary>
public static class Garwood
{
    public static (double Low, double High) Limits(long count, double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        return (count == 0 ? 0 : Gamma.InvCDF(count, 1, tail), Gamma.InvCDF(count + 1, 1, 1 - tail));
    }
}
