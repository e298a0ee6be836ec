namespace Hotspot.Classify.Learning;

/// <summary>A text as learners see it.</summary>
/// <param name="Features">Ascending: grams of the whole text, then, <see cref="GramSpace.Count"/> higher, those of its head.</param>
public readonly record struct SparseText(int[] Features, float[] Values);

/// <summary>A linear rule for each class: score = bias + Σ weight × value.</summary>
/// <param name="Weights">[class][feature].</param>
public sealed record LinearRule(float[][] Weights, double[] Biases)
{
    public double[] Scores(SparseText text)
    {
        var scores = new double[Biases.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            var (sum, weights) = (Biases[c], Weights[c]);
            for (var k = 0; k < text.Features.Length; k++)
                sum += weights[text.Features[k]] * (double)text.Values[k];
            scores[c] = sum;
        }
        return scores;
    }
}
