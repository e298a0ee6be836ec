using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// What a file holds and allows, counted while its rows go by; whole after the last row. Read = Complaints + Rejected, to the row.
/// One thread only.
/// </summary>
/// <param name="loadedOn">Day of the load; null: times are not held against it.</param>
public sealed class FileSummary(DateOnly? loadedOn = null)
{
    private const int WordsTold = 10;

    private readonly SortedDictionary<RejectReason, long> _rejectedBy = [];
    private readonly long[] _streams = new long[Enum.GetValues<OrderStream>().Length];
    private readonly Dictionary<string, long> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _geoFlags = new(StringComparer.Ordinal);
    private readonly List<SkippedSheet> _skipped = [];
    private readonly List<string> _hidden = [];
    private readonly TimeTally _times = new();
    private readonly IdTally _ids = new();
    private readonly WordTally _districts = new();
    private readonly SortedDictionary<Field, WordTally> _unmapped = [];

    /// <summary>Data rows: not title, header or blank lines.</summary>
    public long Read => Complaints + Rejected;
    public long Complaints { get; private set; }
    public long Rejected { get; private set; }

    /// <summary>Rejected rows that complete their order where it is known.</summary>
    public long Untimed { get; private set; }

    /// <summary>Rows whose time of event has an hour.</summary>
    public long WithHour { get; private set; }

    /// <summary>Rows whose time of event is the time of the call.</summary>
    public long WithCallTime { get; private set; }

    /// <summary>Rows with both coordinates inside plus or minus 180 and 90 degrees and not zero; whether they lie in the city is told later.</summary>
    public long WithCoordinate { get; private set; }
    public long WithPlaceText { get; private set; }

    /// <summary>Rows that the ladder of places found on the rung coordinate or place; 0 where nothing was derived.</summary>
    public long WithPoint { get; private set; }
    public long WithCallerKey { get; private set; }

    /// <summary>Rows of which neither the district's name nor anything else tells the district; those said to lie outside the city are known.</summary>
    public long DistrictUnknown { get; private set; }

    /// <summary>Rows with a district that no list knows, and of them those whose district something else told.</summary>
    public long DistrictUnrecognised => _districts.Rows;
    public long DistrictTold { get; private set; }

    /// <summary>The most frequent of the districts that no list knows, masked.</summary>
    public IReadOnlyList<WordCount> UnknownDistricts => _districts.Frequent(WordsTold);

    /// <summary>Rows with a street that no list knows, or that another district has, and that nothing else told.</summary>
    public long StreetDropped { get; private set; }

    /// <summary>The most frequent words that the value maps of the profile lack, masked, with their fields.</summary>
    public IReadOnlyList<UnmappedField> Unmapped =>
        [.. _unmapped.Select(entry => new UnmappedField(FieldFlags.Name(entry.Key), entry.Value.Rows, entry.Value.Frequent(WordsTold)))];
    public long WithoutId { get; private set; }

    /// <summary>Names of districts, streets and communities read through an alias, a suffix or the city's prefix.</summary>
    public long NamesMended { get; private set; }

    /// <summary>Rows whose times stand in an order that cannot be.</summary>
    public long ImplausibleOrder { get; private set; }

    /// <summary>Rows with a time of which the day alone is known, because its clock says nothing.</summary>
    public long ClocksUnreadable { get; private set; }

    /// <summary>Rows whose event lies after the day of the load, or long after the rest of the file; null where neither was looked at.</summary>
    public long? ImplausiblyLate => _times.LateRows(loadedOn);

    /// <summary>Rows with an order number that an earlier row of the file has; null beyond the limit of <see cref="IdTally"/>.</summary>
    public long? Duplicates => _ids.Duplicates;

    /// <summary>Share of the minutes :00 and :30 among the times with a minute (expected 2/60); null with too few of them.</summary>
    public double? HeapedShare => _times.HeapedShare;

    /// <summary>More than a fifth of the minutes are :00 or :30: only hours are to be used.</summary>
    public bool TimesHeaped => HeapedShare > TimeTally.HeapedBeyond;

    /// <summary>Many rows at the same time: the stamp of an import, not of calls. Most rows first.</summary>
    public IReadOnlyList<TimeBurst> Bursts => _times.Bursts();
    public DateOnly? FirstOn => _times.FirstOn;
    public DateOnly? LastOn => _times.LastOn;
    public IReadOnlyDictionary<RejectReason, long> RejectedBy => _rejectedBy;

