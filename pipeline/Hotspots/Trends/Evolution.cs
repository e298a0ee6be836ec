namespace Hotspot.Hotspots.Trends;

/// <summary>演变 (METHODS e): which cells and streets became hot, stay hot or cool down, over complete weeks.</summary>
/// <param name="Steps">Of the streets; null: fewer than ten complete weeks, nothing is classed.</param>
/// <param name="HexScale">hex_500m | hex_1km; null: too few coordinates, or too short a time with them.</param>
/// <param name="Cells">By scale and cell id.</param>
public sealed record Evolution(WeekSteps? Steps, string? HexScale, IReadOnlyList<EmergingCell> Cells)
{
    public const string StreetScale = "street";

    /// <summary>Exports carry coordinates for less than ten weeks: why there are no hexagons, where it is not that they are too few.</summary>
    public bool CoordinatesAreNew { get; init; }

    public static Evolution None { get; } = new(null, null, []);
}
