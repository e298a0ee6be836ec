namespace Hotspot.Samples;

/// <summary>Cells of a row in the order of the platform's 21 columns and the five that can be ticked (export.json, columns and ticked).</summary>
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

    /// <summary>解决类型: written only for 非权属, 剔除 and 挂账.</summary>
    Disposition,
    Longitude,
    Latitude,
}

internal static class Columns
{
    /// <summary>The columns that every export has.</summary>
    public const int Fixed = 21;

    /// <summary>… and with those that go with the call time.</summary>
    public const int Timed = 24;
    public const int All = 26;
}