    public IReadOnlyDictionary<OrderStream, long> Streams =>
        Enum.GetValues<OrderStream>().Where(stream => _streams[(int)stream] > 0).ToDictionary(s => s, s => _streams[(int)s]);

    /// <summary>Rows per quality flag, sorted by flag.</summary>
    public IReadOnlyDictionary<string, long> Flags => new SortedDictionary<string, long>(_flags, StringComparer.Ordinal);

    /// <summary>Rows per flag of the ladder of places, sorted by flag.</summary>
    public IReadOnlyDictionary<string, long> GeoFlags => new SortedDictionary<string, long>(_geoFlags, StringComparer.Ordinal);

    /// <summary>Sheets without a header that the profile knows, e.g. notes.</summary>
    public IReadOnlyList<SkippedSheet> SkippedSheets => _skipped;

    /// <summary>Sheets that the workbook hides and that were looked at all the same.</summary>
    public IReadOnlyList<string> HiddenSheets => _hidden;

    /// <summary>The file keeps times in UTC; they were made times of Beijing.</summary>
    public bool TimesShifted { get; private set; }

    internal void Add(RowOutcome outcome)
    {
        if (outcome.Rejected is { } rejected)
        {
            Rejected++;
            Untimed += outcome.Complaint is null ? 0 : 1;
            _rejectedBy[rejected.Reason] = _rejectedBy.GetValueOrDefault(rejected.Reason) + 1;
        }
        else if (outcome.Complaint is { } complaint)
        {
            NamesMended += outcome.NamesMended;
            Add(complaint);
            foreach (var (field, word) in outcome.Unmapped)
                TallyOf(field).Add(word);
        }
    }

    private WordTally TallyOf(Field field)
    {
        if (!_unmapped.TryGetValue(field, out var tally))
            _unmapped.Add(field, tally = new WordTally());
        return tally;
    }

    internal void Skip(SkippedSheet sheet) => _skipped.Add(sheet);

    internal void ShiftTimes() => TimesShifted = true;

    internal void Hide(string sheet) => _hidden.Add(sheet);

    private void Add(Complaint complaint)
    {
        Complaints++;
        var time = EventTime.Choose(complaint);
        _times.Add(time);
        WithCallTime += time.From == TimeFrom.Called ? 1 : 0;
        WithHour += time.Precision == TimePrecision.Day ? 0 : 1;
        WithCoordinate += complaint is { StatedLongitude: >= -180 and <= 180 and not 0, StatedLatitude: >= -90 and <= 90 and not 0 }
            ? 1
            : 0;
        WithPlaceText += complaint.PlaceText is null ? 0 : 1;
        WithPoint += complaint.GeoLevel is GeoLevel.Coordinate or GeoLevel.Place ? 1 : 0;
        WithCallerKey += complaint.CallerKey is null ? 0 : 1;
        var stranger = complaint.GeoFlags.Contains("district_unrecognised") ? complaint.StatedDistrict : null;
        if (stranger is not null)
            _districts.Add(stranger);
        DistrictTold += stranger is not null && complaint.District is not null ? 1 : 0;
        DistrictUnknown += complaint.District is null && (complaint.StatedDistrict is null || stranger is not null) ? 1 : 0;
        StreetDropped += complaint.Street is null && complaint.GeoFlags.Any(IsStreetDropped) ? 1 : 0;
        _streams[(int)complaint.Stream]++;
        var hasId = true;
        var implausible = false;
        var clockless = false;
        foreach (var flag in complaint.QualityFlags)
        {
            hasId &= flag != "id_missing";
            implausible |= QualityFlags.IsImplausibleOrder(flag);
            clockless |= QualityFlags.IsClockUnreadable(flag);
            Count(_flags, flag);
        }
        foreach (var flag in complaint.GeoFlags)
            Count(_geoFlags, flag);
        WithoutId += hasId ? 0 : 1;
        ImplausibleOrder += implausible ? 1 : 0;
        ClocksUnreadable += clockless ? 1 : 0;
        _ids.Add(complaint.ComplaintId);
    }

    private static bool IsStreetDropped(string flag) => flag is "street_unrecognised" or "street_conflict";

    private static void Count(Dictionary<string, long> counts, string flag) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, flag, out _)++;
}

/// <param name="Rows">Rows that are not blank.</param>
public sealed record SkippedSheet(string Name, long Rows);

/// <param name="Field">The canonical column, snake_case.</param>
public sealed record UnmappedField(string Field, long Rows, IReadOnlyList<WordCount> Words);
