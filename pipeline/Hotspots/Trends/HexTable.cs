using System.Globalization;
using Hotspot.Hotspots.Grids;
using NetTopologySuite.Geometries;

namespace Hotspot.Hotspots.Trends;

/// <summary>
/// Complaints of a period counted on hexagons (METHODS c5) with sides of 150 m, about a block, and 500 m, about a neighbourhood. Counts for maps, no test:
/// what stands out is told by the points and by the evolution of the cells.
/// </summary>
public static class HexTable
{
    private static readonly (string Scale, HexGrid Grid)[] Scales = [("hex_150m", new HexGrid(150)), ("hex_500m", new HexGrid(500))];

    /// <param name="counts">By coordinate, in metres.</param>
    /// <param name="toDegrees">Metres to WGS-84 longitude and latitude.</param>
    /// <returns>Hexagons with a complaint, the finer scale first, by q and r.</returns>
    public static IReadOnlyList<HexCell> Of(
        IReadOnlyList<(double X, double Y, long Complaints, long Incidents)> counts,
        Func<double, double, (double Longitude, double Latitude)> toDegrees
    ) =>
        [
            .. Scales.SelectMany(scale =>
                counts
                    .GroupBy(count => scale.Grid.Of(count.X, count.Y))
                    .OrderBy(cell => cell.Key.Q)
                    .ThenBy(cell => cell.Key.R)
                    .Select(cell =>
                    {
                        var centre = scale.Grid.Centre(cell.Key);
                        var (longitude, latitude) = toDegrees(centre.X, centre.Y);
                        return new HexCell(
                            Id(cell.Key),
                            scale.Scale,
                            longitude,
                            latitude,
                            cell.Sum(count => count.Complaints),
                            cell.Sum(count => count.Incidents),
                            Outline(scale.Grid, cell.Key, toDegrees)
                        );
                    })
            ),
        ];

    /// <summary>q_r: the same in every period.</summary>
    public static string Id(Hex hex) => string.Create(CultureInfo.InvariantCulture, $"{hex.Q}_{hex.R}");

    /// <summary>WKB of a hexagon, WGS-84.</summary>
    public static byte[] Outline(HexGrid grid, Hex hex, Func<double, double, (double Longitude, double Latitude)> toDegrees)
    {
        var corners = grid.Corners(hex);
        var ring = corners.Append(corners[0]).Select(corner => toDegrees(corner.X, corner.Y));
        return new Polygon(new LinearRing([.. ring.Select(at => new Coordinate(at.Longitude, at.Latitude))])).AsBinary();
    }
}
