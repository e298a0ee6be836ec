namespace Hotspot.Samples;

/// <summary>Cells of a row in the order of the platform's 21 columns and the four that can be ticked (export.json, columns and ticked).</summary>
internal enum Column
{
    OrderNumber,
    OrderType,
    Category,
    Label,
    Title,
    Content,
    Status,
    Caller,
    Phone,
    District,
    Street,
    Result,
    Reply,
    Way,
    ClosedAt,
    Organisation,
    Resolved,
    Satisfied,
    Stream,
    Community,
    Place,
    CalledAt,
    DispatchedAt,
    Longitude,
    Latitude,
}

internal static class Columns
{
    /// <summary>The columns that every export has.</summary>
    public const int Fixed = 21;
    public const int All = 25;
}
