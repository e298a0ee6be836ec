using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots;

/// <summary>A fitted regression of counts with log link: log μ = offset + Xβ.</summary>
/// <param name="Errors">Standard errors of the coefficients; θ is taken as known, as R's glm.nb does.</param>
/// <param name="Theta">Variance = μ + μ²/θ; infinite: Poisson.</param>
/// <param name="ThetaError">NaN for Poisson.</param>
/// <param name="Pearson">χ² of Pearson over the degrees of freedom.</param>
public sealed record CountModel(
    double[] Coefficients,
    double[] Errors,
    double[] Fitted,
    double Theta,
    double ThetaError,
    double LogLikelihood,
    double Deviance,
    double Pearson
)
{
    /// <summary>Of the coefficients.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Coefficients, and θ where it was fitted.</summary>
    public int Parameters => Coefficients.Length + (double.IsInfinity(Theta) ? 0 : 1);

    /// <summary>−2 log L + 2 × parameters.</summary>
    public double Aic => -2 * LogLikelihood + 2 * Parameters;

    /// <summary>Wald limits of e^β, the factor that a step of one in this column makes.</summary>
    public (double Low, double High) FactorLimits(int column)
    {
        const double z = 1.959963984540054;
        return (Math.Exp(Coefficients[column] - z * Errors[column]), Math.Exp(Coefficients[column] + z * Errors[column]));
    }

    /// <summary>e^(c·β) with its Wald limits, for a difference of coefficients as for a single one.</summary>
    public (double Factor, double Low, double High) Factor(ReadOnlySpan<double> contrast)
    {
        const double z = 1.959963984540054;
        var (log, variance) = (0.0, 0.0);
        for (var i = 0; i < contrast.Length; i++)
        {
            log += contrast[i] * Coefficients[i];
            for (var j = 0; j < contrast.Length; j++)
                variance += contrast[i] * contrast[j] * Covariance[i, j];
        }
        var reach = z * Math.Sqrt(variance);
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
