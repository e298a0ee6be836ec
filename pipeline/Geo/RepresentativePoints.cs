using System.Runtime.InteropServices;

namespace Hotspot.Geo;

/// <summary>The representative points of a city's units: where geocoders put an address that they could not find.</summary>
internal sealed class RepresentativePoints
{
    /// <summary>METHODS §0: this near to a representative point is on it.</summary>
    private const double SnapM = 10;

    /// <summary>17–22 m at the latitude of Beijing: the neighbours of a cell hold everything within <see cref="SnapM"/>.</summary>
    private const double CellDeg = 0.0002;

    private readonly Dictionary<(int X, int Y), List<LonLat>> _cells = [];

    public RepresentativePoints(Gazetteer? gazetteer)
    {
        if (gazetteer is null)
            return;
        var points = gazetteer
            .Districts.Select(district => district.Point)
            .Concat(gazetteer.Streets.Select(street => street.Point))
            .Concat(gazetteer.Communities.Select(community => community.Point));
        foreach (var point in points.OfType<LonLat>().Distinct())
        {
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, CellOf(point), out _);
            (cell ??= []).Add(point);
        }
    }

    public bool IsNear(LonLat point)
    {
        if (_cells.Count == 0)
            return false;
        var (x, y) = CellOf(point);
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (_cells.TryGetValue((x + dx, y + dy), out var cell) && cell.Exists(other => Nearness.Metres(point, other) <= SnapM))
                    return true;
            }
        }
        return false;
    }

    private static (int X, int Y) CellOf(LonLat point) =>
        ((int)Math.Floor(point.Longitude / CellDeg), (int)Math.Floor(point.Latitude / CellDeg));
}
