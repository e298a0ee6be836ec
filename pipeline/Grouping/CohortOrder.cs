namespace Hotspot.Grouping;

/// <summary>An order that may be called back, with what its recorded callbacks said (<c>callback_cohort.sql</c>).</summary>
/// <param name="ClosedOn">Day it was closed; dispatched where it has no such time; else reported.</param>
/// <param name="CallerKey">Null: the phone is withheld, masked or missing, so nobody can be called.</param>
/// <param name="Attempts">Calls made; 0: none recorded.</param>
/// <param name="IsValid">Both questions were answered.</param>
/// <param name="Satisfaction">Code of <see cref="Records.Satisfaction"/>.</param>
/// <param name="Inclusion">Probability that the order came into the sample; null where no plan of the program drew it.</param>
public sealed record CohortOrder(
    string ComplaintId,
    DateOnly ReportedOn,
    DateOnly ClosedOn,
    string? District,
    string? Street,
    string Issue,
    string? CallerKey,
    int Attempts = 0,
    bool IsReached = false,
    bool IsValid = false,
    bool? Contacted = null,
    bool? Resolved = null,
    string? Satisfaction = null,
    double? Inclusion = null
);
