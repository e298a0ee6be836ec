using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>Derives orders of the store anew: after decisions of people, and after changes of rules. Runs in the caller's transaction.</summary>
public static class Rederivation
{
    private const int PartRows = 200_000;

    /// <param name="touch">Puts the orders in question into the table <c>touched</c>.</param>
    /// <param name="derive">Fills the derived block of a complaint from its stated block.</param>
    /// <returns>Orders derived anew.</returns>
    public static long Run(Session store, Action<Session> touch, Func<Complaint, Complaint> derive, CancellationToken cancel = default)
    {
        store.Execute("Store/touched");
        touch(store);
        store.Execute("Store/touched_parts", ("part_rows", PartRows));
        var (orders, parts) = store.One("Store/touched_count", row => (row.GetInt64(0), row.GetInt32(1)));
        for (var part = 0; part < parts; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var stated = store.Query("Store/touched_stated", ComplaintTable.ReadStated, ("part", part));
            var derived = stated.AsParallel().AsOrdered().Select(row => (Complaint: derive(row.Complaint), row.BatchId)).ToList();
            using (var rederived = store.Append("rederived"))
            {
                foreach (var (complaint, batchId) in derived)
                    rederived.CreateRow().AppendComplaint(complaint, batchId).EndRow();
            }
            store.Execute("Store/touched_apply");
        }
        return orders;
    }
}
