using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Trends;

/// <summary>
/// Did the last step of a cell, without its ring, differ from its own earlier steps, given what the whole cube had? A burst in one cell makes the ring of
/// the next one hot too, but there nothing changed. As in <see cref="Heat"/>: with b cases before and w = last ÷ before of the cube the last count is
/// negative binomial, mean (b + ½)w and variance (1 + w)φ times the mean. Two-sided at <see cref="Level"/>: only of cells that the test of the cube has
/// picked, with its own price for their number.
/// </summary>
internal static class OwnPast
{
    public const double Level = 0.01;

    /// <returns>Of each cell: 1 up, −1 down, 0 neither.</returns>
    public static int[] Changes(SpaceTimeCube cube)
    {
        var (steps, counts) = (cube.Steps, cube.Counts);
        long[][] before =
        [
            .. Enumerable
                .Range(0, cube.Cells)
                .Select(cell => counts[(cell * steps)..((cell + 1) * steps - 1)].Select(n => (long)n).ToArray()),
        ];
        long[] last = [.. Enumerable.Range(0, cube.Cells).Select(cell => (long)counts[(cell + 1) * steps - 1])];
        var all = before.Sum(series => series.Sum());
        if (all == 0 || Dispersion.Phi(before) is not { } phi)
            return new int[cube.Cells];
        var w = (double)last.Sum() / all;
        return
        [
            .. Enumerable
                .Range(0, cube.Cells)
                .Select(cell =>
                {
                    var (mean, spread) = ((before[cell].Sum() + 0.5) * w, (1 + w) * phi[cell]);
                    return CountTail.NegativeBinomial(last[cell], mean, spread) <= Level / 2 ? 1
                        : 1 - CountTail.NegativeBinomial(last[cell] + 1, mean, spread) <= Level / 2 ? -1
                        : 0;
                }),
        ];
    }
}
