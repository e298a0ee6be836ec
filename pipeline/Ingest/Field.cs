namespace Hotspot.Ingest;

/// <summary>What a column of an export means. A profile names fields in snake case: <c>called_at</c>, <c>category_1</c>.</summary>
public enum Field
{
    ComplaintId,
    OrderType,
    Title,
    Content,

    /// <summary>The whole path in one cell, levels parted by one of the profile's separators.</summary>
    Category,
    Category1,
    Category2,
    Category3,
    Category4,
    Category5,
    Status,
    Stream,
    Disposition,
    CalledAt,

    /// <summary>The time of day beside a column of the call that knows only its day.</summary>
    CalledClock,
    DispatchedAt,
    RegisteredAt,
    DueAt,
    ClosedAt,
    District,
    Street,
    Community,
    PlaceText,
    Longitude,
    Latitude,
    Organisation,
    Contacted,
    Resolved,
    Satisfaction,
    ValidCallback,

    /// <summary>Personal: never stored, only used to hide the name in the other texts.</summary>
    CallerName,

    /// <summary>Personal: becomes the caller key, never stored.</summary>
    CallerPhone,
}
