namespace Hotspot.Store;

/// <summary>A loaded file with rejected rows that may still be mended.</summary>
/// <param name="Read">Rows of its first loading.</param>
/// <param name="Attempts">How often its rows were loaded again so far.</param>
public sealed record OpenBatch(string BatchId, string Name, string Sha256, string Source, long Read, long Attempts);

/// <summary>Rejected rows that were loaded after all: what is open, and how a loading again is written down. Runs in the transaction of the load.</summary>
public static class RetryTable
{
    public static IReadOnlyList<OpenBatch> Open(Session store) =>
        store.Query(
            "Store/quarantine_open",
            row => new OpenBatch(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetInt64(5))
        );

    /// <summary>Rejected rows of a file's bytes that are complaints by now, under the name that the file had then: loading the bytes again rejects them again.</summary>
    public static IReadOnlyList<(string File, long Line)> Mended(Session store, string batchId) =>
        store.Query("Store/mended", row => (row.GetString(0), row.GetInt64(1)), ("batch_id", batchId));

    /// <param name="retryBatchId">The ledger's name of this loading.</param>
    /// <param name="rows">File and line of the rows that became complaints.</param>
    public static void Write(Session store, OpenBatch batch, string retryBatchId, IReadOnlyList<(string File, long Line)> rows, DateTime at)
    {
        store.Execute("Store/retried");
        using (var retried = store.Append("retried"))
        {
            foreach (var (file, line) in rows)
                retried.CreateRow().AppendValue(retryBatchId).AppendValue(file).AppendValue(line).EndRow();
        }
        store.Execute(
            "Store/retry_done",
            ("batch_id", batch.BatchId),
            ("retry_batch_id", retryBatchId),
            ("attempt", batch.Attempts + 1),
            ("resolved_at", at)
        );
    }
}
