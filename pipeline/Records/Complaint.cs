using Hotspot.Calendar;

namespace Hotspot.Records;

/// <summary>
/// One report of one citizen, as every later room sees it. The first block holds what the source stated (masked at the door);
/// the second what <c>Enrich</c> derived from it and nothing else, so it can be derived again when two files complete each other.
/// Times are Beijing local times, coordinates degrees; null means that the source said nothing.
/// </summary>
public sealed record Complaint
{
    public required string ComplaintId { get; init; }
    public OrderStream Stream { get; init; }
    public required string Source { get; init; }
    public required string SourceFile { get; init; }

    /// <summary>1-based line (csv) or row (workbook) of the record in its file.</summary>
    public required long SourceLine { get; init; }
    public string? OrderType { get; init; }
    public string? Title { get; init; }
    public string? ContentMasked { get; init; }

    /// <summary>SHA-256 (hex) of the masked free-text columns that are not stored: they count as content, their words are not kept.</summary>
    public string? OtherTextHash { get; init; }

    /// <summary>Day in the order number (<c>热线-YYMMDD-NNNNNN</c>), the last resort for the time of the event.</summary>
    public DateOnly? OrderOn { get; init; }
    public DateTime? CalledAt { get; init; }
    public DateTime? DispatchedAt { get; init; }
    public DateTime? RegisteredAt { get; init; }

    /// <summary>How much of the time of the call was written; null also where the store was written before this was kept.</summary>
    public TimePrecision? CalledPrecision { get; init; }
    public TimePrecision? DispatchedPrecision { get; init; }
    public TimePrecision? RegisteredPrecision { get; init; }
    public DateTime? DueAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public string? Category1 { get; init; }
    public string? Category2 { get; init; }
    public string? Category3 { get; init; }
    public string? Category4 { get; init; }
    public string? Category5 { get; init; }
    public string? StatedDistrict { get; init; }
    public string? StatedStreet { get; init; }
    public string? StatedCommunity { get; init; }

    /// <summary>Place as written, masked: 小区点位, 问题点位, 地址.</summary>
    public string? PlaceText { get; init; }

    /// <summary>Coordinates as written, in the coordinate system that the source profile declares.</summary>
    public double? StatedLongitude { get; init; }
    public double? StatedLatitude { get; init; }

    /// <summary>Coordinate system of the stated pair (gcj_02, wgs_84 …); null where no pair was stated.</summary>
    public string? StatedCrs { get; init; }
    public string? Organisation { get; init; }
    public string? Status { get; init; }
    public Disposition Disposition { get; init; }
    public bool? Contacted { get; init; }
    public bool? Resolved { get; init; }
    public Satisfaction? Satisfaction { get; init; }
    public bool? ValidCallback { get; init; }

    /// <summary>HMAC-SHA-256 (hex) of the normalised phone; null for a masked, blank or withheld one.</summary>
    public string? CallerKey { get; init; }

    /// <summary>Flags about the row itself, e.g. <c>id_missing</c>, <c>called_at_unreadable</c>; sorted, never null.</summary>
    public IReadOnlyList<string> QualityFlags { get; init; } = [];

    public DateTime? OccurredAt { get; init; }
    public TimePrecision? TimePrecision { get; init; }
    public TimeFrom? TimeFrom { get; init; }
    public DayKind? DayKind { get; init; }
    public string? Issue { get; init; }
    public IssueFrom? IssueFrom { get; init; }
    public double? IssueConfidence { get; init; }
    public string? District { get; init; }
    public string? Street { get; init; }
    public string? Community { get; init; }

    /// <summary>Stable key of the named place within (district, street); recurs when the text recurs. Null: no point named.</summary>
    public string? PlaceKey { get; init; }

    /// <summary>Building of the named place, e.g. 305号楼: with the key the canonical address, by which reports merge. Null: none named.</summary>
    public string? Building { get; init; }

    /// <summary>The shop or company that title and content speak of; null where they name none, and where <see cref="Organisation"/> is stated.</summary>
    public string? SpokenOrganisation { get; init; }

    /// <summary>WGS-84; set only where <see cref="GeoLevel"/> is coordinate, or where the gazetteer knows the place, community or street.</summary>
    public double? Longitude { get; init; }
    public double? Latitude { get; init; }
    public GeoLevel GeoLevel { get; init; }

    /// <summary>E.g. <c>district_unknown</c>, <c>outside_city</c>, <c>coordinate_swapped</c>, <c>district_from_coordinate</c>; sorted, never null.</summary>
    public IReadOnlyList<string> GeoFlags { get; init; } = [];
}
