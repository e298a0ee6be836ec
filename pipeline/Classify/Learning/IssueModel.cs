namespace Hotspot.Classify.Learning;

/// <param name="Probability">Calibrated, 0–1.</param>
public readonly record struct TextGuess(string Label, double Probability);

/// <summary>What a gram adds to the score of a class: weight × value, in the whole text and in its head.</summary>
public readonly record struct TermWeight(string Term, double Weight);

/// <summary>
/// A linear classifier of complaints by their text, as it was learned: nothing of the learner is needed to ask it. Weights are whole numbers of a byte with
/// one scale a class, in memory as in the file, so that what was measured is what is used. Immutable; safe on any thread.
/// </summary>
public sealed class IssueModel
{
    /// <summary>
    /// Of a text of which a smaller share of the letters is known the model tells nothing: what it never learned from would decide. The shipped model knows
    /// at least 0.71 of each sentence in tests/Data/classify, of English at most 0.53, of other alphabets next to nothing.
    /// </summary>
    public const double LeastKnown = 0.6;

    [ThreadStatic]
    private static TextGrams? _grams;

    private readonly GramSpace _space;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly double[] _biases;

    /// <param name="weights">[feature × classes + class].</param>
    /// <param name="scales">What a weight of 1 stands for, by class.</param>
    public IssueModel(
        IReadOnlyList<string> labels,
        GramSpace space,
        sbyte[] weights,
        float[] scales,
        double[] biases,
        double sharpness,
        double? level
    )
    {
        if (weights.Length != 2 * space.Count * labels.Count || scales.Length != labels.Count || biases.Length != labels.Count)
            throw new ArgumentException(
                $"{labels.Count} classes and {space.Count} grams do not fit {weights.Length} weights",
                nameof(weights)
            );
        (Labels, _space, _weights, _scales, _biases, Sharpness, Level) = (labels, space, weights, scales, biases, sharpness, level);
    }

    public IReadOnlyList<string> Labels { get; }
    public GramSpace Space => _space;
    public ReadOnlySpan<sbyte> Weights => _weights;
    public IReadOnlyList<float> Scales => _scales;
    public IReadOnlyList<double> Biases => _biases;

    /// <summary>What scores are multiplied by before they become probabilities.</summary>
    public double Sharpness { get; }

    /// <summary>Least probability of what is told; null: nothing is sure enough.</summary>
    public double? Level { get; }

    /// <summary>The rule rounded to bytes.</summary>
    public static IssueModel Of(IReadOnlyList<string> labels, GramSpace space, LinearRule rule, double sharpness, double? level)
    {
        var scales = rule.Weights.Select(row => Math.Max(1e-9f, row.Max(Math.Abs)) / sbyte.MaxValue).ToArray();
        var weights = new sbyte[2 * space.Count * labels.Count];
        for (var c = 0; c < labels.Count; c++)
        {
            for (var f = 0; f < 2 * space.Count; f++)
                weights[f * labels.Count + c] = (sbyte)MathF.Round(rule.Weights[c][f] / scales[c]);
        }
        return new IssueModel(labels, space, weights, scales, rule.Biases, sharpness, level);
    }

    /// <summary>
    /// The likeliest class; of a text without a known gram the one that needs no reason. Its probability is 0 where hardly any of the text is known.
    /// </summary>
    public TextGuess Guess(string? title, string? content)
    {
        var text = Read(title, content, out var known);
        var probabilities = Calibration.Probabilities(Scores(text), Sharpness);
        var best = Calibration.Likeliest(probabilities);
        return new TextGuess(Labels[best], known < LeastKnown ? 0 : probabilities[best]);
    }

    /// <summary>Share of the text's letters that the model knows.</summary>
    public double KnownShare(string? title, string? content)
    {
        _ = Read(title, content, out var known);
        return known;
    }

    /// <summary>Whether the guess is probable enough to be told.</summary>
    public bool IsSure(TextGuess guess) => guess.Probability >= Level;

    /// <summary>The grams that speak most for a class, or with negative weights against it.</summary>
    public IReadOnlyList<TermWeight> Explain(string? title, string? content, string label, int most)
    {
        var c = Labels.ToList().IndexOf(label);
        var text = Read(title, content, out _);
        return
        [
            .. text
                .Features.Select(
                    (feature, k) =>
                        (Term: _space.TextOf(feature), Weight: _scales[c] * _weights[feature * Labels.Count + c] * (double)text.Values[k])
                )
                .GroupBy(one => one.Term, one => one.Weight)
                .Select(group => new TermWeight(group.Key, group.Sum()))
                .OrderByDescending(one => Math.Abs(one.Weight))
                .ThenBy(one => one.Term, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>The grams that speak most for a class in general, weight × weight of the gram; only those of at least <paramref name="leastTexts"/> texts.</summary>
    public IReadOnlyList<string> TopTerms(int c, int most, int leastTexts) =>
        [
            .. Enumerable
                .Range(0, _space.Count)
                .Where(gram => _space.Texts[gram] >= leastTexts)
                .Select(gram => (Gram: gram, Weight: _weights[gram * Labels.Count + c] * _space.Weights[gram]))
                .Where(one => one.Weight > 0)
                .OrderByDescending(one => one.Weight)
                .ThenBy(one => one.Gram)
                .Take(most)
                .Select(one => _space.TextOf(one.Gram)),
        ];

    internal double[] Scores(SparseText text)
    {
        var classes = Labels.Count;
        var sums = new float[classes];
        for (var k = 0; k < text.Features.Length; k++)
        {
            var row = _weights.AsSpan(text.Features[k] * classes, classes);
            var value = text.Values[k];
            for (var c = 0; c < row.Length; c++)
                sums[c] += value * row[c];
        }
        var scores = new double[classes];
        for (var c = 0; c < classes; c++)
            scores[c] = _biases[c] + (double)_scales[c] * sums[c];
        return scores;
    }

    private SparseText Read(string? title, string? content, out double known)
    {
        var grams = _grams ??= new TextGrams();
        grams.Read(title, content);
        return _space.Of(grams, out known);
    }
}
