using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Hotspot.Grouping;

/// <summary>Incidents first reported at one coordinate (WGS-84 degrees).</summary>
public readonly record struct CoordinateCount(double Longitude, double Latitude, long Complaints, long Incidents);

/// <summary>City totals of a span (<c>totals.sql</c>).</summary>
public sealed record Totals(
    long Complaints,
    long Incidents,
    long KnownCallers,
    long ReportsWithoutCaller,
    long StreamA,
    long StreamB,
    long StreamOwn,
    long StreamUnknown,
    long Classified,
    long WithHour,
    long WithCallTime,
    long WithCoordinate,
    long WithPoint,
    long PlaceFromContent,
    long DistrictUnknown,
    long Excluded,
    long NotOurs,
    long Deferred,
    long ActiveDays
);

/// <summary>One issue on one day (<c>issue_days.sql</c>).</summary>
public sealed record IssueDay(DateOnly Day, string Issue, long Complaints, long Incidents);

public sealed record DayCount(DateOnly Day, long Complaints, long Incidents);

/// <summary>One issue kind, or one pair of category levels (<c>issues.sql</c>). Name null: blank in the source.</summary>
public sealed record IssueCount(
    string Level,
    string? Name,
    string? SubName,
    long Complaints,
    long Incidents,
    long Previous,
    long PreviousIncidents,
    long YearBefore,
    long YearBeforeIncidents
);

/// <param name="Weekday">1 = Monday … 7 = Sunday, 8 = holiday.</param>
public sealed record HeatCell(int Weekday, int Hour, long Complaints, long Incidents);

/// <summary>What one known caller reported in a street (<c>single_callers.sql</c>); nobody learns who.</summary>
/// <param name="Incidents">That the complaints speak of.</param>
/// <param name="OfStreet">Complaints of the street in all; so <paramref name="OfDistrict"/>.</param>
public sealed record SingleCaller(string District, string Street, long Complaints, long Incidents, long OfStreet, long OfDistrict);

public sealed record HourIssue(int Hour, string Issue, long Complaints, long Incidents);

/// <summary>三率 counts of a district (null = all) in a span (<c>callbacks.sql</c>).</summary>
/// <param name="ContactKnown">Valid callbacks that say whether the citizen was contacted; 0: the export lacks the column. So <paramref name="ResolvedKnown"/> and <paramref name="SatisfactionKnown"/>.</param>
/// <param name="Recorded">Orders whose answers come from a recorded callback and not from an export.</param>
public sealed record CallbackCount(
    string? District,
    long Complaints,
    long CalledBack,
    long Valid,
    long ContactKnown,
    long Contacted,
    long Resolved,
    long Satisfied,
    long BasicallySatisfied,
    long Recorded,
    long ResolvedKnown,
    long SatisfactionKnown
);

/// <param name="ValidFrom">First day, null: any; so <paramref name="ValidUntil"/>, the last one.</param>
public sealed record DatedKind(string Issue, DateOnly? ValidFrom, DateOnly? ValidUntil)
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As statements read it (<c>is_called_back</c>); null: every kind.</summary>
    public static string? Json(IReadOnlyList<DatedKind>? kinds) => kinds is null ? null : JsonSerializer.Serialize(kinds, Snake);
}

/// <summary>One incident with many reports (<c>top_incidents.sql</c>).</summary>
public sealed record IncidentCount(
    string IncidentId,
    string Issue,
    string? District,
    string? Street,
    string? Place,
    string? Example,
    long Complaints,
    long Callers,
    DateTime FirstAt,
    DateTime LastAt
);

public sealed record BatchTotals(long Files, long Read, long Rejected, string? Sources);
