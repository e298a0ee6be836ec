using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class LocalMoranTests
{
    private static readonly Adjacency France = GetisOrdTests.Map("guerry_1833.csv", 8);
    private static readonly Adjacency Counties = GetisOrdTests.Map("nc_sids_local.csv", 3);

    private static double[] Births => HotspotData.Column("nc_sids_1974.csv", 0);
    private static double[] Deaths => HotspotData.Column("nc_sids_1974.csv", 1);
    private static double[] Rates => [.. Deaths.Zip(Births, (d, b) => 1000 * d / b)];

    /// <summary>R spdep 1.2-7, row-standardised, 85 departments and 420 links.</summary>
    [Theory]
    [InlineData(0, 2, 0.4114597)]
    [InlineData(1, 5, 0.7176053)]
    public void French_departments_agree_with_spdep(int column, int reference, double global)
    {
        var values = HotspotData.Column("guerry_1833.csv", column);
        Assert.Equal(420, Enumerable.Range(0, France.Units).Sum(i => France.Of(i).Length));
        Assert.Equal(global, LocalMoran.Global(values, France), 1e-7);
        var units = LocalMoran.Of(values, France, seed: 1, replicas: 9999);
        foreach (var (wanted, found) in HotspotData.Column("guerry_1833.csv", reference).Zip(units))
            Assert.Equal(wanted, found.I, 1e-10);
        // Their 999 replicas leave a standard error of up to 0.032 in a two-sided p (2 · √(¼/999)), of which 85 draws reach about 2.7.
        foreach (var (wanted, found) in HotspotData.Column("guerry_1833.csv", reference + 2).Zip(units))
            Assert.Equal(wanted, found.PValue!.Value, 0.1);
    }

    /// <summary>Department 1 (Ain), population per crime against persons: GeoDa's own tests assert 0.197, spdep's two-sided p is 0.368.</summary>
    [Fact]
    public void Folded_and_two_sided_p_are_told_apart()
    {
        var ain = LocalMoran.Of(HotspotData.Column("guerry_1833.csv", 0), France, seed: 2, replicas: 9999)[0];
        Assert.Equal(0.197, ain.FoldedP!.Value, 0.02);
        Assert.Equal(0.368, ain.PValue!.Value, 0.05);
        Assert.Equal(ain.PValue.Value, 2 * ain.FoldedP.Value, 1e-12);
    }

    /// <summary>R spdep 1.2-7: I of 1000 · deaths ÷ births 0.247239743, its local values and quadrants; two counties have no neighbour.</summary>
    [Fact]
    public void North_carolina_agrees_with_spdep()
    {
        Assert.Equal(0.252285452515, LocalMoran.Global(Rates, Counties), 1e-11);
        Assert.Equal(0.247239743, LocalMoran.Global(Rates, Counties) * 98 / 100, 1e-9);
        var units = LocalMoran.Of(Rates, Counties, seed: 1, replicas: 99);
        foreach (var (row, found) in HotspotData.Rows("nc_sids_local.csv").Zip(units))
        {
            Assert.Equal(HotspotData.Number(row[1]), found.I, 1e-10);
            if (found.PValue is null)
                Assert.Equal(("", MoranLabel.None), (row[3], found.Label));
            else
                Assert.Equal(row[2].Replace("-", "", StringComparison.Ordinal), found.Label.ToString());
        }
        Assert.Equal(2, units.Count(unit => unit.PValue is null));
    }

    /// <summary>spdep's EBImoran.mc, binary weights: 0.25789.</summary>
    [Fact]
    public void Rates_of_unequal_counties_are_compared_as_by_assuncao_and_reis() =>
        Assert.Equal(0.25789, LocalMoran.Global(LocalMoran.StandardRates(Deaths, Births), Counties, binary: true), 5e-6);

    [Fact]
    public void Rates_that_vary_no_more_than_chance_are_divided_by_their_chance()
    {
        var z = LocalMoran.StandardRates([10, 12, 9, 0], [1000, 1100, 900, 0]);
        var mean = 31.0 / 3000;
        Assert.Equal((0.01 - mean) / Math.Sqrt(mean / 1000), z[0], 1e-12);
        Assert.Equal(0, z[3]);
    }

    /// <summary>
    /// Homicides 1979–84 around St Louis (libpysal's stl, first 21 counties): pysal/esda asserts the first ten. spdep's EBlocal differs by default: it takes
    /// each neighbour's own local mean.
    /// </summary>
    [Fact]
    public void Local_smoothing_agrees_with_esda()
    {
        double[] cases = [4, 19, 3, 2, 2, 28, 61, 3, 7, 3, 4, 0, 1, 12, 0, 2, 6, 6, 3, 4, 0];
        double[] people =
        [
            .. "189087 425580 69649 88540 33697 774843 1056438 172182 224033 113497 218510 87628 36354 316661 53222 141872 103469 193449 295848 99013 34772"
                .Split(' ')
                .Select(HotspotData.Number),
        ];
        // Neighbours of the first ten.
        var near = "6 2 5;9 7 4;6 3 0;8 4 2 6;9 3 8 1;15 11 10 6 0;18 8 10 17 0 5 2 3;14 9 1;19 18 12 9 6 3 4;16 14 8 12 19 20 4 1 7".Split(
            ';'
        );
        var map = Adjacency.OfPairs(21, near.SelectMany((row, i) => row.Split(' ').Select(j => (i, (int)HotspotData.Number(j)))));
        var smoothed = MarshallEb.Local(cases, people, map);
        double[] esda =
        [
            4.01485749e-05,
            3.62437513e-05,
            4.93034844e-05,
            5.09387329e-05,
            3.72735210e-05,
            3.69333797e-05,
            5.40245456e-05,
            2.99806055e-05,
            3.73034109e-05,
            3.47270722e-05,
        ];
        foreach (var (wanted, found) in esda.Zip(smoothed))
            Assert.Equal(wanted, found!.Value, 1e-13);
    }

    [Fact]
    public void Seeds_decide_and_threads_do_not()
    {
        var first = LocalMoran.Of(Rates, Counties, seed: 5, replicas: 499);
        Assert.Equal(first, LocalMoran.Of(Rates, Counties, seed: 5, replicas: 499));
        Assert.NotEqual(first, LocalMoran.Of(Rates, Counties, seed: 6, replicas: 499));
        var scaled = LocalMoran.Of([.. Rates.Select(r => 8 * r)], Counties, seed: 5, replicas: 499);
        Assert.Equal(first.Select(u => (u.Label, u.PValue)), scaled.Select(u => (u.Label, u.PValue)));
    }

    [Fact]
    public void Neighbours_are_drawn_without_replacement()
    {
        // The neighbours of the first are the two highest of the other five: 1 in 10 pairs; with replacement 3 in 25.
        var map = Adjacency.OfPairs(6, [(0, 1), (0, 2)]);
        var first = LocalMoran.Of([9, 16, 8, 1, 2, 0], map, seed: 1, replicas: 99_999)[0];
        Assert.Equal(0.1, first.FoldedP!.Value, 0.004);
        // Who touches all others has nothing to permute.
        var hub = LocalMoran.Of([9, 16, 8, 1, 2, 0], Adjacency.OfPairs(6, [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]), seed: 1, replicas: 99)[
            0
        ];
        Assert.Equal(1, hub.PValue);
    }

    [Fact]
    public void A_planted_block_is_found_whatever_the_number_of_units()
    {
        // 343 units in a row, three neighbours on each side; ten of them high.
        var values = Enumerable.Range(0, 343).Select(i => i is >= 100 and < 110 ? 9.0 : 0.01 * (i * 7919 % 97)).ToArray();
        var map = Adjacency.OfPairs(343, Enumerable.Range(0, 340).SelectMany(i => new[] { (i, i + 1), (i, i + 2), (i, i + 3) }));
        Assert.Equal(13719, LocalMoran.Replicas(343));
        var units = LocalMoran.Of(values, map, seed: 1);
        var q = Fdr.BenjaminiHochberg([.. units.Select(u => u.PValue)]);
        var told = Enumerable.Range(0, 343).Where(i => q[i] <= 0.05 && units[i].Label == MoranLabel.HighHigh).ToArray();
        Assert.Subset(told.ToHashSet(), Enumerable.Range(103, 4).ToHashSet());
        Assert.All(told, i => Assert.InRange(i, 100, 109));
    }
}
