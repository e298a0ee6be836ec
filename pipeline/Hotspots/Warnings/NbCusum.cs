namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// The log-likelihood ratio CUSUM for a rise of negative binomial counts from μ to δμ at the same size (Höhle and Paul 2008): with variance φμ the ratio of
/// one count is <see cref="Slope"/>·x − b·μ, so it is a plain <see cref="Cusum"/> of counts with the reference <see cref="Reference"/>·μ, whatever μ is on
/// each day.
/// </summary>
public sealed class NbCusum
{
    /// <summary>A drift worth finding: half as much again.</summary>
    public const double Rise = 1.5;

    /// <summary>Mean run until a chart in which nothing changes goes beyond its limit: a year of nights.</summary>
    public const double InControl = 365;

    /// <param name="phi">At least one; 1: Poisson.</param>
    public NbCusum(double phi, double rise = Rise)
    {
        Phi = phi;
        var excess = (1 + rise * (phi - 1)) / phi;
        Slope = Math.Log(rise / excess);
        Reference = (phi > 1 + 1e-9 ? Math.Log(excess) / (phi - 1) : rise - 1) / Slope;
    }

    public double Phi { get; }

    /// <summary>Log-likelihood ratio of one count in the sum.</summary>
    public double Slope { get; }

    /// <summary>Between 1 and δ.</summary>
    public double Reference { get; }

    /// <summary>
    /// P(sum ≥ C) while nothing changes is at most e^(−Slope·C): the sum is the largest of products of likelihood ratios taken backwards, a martingale of
    /// mean one (Ville 1939). Holds for any means, whenever one looks.
    /// </summary>
    public double PValue(double sum) => Math.Exp(-Slope * sum);
}
