using Hotspot.Calendar;

namespace Hotspot.Hotspots;

/// <summary>Counts of one unit on one day, by hour (24 numbers). Only reports and incidents with a usable hour; days without any are present with zeros.</summary>
public sealed record DayHours(DateOnly Day, DayKind Kind, int[] Complaints, int[] Incidents);

/// <summary>A unit whose hours are tested; its days run without a gap, ascending, through the last day of the period and start up to 9 weeks earlier.</summary>
/// <param name="Level">city | district | street | issue | district_issue.</param>
public sealed record HourScope(string Level, string Scope, IReadOnlyList<DayHours> Days);

/// <summary>Counts of one area × issue. Null = no data at that time (the history does not reach back), 0 = measured none.</summary>
/// <param name="Baseline">Incidents in the 13 weeks before the period; null: no history.</param>
/// <param name="Weeks">Incidents of up to 26 complete weeks before the period, oldest first: for the overdispersion of changes.</param>
public sealed record AreaCounts(
    string Level,
    string District,
    string? Street,
    string? Issue,
    long Complaints,
    long Incidents,
    long Callers,
    long? PreviousComplaints,
    long? PreviousIncidents,
    long? YearBeforeComplaints,
    long? YearBeforeIncidents,
    long? Baseline,
    IReadOnlyList<long> Weeks
);

/// <summary>
/// One caller's issue at a place (METHODS key 1): the unit of the point methods, so that one person's flood counts once.
/// <paramref name="Complaints"/> reports were merged into it.
/// </summary>
/// <param name="Longitude">WGS-84; null for a place known only by its text.</param>
/// <param name="PlaceKey">Null where only a coordinate is known.</param>
/// <param name="Label">Place as people write it.</param>
/// <param name="CallerKey">Null: unknown caller.</param>
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
    /// <summary>Hash of what a report without a caller key says; null where it has one, or says nothing.</summary>
    public ulong? Text { get; init; }
}

/// <summary>Incidents and units at one coordinate (WGS-84 degrees) in one week, numbered from 0.</summary>
public readonly record struct CoordinateWeek(double Longitude, double Latitude, int Week, int Incidents, int Units);
