namespace Hotspot.Store;

/// <summary>A run about to write to the store: what is kept with its writes, so that they can be taken back.</summary>
/// <param name="Id">Id of the run; all its writes are taken back together.</param>
/// <param name="Verb">load | retry | baseline | review | rules | train.</param>
/// <param name="Generation">What readers see before it; null: nothing.</param>
/// <param name="SetsCity">The home has no city yet.</param>
/// <param name="InboxFiles">Hashes of the files that it takes from the inbox.</param>
public sealed record WritingRun(
    string Id,
    string Verb,
    DateTime At,
    string? Generation,
    bool SetsCity,
    IReadOnlyCollection<string> InboxFiles
);

/// <summary>One transaction of a run.</summary>
/// <param name="WasPublished">Readers saw all of the store before it.</param>
/// <param name="IsTakenBack">The store is as before already, files and generation are not yet.</param>
public sealed record StoreWrite(long No, WritingRun Run, bool WasPublished, bool IsTakenBack);

/// <summary>A loading of a file that is taken back.</summary>
/// <param name="OfSha256">The file whose rows they were: of a loading again the one that was loaded first.</param>
public sealed record TakenBackFile(LedgerEntry Entry, string OfSha256);

/// <summary>A file of the home's rules that a run replaced.</summary>
/// <param name="Before">Null: there was none.</param>
public sealed record RuleFile(string Name, string? Before, string After);

/// <summary>
/// What writes replace, kept in the transaction that replaces it (schema <c>undo</c>), and its way back. Last write first: a write is taken back
/// when all after it are. What the last <see cref="Reach"/> runs replaced is kept.
/// </summary>
public static class UndoTable
{
    public const int Reach = 10;

    /// <summary>Says which run writes from now on in this session.</summary>
    public static void Begin(Session store, WritingRun run) =>
        store.Execute(
            "Store/undo_run",
            ("run_id", run.Id),
            ("verb", run.Verb),
            ("made_at", run.At),
            ("generation", run.Generation),
            ("sets_city", run.SetsCity),
            ("inbox_files", string.Join(' ', run.InboxFiles))
        );

    /// <summary>A write of its own that changes small tables only.</summary>
    public static void Write(Session store, Action<Session> work)
    {
        var loadNo = store.One("Store/next_load", row => row.GetInt64(0));
        using var transaction = store.Begin();
        Open(store, loadNo);
        work(store);
        Close(store);
        transaction.Commit();
    }

    public static void KeepFile(Session store, RuleFile file) =>
        store.Execute("Store/undo_rule_file", ("name", file.Name), ("content_before", file.Before), ("content_after", file.After));

    /// <summary>First in the transaction of a write.</summary>
    /// <param name="loadNo">What the ledger would number a loading now.</param>
    internal static void Open(Session store, long loadNo) => store.Execute("Store/undo_write", ("load_no", loadNo));

    /// <summary>First in the transaction of a write that changes orders: what stands in <c>scratch</c> is about to be applied.</summary>
    internal static void Keep(Session store, long loadNo)
    {
        Open(store, loadNo);
        store.Execute("Store/undo_orders", ("load_no", loadNo));
    }

    /// <summary>Last in the transaction of a write.</summary>
    internal static void Close(Session store)
    {
        store.Execute("Store/undo_written");
        store.Execute("Store/undo_prune", ("runs", Reach));
    }

    /// <summary>The writes of the last run, in their order; empty: nothing can be taken back.</summary>
    public static IReadOnlyList<StoreWrite> Last(Session store) =>
        store.Query(
            "Store/undo_last",
            row => new StoreWrite(
                row.GetInt64(0),
                new WritingRun(
                    row.GetString(1),
                    row.GetString(2),
                    row.TimeAt(3) ?? default,
                    row.TextAt(4),
                    row.GetBoolean(6),
                    row.TextAt(7)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
                ),
                row.GetBoolean(5),
                row.GetBoolean(8)
            )
        );

    public static IReadOnlyList<TakenBackFile> Files(Session store, StoreWrite write) =>
        store.Query(
            "Store/undo_files",
            row => new TakenBackFile(
                new LedgerEntry(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt64(3),
                    row.GetInt64(4),
                    row.GetInt64(5),
                    row.GetInt64(6),
                    row.GetInt64(7)
                ),
                row.GetString(8)
            ),
            ("write_no", write.No)
        );

    public static IReadOnlyList<RuleFile> RuleFiles(Session store, StoreWrite write) =>
        store.Query(
            "Store/undo_rule_files",
            row => new RuleFile(row.GetString(0), row.TextAt(1), row.GetString(2)),
            ("write_no", write.No)
        );

    /// <returns>Orders that stood in the store and were changed, decisions that were written down.</returns>
    public static (long Orders, long Decisions) Counts(Session store, StoreWrite write) =>
        store.One("Store/undo_counts", row => (row.GetInt64(0), row.GetInt64(1)), ("write_no", write.No));

    /// <summary>The store as it was before the run, in one transaction. Its months stay stale until they are published.</summary>
    /// <param name="run">All writes of the last run.</param>
    public static void TakeBack(Session store, IReadOnlyList<StoreWrite> run)
    {
        using var transaction = store.Begin();
        foreach (var write in run.Reverse())
            store.Execute("Store/undo_restore", ("write_no", write.No));
        transaction.Commit();
    }

    /// <summary>Whether a loading of these bytes still stands in the ledger.</summary>
    public static bool IsLoaded(Session store, string batchId) =>
        store.One("Store/undo_loaded", row => row.GetBoolean(0), ("batch_id", batchId));

    /// <summary>Readers see again what they saw before the write: the months that were stale then are stale again.</summary>
    public static void Unpublish(Session store, StoreWrite write) => store.Execute("Store/undo_stale", ("write_no", write.No));

    /// <summary>The run is taken back in every respect: nothing of it is kept any longer.</summary>
    public static void Forget(Session store)
    {
        using var transaction = store.Begin();
        store.Execute("Store/undo_done");
        store.Execute("Store/undo_prune", ("runs", Reach));
        transaction.Commit();
    }
}
