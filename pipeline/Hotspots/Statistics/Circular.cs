namespace Hotspot.Hotspots.Statistics;

/// <summary>Where on the clock a day's events lie (Mardia and Jupp 2000; Fisher 1993).</summary>
/// <param name="MeanHour">Direction of the mean, 0 ≤ hour &lt; 24; NaN where there is no direction.</param>
/// <param name="Resultant">R̄ of order 1, 0 = spread evenly, 1 = all at one moment.</param>
/// <param name="Second">R̄ of order 2: two peaks twelve hours apart.</param>
/// <param name="Third">R̄ of order 3.</param>
/// <param name="RayleighP">Of the null that all hours are alike, against one peak.</param>
/// <param name="Kappa">Concentration of the von Mises law by maximum likelihood; infinite where all are at one moment.</param>
public sealed record Circular(long Count, double MeanHour, double Resultant, double Second, double Third, double RayleighP, double Kappa)
{
    /// <summary>Higher orders below this: one peak, so that a mean hour says something. Complaints usually have two.</summary>
    public const double MostHigherOrder = 0.15;

    public bool HasOnePeak => Second < MostHigherOrder && Third < MostHigherOrder;

    /// <param name="hours">Moments on the clock; whole days are cut off.</param>
    /// <returns>Null without any.</returns>
    public static Circular? Of(IEnumerable<double> hours) => OfCounts(hours.Select(hour => (hour, 1L)));

    /// <param name="moments">On the clock, and how many events lie there.</param>
    /// <returns>Null without any.</returns>
    public static Circular? OfCounts(IEnumerable<(double Hour, long Count)> moments)
    {
        var count = 0L;
        var (c, s) = (new double[4], new double[4]);
        foreach (var (hour, events) in moments)
        {
            count += events;
            for (var order = 1; order <= 3; order++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI / 24 * order * hour);
                c[order] += events * cos;
                s[order] += events * sin;
            }
        }
        if (count == 0)
            return null;
        double n = count;
        double R(int order) => Math.Min(1, Math.Sqrt(c[order] * c[order] + s[order] * s[order]) / n);
        var resultant = R(1);
        var mean = Math.Atan2(s[1], c[1]) * 24 / (2 * Math.PI);
        return new Circular(
            count,
            resultant < 1e-12 ? double.NaN : (mean + 24) % 24,
            resultant,
            R(2),
            R(3),
            Rayleigh(n, resultant),
            Concentration(resultant)
        );
    }

    /// <summary>P(R̄ or more) with z = nR̄²: e^−z [1 + (2z − z²)/4n − (24z − 132z² + 76z³ − 9z⁴)/288n²] (Mardia and Jupp 2000, p. 95).</summary>
    public static double Rayleigh(double n, double resultant)
    {
        var z = n * resultant * resultant;
        var series = 1 + (2 * z - z * z) / (4 * n) - (24 * z - 132 * z * z + 76 * Math.Pow(z, 3) - 9 * Math.Pow(z, 4)) / (288 * n * n);
        // The series is an expansion in 1/n: for few events at one moment it leaves [0, 1].
        return Math.Clamp(Math.Exp(-z) * series, 0, 1);
    }

    /// <summary>κ with A(κ) = I1(κ)/I0(κ) = R̄, by bisection on the ratio of the Bessel functions.</summary>
    private static double Concentration(double resultant)
    {
        // Sines and cosines are rounded: all at one moment may miss 1 by the last digit.
        if (resultant >= 1 - 1e-12)
            return double.PositiveInfinity;
        var (low, high) = (0.0, 1.0);
        while (BesselRatio(high) < resultant && high < 1e9)
            high *= 2;
        for (var step = 0; step < 200 && high - low > 1e-14 * high; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = BesselRatio(middle) < resultant ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }

    /// <summary>I1(κ)/I0(κ) by its continued fraction from below (Amos 1974), exact to rounding for every κ.</summary>
    private static double BesselRatio(double kappa)
    {
        if (kappa > 1e5)
            return 1 - 1 / (2 * kappa) - 1 / (8 * kappa * kappa);
        // I_{v+1}/I_v = κ/(2(v + 1) + κ·I_{v+2}/I_{v+1}), begun at an order where the ratio is negligible.
        double ratio = 0;
        for (var order = (int)kappa + 40; order >= 0; order--)
            ratio = kappa / (2 * (order + 1) + kappa * ratio);
        return ratio;
    }
}
