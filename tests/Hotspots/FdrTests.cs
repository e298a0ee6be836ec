using Hotspot.Hotspots;

namespace Hotspot.Tests.Hotspots;

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
