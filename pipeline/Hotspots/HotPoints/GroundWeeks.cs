using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>Units (one caller's issue) by week on the ground of each hotspot that has a geometry, added up in any order. Grounds may overlap.</summary>
public sealed class GroundWeeks
{
    private const double CellM = 100;

    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly Ground?[] _grounds;

    /// <param name="project">(longitude, latitude) in WGS-84 degrees to metres.</param>
    public GroundWeeks(
        IReadOnlyList<HotPoint> points,
        int steps,
        Func<double, double, (double X, double Y)> project,
        PointSettings settings
    )
    {
        var reader = new WKBReader();
        Weeks = [.. points.Select(_ => new int[steps])];
        _grounds =
        [
            .. points.Select(point =>
                point.Geometry is { } wkb
                    ? new Ground([.. reader.Read(wkb).Coordinates.Select(corner => project(corner.X, corner.Y))], settings.BufferM)
                    : null
            ),
        ];
        for (var i = 0; i < _grounds.Length; i++)
        {
            if (_grounds[i] is not { } ground)
                continue;
            for (var column = Cell(ground.Left); column <= Cell(ground.Right); column++)
            {
                for (var row = Cell(ground.Bottom); row <= Cell(ground.Top); row++)
                {
                    if (!_cells.TryGetValue((column, row), out var here))
                        _cells.Add((column, row), here = []);
                    here.Add(i);
                }
            }
        }
    }

    /// <summary>By hotspot, oldest week first; zeros where it has no geometry.</summary>
    public int[][] Weeks { get; }

    /// <param name="x">Metres, as <paramref name="y"/>.</param>
    public void Add(double x, double y, int week, int units)
    {
        if (!_cells.TryGetValue((Cell(x), Cell(y)), out var here))
            return;
        foreach (var i in here)
        {
            if (_grounds[i]!.Contains(x, y))
                Weeks[i][week] += units;
        }
    }

    private static int Cell(double metres) => (int)Math.Floor(metres / CellM);
}
