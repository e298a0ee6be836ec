using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A total of a time before the complaints.</summary>
/// <param name="Kind">weekly | monthly | yearly.</param>
/// <param name="UntilOn">First day after it.</param>
/// <param name="Stream">Null: all streams; likewise issue and district.</param>
public sealed record BaselineRow(
    string Kind,
    string Period,
    DateOnly FromOn,
    DateOnly UntilOn,
    string? Stream,
    string? Issue,
    string? District,
    long Complaints
);

/// <summary>Earlier totals in the store: those of a period are replaced as a whole.</summary>
public static class BaselineTable
{
    /// <returns>The line of the ledger.</returns>
    public static LedgerEntry Replace(Session store, string name, string sha256, IReadOnlyList<BaselineRow> rows)
    {
        store.Execute("Store/baseline_incoming");
        using (var incoming = store.Append("baseline_incoming"))
        {
            foreach (var row in rows)
                incoming
                    .CreateRow()
                    .AppendValue(row.Kind)
                    .AppendValue(row.Period)
                    .AppendValue(row.FromOn)
                    .AppendValue(row.UntilOn)
                    .AppendValue(row.Stream)
                    .AppendValue(row.Issue)
                    .AppendValue(row.District)
                    .AppendValue(row.Complaints)
                    .AppendValue(name)
                    .EndRow();
        }
        var (inserted, updated, unchanged) = store.One(
            "Store/baseline_outcome",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))
        );
        var entry = new LedgerEntry(name, sha256, "baseline", rows.Count, inserted, updated, unchanged, 0);
        var loadNo = store.One("Store/next_load", row => row.GetInt64(0));
        using var transaction = store.Begin();
        UndoTable.Open(store, loadNo);
        store.Execute("Store/baseline_replace");
        store.Execute(
            "Store/write_ledger",
            ("load_no", loadNo),
            ("batch_id", sha256[..16]),
            ("name", name),
            ("sha256", sha256),
            ("source", entry.Source),
            ("read", entry.Read),
            ("inserted", inserted),
            ("updated", updated),
            ("unchanged", unchanged),
            ("rejected", 0L)
        );
        UndoTable.Close(store);
        transaction.Commit();
        return entry;
    }
}
