namespace Hotspot.Geo;

/// <summary>The trigonometric series between the conformal sphere and the ellipsoid: Karney 2011, equations 35 (forward) and 36 (inverse), to n⁶.</summary>
internal static class KruegerSeries
{
    public static double[] Forward(double n) =>
        [
            Polynomial(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            Polynomial(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            Polynomial(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            Polynomial(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            Polynomial(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            Polynomial(n, 6, 212378941 / 319334400.0),
        ];

    public static double[] Inverse(double n) =>
        [
            Polynomial(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            Polynomial(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            Polynomial(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            Polynomial(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            Polynomial(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            Polynomial(n, 6, 20648693 / 638668800.0),
        ];

    /// <summary>Σ c_j sin(2jξ) cosh(2jη) and Σ c_j cos(2jξ) sinh(2jη), by angle addition: one sine and one exponential in all.</summary>
    public static (double Xi, double Eta) Sum(double[] coefficients, double xi, double eta)
    {
        var (sin1, cos1) = Math.SinCos(2 * xi);
        var grow = Math.Exp(2 * eta);
        var (sinh1, cosh1) = ((grow - 1 / grow) / 2, (grow + 1 / grow) / 2);
        var (sin, cos, sinh, cosh) = (sin1, cos1, sinh1, cosh1);
        double sumXi = 0;
        double sumEta = 0;
        foreach (var coefficient in coefficients)
        {
            sumXi += coefficient * sin * cosh;
            sumEta += coefficient * cos * sinh;
            (sin, cos) = (sin * cos1 + cos * sin1, cos * cos1 - sin * sin1);
            (sinh, cosh) = (sinh * cosh1 + cosh * sinh1, cosh * cosh1 + sinh * sinh1);
        }
        return (sumXi, sumEta);
    }

    /// <summary>c₀·n^power + c₁·n^(power+1) + …</summary>
    private static double Polynomial(double n, int power, params ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * n + coefficients[i];
        return sum * Math.Pow(n, power);
    }
}
