using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Negative binomial regression with log link (Lawless 1987; Venables and Ripley 2002, section 7.4): coefficients by iteratively reweighted least
/// squares for a given θ, θ by maximum likelihood for given means, in turn until both rest.
/// </summary>
public static class NbRegression
{
    private const int MostSteps = 100;
    private const double Rest = 1e-10;

    /// <summary>Beyond this the counts vary no more than Poisson's, and θ has no maximum.</summary>
    private const double MostTheta = 1e6;

    /// <param name="design">One row per count: 1 for the intercept, then the other columns. Columns must not depend on each other.</param>
    /// <param name="offset">Added to log μ, as the log of an exposure; null: none.</param>
    /// <param name="ridge">ρ of a penalty ½ρβ² on all coefficients but the first: columns may then depend on each other.</param>
    public static CountModel Fit(double[][] design, double[] counts, double[]? offset = null, double ridge = 0)
    {
        var model = Solve(design, counts, offset, ridge, double.PositiveInfinity, null);
        var theta = MaximumTheta(counts, model.Fitted, start: null);
        for (var step = 0; step < MostSteps && theta is not null; step++)
        {
            model = Solve(design, counts, offset, ridge, theta.Value, model.Coefficients);
            var next = MaximumTheta(counts, model.Fitted, theta);
            var moved = next is null || Math.Abs(next.Value - theta.Value) > Rest * theta.Value;
            theta = next;
            if (!moved)
                break;
        }
        return theta is null
            ? Poisson(design, counts, offset, ridge)
            : Judged(Solve(design, counts, offset, ridge, theta.Value, model.Coefficients), counts);
    }

    /// <summary>Poisson regression, the same with θ infinite.</summary>
    public static CountModel Poisson(double[][] design, double[] counts, double[]? offset = null, double ridge = 0) =>
        Judged(Solve(design, counts, offset, ridge, double.PositiveInfinity, null), counts);

