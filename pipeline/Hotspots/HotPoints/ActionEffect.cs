using MathNet.Numerics.Distributions;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>Units (one caller's issue at a place) of one place in two spans of the same length, before an action and after it.</summary>
public readonly record struct BeforeAfter(long Before, long After);

/// <summary>How a place changed against places that nobody acted on.</summary>
/// <param name="Ratio">Its change ÷ the mean change of the others: 0.5 = half of what would have been expected.</param>
/// <param name="Low">95 % interval of the ratio.</param>
/// <param name="Controls">Places compared with.</param>
public sealed record ActionEffect(double Ratio, double Low, double High, int Controls)
{
    /// <summary>Fewer than these say nothing of how much places change by themselves.</summary>
    public const int LeastControls = 5;

    private const double Confidence = 0.95;

    /// <summary>
    /// A place is acted on because it was high, and what was high falls by itself: the comparison is with places that were listed as high at the same time
    /// and left alone. Difference in differences of log counts with ½ added (Haldane 1955; Card and Krueger 1994 for the design); the interval is that of one new
    /// observation among the others (Student's t, variance between the others, which holds their chance and their own history), and never narrower than
    /// Poisson counts of the place itself allow.
    /// </summary>
    /// <returns>Null with fewer than <see cref="LeastControls"/> others, or where nothing was counted before.</returns>
    public static ActionEffect? Of(BeforeAfter treated, IReadOnlyList<BeforeAfter> controls)
    {
        if (controls.Count < LeastControls || treated.Before == 0)
            return null;
        double[] changes = [.. controls.Select(Change)];
        var mean = changes.Average();
        var between = changes.Sum(change => (change - mean) * (change - mean)) / (changes.Length - 1);
        var own = 1 / (treated.Before + 0.5) + 1 / (treated.After + 0.5);
        var error = Math.Sqrt(Math.Max(between, own) + between / changes.Length);
        var t = StudentT.InvCDF(0, 1, changes.Length - 1, 1 - (1 - Confidence) / 2);
        var effect = Change(treated) - mean;
        return new ActionEffect(Math.Exp(effect), Math.Exp(effect - t * error), Math.Exp(effect + t * error), changes.Length);
    }

    private static double Change(BeforeAfter count) => Math.Log((count.After + 0.5) / (count.Before + 0.5));
}
