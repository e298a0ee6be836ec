using Hotspot.Hotspots.Statistics;

namespace Hotspot.Callback;

/// <summary>A share of a cohort, estimated from a sample that was not drawn evenly.</summary>
/// <param name="Low">95 % limits (Wilson 1927, on the effective size).</param>
/// <param name="EffectiveSize">Kish 1965: (Σw)² ÷ Σw².</param>
/// <param name="Raw">The plain mean of the sample.</param>
public sealed record WeightedShare(double Value, double Low, double High, double EffectiveSize, double Raw)
{
    /// <summary>Hájek's ratio Σwy ÷ Σw with w = 1 ÷ inclusion probability (Hájek 1971).</summary>
    /// <param name="sample">Scores between 0 and 1 with inclusion probabilities above 0.</param>
    /// <returns>Null where nothing was sampled.</returns>
    public static WeightedShare? Of(IReadOnlyCollection<(double Score, double Inclusion)> sample)
    {
        if (sample.Count == 0)
            return null;
        var (weights, squares, scores) = (0.0, 0.0, 0.0);
        foreach (var (score, inclusion) in sample)
        {
            var weight = 1 / inclusion;
            weights += weight;
            squares += weight * weight;
            scores += weight * score;
        }
        var (value, size) = (Math.Clamp(scores / weights, 0, 1), weights * weights / squares);
        var (low, high) = Wilson.Interval95(value, size);
        return new WeightedShare(value, low, high, size, sample.Average(one => one.Score));
    }
}
