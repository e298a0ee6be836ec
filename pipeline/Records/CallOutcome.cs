namespace Hotspot.Records;

/// <summary>What came of one attempt to call a citizen back.</summary>
public enum CallOutcome
{
    Answered,
    NoAnswer,
    SwitchedOff,

    /// <summary>空号 or 错号.</summary>
    WrongNumber,

    /// <summary>Somebody picked up and would not answer.</summary>
    Refused,

    /// <summary>Somebody picked up and asked for another time.</summary>
    Later,
}

public static class CallOutcomes
{
    /// <summary>Somebody picked up.</summary>
    public static bool IsReached(this CallOutcome outcome) => outcome is CallOutcome.Answered or CallOutcome.Refused or CallOutcome.Later;

    /// <summary>A further attempt would be of no use.</summary>
    public static bool IsLast(this CallOutcome outcome) =>
        outcome is CallOutcome.Answered or CallOutcome.Refused or CallOutcome.WrongNumber;
}
