namespace Hotspot.Hotspots;

/// <summary>
/// Did the last step of a cell, with its ring, differ from its own earlier steps, given what the whole cube had? As in <see cref="Heat"/>: with b cases
/// before and w = last ÷ before of the cube the last count is negative binomial, mean (b + ½)w and variance (1 + w)φ times the mean. Two-sided, BH over the
/// cells.
/// </summary>
internal static class OwnPast
{
    /// <returns>Of each cell: 1 surely up, −1 surely down, 0 neither.</returns>
    public static int[] Changes(SpaceTimeCube cube)
    {
        var (steps, sums) = (cube.Steps, cube.Neighbourhoods());
        long[][] before =
        [
            .. Enumerable
                .Range(0, cube.Cells)
                .Select(cell => sums[(cell * steps)..((cell + 1) * steps - 1)].Select(n => (long)n).ToArray()),
        ];
        long[] last = [.. Enumerable.Range(0, cube.Cells).Select(cell => (long)sums[(cell + 1) * steps - 1])];
        var all = before.Sum(series => series.Sum());
        if (all == 0 || Dispersion.Phi(before) is not { } phi)
            return new int[cube.Cells];
        var w = (double)last.Sum() / all;
        var up = new bool[cube.Cells];
        var p = new double?[cube.Cells];
        for (var cell = 0; cell < cube.Cells; cell++)
        {
            var (mean, spread) = ((before[cell].Sum() + 0.5) * w, (1 + w) * phi[cell]);
            var high = CountTail.NegativeBinomial(last[cell], mean, spread);
            var low = 1 - CountTail.NegativeBinomial(last[cell] + 1, mean, spread);
            up[cell] = high < low;
            p[cell] = Math.Min(1, 2 * Math.Min(high, low));
        }
        var q = Fdr.BenjaminiHochberg(p);
        return [.. q.Select((value, cell) => value <= CubeTest.Level ? (up[cell] ? 1 : -1) : 0)];
    }
}
