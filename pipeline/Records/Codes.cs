namespace Hotspot.Records;

/// <summary>A = 交办 (handed to the bureau), B = 直派街道 (sent straight to a sub-district), Own = the bureau's own telephone.</summary>
public enum OrderStream
{
    Unknown,
    A,
    B,
    Own,
}

public enum Disposition
{
    Unknown,
    Handled,

    /// <summary>非权属: returned, not this bureau's.</summary>
    NotOurs,

    /// <summary>剔除: excluded from assessment.</summary>
    Excluded,

    /// <summary>挂账: deferred.</summary>
    Deferred,
}

public enum Satisfaction
{
    Dissatisfied,

    /// <summary>基本满意.</summary>
    Basic,
    Satisfied,
}

/// <summary>From fine to coarse; the store keeps the numbers.</summary>
public enum TimePrecision
{
    Second,
    Minute,
    Hour,

    /// <summary>Date only: counted in days, never in hours.</summary>
    Day,
}

public enum TimeFrom
{
    Called,
    Dispatched,
    Registered,
    OrderId,
}

public enum IssueFrom
{
    Category,
    Classifier,

    /// <summary>A person decided (<c>review apply</c>).</summary>
    Review,
}

/// <summary>The rung of the place ladder that held; point methods use only Coordinate and Place.</summary>
public enum GeoLevel
{
    None,
    District,
    Street,
    Community,
    Place,
    Coordinate,
}
