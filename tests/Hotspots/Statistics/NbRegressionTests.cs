using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>Days absent from school (Quine 1975), as fitted by Venables and Ripley 2002, section 7.4 (R MASS 7.3-58.2, glm.nb).</summary>
public class NbRegressionTests
{
    private static readonly string[][] Rows = HotspotData.Rows("quine.csv");
    private static readonly double[] Days = [.. Rows.Select(row => HotspotData.Number(row[4]))];

    private static double Is(string[] row, int column, string level) => row[column] == level ? 1 : 0;

    private static double[] MainEffects(string[] r) =>
        [1, Is(r, 0, "N"), Is(r, 1, "M"), Is(r, 2, "F1"), Is(r, 2, "F2"), Is(r, 2, "F3"), Is(r, 3, "SL")];

    /// <summary>Sex/(Age + Eth*Lrn).</summary>
    private static double[] Nested(string[] r)
    {
        var (m, f) = (Is(r, 1, "M"), Is(r, 1, "F"));
        var (n, sl) = (Is(r, 0, "N"), Is(r, 3, "SL"));
        double[] ages = [Is(r, 2, "F1"), Is(r, 2, "F2"), Is(r, 2, "F3")];
        double[] within = [.. ages, n, sl, n * sl];
        return [1, m, .. within.Select(v => v * f), .. within.Select(v => v * m)];
    }

    private static double[][] Design(Func<string[], double[]> columns) => [.. Rows.Select(columns)];

    [Fact]
    public void Poisson_main_effects_agree_with_R()
    {
        var model = NbRegression.Poisson(Design(MainEffects), Days);
        double[] r = [2.715380219, -0.533604325, 0.161596589, -0.333901364, 0.257828352, 0.427693829, 0.348942964];
        foreach (var (wanted, found) in r.Zip(model.Coefficients))
            Assert.Equal(wanted, found, 1e-8);
        Assert.Equal(1696.707, model.Deviance, 1e-3);
        // R takes it one step before the end of its iteration.
        Assert.Equal(13.16691, model.Pearson, 1e-4);
    }

    [Fact]
    public void Negative_binomial_main_effects_agree_with_venables_and_ripley()
    {
        var model = NbRegression.Fit(Design(MainEffects), Days);
        Assert.Equal(1.274893, model.Theta, 1e-6);
        Assert.Equal(0.1610352, model.ThetaError, 2e-6);
        Assert.Equal(-1093.151, 2 * model.LogLikelihood, 1e-3);
        Assert.Equal(1109.151, model.Aic, 1e-3);
        // R's summary: intercept 2.89458 (0.22842), EthN −0.56937 (0.15333).
        Assert.Equal(2.89458, model.Coefficients[0], 1e-5);
        Assert.Equal(0.22842, model.Errors[0], 1e-5);
        Assert.Equal(-0.56937, model.Coefficients[1], 1e-5);
        Assert.Equal(0.15333, model.Errors[1], 1e-5);
    }

    [Fact]
    public void Effects_within_sex_agree_with_venables_and_ripley()
    {
        var model = NbRegression.Fit(Design(Nested), Days);
        Assert.Equal(1.597991, model.Theta, 1e-6);
        Assert.Equal(0.2128654, model.ThetaError, 5e-6);
        Assert.Equal(-1063.025, 2 * model.LogLikelihood, 1e-3);
        var test = CountModel.LikelihoodRatio(model, NbRegression.Fit(Design(MainEffects), Days));
        Assert.Equal(7, test.Degrees);
        Assert.Equal(1093.151 - 1063.025, test.Statistic, 2e-3);
        Assert.InRange(test.PValue, 5e-5, 2e-4);
    }

    [Fact]
    public void Order_of_rows_does_not_matter_and_exposure_moves_only_the_intercept()
    {
        var model = NbRegression.Fit(Design(MainEffects), Days);
        var reversed = NbRegression.Fit([.. Design(MainEffects).Reverse()], [.. Days.Reverse()]);
        var exposed = NbRegression.Fit(Design(MainEffects), Days, [.. Days.Select(_ => Math.Log(4))]);
        Assert.Equal(model.Theta, reversed.Theta, 1e-8);
        Assert.Equal(model.Theta, exposed.Theta, 1e-8);
        Assert.Equal(model.Coefficients[0] - Math.Log(4), exposed.Coefficients[0], 1e-8);
        Assert.Equal(model.Coefficients[3], exposed.Coefficients[3], 1e-8);
        Assert.Equal(model.LogLikelihood, exposed.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Counts_without_excess_variance_are_poisson()
    {
        double[][] one = [.. Enumerable.Range(0, 40).Select(_ => new[] { 1.0 })];
        double[] even = [.. Enumerable.Range(0, 40).Select(i => 9.0 + i % 3)];
        var model = NbRegression.Fit(one, even);
        Assert.Equal(double.PositiveInfinity, model.Theta);
        Assert.Equal(Math.Log(even.Average()), model.Coefficients[0], 1e-10);
        Assert.Equal(1 / Math.Sqrt(even.Sum()), model.Errors[0], 1e-10);
    }

    /// <summary>Log-linear with variance μ + μ²/3: the truth lies in the limits.</summary>
    [Fact]
    public void A_planted_weekday_effect_is_recovered()
    {
        var random = new Draws(12);
        double[][] design = [.. Enumerable.Range(0, 730).Select(d => new[] { 1, d % 7 >= 5 ? 1.0 : 0, d / 365.0 })];
        double[] counts = [.. design.Select(row => (double)random.Poisson(random.Gamma(3, 3 / Math.Exp(2 + 0.5 * row[1] - 0.2 * row[2]))))];
        var model = NbRegression.Fit(design, counts);
        var (_, low, high) = model.Factor(1);
        Assert.InRange(Math.Exp(0.5), low, high);
        Assert.InRange(model.Theta, 3 - 3 * model.ThetaError, 3 + 3 * model.ThetaError);
    }
}
