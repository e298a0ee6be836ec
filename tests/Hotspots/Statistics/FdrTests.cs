using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>The worked example of Benjamini and Hochberg 1995, table of 15 p-values; adjusted values by R's p.adjust.</summary>
public class FdrTests
{
    private static readonly double?[] P =
    [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0000,
    ];

    private static readonly double[] AdjustedBH =
    [
        0.0015,
        0.003,
        0.0095,
        0.035625,
        0.0603,
        0.0638571428571429,
        0.0638571428571429,
        0.0645,
        0.0765,
        0.486,
        0.581181818181818,
        0.714875,
        0.753230769230769,
        0.813214285714286,
        1,
    ];

    private static readonly double[] AdjustedBY =
    [
        0.00497734348984349,
        0.00995468697968698,
        0.0315231754356754,
        0.118211907883783,
        0.200089208291708,
        0.211892622853337,
        0.211892622853337,
        0.21402577006327,
        0.253844517982018,
        1,
        1,
        1,
        1,
        1,
        1,
    ];

    [Fact]
    public void All_fifteen_are_adjusted_as_in_R()
    {
        for (var i = 0; i < P.Length; i++)
        {
            Assert.Equal(AdjustedBH[i], Fdr.BenjaminiHochberg(P)[i]!.Value, 1e-13);
            Assert.Equal(AdjustedBY[i], Fdr.BenjaminiYekutieli(P)[i]!.Value, 1e-13);
        }
    }

    [Fact]
    public void Benjamini_and_hochberg_reject_four_of_their_fifteen()
    {
        var q = Fdr.BenjaminiHochberg(P);
        Assert.Equal(4, q.Count(x => x <= 0.05));
        Assert.Equal(0.035625, q[3]!.Value, 12);
        Assert.Equal(0.0638571428571429, q[5]!.Value, 12);
        Assert.Equal(q[5], q[6]);
        Assert.Equal(0.813214285714286, q[13]!.Value, 12);
    }

    [Fact]
    public void Any_dependence_costs_one_more_rejection()
    {
        var q = Fdr.BenjaminiYekutieli(P);
        Assert.Equal(3, q.Count(x => x <= 0.05));
        Assert.Equal(0.118211907883783, q[3]!.Value, 12);
        Assert.Equal(1, q[13]);
    }

    [Fact]
    public void What_was_not_tested_takes_no_part()
    {
        var q = Fdr.BenjaminiHochberg([0.04, null, 0.01]);
        Assert.Equal([0.04, null, 0.02], q);
    }

    [Fact]
    public void The_order_of_the_hypotheses_does_not_matter()
    {
        var shuffled = P.Reverse().ToArray();
        Assert.Equal(Fdr.BenjaminiHochberg(P).Reverse(), Fdr.BenjaminiHochberg(shuffled));
    }
}
