using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>
/// What a city in which nothing changes is told. Measured over 9,600 cells of six lumpy stationary cities (52 weeks; means 0.5 to 30 a bin, Pareto
/// exponents 1.5 and 2.5): 4.1–5.5 % of the cells have a trend at 5 %, 0 to 2 of them are told as intensifying or diminishing and 0 to 3 as new
/// (12 weeks: 3.3–4.3 %; 0 to 1; 0 to 6).
/// </summary>
public class EmergingNullTests
{
    private const int Side = 24;
    private const int Weeks = 26;

    [Fact]
    public void Trends_of_a_stationary_lumpy_city_are_found_at_their_nominal_rate_and_hardly_ever_told()
    {
        CellTrend[] cells =
        [
            .. Enumerable
                .Range(1, 5)
                .SelectMany(seed => EmergingCells.Of(SomeCube.Stationary((ulong)seed, Side, Weeks, mean: 4, shape: 2.5))),
        ];
        Assert.InRange(cells.Count(cell => cell.TrendP <= 0.05) / (double)cells.Length, 0.025, 0.06);
        Assert.Contains(cells, cell => cell.HotSteps > Weeks / 2);
        EmergingClass[] changes = [EmergingClass.NewHot, EmergingClass.IntensifyingHot, EmergingClass.DiminishingHot];
        Assert.InRange(cells.Count(cell => changes.Contains(cell.Class)), 0, 5);
        Assert.DoesNotContain(cells, cell => cell.ColdSteps > 0);
    }

    [Fact]
    public void Bins_dealt_at_random_are_hot_no_more_often_than_their_largest_counts()
    {
        var even = Enumerable.Range(1, 5).Sum(seed => Hot(SomeCube.Stationary((ulong)seed, Side, Weeks, 4, double.PositiveInfinity)));
        var lumpy = Enumerable.Range(1, 5).Sum(seed => Hot(SomeCube.Stationary((ulong)seed, Side, Weeks, 4, 2.5)));
        var normal = Enumerable
            .Range(1, 5)
            .Sum(seed => Hot(SomeCube.Stationary((ulong)seed, Side, Weeks, 4, 2.5), double.PositiveInfinity));
        Assert.InRange(even, 0, 10);
        // The normal tail, which METHODS takes from twenty expected on, calls more than twice as many of the 75,000 bins hot.
        Assert.InRange(lumpy, 0, 600);
        Assert.True(normal > 2 * lumpy, $"{normal} against {lumpy}");

        static int Hot(SpaceTimeCube cube, double mostSkew = CubeTest.MostSkew)
        {
            var (z, q) = CubeTest.Run(SomeCube.Dealt(cube, 17), mostSkew);
            return Enumerable.Range(0, z.Length).Count(bin => q[bin] <= CubeTest.Level && z[bin] > 0);
        }
    }
}
