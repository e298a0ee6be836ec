using System.Globalization;
using Hotspot.Hotspots.Statistics;
using MathNet.Numerics.Distributions;

namespace Hotspot.Tests.Hotspots.Statistics;

public class GetisOrdTests
{
    private static (double[] X, double[] Y, double[] Value, string[][] Rows) Grid()
    {
        var rows = HotspotData.Rows("getis_ord_1996.csv");
        double[] Column(int c) => [.. rows.Select(row => HotspotData.Number(row[c]))];
        return (Column(0), Column(1), Column(2), rows);
    }

    internal static Adjacency Map(string file, int column) =>
        Adjacency.OfPairs(
            HotspotData.Rows(file).Length,
            HotspotData
                .Rows(file)
                .SelectMany(
                    (row, i) =>
                        row[column]
                            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(j => (i, int.Parse(j, CultureInfo.InvariantCulture)))
                )
        );

    /// <summary>
    /// Cell 120 of the grid of Getis and Ord 1996: 1.450780 at 30 m by Ord and Getis 1995, eq. 14 (the 1.45 printed in 1996, p. 267); all cells and
    /// distances as R spdep 1.2-7.
    /// </summary>
    [Theory]
    [InlineData(30, 3, 1.450779807)]
    [InlineData(60, 4, 1.900558883)]
    [InlineData(90, 5, 2.096938746)]
    [InlineData(120, 6, 1.981906852)]
    [InlineData(150, 7, 1.306698444)]
    public void The_grid_of_getis_and_ord_has_their_z(double reach, int column, double published)
    {
        var (x, y, value, rows) = Grid();
        var z = GetisOrd.Star(value, Adjacency.Within(x, y, reach));
        Assert.Equal(published, z[119], 1e-9);
        for (var i = 0; i < z.Length; i++)
            Assert.Equal(HotspotData.Number(rows[i][column]), z[i], 1e-10);
    }

    [Fact]
    public void Seventy_eight_cells_pass_benjamini_and_hochberg_at_30_m()
    {
        var (x, y, value, rows) = Grid();
        var p = GetisOrd.Star(value, Adjacency.Within(x, y, 30)).Select(z => (double?)(2 * Normal.CDF(0, 1, -Math.Abs(z)))).ToArray();
        var q = Fdr.BenjaminiHochberg(p);
        Assert.Equal((114, 78, 108), (p.Count(v => v < 0.05), q.Count(v => v <= 0.05), q.Count(v => v <= 0.10)));
        for (var i = 0; i < q.Length; i++)
            Assert.Equal(HotspotData.Number(rows[i][8]), q[i]!.Value, 1e-10);
    }

    /// <summary>Six points (10,10) (20,10) (40,10) (15,20) (30,20) (30,30) within 15: binary Gi* by the formula; pysal/esda asserts −1.39727626 for the first.</summary>
    [Fact]
    public void Six_points_of_esda_have_their_z()
    {
        var map = Adjacency.Within([10, 20, 40, 15, 30, 30], [10, 10, 10, 20, 20, 30], 15);
        double[] expected = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
        foreach (var (wanted, found) in expected.Zip(GetisOrd.Star([2, 3, 3.2, 5, 8, 7], map)))
            Assert.Equal(wanted, found, 1e-8);
    }

