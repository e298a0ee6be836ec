namespace Hotspot.Classify.Learning;

/// <summary>Scores as probabilities: softmax of scores × sharpness, which is temperature scaling with 1/T (Guo, Pleiss, Sun and Weinberger 2017, ICML).</summary>
public static class Calibration
{
    private const int Bins = 15;

    public static double[] Probabilities(ReadOnlySpan<double> scores, double sharpness)
    {
        var result = new double[scores.Length];
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        double sum = 0;
        for (var c = 0; c < result.Length; c++)
            sum += result[c] = Math.Exp(sharpness * (scores[c] - highest));
        for (var c = 0; c < result.Length; c++)
            result[c] /= sum;
        return result;
    }

    /// <summary>Number of the class of the highest score; of several the first.</summary>
    public static int Likeliest(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best])
                best = c;
        }
        return best;
    }

    /// <summary>The sharpness under which the true classes are likeliest, 0.05 to 50; by golden section over its logarithm.</summary>
    public static double Sharpness(IReadOnlyList<double[]> scores, IReadOnlyList<int> classOf)
    {
        double Loss(double log)
        {
            double sum = 0;
            for (var i = 0; i < scores.Count; i++)
                sum -= Math.Log(Math.Max(1e-300, Probabilities(scores[i], Math.Exp(log))[classOf[i]]));
            return sum;
        }
        var (low, high) = (Math.Log(0.05), Math.Log(50));
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - golden * (high - low), low + golden * (high - low));
        var (ofLeft, ofRight) = (Loss(left), Loss(right));
        while (high - low > 1e-3)
        {
            if (ofLeft < ofRight)
            {
                (high, right, ofRight) = (right, left, ofLeft);
                ofLeft = Loss(left = high - golden * (high - low));
            }
            else
            {
                (low, left, ofLeft) = (left, right, ofRight);
                ofRight = Loss(right = low + golden * (high - low));
            }
        }
        return Math.Exp((low + high) / 2);
    }

    /// <summary>Expected calibration error: mean distance of the told probability from the share that was right, over 15 bins of equal width (Guo et al. 2017, eq. 3).</summary>
    /// <param name="told">Probability of the class that was told, and whether it was right.</param>
    public static double Error(IReadOnlyCollection<(double Probability, bool IsRight)> told)
    {
        var (probability, right) = (new double[Bins], new int[Bins]);
        foreach (var one in told)
        {
            var bin = Math.Min(Bins - 1, (int)(one.Probability * Bins));
            probability[bin] += one.Probability;
            right[bin] += one.IsRight ? 1 : 0;
        }
        return told.Count == 0 ? 0 : probability.Zip(right, (p, r) => Math.Abs(p - r)).Sum() / told.Count;
    }

    /// <summary>
    /// The lowest probability from which on at least <paramref name="precision"/> of what is told is right; never below a half, for a text unlike all that
    /// was learned is sure of nothing. Null: there is none with 20 texts.
    /// </summary>
    public static double? Level(IEnumerable<(double Probability, bool IsRight)> told, double precision)
    {
        double? level = null;
        var (all, right) = (0, 0);
        // Equal probabilities stand or fall together.
        foreach (var same in told.GroupBy(one => one.Probability).OrderByDescending(group => group.Key))
        {
            (all, right) = (all + same.Count(), right + same.Count(one => one.IsRight));
            if (all >= 20 && right >= precision * all)
                level = same.Key;
        }
        return level is { } found ? Math.Max(found, 0.5) : null;
    }
}
