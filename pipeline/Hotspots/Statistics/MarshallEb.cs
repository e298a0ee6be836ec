namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Global empirical-Bayes smoothing of rates (Marshall 1991): a gamma-like prior with the mean and the excess variance of the map,
/// estimated by moments. m = ΣO/ΣP, s² = ΣP(r−m)²/ΣP, A = max(0, s² − m/P̄).
/// </summary>
/// <param name="Mean">m, the rate of the whole map.</param>
/// <param name="Variance">A, what the rates vary beyond chance; 0: nothing, all smoothed rates are the mean.</param>
public sealed record MarshallEb(double Mean, double Variance)
{
    /// <param name="exposure">Same length, not negative; units without exposure take no part.</param>
    /// <returns>Null where there is no exposure at all.</returns>
    public static MarshallEb? Fit(IReadOnlyList<double> observed, IReadOnlyList<double> exposure)
    {
        double cases = 0;
        double total = 0;
        var units = 0;
        for (var i = 0; i < observed.Count; i++)
        {
            if (exposure[i] <= 0)
                continue;
            cases += observed[i];
            total += exposure[i];
            units++;
        }
        if (units == 0)
            return null;
        var mean = cases / total;
        double squares = 0;
        for (var i = 0; i < observed.Count; i++)
        {
            if (exposure[i] > 0)
                squares += exposure[i] * Math.Pow(observed[i] / exposure[i] - mean, 2);
        }
        return new MarshallEb(mean, Math.Max(0, squares / total - mean / (total / units)));
    }

    /// <summary>
    /// Local smoothing: each unit against the prior of itself and its neighbours (Marshall 1991, section 3.2). Null where these have no exposure.
    /// </summary>
    public static double?[] Local(IReadOnlyList<double> observed, IReadOnlyList<double> exposure, Adjacency map)
    {
        var smoothed = new double?[observed.Count];
        for (var i = 0; i < smoothed.Length; i++)
        {
            int[] near = [i, .. map.Of(i)];
            smoothed[i] = Fit([.. near.Select(j => observed[j])], [.. near.Select(j => exposure[j])])?.Smooth(observed[i], exposure[i]);
        }
        return smoothed;
    }

    /// <summary>m + (r − m)·A/(A + m/P) = m + (O − mP)·A/(AP + m), which holds without exposure as well: there more cases are a higher rate, too.</summary>
    public double Smooth(double observed, double exposure) =>
        Variance <= 0 ? Mean : Mean + (observed - Mean * exposure) * Variance / (Variance * exposure + Mean);
}
