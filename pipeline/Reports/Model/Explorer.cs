using Hotspot.Grouping;

namespace Hotspot.Reports.Model;

/// <summary>What a page lets its reader choose from: counts to the digit of the bulletin, crossed with each other. Never part of a public edition.</summary>
/// <param name="Parts">Names of the parts of the cube, in their order.</param>
/// <param name="InnerDistricts">What a map may be enlarged to; may be empty.</param>
public sealed record Explorer(
    ComplaintCube Cube,
    IReadOnlyList<PartName> Parts,
    IReadOnlyList<string> InnerDistricts,
    IReadOnlyList<ExplorerPoint> Points
);

/// <param name="Name">4月21日（周一）, or 4月21日—4月27日.</param>
/// <param name="Tick">What stands under a bar: 周一, or 4/21.</param>
public sealed record PartName(string Name, string Tick);

/// <summary>A hotspot with coordinates (WGS-84 degrees).</summary>
/// <param name="Strong">Denser than its surroundings, or risen: it passed its test.</param>
/// <param name="Cells">Its complaints by part, day kind, hour and issue; their incidents are not told (0), nor where they are.</param>
public sealed record ExplorerPoint(
    int Rank,
    string Label,
    string? District,
    string? Street,
    double Longitude,
    double Latitude,
    bool Strong,
    IReadOnlyList<CubeCell> Cells
);
