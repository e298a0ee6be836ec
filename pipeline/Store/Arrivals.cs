using DuckDB.NET.Data;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>
/// Takes the rows of a load in their order. A row that surely speaks of a new order goes straight into <c>complaint</c>; one that may speak of a known
/// order waits in <c>scratch.incoming</c> for the merge; a rejected one waits for the quarantine. Memory does not grow with the files.
/// </summary>
internal sealed class Arrivals : IDisposable
{
    private readonly SeenOrders _seen = new();
    private readonly long _firstLoadNo;
    private readonly IReadOnlyList<IncomingFile> _files;
    private readonly Session _beside;
    private readonly DuckDBAppender _new;
    private readonly DuckDBAppender _contested;
    private readonly DuckDBAppender _rejected;
    private readonly Tally[] _tallies;
    private long _seq;

    /// <param name="store">Inside the transaction that the new orders belong to.</param>
    public Arrivals(Session store, IReadOnlyList<IncomingFile> files, long firstLoadNo)
    {
        (_files, _firstLoadNo) = (files, firstLoadNo);
        _tallies = new Tally[files.Count];
        _beside = store.Beside();
        foreach (var known in _beside.Stream("Store/known_ids", row => row.GetFieldValue<ulong>(0)))
            _seen.Add(known);
        _new = store.Append("complaint");
        _contested = _beside.Append("scratch", "incoming");
        _rejected = _beside.Append("scratch", "quarantine_incoming");
    }

    /// <summary>Per file; contested rows are counted by the merge.</summary>
    public IReadOnlyList<Tally> Tallies => _tallies;

    public void Take(int file, IncomingRow row)
    {
        ref var tally = ref _tallies[file];
        tally.Read++;
        var batchId = _files[file].BatchId;
        if (row.Complaint is not { } complaint)
        {
            tally.Rejected++;
            Append(batchId, row.Rejected!);
            return;
        }
        var loadNo = _firstLoadNo + file;
        var idHash = OrderHash.Of(complaint.ComplaintId);
        if (_seen.Add(idHash))
            _contested.CreateRow().AppendValue(++_seq).AppendValue(file).AppendComplaint(complaint, loadNo, idHash, batchId).EndRow();
        else
        {
            tally.Inserted++;
            _new.CreateRow().AppendComplaint(complaint, loadNo, idHash, batchId).EndRow();
        }
    }

    private void Append(string batchId, RejectedRow row) =>
        _rejected
            .CreateRow()
            .AppendValue(batchId)
            .AppendValue(row.File)
            .AppendValue(row.Line)
            .AppendValue(row.Column)
            .AppendValue(Snake.Code(row.Reason))
            .AppendValue(row.MaskedText)
            .EndRow();

    /// <summary>What waits is then in its tables; before it some of it may not be.</summary>
    public void Dispose()
    {
        _new.Dispose();
        _contested.Dispose();
        _rejected.Dispose();
        _beside.Dispose();
    }

    /// <param name="Inserted">Surely new orders.</param>
    public record struct Tally(long Read, long Inserted, long Rejected);
}
