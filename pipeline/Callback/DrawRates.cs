namespace Hotspot.Callback;

/// <summary>Probabilities of a draw of fixed size that are proportional to factors and never above 1 (Brewer and Hanif 1983, § 1.6: whoever would exceed 1 is certain).</summary>
public static class DrawRates
{
    /// <param name="factors">Above 0, one a unit.</param>
    /// <param name="size">0 to the number of units.</param>
    /// <returns>Probabilities that sum to <paramref name="size"/>.</returns>
    public static double[] Of(IReadOnlyList<double> factors, int size)
    {
        var rates = new double[factors.Count];
        var certain = 0;
        while (true)
        {
            var rest = 0.0;
            for (var i = 0; i < rates.Length; i++)
                rest += rates[i] < 1 ? factors[i] : 0;
            var more = 0;
            for (var i = 0; i < rates.Length; i++)
            {
                if (rates[i] >= 1)
                    continue;
                var rate = rest > 0 ? (size - certain) * factors[i] / rest : 0;
                rates[i] = Math.Min(1, rate);
                more += rate >= 1 ? 1 : 0;
            }
            if (more == 0)
                return rates;
            certain += more;
        }
    }
}
