using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Store;

namespace Hotspot.Runs.Retry;

/// <summary>One file whose rejected rows are read again from its sealed original.</summary>
internal sealed class RetriedFile : IDisposable
{
    private const int RejectedShown = 10;
    private static readonly HashSet<string> Slipped = [.. Enum.GetValues<RejectReason>().Where(MendableRow.HasSlipped).Select(Snake.Code)];
    private readonly OpenedOriginal _original;
    private readonly Dictionary<(string File, long Line), string> _open;
    private readonly Dictionary<(string? Sheet, long Line), MendRow> _mends;
    private readonly Dictionary<(string Sheet, string? Of), MendColumns> _columns = [];
    private readonly List<RejectedRow> _untimed = [];
    private readonly Phrasebook _phrases;

    private RetriedFile(
        OpenBatch batch,
        OpenedOriginal original,
        FileReading reading,
        Dictionary<(string, long), string> open,
        Dictionary<(string?, long), MendRow> mends,
        Phrasebook phrases
    )
    {
        (Batch, _original, Reading, _open, _mends, _phrases) = (batch, original, reading, open, mends, phrases);
    }

    public OpenBatch Batch { get; }
    public FileReading Reading { get; }
    public int OpenRows => _open.Count;

    /// <summary>File and line of the rows that became complaints; whole once the rows were read.</summary>
    public List<(string File, long Line)> Loaded { get; } = [];

    /// <summary>The first of the rows that were rejected again.</summary>
    public List<RejectedRow> Rejected { get; } = [];

    /// <summary>Rows of the mending workbook that were not taken.</summary>
    public IReadOnlyList<UnplacedRow> Unplaced { get; private init; } = [];

    public static RetriedFile Open(
        OpenBatch batch,
        FilledForm? mends,
        ComplaintStore store,
        IReadOnlyList<SourceProfile> profiles,
        Func<Complaint, Complaint> derive,
        IReadOnlySet<string> official,
        RunContext context,
        KeyRing keys
    )
    {
        // Earlier releases called sheets whose masked names are alike by one name.
        var open = store
            .Quarantine(batch.BatchId)
            .DistinctBy(row => (row.File, row.Line))
            .ToDictionary(row => (row.File, row.Line), row => row.Reason);
        var (filled, unplaced) = mends is null
            ? ([], [])
            : MendBook.Read(mends, [.. open.Keys, .. RetryTable.Mended(store.Session, batch.BatchId)], context.Phrases);
        var original = OpenedOriginal.Open(context, batch.Name, batch.Sha256, keys);
        try
        {
            // The layout of its first loading, in today's form; where that layout is gone, whichever knows the header.
            var known = profiles.Where(profile => profile.Id == batch.Source).ToList();
            var reading = FileReading
                .Open(original.Path, known.Count > 0 ? known : profiles, null)
                .With(new CallerKey(keys.Caller), 1, derive, context.Clock.Today, official);
            return new RetriedFile(batch, original, reading, open, filled, context.Phrases) { Unplaced = unplaced };
        }
        catch
        {
            original.Dispose();
            throw;
        }
    }

    /// <summary>Named by file, attempt and mending: the same work done twice is one batch, another attempt is another.</summary>
    /// <param name="originals">Seals what masking hides in the rows that become complaints, now under their order numbers.</param>
    public IncomingFile Incoming(OriginalsOfLoad originals)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"retry {Batch.Attempts + 1} {Batch.Sha256}\n");
        foreach (var row in _mends.Values.OrderBy(row => row.File, StringComparer.Ordinal).ThenBy(row => row.Line))
            text.Append(CultureInfo.InvariantCulture, $"{row.File}\u001f{row.Line}\u001f{row.Said}\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return new IncomingFile(
            Batch.Name,
            hash,
            Reading.Profile.Id,
            Rows(originals.Sealing(IncomingFile.BatchOf(hash), Reading.Again(Pick)))
        );
    }

    public void Dispose() => _original.Dispose();

    /// <summary>When all rows were taken: those without a time that completed their orders are loaded, the others are out.</summary>
    /// <param name="quarantined">What the load rejected.</param>
    public void Settle(IReadOnlyList<QuarantinedRow> quarantined)
    {
        var open = quarantined.Select(row => (row.File, row.Line)).ToHashSet();
        foreach (var row in _untimed)
        {
            if (open.Contains((row.File, row.Line)))
                Reject(row);
            else
                Loaded.Add((row.File, row.Line));
        }
        _untimed.Clear();
    }

    private void Reject(RejectedRow row)
    {
        if (Rejected.Count < RejectedShown)
            Rejected.Add(row);
    }

    private IEnumerable<IncomingRow> Rows(IEnumerable<RowOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome is { Complaint: { } complaint, Rejected: null })
                Loaded.Add((complaint.SourceFile, complaint.SourceLine));
            else if (outcome.Complaint is not null)
                _untimed.Add(outcome.Rejected!);
            else
                Reject(outcome.Rejected!);
            yield return new IncomingRow(outcome.Complaint, outcome.Rejected);
        }
    }

    /// <summary>A footer is rightly out unless a person made a row of it.</summary>
    private SourceRow? Pick(SourceRow row, HeaderMapping mapping, string file)
    {
        var sheet = RowMapping.SheetOf(file);
        var mend = _mends.GetValueOrDefault((sheet, row.Line));
        var columns = mend is null ? null : Columns(mend, mapping, sheet);
        if (!_open.TryGetValue((file, row.Line), out var reason))
            return null;
        SourceRow? mended = null;
        if (columns is not null)
        {
            var shown = MendableRow.Masked(mapping, row, Slipped.Contains(reason)).Values;
            mended = MendableRow.Mended(row, mapping.Width, shown, columns.Cells(mend!.Row, shown));
        }
        return mended ?? (reason == Snake.Code(RejectReason.Footer) ? null : row);
    }

    /// <summary>The first row of a sheet gave it its titles, also where another header follows further down.</summary>
    private MendColumns Columns(MendRow mend, HeaderMapping mapping, string? sheet)
    {
        var key = (mend.Row.Sheet, sheet);
        if (!_columns.TryGetValue(key, out var columns))
            _columns[key] = columns = MendColumns.Of(mend.Book, mend.Header, mapping.Headers, _phrases);
        return columns;
    }
}
