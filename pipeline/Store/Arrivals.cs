using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>
/// Takes the rows of a load in their order. A row that surely speaks of a new order goes straight into <c>complaint</c>; one that may speak of a known
/// order waits in <c>scratch.incoming</c> for the merge, and so does one without a time, which only others can tell; a rejected one waits for the quarantine. Memory does not grow with the files.
/// </summary>
internal sealed class Arrivals : IDisposable
{
    private const int RowsToldOnce = 1000;
    private readonly SeenOrders _seen;
    private readonly long _firstLoadNo;
    private readonly IReadOnlyList<IncomingFile> _files;
    private readonly Session _beside;
    private readonly DuckDBAppender _contested;
    private readonly DuckDBAppender _rejected;
    private readonly DuckDBAppender _untimed;
    private readonly Tally[] _tallies;

    /// <summary>Files with the bytes of one before them in the same load: theirs has been said, and they take nothing back.</summary>
    private readonly bool[] _isCopy;
    private long _seq;

    public Arrivals(Session store, IReadOnlyList<IncomingFile> files, long firstLoadNo)
    {
        (_files, _firstLoadNo) = (files, firstLoadNo);
        _tallies = new Tally[files.Count];
        var batches = new HashSet<string>(StringComparer.Ordinal);
        _isCopy = [.. files.Select(file => !batches.Add(file.BatchId))];
        _beside = store.Beside();
        _seen = SeenOrders.Of(_beside, firstLoadNo);
        _contested = _beside.Append("scratch", "incoming");
        _rejected = _beside.Append("scratch", "quarantine_incoming");
        _untimed = _beside.Append("scratch", "untimed");
        using var copies = _beside.Append("scratch", "copied_file");
        foreach (var (file, isCopy) in _isCopy.Index())
        {
            if (isCopy)
                copies.CreateRow().AppendValue(file).EndRow();
        }
    }

    /// <summary>Per file; contested rows are counted by the merge.</summary>
    public IReadOnlyList<Tally> Tallies => _tallies;

    /// <summary>What stopped the rows before their end: an exception must not cross DuckDB, which would make one of its own of it.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>The rows that surely speak of new orders; the others go their ways meanwhile.</summary>
    public IEnumerable<NewOrder> NewOrders(IProgress<long>? progress, CancellationToken cancel)
    {
        using var rows = Rows(progress, cancel).GetEnumerator();
        while (HasNext(rows))
            yield return rows.Current;
    }

    private bool HasNext(IEnumerator<NewOrder> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when ((Failure = ExceptionDispatchInfo.Capture(e)) is not null)
        {
            return false;
        }
    }

    private IEnumerable<NewOrder> Rows(IProgress<long>? progress, CancellationToken cancel)
    {
        long total = 0;
        for (var file = 0; file < _files.Count; file++)
        {
            foreach (var row in _files[file].Rows)
            {
                if (Take(file, row) is { } order)
                    yield return order;
                if (++total % RowsToldOnce != 0)
                    continue;
                cancel.ThrowIfCancellationRequested();
                progress?.Report(total);
            }
        }
    }

    private NewOrder? Take(int file, IncomingRow row)
    {
        ref var tally = ref _tallies[file];
        tally.Read++;
        var batchId = _files[file].BatchId;
        if (row.Complaint is not { } complaint)
        {
            tally.Rejected++;
            if (!_isCopy[file])
                Append(_rejected.CreateRow(), batchId, row.Rejected!);
            return null;
        }
        if (complaint.OccurredAt is { } at && !(DateOnly.FromDateTime(at) >= tally.FirstOn))
            tally.FirstOn = DateOnly.FromDateTime(at);
        if (_isCopy[file] && row.Rejected is null)
        {
            tally.Unchanged++;
            return null;
        }
        var loadNo = _firstLoadNo + file;
        var idHash = OrderHash.Of(complaint.ComplaintId);
        var isNew = !_seen.Add(idHash);
        if (isNew && row.Rejected is null)
        {
            tally.Inserted++;
            return new NewOrder(complaint, loadNo, idHash, batchId);
        }
        if (row.Rejected is { } untimed && !_isCopy[file])
            Append(_untimed.CreateRow().AppendValue(_seq + 1), batchId, untimed);
        _contested.CreateRow().AppendValue(++_seq).AppendValue(file).AppendComplaint(complaint, loadNo, idHash, batchId).EndRow();
        return null;
    }

    private static void Append(IDuckDBAppenderRow to, string batchId, RejectedRow row) =>
        to.AppendValue(batchId)
            .AppendValue(row.File)
            .AppendValue(row.Line)
            .AppendValue(row.Column)
            .AppendValue(Snake.Code(row.Reason))
            .AppendValue(row.MaskedText)
            .EndRow();

    /// <summary>Writes down which orders have been seen, in the transaction that stores the new ones.</summary>
    public void Keep(Session store) => _seen.Keep(store, _firstLoadNo + _files.Count);

    /// <summary>What waits is then in its tables; before it some of it may not be.</summary>
    public void Dispose()
    {
        _contested.Dispose();
        _rejected.Dispose();
        _untimed.Dispose();
        _beside.Dispose();
    }

    /// <summary>An order that the store does not hold yet.</summary>
    public sealed record NewOrder(Complaint Complaint, long LoadNo, ulong IdHash, string BatchId);

    /// <param name="Inserted">Surely new orders.</param>
    /// <param name="Unchanged">Rows of a copy.</param>
    /// <param name="FirstOn">First day of its orders.</param>
    public record struct Tally(long Read, long Inserted, long Unchanged, long Rejected, DateOnly? FirstOn);
}
