namespace Hotspot.Hotspots.Areas;

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
)
{
    /// <summary>Days of a period beyond which the thirteen weeks before it do not tell what is usual: another season would be news.</summary>
    public const int LongestJudged = 182;
}
