namespace Hotspot.Hotspots;

/// <summary>
/// One caller's issue at a place (METHODS key 1): the unit of the point methods, so that one person's flood counts once.
/// <paramref name="Complaints"/> reports were merged into it.
/// </summary>
/// <param name="Longitude">WGS-84; null for a place known only by its text.</param>
/// <param name="PlaceKey">Null where only a coordinate is known.</param>
/// <param name="Label">Place as people write it.</param>
/// <param name="CallerKey">Null: unknown caller.</param>
/// <param name="At">Of its first report: there and then the unit is counted.</param>
/// <param name="Hour">0–23; null: date only.</param>
public sealed record PointUnit(
    string UnitId,
    string IncidentId,
    string? PlaceKey,
    string? Label,
    double? Longitude,
    double? Latitude,
    DateTime At,
    int? Hour,
    string? CallerKey,
    string? Issue,
    string? District,
    string? Street,
    int Complaints
)
{
    /// <summary>Of its last report; of its first where nothing later is told.</summary>
    public DateTime LastAt { get; init; } = At;

    /// <summary>Days with at least one of its reports, in no order; that of its first where no others are told.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [DateOnly.FromDateTime(At)];

    /// <summary>Hash of what a report without a caller key says; null where it has one, or says nothing.</summary>
    public ulong? Text { get; init; }
}
