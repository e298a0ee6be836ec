using DuckDB.NET.Data;
using Hotspot.Records;
using Hotspot.Settings;

namespace Hotspot.Store;

/// <summary>A file on its way into the store.</summary>
/// <param name="Name">Name as the ledger keeps it (no folder).</param>
/// <param name="Sha256">Hex hash of the bytes.</param>
/// <param name="Source">Id of the source profile.</param>
/// <param name="Rows">Outcome of every data row, in row order; read once.</param>
public sealed record IncomingFile(string Name, string Sha256, string Source, IEnumerable<IncomingRow> Rows)
{
    /// <summary>Names the bytes, so that the same file is the same batch wherever and whenever it is loaded.</summary>
    public string BatchId => Sha256[..16];
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

/// <summary>The complaints of a home, in DuckDB. One load is one transaction: it happened whole or not at all.</summary>
public sealed class ComplaintStore : IDisposable
{
    private readonly Session _session;

    private ComplaintStore(Session session) => _session = session;

    public static ComplaintStore Open(string storeFile, SessionLimits limits)
    {
        var session = Session.Open(storeFile, limits);
        session.Execute("Store/schema");
        session.Execute("Store/schema_review");
        return new ComplaintStore(session);
    }

    /// <summary>The store's own session, for the rooms that read complaints in bulk (incidents, publishing).</summary>
    public Session Session => _session;

    /// <param name="files">In the order in which later files win.</param>
    /// <param name="derive">Fills the derived block of a complaint from its stated block.</param>
    /// <param name="afterMerge">What must hold with the new complaints or not at all: the incidents. Same transaction.</param>
    /// <param name="progress">Told the rows read so far.</param>
    public IReadOnlyList<LedgerEntry> Load(
        IReadOnlyList<IncomingFile> files,
        Func<Complaint, Complaint> derive,
        Action<Session> afterMerge,
        IProgress<long>? progress = null,
        CancellationToken cancel = default
    )
    {
        _session.Execute("Store/clear_incoming");
        var rejected = new long[files.Count];
        var read = Append(files, derive, rejected, progress, cancel);
        // Rows wait in temporary tables, which no other session and no later run sees; a transaction around them would write them all again at its commit.
        using var transaction = _session.Begin();
        _session.Execute("Store/merge");
        Rederive(derive);
        _session.Execute("Store/apply");
        afterMerge(_session);
        cancel.ThrowIfCancellationRequested();

        var outcomes = _session
            .Query(
                "Store/outcomes",
                row => (File: row.GetInt32(0), Inserted: row.GetInt64(1), Updated: row.GetInt64(2), Unchanged: row.GetInt64(3))
            )
            .ToDictionary(outcome => outcome.File);
        var ledger = new List<LedgerEntry>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var outcome = outcomes.GetValueOrDefault(i);
            var entry = new LedgerEntry(
                files[i].Name,
                files[i].Sha256,
                files[i].Source,
                read[i],
                outcome.Inserted,
                outcome.Updated,
                outcome.Unchanged,
                rejected[i]
            );
            _session.Execute(
                "Store/write_ledger",
                ("batch_id", files[i].BatchId),
                ("name", entry.Name),
                ("sha256", entry.Sha256),
                ("source", entry.Source),
                ("read", entry.Read),
                ("inserted", entry.Inserted),
                ("updated", entry.Updated),
                ("unchanged", entry.Unchanged),
                ("rejected", entry.Rejected)
            );
            ledger.Add(entry);
        }
        transaction.Commit();
        _session.Execute("Store/clear_incoming");
        return ledger;
    }

    /// <summary>The rejected rows of a file's bytes, in file order.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantine(string batchId) =>
        _session.Query(
            "Store/quarantine",
            row => new QuarantinedRow(row.GetString(0), row.GetInt64(1), row.TextAt(2), row.GetString(3), row.GetString(4)),
            ("batch_id", batchId)
        );

    private long[] Append(
        IReadOnlyList<IncomingFile> files,
        Func<Complaint, Complaint> derive,
        long[] rejected,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var read = new long[files.Count];
        long total = 0;
        long seq = 0;
        using var incoming = _session.Append("incoming");
        using var quarantine = _session.Append("quarantine_incoming");
        for (var file = 0; file < files.Count; file++)
        {
            foreach (var batch in RowsAhead.Batches(files[file].Rows, derive, cancel))
            {
                foreach (var (complaint, reject) in batch)
                {
                    if (complaint is not null)
                    {
                        incoming.CreateRow().AppendValue(++seq).AppendValue(file).AppendComplaint(complaint, files[file].BatchId).EndRow();
                        continue;
                    }
                    rejected[file]++;
                    Append(quarantine, files[file].BatchId, reject!);
                }
                read[file] += batch.Length;
                progress?.Report(total += batch.Length);
            }
        }
        return read;
    }

    private static void Append(DuckDBAppender quarantine, string batchId, RejectedRow row) =>
        quarantine
            .CreateRow()
            .AppendValue(batchId)
            .AppendValue(row.File)
            .AppendValue(row.Line)
            .AppendValue(row.Column)
            .AppendValue(Snake.Code(row.Reason))
            .AppendValue(row.MaskedText)
            .EndRow();

    /// <summary>Orders that several rows speak of: the derived columns follow from the merged state, not from any one row.</summary>
    private void Rederive(Func<Complaint, Complaint> derive)
    {
        var contested = _session.Query("Store/contested", ComplaintTable.ReadStated);
        using var rederived = _session.Append("rederived");
        foreach (var (complaint, batchId) in contested)
            rederived.CreateRow().AppendComplaint(derive(complaint), batchId).EndRow();
    }

    public void Dispose() => _session.Dispose();
}
