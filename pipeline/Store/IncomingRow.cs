using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>What one data row of a file became: one of the two. Both: it has no time, and is rejected unless others tell the order's.</summary>
/// <param name="Complaint">With its derived block.</param>
public readonly record struct IncomingRow(Complaint? Complaint, RejectedRow? Rejected);
