using Hotspot.Ingest;
using Hotspot.Privacy.Sealing;

namespace Hotspot.Runs;

/// <summary>
/// Seals what masking changed while the rows of a load pass by. A batch that is sealed already passes untouched. Files take their names with
/// <see cref="Commit"/>, after the store's own commit; killed in between, the same load makes them anew.
/// </summary>
public sealed class OriginalsOfLoad : IDisposable
{
    private readonly string _folder;
    private readonly KeyRing _keys;
    private readonly HashSet<string> _known;
    private readonly List<SealedRowsWriter> _writers = [];
    private long _sequence;

    /// <param name="folder">The home's <c>sealed</c>.</param>
    public OriginalsOfLoad(string folder, KeyRing keys)
    {
        (_folder, _keys) = (folder, keys);
        var files = SealedRowsFolder.Files(folder, keys.Seal);
        _known = [.. files.Select(file => file.BatchId)];
        _sequence = files.Count == 0 ? 0 : files[0].Sequence;
    }

    /// <summary>The same outcomes, sealed on the way. Files of one load pass one after the other.</summary>
    public IEnumerable<RowOutcome> Sealing(string batchId, IEnumerable<RowOutcome> outcomes)
    {
        if (!_known.Add(batchId))
        {
            foreach (var outcome in outcomes)
                yield return outcome;
            yield break;
        }
        var writer = SealedRowsWriter.Begin(_folder, batchId, _keys.Seal, ++_sequence);
        _writers.Add(writer);
        foreach (var outcome in outcomes)
        {
            writer.Append(outcome.Rejected?.File ?? "", outcome.Line, outcome.Complaint?.ComplaintId, outcome.Originals);
            yield return outcome;
        }
        writer.End();
    }

    public void Commit() => _writers.ForEach(writer => writer.Commit());

    /// <summary>What was not committed is dropped.</summary>
    public void Dispose() => _writers.ForEach(writer => writer.Dispose());
}
