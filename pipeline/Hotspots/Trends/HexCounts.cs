using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Trends;

/// <summary>
/// Incidents by hexagon and week, added up in any order. Memory grows with the hexagons that have any, not with the incidents. A mean below
/// <see cref="LeastMean"/> a bin is too thin for 500 m (METHODS e), and then for 1 km: the streets must do.
/// </summary>
public sealed class HexCounts
{
    /// <summary>Sides of the grids, metres, the finer first.</summary>
    private static readonly (string Scale, HexGrid Grid)[] Scales = [("hex_500m", new HexGrid(500)), ("hex_1km", new HexGrid(1000))];

    private const double LeastMean = 0.5;

    private readonly Dictionary<Hex, int[]>[] _counts = [.. Scales.Select(_ => new Dictionary<Hex, int[]>())];
    private readonly int _steps;

    public HexCounts(int steps)
    {
        _steps = steps;
        Located = new long[steps];
    }

    /// <summary>Incidents with a coordinate, by week.</summary>
    public long[] Located { get; }

    /// <param name="x">Metres, as <paramref name="y"/>.</param>
    public void Add(double x, double y, int week, int incidents)
    {
        Located[week] += incidents;
        for (var i = 0; i < Scales.Length; i++)
        {
            var hex = Scales[i].Grid.Of(x, y);
            if (!_counts[i].TryGetValue(hex, out var weeks))
                _counts[i].Add(hex, weeks = new int[_steps]);
            weeks[week] += incidents;
        }
    }

    /// <summary>The cube of the finest grid that is full enough, from a step on; null: none is.</summary>
    public HexCube? Cube(int firstStep)
    {
        for (var i = 0; i < Scales.Length; i++)
        {
            var cells = _counts[i]
                .Where(cell => cell.Value.AsSpan(firstStep).ContainsAnyExcept(0))
                .OrderBy(cell => cell.Key.Q)
                .ThenBy(cell => cell.Key.R)
                .ToArray();
            if (cells.Length == 0)
                return null;
            Hex[] hexes = [.. cells.Select(cell => cell.Key)];
            var cube = new SpaceTimeCube(_steps - firstStep, [.. cells.SelectMany(cell => cell.Value.Skip(firstStep))], HexGrid.Map(hexes));
            if (cube.Mean >= LeastMean)
                return new HexCube(Scales[i].Scale, Scales[i].Grid, hexes, cube);
        }
        return null;
    }
}

/// <param name="Scale">hex_500m | hex_1km, by the side of a hexagon.</param>
public sealed record HexCube(string Scale, HexGrid Grid, Hex[] Cells, SpaceTimeCube Cube);
