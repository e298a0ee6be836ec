using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>What exponential smoothing goes on from.</summary>
/// <param name="Season">Additions of the steps of one period, the next step first; empty: none.</param>
public sealed record SmoothingState(double Level, double Trend, double[] Season);

/// <summary>
/// Additive exponential smoothing of Holt (1957) and Winters (1960): level, trend and season move by α, β and γ of what was not expected. Equations and
/// start as in R's <c>HoltWinters</c>.
/// </summary>
public static class HoltWinters
{
    /// <summary>Where R begins its search.</summary>
    private static readonly double[] FirstGuess = [0.3, 0.1, 0.1];

    /// <summary>The start from the first two periods: a line through their moving average, and what the steps lie above it.</summary>
    /// <param name="series">At least two periods.</param>
    public static SmoothingState Start(ReadOnlySpan<double> series, int period)
    {
        var trend = new double?[2 * period];
        for (var t = period / 2; t < 2 * period - period / 2; t++)
        {
            double sum = 0;
            for (var near = -(period / 2); near <= period / 2; near++)
                sum += series[t + near] * (period % 2 == 0 && Math.Abs(near) == period / 2 ? 0.5 : 1);
            trend[t] = sum / period;
        }
        var known = trend.OfType<double>().ToArray();
        var (intercept, slope) = MathNet.Numerics.Fit.Line([.. Enumerable.Range(1, known.Length).Select(t => (double)t)], known);
        var season = new double[period];
        for (var step = 0; step < period; step++)
        {
            var (sum, count) = (0.0, 0);
            for (var t = step; t < 2 * period; t += period)
            {
                if (trend[t] is { } level)
                    (sum, count) = (sum + series[t] - level, count + 1);
            }
            season[step] = sum / count;
        }
        var mean = season.Average();
        return new SmoothingState(intercept, slope, [.. season.Select(one => one - mean)]);
    }

    /// <summary>Smooths the series from one of its steps on.</summary>
    /// <param name="expected">Takes what was expected of each step, one step before; null: not asked for.</param>
    /// <returns>The state after the last step, and the sum of squares of what was not expected.</returns>
    public static (SmoothingState After, double SquaredError) Run(
        ReadOnlySpan<double> series,
        int from,
        SmoothingState start,
        double alpha,
        double beta,
        double gamma,
        double[]? expected = null
    )
    {
        var (level, trend, squares) = (start.Level, start.Trend, 0.0);
        var season = (double[])start.Season.Clone();
        for (var t = from; t < series.Length; t++)
        {
            var step = season.Length == 0 ? 0 : (t - from) % season.Length;
            var addition = season.Length == 0 ? 0 : season[step];
            var told = level + trend + addition;
            if (expected is not null)
                expected[t] = told;
            var error = series[t] - told;
            squares += error * error;
            var before = level;
            level = alpha * (series[t] - addition) + (1 - alpha) * (level + trend);
            trend = beta * (level - before) + (1 - beta) * trend;
            if (season.Length > 0)
                season[step] = gamma * (series[t] - level) + (1 - gamma) * addition;
        }
        var turn = season.Length == 0 ? 0 : (series.Length - from) % season.Length;
        return (new SmoothingState(level, trend, [.. season[turn..], .. season[..turn]]), squares);
    }

    /// <summary>The parameters in [0, 1] with the smallest sum of squares, by the simplex of Nelder and Mead (1965) from R's start .3, .1, .1.</summary>
    /// <param name="squares">The sum to make small; may be one over many series.</param>
    /// <param name="count">1: α alone; 2: α and γ; 3: α, β and γ.</param>
    public static double[] Fit(Func<double[], double> squares, int count)
    {
        double[] Bounded(Vector<double> at) => [.. at.Select(one => Math.Clamp(one, 0, 1))];
        // What lies outside is as good as its nearest point inside and then worse, or the simplex would wander off.
        double Outside(Vector<double> at) => at.Sum(one => Math.Abs(one - Math.Clamp(one, 0, 1)));
        var found = new NelderMeadSimplex(1e-10, 2000).FindMinimum(
            ObjectiveFunction.Value(at => squares(Bounded(at)) * (1 + Outside(at))),
            Vector<double>.Build.DenseOfArray(FirstGuess[..count])
        );
        return Bounded(found.MinimizingPoint);
    }

    /// <summary>Forecasts of the next steps, 1 first.</summary>
    public static double[] Forecast(SmoothingState after, int steps) =>
        [
            .. Enumerable
                .Range(0, steps)
                .Select(h => after.Level + (h + 1) * after.Trend + (after.Season.Length == 0 ? 0 : after.Season[h % after.Season.Length])),
        ];
}
