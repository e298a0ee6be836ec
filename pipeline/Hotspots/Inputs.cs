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

/// <summary>What of a period had been said before, in one unit; only orders of known callers at a known address.</summary>
/// <param name="Level">city | district | street.</param>
/// <param name="Repeats">Complaints that follow another one of the same caller, issue and address.</param>
/// <param name="Closed">Complaints with a time of closing.</param>
/// <param name="CallerIssues">Callers' issues (caller, issue, address), <paramref name="Repeated"/> of which were said before and <paramref name="Returned"/> after their closing.</param>
/// <param name="AddressIssues">Issues of addresses, <paramref name="Shared"/> of which another caller had told before.</param>
public sealed record RepeatCounts(
    string Level,
    string? District,
    string? Street,
    long Complaints,
    long Repeats,
    long Closed,
    long CallerIssues,
    long Repeated,
    long Returned,
    long AddressIssues,
    long Shared
);

/// <summary>Callers whose order was closed: how many came again on this day after it, and how many had not when they were last seen on it.</summary>
public readonly record struct RepeatTime(string Level, string? District, string? Street, int Day, int Events, int Left);

/// <summary>Where (WGS-84 degrees) and when an incident was first reported.</summary>
public readonly record struct LocatedIncident(string? Issue, DateOnly On, double Longitude, double Latitude);
