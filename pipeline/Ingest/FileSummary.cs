using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// What a file holds and allows, counted while its rows go by; whole after the last row. Read = Complaints + Rejected, to the row.
/// One thread only.
/// </summary>
public sealed class FileSummary
{
    private readonly SortedDictionary<RejectReason, long> _rejectedBy = [];
    private readonly SortedDictionary<OrderStream, long> _streams = [];
    private readonly SortedDictionary<string, long> _flags = new(StringComparer.Ordinal);
    private readonly List<SkippedSheet> _skipped = [];

    /// <summary>Data rows: not title, header or blank lines.</summary>
    public long Read => Complaints + Rejected;
    public long Complaints { get; private set; }
    public long Rejected { get; private set; }

    /// <summary>Rows whose time of event has an hour.</summary>
    public long WithHour { get; private set; }

    /// <summary>Rows whose time of event is the time of the call.</summary>
    public long WithCallTime { get; private set; }

    /// <summary>Rows with both coordinates inside plus or minus 180 and 90 degrees and not zero; whether they lie in the city is told later.</summary>
    public long WithCoordinate { get; private set; }
    public long WithPlaceText { get; private set; }
    public long WithCallerKey { get; private set; }
    public long DistrictUnknown { get; private set; }
    public long WithoutId { get; private set; }
    public DateOnly? FirstOn { get; private set; }
    public DateOnly? LastOn { get; private set; }
    public IReadOnlyDictionary<RejectReason, long> RejectedBy => _rejectedBy;
    public IReadOnlyDictionary<OrderStream, long> Streams => _streams;

    /// <summary>Rows per quality flag.</summary>
    public IReadOnlyDictionary<string, long> Flags => _flags;

    /// <summary>Sheets without a header that the profile knows, e.g. notes.</summary>
    public IReadOnlyList<SkippedSheet> SkippedSheets => _skipped;

    internal void Add(RowOutcome outcome)
    {
        if (outcome.Rejected is { } rejected)
        {
            Rejected++;
            _rejectedBy[rejected.Reason] = _rejectedBy.GetValueOrDefault(rejected.Reason) + 1;
        }
        else if (outcome.Complaint is { } complaint)
            Add(complaint);
    }

    internal void Skip(SkippedSheet sheet) => _skipped.Add(sheet);

    private void Add(Complaint complaint)
    {
        Complaints++;
        var time = EventTime.Choose(complaint);
        if (time.OccurredAt is { } at)
        {
            var on = DateOnly.FromDateTime(at);
            FirstOn = FirstOn is null || on < FirstOn ? on : FirstOn;
            LastOn = LastOn is null || on > LastOn ? on : LastOn;
            WithCallTime += time.From == TimeFrom.Called ? 1 : 0;
            WithHour += time.Precision == TimePrecision.Day ? 0 : 1;
        }
        WithCoordinate += complaint is { StatedLongitude: >= -180 and <= 180 and not 0, StatedLatitude: >= -90 and <= 90 and not 0 }
            ? 1
            : 0;
        WithPlaceText += complaint.PlaceText is null ? 0 : 1;
        WithCallerKey += complaint.CallerKey is null ? 0 : 1;
        DistrictUnknown += complaint.StatedDistrict is null ? 1 : 0;
        WithoutId += complaint.QualityFlags.Contains("id_missing") ? 1 : 0;
        _streams[complaint.Stream] = _streams.GetValueOrDefault(complaint.Stream) + 1;
        foreach (var flag in complaint.QualityFlags)
            _flags[flag] = _flags.GetValueOrDefault(flag) + 1;
    }
}

/// <param name="Rows">Rows that are not blank.</param>
public sealed record SkippedSheet(string Name, long Rows);
