namespace Hotspot.Hotspots.Statistics;

/// <summary>Limits of a share by the score test (Wilson 1927): within 0 and 1, and near their level for small counts too.</summary>
public static class Wilson
{
    /// <param name="part">0 to <paramref name="whole"/>, which is at least 1.</param>
    public static (double Low, double High) Interval95(long part, long whole)
    {
        var (low, high) = Interval95((double)part / whole, whole);
        return (part == 0 ? 0 : low, part == whole ? 1 : high);
    }

    /// <param name="share">0–1; also a weighted share, or a mean of scores between 0 and 1.</param>
    /// <param name="size">Above 0; of a weighted sample its effective size (Kish 1965, § 11.7).</param>
    public static (double Low, double High) Interval95(double share, double size)
    {
        const double z = 1.959963984540054;
        var weight = z * z / size;
        var centre = (share + weight / 2) / (1 + weight);
        var half = z / (1 + weight) * Math.Sqrt(share * (1 - share) / size + weight / (4 * size));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
