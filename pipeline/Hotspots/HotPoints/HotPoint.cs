namespace Hotspot.Hotspots.HotPoints;

/// <summary>Grain of the table <c>points</c>: one hotspot in the period.</summary>
/// <param name="HotspotId">Stable from period to period while it is the same place.</param>
/// <param name="RadiusM">Metres from the medoid to the farthest member; null for a place known only by its text.</param>
/// <param name="Callers">At least so many.</param>
/// <param name="CallersFrom">keys | texts: texts and days stand for callers where fewer than half of the reports have a key.</param>
/// <param name="Previous">Complaints at the same ground in the period before.</param>
/// <param name="BusyHours">Hours that hold eight tenths of it, <see cref="HotPoints.BusyHours"/>; null: spread over the day, or unknown.</param>
/// <param name="Expected">Callers' issues expected on this ground in the period; null: no history.</param>
/// <param name="TrendClass">Code of <see cref="EmergingHotspot"/> over its own weeks; null: too short a history.</param>
/// <param name="Method">dbscan | hdbscan | place_key.</param>
/// <param name="Geometry">WKB, WGS-84: hull of the members (Point for one place); null for a place known only by its text.</param>
public sealed record HotPoint(
    string HotspotId,
    int Rank,
    string Label,
    string? District,
    string? Street,
    double? Longitude,
    double? Latitude,
    double? RadiusM,
    long Complaints,
    long Incidents,
    long Callers,
    string CallersFrom,
    int ActiveDays,
    DateTime FirstAt,
    DateTime LastAt,
    string? TopIssue,
    int? TopHour,
    string? BusyHours,
    double? Expected,
    double? Excess,
    double? PValue,
    bool? IsHot,
    long? Previous,
    double? RisingQValue,
    bool? IsRising,
    string? TrendClass,
    string Method,
    byte[]? Geometry
)
{
    public const string FromKeys = "keys";
    public const string FromTexts = "texts";

    /// <summary>Of the units, 0 to 1: from a half on <see cref="TopIssue"/> is what the place is about. Null: no issue is known.</summary>
    public double? TopIssueShare { get; init; }

    /// <summary>Key of a place known only by its text; no column.</summary>
    internal string? PlaceKey { get; init; }

    /// <summary>Units of the period that it is made of; the table <c>hotspot_units</c>.</summary>
    internal IReadOnlyList<string> UnitIds { get; init; } = [];
}
