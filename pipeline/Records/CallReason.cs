namespace Hotspot.Records;

/// <summary>Why an order stands on a call sheet.</summary>
public enum CallReason
{
    /// <summary>The sample of the day.</summary>
    Drawn,

    /// <summary>Its caller is called about another order anyway.</summary>
    Caller,

    /// <summary>Its street would stay below the minimum.</summary>
    StreetMinimum,

    /// <summary>An earlier plan drew it, and nobody has been reached yet.</summary>
    Unfinished,
}
