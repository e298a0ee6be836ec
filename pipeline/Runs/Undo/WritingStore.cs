using Hotspot.Store;

namespace Hotspot.Runs.Undo;

/// <summary>The store in the hands of a run that writes: an undo that was killed is finished first, and what the run replaces is kept under its id.</summary>
internal static class WritingStore
{
    /// <param name="verb">As people know the write: load | retry | baseline | review | rules | train.</param>
    /// <param name="inboxFiles">Hashes of the files that the run takes from the inbox.</param>
    public static ComplaintStore Open(RunContext context, RunLedger ledger, string verb, IReadOnlyCollection<string>? inboxFiles = null)
    {
        var store = ComplaintStore.Open(context.Home.Store, context.Limits);
        try
        {
            UndoRun.FinishKilled(context, store, ledger);
            UndoTable.Begin(
                store.Session,
                new WritingRun(
                    ledger.Id,
                    verb,
                    context.Clock.Now,
                    Generation.Current(context.Home.PublishedData)?.Id,
                    context.Settings.City is null,
                    inboxFiles ?? []
                )
            );
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
