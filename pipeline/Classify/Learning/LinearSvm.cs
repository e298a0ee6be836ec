namespace Hotspot.Classify.Learning;

/// <summary>
/// Linear support vector machines, one class against the others, by descent along one dual coordinate after another: Hsieh, Chang, Lin, Keerthi and
/// Sundararajan (2008, ICML), algorithm 1 with hinge loss, the bias as a feature that is always 1. Plain sums in a fixed order: the same on every machine.
/// </summary>
internal static class LinearSvm
{
    /// <summary>Cost of a text on the wrong side; texts are unit vectors. Between 2 and 8 cross-validation sees no difference.</summary>
    private const double Cost = 4;
    private const int MostRounds = 30;

    /// <summary>A round in which no projected gradient exceeds this is the last.</summary>
    private const double Tolerance = 0.01;

    /// <param name="isOf">Whether each text belongs to the class.</param>
    public static (float[] Weights, double Bias) Fit(IReadOnlyList<SparseText> texts, IReadOnlyList<bool> isOf, int features, int seed)
    {
        var (weights, bias) = (new double[features], 0.0);
        var alphas = new double[texts.Count];
        var lengths = texts.Select(text => 1 + text.Values.Sum(value => (double)value * value)).ToArray();
        var order = Enumerable.Range(0, texts.Count).ToArray();
        // A generator with a seed of its own keeps its algorithm from version to version of .NET.
        var random = new Random(seed);
        for (var round = 0; round < MostRounds; round++)
        {
            random.Shuffle(order);
            double largest = 0;
            foreach (var i in order)
            {
                var (at, values) = (texts[i].Features, texts[i].Values);
                var sign = isOf[i] ? 1 : -1;
                var score = bias;
                for (var k = 0; k < at.Length; k++)
                    score += weights[at[k]] * values[k];
                var slope = sign * score - 1;
                var projected =
                    alphas[i] <= 0 ? Math.Min(slope, 0)
                    : alphas[i] >= Cost ? Math.Max(slope, 0)
                    : slope;
                if (projected == 0)
                    continue;
                largest = Math.Max(largest, Math.Abs(projected));
                var moved = Math.Clamp(alphas[i] - slope / lengths[i], 0, Cost);
                var step = (moved - alphas[i]) * sign;
                alphas[i] = moved;
                for (var k = 0; k < at.Length; k++)
                    weights[at[k]] += step * values[k];
                bias += step;
            }
            if (largest < Tolerance)
                break;
        }
        return (Array.ConvertAll(weights, weight => (float)weight), bias);
    }
}
