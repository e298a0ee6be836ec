using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>
/// Derives orders of the store anew, after decisions of people and after changes of rules: worked out beside the store like a load without rows, then
/// written by one short transaction.
/// </summary>
public static class Rederivation
{
    /// <param name="touch">Puts the orders in question into the table <c>touch</c>.</param>
    /// <param name="derive">Fills the derived block of a complaint from its stated block.</param>
    /// <param name="incidents">Puts the incident of every touched complaint into <c>scratch.moved</c>.</param>
    /// <param name="accounts">Written in the same transaction.</param>
    /// <returns>Orders derived anew.</returns>
    public static long Run(
        Session store,
        Action<Session> touch,
        Func<Complaint, Complaint> derive,
        Action<Session> incidents,
        Action<Session> accounts,
        CancellationToken cancel = default
    )
    {
        store.Execute("Store/take_back");
        store.Execute("Store/scratch");
        var loadNo = store.One("Store/next_load", row => row.GetInt64(0));
        OrderMerge.Run(store);
        store.Execute("Store/touch");
        touch(store);
        store.Execute("Store/touch_known");
        var orders = WorkOut(store, loadNo, derive, incidents, cancel);
        using (var transaction = store.Begin())
        {
            UndoTable.Keep(store, loadNo);
            store.Execute("Store/apply");
            accounts(store);
            store.Execute("Store/touch_stale");
            UndoTable.Close(store);
            transaction.Commit();
        }
        store.Execute("Store/scratch");
        return orders;
    }

    /// <summary>What follows from orders that are new (from <paramref name="loadNo"/> on) or wait in <c>scratch.contested_state</c>; all of it beside the store.</summary>
    /// <returns>Orders derived anew.</returns>
    internal static long WorkOut(
        Session store,
        long loadNo,
        Func<Complaint, Complaint> derive,
        Action<Session> incidents,
        CancellationToken cancel
    )
    {
        var orders = Derive(store, derive, cancel);
        store.Execute("Store/changed", ("load_no", loadNo));
        store.Execute("Store/snapped");
        store.Execute("Store/touched");
        cancel.ThrowIfCancellationRequested();
        incidents(store);
        store.Execute("Store/touched_month");
        cancel.ThrowIfCancellationRequested();
        return orders;
    }

    /// <summary>Orders whose derived columns follow from a state that no single row states, from <c>scratch.contested_state</c> to <c>scratch.rederived</c>.</summary>
    /// <returns>Orders derived anew.</returns>
    private static long Derive(Session store, Func<Complaint, Complaint> derive, CancellationToken cancel)
    {
        long orders = 0;
        using var beside = store.Beside();
        using var rederived = beside.Append("scratch", "rederived");
        foreach (var (complaint, loadNo, batchId) in store.Stream("Store/contested", ComplaintTable.ReadStated))
        {
            if (++orders % 10_000 == 0)
                cancel.ThrowIfCancellationRequested();
            rederived.CreateRow().AppendComplaint(derive(complaint), loadNo, OrderHash.Of(complaint.ComplaintId), batchId).EndRow();
        }
        return orders;
    }
}