    private static CountModel Solve(double[][] design, double[] counts, double[]? offset, double ridge, double theta, double[]? start)
    {
        if (design.Length != counts.Length || (offset is not null && offset.Length != counts.Length) || design.Length == 0)
            throw new ArgumentException($"{design.Length} rows, {counts.Length} counts and {offset?.Length} offsets do not match");
        var columns = design[0].Length;
        // R's start: the counts themselves, zeros lifted off the edge.
        var eta = start is null ? [.. counts.Select(count => Math.Log(count + 0.1))] : Linear(design, start, offset);
        var beta = Vector<double>.Build.Dense(columns, double.PositiveInfinity);
        Matrix<double>? inverse = null;
        for (var step = 0; step < MostSteps; step++)
        {
            var (information, score) = (Matrix<double>.Build.Dense(columns, columns), Vector<double>.Build.Dense(columns));
            Accumulate(design, counts, offset, eta, theta, information, score);
            for (var column = 1; column < columns; column++)
                information[column, column] += ridge;
            inverse = information.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(columns));
            var next = inverse * score;
            var moved = (next - beta).AbsoluteMaximum();
            beta = next;
            eta = Linear(design, beta.AsArray(), offset);
            if (moved < Rest)
                break;
        }
        return new CountModel(
            beta.ToArray(),
            inverse!.ToArray(),
            [.. eta.Select(Math.Exp)],
            theta,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN
        );
    }

    /// <summary>What only the last fit is asked for.</summary>
    private static CountModel Judged(CountModel model, double[] counts)
    {
        var (fitted, theta) = (model.Fitted, model.Theta);
        return model with
        {
            ThetaError = double.IsInfinity(theta) ? double.NaN : 1 / Math.Sqrt(-Curvature(counts, fitted, theta)),
            LogLikelihood = counts.Zip(fitted, (count, mean) => LogLikelihood(count, mean, theta)).Sum(),
            Deviance =
                2 * counts.Zip(fitted, (count, mean) => LogLikelihood(count, count, theta) - LogLikelihood(count, mean, theta)).Sum(),
            Pearson =
                counts.Zip(fitted, (count, mean) => (count - mean) * (count - mean) / (mean + mean * mean / theta)).Sum()
                / Math.Max(1, counts.Length - model.Coefficients.Length),
        };
    }

    private static double[] Linear(double[][] design, double[] beta, double[]? offset)
    {
        var eta = new double[design.Length];
        for (var row = 0; row < eta.Length; row++)
        {
            var sum = offset?[row] ?? 0;
            for (var column = 0; column < beta.Length; column++)
                sum += design[row][column] * beta[column];
            eta[row] = sum;
        }
        return eta;
    }

    /// <summary>XᵀWX and XᵀWz of one step, row by row: matrices as long as the counts would be made anew in each.</summary>
    private static void Accumulate(
        double[][] design,
        double[] counts,
        double[]? offset,
        double[] eta,
        double theta,
        Matrix<double> information,
        Vector<double> score
    )
    {
        var columns = score.Count;
        var (products, sums) = (new double[columns, columns], new double[columns]);
        for (var row = 0; row < counts.Length; row++)
        {
            var mu = Math.Exp(eta[row]);
            var weight = mu / (1 + mu / theta);
            var working = eta[row] - (offset?[row] ?? 0) + (counts[row] - mu) / mu;
            var x = design[row];
            for (var a = 0; a < columns; a++)
            {
                var weighted = weight * x[a];
                if (weighted == 0)
                    continue;
                sums[a] += weighted * working;
                for (var b = 0; b <= a; b++)
                    products[a, b] += weighted * x[b];
            }
        }
        for (var a = 0; a < columns; a++)
        {
            score[a] = sums[a];
            for (var b = 0; b < columns; b++)
                information[a, b] = products[Math.Max(a, b), Math.Min(a, b)];
        }
    }

    private static double LogLikelihood(double count, double mean, double theta)
    {
        if (mean <= 0)
            return count == 0 ? 0 : double.NegativeInfinity;
        if (double.IsInfinity(theta))
            return count * Math.Log(mean) - mean - SpecialFunctions.GammaLn(count + 1);
        return SpecialFunctions.GammaLn(theta + count)
            - SpecialFunctions.GammaLn(theta)
            - SpecialFunctions.GammaLn(count + 1)
            + theta * Math.Log(theta / (theta + mean))
            + count * Math.Log(mean / (theta + mean));
    }

    /// <summary>Root of the score of θ by Newton steps on log θ, from the moments; null: no overdispersion.</summary>
    private static double? MaximumTheta(double[] counts, double[] means, double? start)
    {
        var excess = counts.Zip(means, (y, m) => (y / m - 1) * (y / m - 1)).Sum();
        var theta = start ?? counts.Length / excess;
        for (var step = 0; step < MostSteps; step++)
        {
            var score = counts.Zip(means, (y, m) => Score(y, m, theta)).Sum();
            var curvature = Curvature(counts, means, theta);
            // Where the likelihood is not concave, a step of a factor towards the root.
            var move =
                curvature < 0 ? Math.Clamp(-score / curvature / theta, -0.9, 2)
                : score > 0 ? 1
                : -0.5;
            theta *= 1 + move;
            if (theta > MostTheta)
                return null;
            if (Math.Abs(move) < Rest)
                break;
        }
        return theta;
    }

    private static double Score(double y, double mean, double theta) =>
        SpecialFunctions.DiGamma(theta + y)
        - SpecialFunctions.DiGamma(theta)
        + Math.Log(theta / (theta + mean))
        + 1
        - (y + theta) / (mean + theta);

    /// <summary>Second derivative of the log likelihood in θ; differences of trigamma by their sums, for counts are whole.</summary>
    private static double Curvature(double[] counts, double[] means, double theta)
    {
        double sum = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var (y, m) = (counts[i], means[i]);
            for (var k = 0; k < y; k++)
                sum -= 1 / ((theta + k) * (theta + k));
            sum += 1 / theta - 2 / (m + theta) + (y + theta) / ((m + theta) * (m + theta));
        }
        return sum;
    }
}
