namespace Hotspot.Hotspots;

/// <summary>Limits of a share by the score test (Wilson 1927): within 0 and 1, and near their level for small counts too.</summary>
public static class Wilson
{
    /// <param name="part">0 to <paramref name="whole"/>, which is at least 1.</param>
    public static (double Low, double High) Interval95(long part, long whole)
    {
        const double z = 1.959963984540054;
        var (share, weight) = ((double)part / whole, z * z / whole);
        var centre = (share + weight / 2) / (1 + weight);
        var half = z / (1 + weight) * Math.Sqrt(share * (1 - share) / whole + weight / (4 * whole));
        return (part == 0 ? 0 : centre - half, part == whole ? 1 : centre + half);
    }
}
