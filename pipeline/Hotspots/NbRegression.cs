using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Hotspot.Hotspots;

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
        var model = Poisson(design, counts, offset, ridge);
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
        return theta is null ? Poisson(design, counts, offset, ridge) : Solve(design, counts, offset, ridge, theta.Value, model.Coefficients);
    }

    /// <summary>Poisson regression, the same with θ infinite.</summary>
    public static CountModel Poisson(double[][] design, double[] counts, double[]? offset = null, double ridge = 0) =>
        Solve(design, counts, offset, ridge, double.PositiveInfinity, null);

    private static CountModel Solve(double[][] design, double[] counts, double[]? offset, double ridge, double theta, double[]? start)
    {
        if (design.Length != counts.Length || (offset is not null && offset.Length != counts.Length) || design.Length == 0)
            throw new ArgumentException($"{design.Length} rows, {counts.Length} counts and {offset?.Length} offsets do not match");
        var x = Matrix<double>.Build.DenseOfRowArrays(design);
        var shift = Vector<double>.Build.DenseOfArray(offset ?? new double[counts.Length]);
        var y = Vector<double>.Build.DenseOfArray(counts);
        // R's start: the counts themselves, zeros lifted off the edge.
        var eta = start is null ? y.Map(v => Math.Log(v + 0.1)) : x * Vector<double>.Build.DenseOfArray(start) + shift;
        var penalty = Matrix<double>.Build.Diagonal(x.ColumnCount, x.ColumnCount, column => column == 0 ? 0 : ridge);
        Vector<double>? beta = null;
        Matrix<double>? inverse = null;
        for (var step = 0; step < MostSteps; step++)
        {
            var mu = eta.Map(Math.Exp);
            var weight = mu.Map(m => m / (1 + m / theta));
            var working = eta - shift + (y - mu).PointwiseDivide(mu);
            var weighted = x.MapIndexed((row, _, value) => value * weight[row]);
            inverse = (x.TransposeThisAndMultiply(weighted) + penalty).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(x.ColumnCount));
            var next = inverse * weighted.TransposeThisAndMultiply(working);
            var moved = beta is null ? double.PositiveInfinity : (next - beta).AbsoluteMaximum();
            beta = next;
            eta = x * beta + shift;
            if (moved < Rest)
                break;
        }
        var fitted = eta.Map(Math.Exp).ToArray();
        return new CountModel(
            beta!.ToArray(),
            inverse!.ToArray(),
            fitted,
            theta,
            double.IsInfinity(theta) ? double.NaN : 1 / Math.Sqrt(-Curvature(counts, fitted, theta)),
            counts.Zip(fitted, (count, mean) => LogLikelihood(count, mean, theta)).Sum(),
            2 * counts.Zip(fitted, (count, mean) => LogLikelihood(count, count, theta) - LogLikelihood(count, mean, theta)).Sum(),
            counts.Zip(fitted, (count, mean) => (count - mean) * (count - mean) / (mean + mean * mean / theta)).Sum()
                / Math.Max(1, counts.Length - x.ColumnCount)
        );
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
