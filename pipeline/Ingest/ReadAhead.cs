using System.Collections.Concurrent;

namespace Hotspot.Ingest;

/// <summary>
/// Work on the batches of a file, ahead of the thread that takes them, in their order: one thread reads, the pool works, the caller takes. At most
/// <see cref="BatchesAhead"/> batches wait, so memory does not grow with the file.
/// </summary>
internal static class ReadAhead
{
    private const int BatchesAhead = 8;
    private const int BatchRows = 512;

    /// <summary>The same rows, enumerated on a thread of their own.</summary>
    public static IEnumerable<T> Rows<T>(IEnumerable<T> rows, CancellationToken cancel) =>
        Work(rows.Chunk(BatchRows), batch => batch, cancel).SelectMany(batch => batch);

    /// <param name="source">Enumerated once, on a thread of its own.</param>
    /// <param name="work">Asked from several threads at once.</param>
    /// <exception cref="OperationCanceledException">Between two batches.</exception>
    public static IEnumerable<TOut> Work<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> work, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ahead = new BlockingCollection<Task<TOut>>(BatchesAhead);
        var reader = Task.Factory.StartNew(
            () => Read(source, work, ahead, stop.Token),
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

    private static void Read<TIn, TOut>(
        IEnumerable<TIn> source,
        Func<TIn, TOut> work,
        BlockingCollection<Task<TOut>> ahead,
        CancellationToken stop
    )
    {
        try
        {
            foreach (var batch in source)
                ahead.Add(Task.Run(() => work(batch), CancellationToken.None), stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }
}
