using MathNet.Numerics;

namespace Hotspot.Hotspots.Statistics;

/// <summary>Exact upper tails P(X ≥ count) of counts.</summary>
public static class CountTail
{
    /// <summary>X ~ Poisson(mean), by the regularised lower incomplete gamma function. A mean of zero allows no case.</summary>
    public static double Poisson(long count, double mean)
    {
        if (count <= 0)
            return 1;
        return mean <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(count, mean);
    }

    /// <summary>X negative binomial with this mean and variance = dispersion × mean; a dispersion of at most one is Poisson.</summary>
    public static double NegativeBinomial(long count, double mean, double dispersion)
    {
        if (dispersion <= 1 + 1e-9)
            return Poisson(count, mean);
        if (count <= 0)
            return 1;
        return mean <= 0 ? 0 : SpecialFunctions.BetaRegularized(count, mean / (dispersion - 1), 1 - 1 / dispersion);
    }

    /// <summary>P(X = 0), X as in <see cref="NegativeBinomial"/>.</summary>
    public static double None(double mean, double dispersion) =>
        dispersion <= 1 + 1e-9 ? Math.Exp(-mean) : Math.Pow(dispersion, -mean / (dispersion - 1));

    /// <summary>X ~ Binomial(trials, chance).</summary>
    public static double Binomial(double count, double trials, double chance)
    {
        if (count <= 0)
            return 1;
        if (count > trials || chance <= 0)
            return 0;
        return chance >= 1 ? 1 : SpecialFunctions.BetaRegularized(count, trials - count + 1, chance);
    }

    /// <summary>The smallest k with P(X &gt; k) ≤ <paramref name="level"/>, X as in <see cref="NegativeBinomial"/>: the quantile 1 − level.</summary>
    public static long Quantile(double level, double mean, double dispersion)
    {
        var (low, high) = (-1L, 1L);
        while (NegativeBinomial(high + 1, mean, dispersion) > level)
            (low, high) = (high, 2 * high);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (NegativeBinomial(middle + 1, mean, dispersion) > level)
                low = middle;
            else
                high = middle;
        }
        return high;
    }

    /// <summary>The smallest k with P(Poisson(mean) ≥ k) ≤ <paramref name="level"/>.</summary>
    public static int PoissonCritical(double mean, double level)
    {
        var k = (int)Math.Floor(mean);
        while (Poisson(k, mean) > level)
            k++;
        return k;
    }
}
