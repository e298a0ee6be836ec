namespace Hotspot.Samples;

/// <summary>Small steps in metres on the map; good to 1 in 1,000 between 39 and 42 degrees north, and without a cosine.</summary>
internal static class Metres
{
    private const double PerDegreeLatitude = 111_040;

    /// <summary>A point at a distance of <paramref name="least"/> to <paramref name="most"/> metres, evenly over the ring.</summary>
    public static (double Longitude, double Latitude) Away(
        double longitude,
        double latitude,
        double least,
        double most,
        ref SplitMix random
    )
    {
        while (true)
        {
            var (x, y) = ((2 * random.Unit() - 1) * most, (2 * random.Unit() - 1) * most);
            var square = x * x + y * y;
            if (square <= most * most && square >= least * least)
                return (longitude + x / PerDegreeLongitude(latitude), latitude + y / PerDegreeLatitude);
        }
    }

    // Cosine about 40 degrees to the second order: cos 40° = .766044, sin 40° = .642788; one degree is .0174533.
    private static double PerDegreeLongitude(double latitude)
    {
        var step = (latitude - 40) * 0.0174533;
        return 111_320 * (0.766044 - 0.642788 * step - 0.766044 * step * step / 2);
    }
}
