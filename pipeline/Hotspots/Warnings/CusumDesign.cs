using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <summary>Mean run length of a CUSUM of negative binomial counts as a Markov chain (Brook and Evans 1972), and the limit that gives a wanted one.</summary>
public static class CusumDesign
{
    /// <summary>Steps into which one count, or the mean, is divided: the finer the smaller the counts.</summary>
    private const double StepsOfMean = 12;
    private const int MostStates = 96;

    /// <summary>Mean number of values until the sum, from 0 on, goes beyond the limit.</summary>
    /// <param name="mean">Of the counts, whose variance is <paramref name="phi"/> × mean.</param>
    /// <param name="reference">Taken from each count.</param>
    public static double RunLength(double mean, double phi, double reference, double limit)
    {
        var step = Step(limit, reference);
        return RunLength(Chances(mean, phi, (int)Math.Ceiling(limit + reference) + 2), reference, (int)Math.Round(limit / step), step);
    }

    /// <summary>The smallest limit, to a step of the chain, with this mean run length or more.</summary>
    public static double Limit(double mean, double phi, double reference, double runLength)
    {
        var most = reference + 2 * Math.Sqrt(phi * mean);
        while (RunLength(mean, phi, reference, most) < runLength)
            most *= 1.5;
        var step = Step(most, reference);
        var chances = Chances(mean, phi, (int)Math.Ceiling(most + reference) + 2);
        var (low, high) = (0, (int)Math.Round(most / step));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (RunLength(chances, reference, middle, step) < runLength)
                low = middle;
            else
                high = middle;
        }
        return high * step;
    }

    /// <summary>States are multiples of it.</summary>
    private static double Step(double limit, double reference) => Math.Max(Math.Min(1, reference / StepsOfMean), limit / MostStates);

    /// <summary>P(x = 0), P(x = 1) …</summary>
    private static double[] Chances(double mean, double phi, int count)
    {
        var chances = new double[count];
        var above = 1.0;
        for (var x = 0; x < count; x++)
        {
            var next = CountTail.NegativeBinomial(x + 1, mean, phi);
            (chances[x], above) = (above - next, next);
        }
        return chances;
    }

    /// <summary>Solves (I − Q) a = 1 over the states 0 … <paramref name="states"/>, without pivots: the matrix is diagonally dominant.</summary>
    private static double RunLength(double[] chances, double reference, int states, double step)
    {
        var n = states + 1;
        var matrix = new double[n, n + 1];
        for (var from = 0; from < n; from++)
        {
            matrix[from, from] += 1;
            matrix[from, n] = 1;
            for (var x = 0; x < chances.Length; x++)
            {
                // A sum between two states goes to both in proportion, so that the reference is kept to the digit on average.
                var to = Math.Max(0, from + (x - reference) / step);
                var below = (int)Math.Floor(to);
                var share = to - below;
                if (below < n)
                    matrix[from, below] -= chances[x] * (1 - share);
                if (below + 1 < n && share > 0)
                    matrix[from, below + 1] -= chances[x] * share;
            }
        }
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = pivot + 1; row < n; row++)
            {
                var times = matrix[row, pivot] / matrix[pivot, pivot];
                if (times == 0)
                    continue;
                for (var c = pivot; c <= n; c++)
                    matrix[row, c] -= times * matrix[pivot, c];
            }
        }
        var lengths = new double[n];
        for (var row = n - 1; row >= 0; row--)
        {
            var sum = matrix[row, n];
            for (var c = row + 1; c < n; c++)
                sum -= matrix[row, c] * lengths[c];
            lengths[row] = sum / matrix[row, row];
        }
        return lengths[0];
    }
}
