using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots;

/// <summary>Cubes over a rhombus of hexagons, each cell with a rate of its own that does not change: Poisson counts, rates even or by Pareto's law.</summary>
internal static class SomeCube
{
    /// <param name="shape">Exponent of Pareto's law; infinite: all cells alike.</param>
    public static SpaceTimeCube Stationary(ulong seed, int side, int steps, double mean, double shape)
    {
        var random = new Draws(seed);
        double[] weights = [.. Enumerable.Range(0, side * side).Select(_ => Math.Pow(1 - random.Unit(), -1 / shape))];
        var scale = mean / weights.Average();
        return new SpaceTimeCube(
            steps,
            [.. weights.SelectMany(weight => Enumerable.Range(0, steps).Select(_ => random.Poisson(weight * scale)))],
            Map(side)
        );
    }

    /// <summary>The same counts in other bins: whatever is hot then is hot by chance.</summary>
    public static SpaceTimeCube Dealt(SpaceTimeCube cube, ulong seed)
    {
        var random = new Draws(seed);
        var counts = (int[])cube.Counts.Clone();
        for (var i = counts.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (counts[i], counts[j]) = (counts[j], counts[i]);
        }
        return cube with { Counts = counts };
    }

    /// <summary>Counts that the test states, cell by cell.</summary>
    public static SpaceTimeCube With(SpaceTimeCube cube, Func<int, int, int> added) =>
        cube with
        {
            Counts = [.. cube.Counts.Select((count, bin) => count + added(bin / cube.Steps, bin % cube.Steps))],
        };

    public static Adjacency Map(int side) =>
        HexGrid.Map([.. Enumerable.Range(0, side * side).Select(cell => new Hex(cell % side, cell / side))]);
}
