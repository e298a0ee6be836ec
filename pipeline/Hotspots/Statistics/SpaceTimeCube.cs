namespace Hotspot.Hotspots.Statistics;

/// <summary>Incidents of the cells of a map over steps of time, and which cells are next to each other.</summary>
/// <param name="Counts">Cell by cell, oldest step first.</param>
/// <param name="Map">Ring 1; a cell without neighbours stands for itself.</param>
public sealed record SpaceTimeCube(int Steps, int[] Counts, Adjacency Map)
{
    public int Cells => Map.Units;

    public double Mean => Counts.Length == 0 ? 0 : Counts.Sum(count => (long)count) / (double)Counts.Length;

    /// <summary>The series of one cell.</summary>
    public ReadOnlySpan<int> Of(int cell) => Counts.AsSpan(cell * Steps, Steps);

    /// <summary>Counts of each cell and its neighbours together, of the same step.</summary>
    public int[] Neighbourhoods()
    {
        var sums = (int[])Counts.Clone();
        for (var cell = 0; cell < Cells; cell++)
        {
            var sum = sums.AsSpan(cell * Steps, Steps);
            foreach (var other in Map.Of(cell))
            {
                var counts = Of(other);
                for (var step = 0; step < Steps; step++)
                    sum[step] += counts[step];
            }
        }
        return sums;
    }
}
