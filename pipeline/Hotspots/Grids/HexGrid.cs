using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Grids;

/// <summary>A hexagon in axial coordinates: q runs east, r north (and a little east).</summary>
public readonly record struct Hex(int Q, int R);

/// <summary>
/// Pointy-top hexagons over the plane in metres, one of them centred on the origin (axial coordinates and cube rounding: Patel 2013, "Hexagonal grids").
/// </summary>
/// <param name="SideM">Side, and distance from the centre to a corner; neighbouring centres are √3 sides apart.</param>
public sealed record HexGrid(double SideM)
{
    /// <summary>Places this near to an edge, in sides, lie on it.</summary>
    private const double OnEdge = 1e-9;

    private static readonly double Root3 = Math.Sqrt(3);

    /// <summary>East, then anticlockwise.</summary>
    private static readonly (int Q, int R)[] Steps = [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)];

    public double AreaM2 => 1.5 * Root3 * SideM * SideM;

    /// <summary>The hexagon of a place; on an edge or corner the one with the smaller q, then the smaller r.</summary>
    public Hex Of(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            throw new ArgumentException($"({x}, {y}) is no place");
        var q = (Root3 / 3 * x - y / 3) / SideM;
        var r = 2.0 / 3 * y / SideM;
        var rounded = Round(q, r);
        var best = rounded;
        var least = Square(q - rounded.Q, r - rounded.R);
        foreach (var (dq, dr) in Steps)
        {
            var other = new Hex(rounded.Q + dq, rounded.R + dr);
            // Difference of the squares = 2 · distance to the common edge · distance of the centres.
            var nearer = Square(q - other.Q, r - other.R) - least;
            if (nearer <= 2 * Root3 * OnEdge && (other.Q < best.Q || (other.Q == best.Q && other.R < best.R)))
                best = other;
        }
        return best;
    }

    public (double X, double Y) Centre(Hex hex) => (SideM * Root3 * (hex.Q + hex.R / 2.0), SideM * 1.5 * hex.R);

    /// <summary>Six corners, anticlockwise from the one at the south-east.</summary>
    public (double X, double Y)[] Corners(Hex hex)
    {
        var (x, y) = Centre(hex);
        var half = Root3 / 2 * SideM;
        return
        [
            (x + half, y - SideM / 2),
            (x + half, y + SideM / 2),
            (x, y + SideM),
            (x - half, y + SideM / 2),
            (x - half, y - SideM / 2),
            (x, y - SideM),
        ];
    }

    /// <summary>The six that share an edge, anticlockwise from the east.</summary>
    public static Hex[] Neighbours(Hex hex) => [.. Steps.Select(step => new Hex(hex.Q + step.Q, hex.R + step.R))];

    /// <summary>Steps from one to the other.</summary>
    public static int Distance(Hex a, Hex b)
    {
        var (q, r) = (a.Q - b.Q, a.R - b.R);
        return (Math.Abs(q) + Math.Abs(r) + Math.Abs(q + r)) / 2;
    }

    /// <summary>Which of these cells share an edge; they must differ.</summary>
    public static Adjacency Map(IReadOnlyList<Hex> cells)
    {
        var index = cells.Select((hex, i) => (hex, i)).ToDictionary(pair => pair.hex, pair => pair.i);
        return Adjacency.OfPairs(
            cells.Count,
            cells.SelectMany((hex, i) => Neighbours(hex).Where(index.ContainsKey).Select(other => (i, index[other])))
        );
    }

    private static Hex Round(double q, double r)
    {
        var s = -q - r;
        var (a, b, c) = (Math.Round(q), Math.Round(r), Math.Round(s));
        var (da, db, dc) = (Math.Abs(a - q), Math.Abs(b - r), Math.Abs(c - s));
        if (da > db && da > dc)
            a = -b - c;
        else if (db > dc)
            b = -a - c;
        return new Hex(checked((int)a), checked((int)b));
    }

    /// <summary>Square of a distance given in axial coordinates, in sides.</summary>
    private static double Square(double q, double r) => 3 * (q * q + q * r + r * r);
}
