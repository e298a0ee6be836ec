namespace Hotspot.Hotspots.Recurrence;

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
