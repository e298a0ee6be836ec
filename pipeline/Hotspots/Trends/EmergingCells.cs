using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Trends;

/// <summary>How one cell, street or place came to be what it is, with the counts behind the word.</summary>
/// <param name="HotSteps">Steps that were significantly hot; <paramref name="ColdSteps"/> likewise.</param>
/// <param name="LastZ">Of the last step; NaN where all counts are equal.</param>
/// <param name="TrendZ">Mann–Kendall over the steps; the plain variance, for steps share no time.</param>
public readonly record struct CellTrend(
    EmergingClass Class,
    int HotSteps,
    int ColdSteps,
    double LastZ,
    double LastQ,
    double TrendZ,
    double TrendP
);

/// <summary>
/// The pattern of every cell of a cube. Patterns that tell of a change are believed only where something changed, for of a thousand cells on the edge of
/// being hot some are hot for the first time in any week: a first hot week needs more than the cell's own past, the end of a lasting hot spot less
/// (<see cref="OwnPast"/>), and a trend is judged by BH over the cells that were hot, or cold, nearly always.
/// </summary>
public static class EmergingCells
{
    public static CellTrend[] Of(SpaceTimeCube cube)
    {
        var (z, q) = CubeTest.Run(cube);
        var steps = cube.Steps;
        var change = OwnPast.Changes(cube);
        var sides = new sbyte[cube.Cells][];
        var trends = new MannKendall[cube.Cells];
        var counts = new (int Hot, int Cold)[cube.Cells];
        Parallel.For(
            0,
            cube.Cells,
            Workers.All,
            cell =>
            {
                var bins = Enumerable.Range(cell * steps, steps);
                sides[cell] = [.. bins.Select(bin => (sbyte)(q[bin] <= CubeTest.Level ? Math.Sign(z[bin]) : 0))];
                trends[cell] = MannKendall.Of(z.AsSpan(cell * steps, steps));
                counts[cell] = (sides[cell].AsSpan().Count((sbyte)1), sides[cell].AsSpan().Count((sbyte)-1));
                Settle(sides[cell], change[cell]);
            }
        );
        var lasting = sides.Select(of => IsMostly(of, 1) || IsMostly(of, -1)).ToArray();
        var sure = Fdr.BenjaminiHochberg([.. trends.Select((trend, cell) => lasting[cell] ? trend.PValue : (double?)null)]);
        return
        [
            .. trends.Select(
                (trend, cell) =>
                    new CellTrend(
                        EmergingHotspot.Classify(sides[cell], sure[cell] <= CubeTest.Level ? Math.Sign(trend.Z) : 0),
                        counts[cell].Hot,
                        counts[cell].Cold,
                        z[(cell + 1) * steps - 1],
                        q[(cell + 1) * steps - 1],
                        trend.Z,
                        trend.PValue
                    )
            ),
        ];
    }

    /// <summary>The last step as it is believed: not yet on a side where it alone would be, still on one that the cell has hardly ever left.</summary>
    /// <param name="change">Of the last step against the cell's own past: 1 up, −1 down, 0 neither.</param>
    private static void Settle(sbyte[] sides, int change)
    {
        foreach (sbyte side in (ReadOnlySpan<sbyte>)[1, -1])
        {
            var earlier = sides.AsSpan(0, sides.Length - 1).Count(side);
            if (sides[^1] == side && earlier == 0 && change != side)
                sides[^1] = 0;
            else if (sides[^1] == 0 && 10 * earlier >= 9 * sides.Length && change != -side)
                sides[^1] = side;
        }
    }

    private static bool IsMostly(sbyte[] sides, sbyte side) => 10 * sides.AsSpan().Count(side) >= 9 * sides.Length;
}
