using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>What one data row of a file became: exactly one of the two is set.</summary>
public readonly record struct IncomingRow(Complaint? Complaint, RejectedRow? Rejected);
