using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>
/// Weeks in remission of 21 leukaemia patients on 6-MP (Freireich et al. 1963; Kalbfleisch and Prentice 2002, table 1.2; Kleinbaum and Klein 2012,
/// chapter 2): product-limit shares, Greenwood's errors, and log-log limits as R's survfit and Stata's sts list print them.
/// </summary>
public class KaplanMeierTests
{
    private static readonly string[] Weeks = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+".Split(' ');

    private static SurvivalStep[] Curve(IEnumerable<string> weeks, double unit = 1)
    {
        var rows = weeks.ToArray();
        return KaplanMeier.Curve(
            [.. rows.Select(week => unit * HotspotData.Number(week.TrimEnd('+')))],
            [.. rows.Select(week => !week.EndsWith('+'))]
        );
    }

    [Fact]
    public void Remission_on_6_mp_lasts_as_in_the_textbooks()
    {
        (double, int, int, double, double, double, double)[] expected =
        [
            (6, 21, 3, 0.857, 0.0764, 0.620, 0.952),
            (7, 17, 1, 0.807, 0.0869, 0.563, 0.923),
            (10, 15, 1, 0.753, 0.0963, 0.503, 0.889),
            (13, 12, 1, 0.690, 0.1068, 0.432, 0.849),
            (16, 11, 1, 0.627, 0.1141, 0.368, 0.805),
            (22, 7, 1, 0.538, 0.1282, 0.268, 0.747),
            (23, 6, 1, 0.448, 0.1346, 0.188, 0.680),
        ];
        var curve = Curve(Weeks);
        Assert.Equal(
            expected,
            curve.Select(s =>
                (s.Time, s.AtRisk, s.Events, Math.Round(s.Survival, 3), Math.Round(s.Error, 4), Math.Round(s.Low, 3), Math.Round(s.High, 3))
            )
        );
        Assert.Equal(23, KaplanMeier.Quantile(curve));
    }

    [Fact]
    public void Without_anyone_leaving_early_the_curve_is_the_share_still_waiting()
    {
        var curve = Curve(["1", "2", "3", "4"]);
        Assert.Equal([0.75, 0.5, 0.25, 0], curve.Select(step => Math.Round(step.Survival, 12)));
        Assert.Equal(Math.Sqrt(0.75 * 0.25 / 4), curve[0].Error, 1e-12);
        Assert.Equal((0, double.NaN), (curve[3].Error, curve[3].Low));
        Assert.Equal(2, KaplanMeier.Quantile(curve));
    }

    [Fact]
    public void Order_does_not_matter_and_the_unit_only_stretches_time()
    {
        Assert.Equal(Curve(Weeks), Curve(Weeks.Reverse()));
        Assert.Equal(Curve(Weeks).Select(s => (s.Time * 7, s.Survival)), Curve(Weeks, unit: 7).Select(s => (s.Time, s.Survival)));
    }

    [Fact]
    public void Twice_as_many_alike_have_the_same_curve_and_less_error()
    {
        var (once, twice) = (Curve(Weeks), Curve(Weeks.Concat(Weeks)));
        foreach (var (one, two) in once.Zip(twice))
        {
            Assert.Equal(one.Survival, two.Survival, 1e-12);
            Assert.Equal(one.Error / Math.Sqrt(2), two.Error, 1e-12);
        }
    }

    [Fact]
    public void Where_nothing_happened_there_is_no_step()
    {
        Assert.Empty(Curve(["3+", "5+"]));
        Assert.Null(KaplanMeier.Quantile(Curve(["1", "5+", "6+", "7+"])));
    }
}
