using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Statistics;

/// <summary>同比/环比 of two counts: ratio of rates with 95 % limits and a two-sided p (METHODS b6).</summary>
/// <param name="Ratio">(now ÷ exposure now) ÷ (then ÷ exposure then); infinite where then is 0 and now is not, NaN where both are 0.</param>
public sealed record RateRatio(double Ratio, double Low, double High, double PValue)
{
    /// <summary>
    /// Conditional on the sum, now ~ Binomial(now + then, t_now/(t_now + t_then)) (Przyborowski and Wilenski 1940). The p is the doubled
    /// mid-p (Lancaster 1961); the limits are those of Clopper and Pearson 1934, transformed, hence a little wider than the p.
    /// </summary>
    /// <param name="exposure">Exposure now over exposure then, e.g. 31/28 days.</param>
    public static RateRatio Exact(long now, long then, double exposure = 1)
    {
        if (now + then == 0)
            return new RateRatio(double.NaN, 0, double.PositiveInfinity, 1);
        var low = now == 0 ? 0 : Odds(Beta.InvCDF(now, then + 1, 0.025)) / exposure;
        var high = then == 0 ? double.PositiveInfinity : Odds(Beta.InvCDF(now + 1, then, 0.975)) / exposure;
        return new RateRatio(now / exposure / then, low, high, MidP(now, then, exposure));
    }

    private static double OfStudent(double p, double freedom) =>
        double.IsInfinity(freedom) || p is 0 or 1 ? p : 2 * StudentT.CDF(0, 1, freedom, Normal.InvCDF(0, 1, p / 2));

    private static double MidP(double now, double then, double exposure)
    {
        var (sum, chance) = (now + then, exposure / (1 + exposure));
        var upper = (CountTail.Binomial(now, sum, chance) + CountTail.Binomial(now + 1, sum, chance)) / 2;
        var lower = (CountTail.Binomial(then, sum, 1 - chance) + CountTail.Binomial(then + 1, sum, 1 - chance)) / 2;
        return Math.Min(1, 2 * Math.Min(upper, lower));
    }

    /// <summary>
    /// As <see cref="Exact"/>, for counts whose variance is φ times their mean: limits are log ratio ± 1.96 √(φ(1/now + 1/then)), half a case added
    /// to both where one is zero (Haldane 1956); the p is that of effective counts now/φ and then/φ, as Korn and Graubard 1998 have it for shares of
    /// surveys, which keeps the binomial's short tail: the logarithm's normal one finds much less where one count is small. φ of at most one is the exact test.
    /// </summary>
    /// <param name="freedom">Degrees of freedom that φ is known with: the p is then Student's, not the normal one, of the same deviate.</param>
    public static RateRatio Overdispersed(long now, long then, double phi, double exposure = 1, double freedom = double.PositiveInfinity)
    {
        if (phi <= 1 || now + then == 0)
            return Exact(now, then, exposure);
        var add = now == 0 || then == 0 ? 0.5 : 0;
        var log = Math.Log((now + add) / (then + add) / exposure);
        var error = Math.Sqrt(phi * (1 / (now + add) + 1 / (then + add)));
        const double z = 1.959963984540054;
        return new RateRatio(
            now / exposure / then,
            Math.Exp(log - z * error),
            Math.Exp(log + z * error),
            OfStudent(MidP(now / phi, then / phi, exposure), freedom)
        );
    }

    private static double Odds(double chance) => chance / (1 - chance);
}
