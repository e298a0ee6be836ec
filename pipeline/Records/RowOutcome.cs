namespace Hotspot.Records;

/// <summary>What one data row of a file became: exactly one of the two is set.</summary>
public readonly record struct RowOutcome(Complaint? Complaint, RejectedRow? Rejected);
