namespace Hotspot.Hotspots.Trends;

/// <summary>Grain of the table <c>emerging</c>: one cell or street with an incident in the weeks.</summary>
/// <param name="CellId">Of a hexagon its axial coordinates q_r on the grid in metres, of a street district/street: the same in every period.</param>
/// <param name="Scale">hex_500m | hex_1km (side of the hexagon) | street.</param>
/// <param name="TrendClass">Code of <see cref="EmergingHotspot"/>.</param>
/// <param name="HotSteps">Weeks that were significantly hot; <paramref name="ColdSteps"/> likewise.</param>
/// <param name="Steps">Complete weeks from <paramref name="FromOn"/> to <paramref name="UntilOn"/>, both days included.</param>
/// <param name="Incidents">Of the cell itself over the weeks, without its neighbours.</param>
/// <param name="LastZ">Gi* of the last week; null where all counts are equal. <paramref name="LastQ"/> is its q-value over all bins.</param>
/// <param name="TrendZ">Mann–Kendall over the weeks.</param>
/// <param name="Geometry">WKB, WGS-84: the hexagon; of a street its point, null where none is known.</param>
public sealed record EmergingCell(
    string CellId,
    string Scale,
    string? District,
    string? Street,
    string TrendClass,
    int HotSteps,
    int ColdSteps,
    int Steps,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Incidents,
    double? LastZ,
    double LastQ,
    double TrendZ,
    double TrendP,
    byte[]? Geometry
);
