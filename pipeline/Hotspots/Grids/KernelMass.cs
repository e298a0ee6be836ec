namespace Hotspot.Hotspots.Grids;

/// <summary>The share of the quartic kernel about a place that lies inside the city, from 36 directions and distances of equal probability.</summary>
internal static class KernelMass
{
    private const int Directions = 12;

    /// <summary>A corner of land keeps a tenth, so that no unit counts more than ten times.</summary>
    private const double Least = 0.1;

    /// <summary>Radius, as a share of the half-width, within which a share <paramref name="chance"/> of the kernel lies: density ∝ u(1 − u²)², so 1 − (1 − u²)³ is uniform.</summary>
    public static double Radius(double chance) => Math.Sqrt(1 - Math.Cbrt(1 - chance));

    /// <param name="used">Places that matter; the others get 1.</param>
    public static double[] Of(double[] x, double[] y, int[] used, double kernelM, Func<double, double, bool>? inside)
    {
        var mass = new double[x.Length];
        for (var place = 0; place < x.Length; place++)
            mass[place] = inside is null || used[place] == 0 ? 1 : Math.Max(Least, Share(x[place], y[place], kernelM, inside));
        return mass;
    }

    private static double Share(double x, double y, double kernelM, Func<double, double, bool> inside)
    {
        var held = 0;
        foreach (var chance in (ReadOnlySpan<double>)[1 / 6.0, 0.5, 5 / 6.0])
        {
            for (var i = 0; i < Directions; i++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * i / Directions);
                var radius = kernelM * Radius(chance);
                held += inside(x + radius * cos, y + radius * sin) ? 1 : 0;
            }
        }
        return held / (3.0 * Directions);
    }
}
