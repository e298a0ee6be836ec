namespace Hotspot.Hotspots;

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
)
{
    /// <param name="sides">Of each step: 1 hot, −1 cold, 0 neither.</param>
    /// <param name="series">What rises or falls.</param>
    public static CellTrend Of(ReadOnlySpan<sbyte> sides, ReadOnlySpan<double> series, double lastZ, double lastQ)
    {
        var trend = MannKendall.Of(series);
        var (hot, cold) = (0, 0);
        foreach (var side in sides)
        {
            hot += side > 0 ? 1 : 0;
            cold += side < 0 ? 1 : 0;
        }
        return new CellTrend(
            EmergingHotspot.Classify(sides, trend.Direction(CubeTest.Level)),
            hot,
            cold,
            lastZ,
            lastQ,
            trend.Z,
            trend.PValue
        );
    }
}

/// <summary>The pattern of every cell of a cube.</summary>
public static class EmergingCells
{
    public static CellTrend[] Of(SpaceTimeCube cube)
    {
        var (z, q) = CubeTest.Run(cube);
        var found = new CellTrend[cube.Cells];
        Parallel.For(
            0,
            cube.Cells,
            cell =>
            {
                var first = cell * cube.Steps;
                var sides = new sbyte[cube.Steps];
                for (var step = 0; step < cube.Steps; step++)
                    sides[step] = (sbyte)(q[first + step] <= CubeTest.Level ? Math.Sign(z[first + step]) : 0);
                var last = first + cube.Steps - 1;
                found[cell] = CellTrend.Of(sides, z.AsSpan(first, cube.Steps), z[last], q[last]);
            }
        );
        return found;
    }
}
