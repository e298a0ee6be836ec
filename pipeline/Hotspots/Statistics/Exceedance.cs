namespace Hotspot.Hotspots.Statistics;

/// <summary>A count against what was to be expected of it.</summary>
/// <param name="Upper">The count that is exceeded with at most the level asked for.</param>
/// <param name="Score">(observed − expected) ÷ (upper − expected), above 1 beyond the limit (Farrington et al. 1996).</param>
/// <param name="PValue">P(X ≥ observed).</param>
public readonly record struct Exceedance(double Expected, double Upper, double Score, double PValue)
{
    /// <summary>
    /// Negative binomial, with the error of the expectation: where log μ is known with variance φs², μ has a gamma distribution of shape 1/(φs²) + 1, so the
    /// count has mean μ + φμs² and dispersion φ(1 + μs²). An expectation of zero from n periods without a case is thus no certainty. For the mean of
    /// n Poisson counts μs² = 1/n, and the p is exactly the conditional binomial P(Bin(y + Σb, 1/(n + 1)) ≥ y) (Przyborowski and Wilenski 1940).
    /// </summary>
    /// <param name="phi">Variance of a count over its mean, at least one.</param>
    /// <param name="reach">μs²: of a mean of n counts 1/n.</param>
    public static Exceedance Of(long observed, double mean, double phi, double reach, double level)
    {
        var (predicted, dispersion) = (mean + phi * reach, phi * (1 + reach));
        var upper = CountTail.Quantile(level, predicted, dispersion);
        return new Exceedance(
            mean,
            upper,
            (observed - mean) / Math.Max(upper - mean, double.Epsilon),
            CountTail.NegativeBinomial(observed, predicted, dispersion)
        );
    }
}