    /// <summary>Sudden infant death rates of North Carolina: as R spdep 1.2-7; only Northampton passes at 5 %.</summary>
    [Fact]
    public void Northampton_alone_is_hot()
    {
        double[] rate = [.. HotspotData.Rows("nc_sids_1974.csv").Select(r => HotspotData.Number(r[1]) / HotspotData.Number(r[0]))];
        var z = GetisOrd.Star(rate, Map("nc_sids_local.csv", 3));
        foreach (var (wanted, found) in HotspotData.Column("nc_sids_local.csv", 0).Zip(z))
            Assert.Equal(wanted, found, 1e-10);
        var q = Fdr.BenjaminiHochberg([.. z.Select(v => (double?)(2 * Normal.CDF(0, 1, -Math.Abs(v))))]);
        Assert.Equal(3.7283679, z.Max(), 1e-7);
        Assert.Equal(0.0192724, q.Min()!.Value, 1e-7);
        Assert.Single(q, v => v <= 0.05);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 6)]
    public void French_departments_agree_with_spdep(int values, int reference)
    {
        var z = GetisOrd.Star(HotspotData.Column("guerry_1833.csv", values), Map("guerry_1833.csv", 8));
        foreach (var (wanted, found) in HotspotData.Column("guerry_1833.csv", reference).Zip(z))
            Assert.Equal(wanted, found, 1e-10);
    }

    [Fact]
    public void Neither_unit_of_measure_nor_origin_nor_order_change_the_z()
    {
        var (x, y, value, _) = Grid();
        var z = GetisOrd.Star(value, Adjacency.Within(x, y, 60));
        var random = new Draws(3);
        var order = Enumerable.Range(0, z.Length).OrderBy(_ => random.Next()).ToArray();
        var moved = GetisOrd.Star(
            [.. order.Select(i => value[i] * 1000 + 1e6)],
            Adjacency.Within([.. order.Select(i => x[i] + 4096)], [.. order.Select(i => y[i] - 512)], 60)
        );
        for (var k = 0; k < order.Length; k++)
            Assert.Equal(z[order[k]], moved[k], 1e-9);
    }

    [Fact]
    public void A_map_without_differences_has_no_z()
    {
        Assert.All(GetisOrd.Star([4, 4, 4], Adjacency.OfPairs(3, [(0, 1)])), z => Assert.Equal(double.NaN, z));
        Assert.Equal(double.NaN, GetisOrd.Star([1, 2, 3], Adjacency.OfPairs(3, [(0, 1), (0, 2)]))[0]);
    }

    /// <summary>At an expectation of 0.18 in nine cells the normal law calls three chance complaints hot beyond doubt; the count itself does not.</summary>
    [Fact]
    public void Rare_counts_are_tested_by_their_exact_tail()
    {
        const int side = 100;
        var random = new Draws(8);
        var counts = new long[side * side];
        foreach (ref var count in counts.AsSpan())
            count = random.Poisson(0.02);
        var expected = Enumerable.Repeat(counts.Sum() / (double)counts.Length, counts.Length).ToArray();
        var map = Adjacency.Within(
            [.. Enumerable.Range(0, side * side).Select(i => i % side * 1.0)],
            [.. Enumerable.Range(0, side * side).Select(i => i / side * 1.0)],
            1.5
        );
        var found = GetisOrd.Counts(counts, expected, map);
        var normal = Fdr.BenjaminiHochberg([.. found.Select(cell => (double?)Normal.CDF(0, 1, -cell.Z))]);
        var exact = Fdr.BenjaminiHochberg([.. found.Select(cell => (double?)cell.Upper)]);
        Assert.InRange(normal.Count(q => q <= 0.05), 50, 300);
        Assert.Equal(0, exact.Count(q => q <= 0.05));
    }

    [Fact]
    public void Tails_are_those_of_the_neighbourhood_and_its_dispersion()
    {
        var map = Adjacency.OfPairs(4, [(0, 1), (2, 3)]);
        var poisson = GetisOrd.Counts([3, 4, 0, 1], [1, 1.5, 1, 2], map);
        Assert.Equal(CountTail.Poisson(7, 2.5), poisson[0].Upper, 1e-15);
        Assert.Equal(1 - CountTail.Poisson(2, 3), poisson[2].Lower, 1e-15);
        var spread = GetisOrd.Counts([3, 4, 0, 1], [1, 1.5, 1, 2], map, dispersion: 2);
        Assert.Equal(CountTail.NegativeBinomial(7, 2.5, 2), spread[0].Upper, 1e-15);
        Assert.True(spread[0].PValue > poisson[0].PValue);
        var normal = GetisOrd.Counts([30, 40, 5, 10], [10, 15, 10, 20], map);
        Assert.Equal(Normal.CDF(0, 1, -normal[0].Z), normal[0].Upper, 1e-15);
    }
}
