using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.Statistics;

/// <summary>A fitted regression of counts with log link: log μ = offset + Xβ.</summary>
/// <param name="Covariance">Of the coefficients; θ is taken as known, as R's glm.nb does.</param>
/// <param name="Theta">Variance = μ + μ²/θ; infinite: Poisson.</param>
/// <param name="ThetaError">NaN for Poisson.</param>
/// <param name="Pearson">χ² of Pearson over the degrees of freedom.</param>
public sealed record CountModel(
    double[] Coefficients,
    double[,] Covariance,
    double[] Fitted,
    double Theta,
    double ThetaError,
    double LogLikelihood,
    double Deviance,
    double Pearson
)
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>Standard errors of the coefficients.</summary>
    public double[] Errors => [.. Coefficients.Select((_, i) => Math.Sqrt(Covariance[i, i]))];

    /// <summary>Coefficients, and θ where it was fitted.</summary>
    public int Parameters => Coefficients.Length + (double.IsInfinity(Theta) ? 0 : 1);

    /// <summary>−2 log L + 2 × parameters.</summary>
    public double Aic => -2 * LogLikelihood + 2 * Parameters;

    /// <summary>e^β, the factor that a step of one in this column makes, with its Wald limits.</summary>
    public (double Factor, double Low, double High) Factor(int column) => Factor([.. Coefficients.Select((_, i) => i == column ? 1.0 : 0)]);

    /// <summary>e^(c·β) with its Wald limits, for a difference of coefficients as for a single one.</summary>
    public (double Factor, double Low, double High) Factor(ReadOnlySpan<double> contrast)
    {
        var (log, variance) = (0.0, 0.0);
        for (var i = 0; i < contrast.Length; i++)
        {
            log += contrast[i] * Coefficients[i];
            for (var j = 0; j < contrast.Length; j++)
                variance += contrast[i] * contrast[j] * Covariance[i, j];
        }
        var reach = Normal975 * Math.Sqrt(variance);
        return (Math.Exp(log), Math.Exp(log - reach), Math.Exp(log + reach));
    }

    /// <summary>Likelihood ratio test of a larger model against one nested in it with fewer columns: twice the gain, against χ².</summary>
    public static (double Statistic, int Degrees, double PValue) LikelihoodRatio(CountModel larger, CountModel smaller)
    {
        var degrees = larger.Coefficients.Length - smaller.Coefficients.Length;
        if (degrees <= 0)
            throw new ArgumentException(
                $"a model of {larger.Coefficients.Length} columns is not larger than one of {smaller.Coefficients.Length}"
            );
        var statistic = Math.Max(0, 2 * (larger.LogLikelihood - smaller.LogLikelihood));
        return (statistic, degrees, 1 - ChiSquared.CDF(degrees, statistic));
    }
}
