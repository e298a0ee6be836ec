using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>What one data row of a file became: exactly one of the two is set.</summary>
/// <param name="Complaint">With its derived block.</param>
public readonly record struct IncomingRow(Complaint? Complaint, RejectedRow? Rejected);
