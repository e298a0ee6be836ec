using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>A rate with its exact 95 % limits.</summary>
internal readonly record struct AreaRate(double Value, double Low, double High);

/// <summary>
/// Incidents of the period per 10,000 residents and per km² (METHODS b1, b2): limits of Garwood 1936; rates by residents smoothed towards the map
/// (<paramref name="Eb"/>) and towards the area and its neighbours (<paramref name="LocalEb"/>) by Marshall 1991. Null without the denominator.
/// </summary>
internal sealed record AreaRates(AreaSize Size, AreaRate? PerKm2, AreaRate? Per10k, double? Eb, double? LocalEb)
{
    private const double TenThousand = 10_000;

    /// <param name="map">Of the areas, in their order.</param>
    public static AreaRates[] Of(IReadOnlyList<long> incidents, IReadOnlyList<AreaSize> sizes, Adjacency map)
    {
        double[] observed = [.. incidents.Select(count => (double)count)];
        // Areas without a figure are no exposure and take no part.
        double[] residents = [.. sizes.Select(size => (size.Residents ?? 0) / TenThousand)];
        var prior = MarshallEb.Fit(observed, residents);
        var local = MarshallEb.Local(observed, residents, map);
        return
        [
            .. sizes.Select(
                (size, i) =>
                    new AreaRates(
                        size,
                        Rate(incidents[i], size.Km2),
                        Rate(incidents[i], size.Residents / TenThousand),
                        residents[i] > 0 ? prior?.Smooth(observed[i], residents[i]) : null,
                        residents[i] > 0 ? local[i] : null
                    )
            ),
        ];
    }

    private static AreaRate? Rate(long count, double? exposure)
    {
        if (exposure is not { } denominator)
            return null;
        var (low, high) = Garwood.Limits(count);
        return new AreaRate(count / denominator, low / denominator, high / denominator);
    }
}
