using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A file on its way into the store.</summary>
/// <param name="Name">Name as the ledger keeps it (no folder).</param>
/// <param name="Sha256">Hex hash of the bytes.</param>
/// <param name="Source">Id of the source profile.</param>
/// <param name="Rows">Outcome of every data row, in row order; read once.</param>
public sealed record IncomingFile(string Name, string Sha256, string Source, IEnumerable<IncomingRow> Rows)
{
    /// <summary>Names the bytes, so that the same file is the same batch wherever and whenever it is loaded.</summary>
    public string BatchId => BatchOf(Sha256);

    public static string BatchOf(string sha256) => sha256[..16];
}

/// <summary>One line of the ledger: <c>Read = Inserted + Updated + Unchanged + Rejected</c>.</summary>
public sealed record LedgerEntry(
    string Name,
    string Sha256,
    string Source,
    long Read,
    long Inserted,
    long Updated,
    long Unchanged,
    long Rejected
);

/// <param name="Reason">Code of <see cref="RejectReason"/>.</param>
public sealed record QuarantinedRow(string File, long Line, string? Column, string Reason, string MaskedText);
