using Hotspot.Gates;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>
/// Whether the gate would hold back a load, told before it. What the load finds in the store is looked up there where it can make a difference: rows that were
/// mended since an earlier loading of the file, and orders that rows without a time complete.
/// </summary>
internal static class PreviewGate
{
    /// <exception cref="Language.OperatorException">The store has to be asked and another run is at work, as it would be for the load (exit 5).</exception>
    public static bool Holds(
        RunContext context,
        IReadOnlyList<FileResult> files,
        IReadOnlyList<FileReading> readings,
        CancellationToken cancel
    )
    {
        var read = files.Sum(file => file.Read);
        bool Refuses(long rejected) => RejectionGate.Holds(read, rejected, context.Settings.MaxRejectedShare);

        var footers = readings.Sum(reading => reading.Summary.RejectedBy.GetValueOrDefault(RejectReason.Footer));
        if (!Refuses(files.Sum(file => file.Rejected) - footers))
            return false;
        var exists = File.Exists(context.Home.Store);
        using var held = exists ? RunLock.Take(context.Home) : null;
        using var store = exists ? Session.OpenToRead(context.Home.Store, context.Limits) : null;
        long rejected = 0;
        var untimed = new List<ulong>();
        foreach (var (file, reading) in files.Zip(readings))
        {
            var mended = Mended(store, file.Sha256);
            foreach (var outcome in reading.Outcomes(cancel))
            {
                if (outcome.Rejected is not { } row || row.Reason == RejectReason.Footer || mended.Contains(PlaceOf(row.File, row.Line)))
                    continue;
                if (outcome.Complaint is { } complaint)
                    untimed.Add(OrderHash.Of(complaint.ComplaintId));
                else
                    rejected++;
            }
        }
        if (!Refuses(rejected + untimed.Count))
            return false;
        var timed = untimed.Count == 0 ? [] : Timed([.. untimed], store, readings, cancel);
        return Refuses(rejected + untimed.Count(order => !timed.Contains(order)));
    }

    /// <summary>A copy of the file has the same rows under another name.</summary>
    private static (string? Sheet, long Line) PlaceOf(string file, long line) => (RowMapping.SheetOf(file), line);

    /// <summary>A store of an earlier release has nothing mended.</summary>
    private static HashSet<(string? Sheet, long Line)> Mended(Session? store, string sha256) =>
        store?.Query("Store/columns", row => row.GetString(0), ("table", "quarantine_resolution")) is { Count: > 0 }
            ? [.. RetryTable.Mended(store, IncomingFile.BatchOf(sha256)).Select(row => PlaceOf(row.File, row.Line))]
            : [];

    /// <summary>Those of the orders whose time the store knows, or another row of the files tells.</summary>
    private static HashSet<ulong> Timed(
        HashSet<ulong> orders,
        Session? store,
        IReadOnlyList<FileReading> readings,
        CancellationToken cancel
    ) =>
        [
            .. (store?.Stream("Store/known_ids", row => row.GetFieldValue<ulong>(0)) ?? []).Where(orders.Contains),
            .. readings
                .SelectMany(reading => reading.Outcomes(cancel))
                .Where(outcome => outcome.Rejected is null)
                .Select(outcome => OrderHash.Of(outcome.Complaint!.ComplaintId))
                .Where(orders.Contains),
        ];
}
