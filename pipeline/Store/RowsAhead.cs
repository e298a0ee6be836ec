using System.Collections.Concurrent;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>
/// Rows of a file, read and derived on other threads ahead of the one that appends them, in their order. At most <see cref="BatchesAhead"/>
/// batches wait, so memory does not grow with the file.
/// </summary>
internal static class RowsAhead
{
    /// <summary>Small enough that the arrays stay out of the large-object heap, whose growth would call for full collections.</summary>
    private const int BatchRows = 1024;
    private const int BatchesAhead = 8;

    /// <param name="rows">Enumerated once, on a thread of its own.</param>
    /// <exception cref="OperationCanceledException">Between two batches.</exception>
    public static IEnumerable<IncomingRow[]> Batches(
        IEnumerable<IncomingRow> rows,
        Func<Complaint, Complaint> derive,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ahead = new BlockingCollection<Task<IncomingRow[]>>(BatchesAhead);
        var reader = Task.Factory.StartNew(
            () => Read(rows, derive, ahead, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            foreach (var batch in ahead.GetConsumingEnumerable(cancel))
                yield return batch.GetAwaiter().GetResult();
            reader.GetAwaiter().GetResult();
        }
        finally
        {
            // Also where the consumer has had enough: nobody reads on when the queue is gone.
            stop.Cancel();
            Task.WhenAny(reader).GetAwaiter().GetResult();
        }
    }

    private static void Read(
        IEnumerable<IncomingRow> rows,
        Func<Complaint, Complaint> derive,
        BlockingCollection<Task<IncomingRow[]>> ahead,
        CancellationToken stop
    )
    {
        IncomingRow Derived(IncomingRow row) => row.Complaint is { } stated ? row with { Complaint = derive(stated) } : row;
        try
        {
            foreach (var batch in rows.Chunk(BatchRows))
                ahead.Add(Task.Run(() => Array.ConvertAll(batch, Derived), CancellationToken.None), stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }
}
