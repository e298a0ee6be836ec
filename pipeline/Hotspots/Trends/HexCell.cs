namespace Hotspot.Hotspots.Trends;

/// <summary>Grain of the table <c>hexes</c>: one hexagon with a complaint in the period.</summary>
/// <param name="CellId">Axial coordinates q_r on the grid in metres, the same in every period.</param>
/// <param name="Scale">hex_150m | hex_500m, by the side.</param>
/// <param name="Longitude">Of the centre, WGS-84.</param>
/// <param name="Incidents">That began here in the period.</param>
/// <param name="Geometry">WKB, WGS-84.</param>
public sealed record HexCell(
    string CellId,
    string Scale,
    double Longitude,
    double Latitude,
    long Complaints,
    long Incidents,
    byte[] Geometry
);
