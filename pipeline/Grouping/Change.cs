namespace Hotspot.Grouping;

public enum ChangeKind
{
    /// <summary>There is nothing to compare with.</summary>
    Unknown,

    /// <summary>The base is zero: 新增, never a percentage.</summary>
    FromZero,

    /// <summary>The base is below <see cref="Change.SmallBase"/>: told in absolute numbers.</summary>
    Small,

    /// <summary>Equal counts: 持平.</summary>
    Flat,

    Ratio,
}

/// <summary>A count against an earlier count (环比, 同比): the only place that knows when there is a percentage. </summary>
public readonly record struct Change(long Now, long? Before)
{
    /// <summary>Bases below this have no percentage (METHODS b.6: 基数过小).</summary>
    public const int SmallBase = 10;

    public ChangeKind Kind =>
        Before switch
        {
            null => ChangeKind.Unknown,
            var before when before == Now => ChangeKind.Flat,
            0 => ChangeKind.FromZero,
            < SmallBase => ChangeKind.Small,
            _ => ChangeKind.Ratio,
        };

    public long? Difference => Now - Before;

    /// <summary>Now ÷ before − 1; null where the base is unknown or below <see cref="SmallBase"/>.</summary>
    public double? Ratio => Before is { } before and >= SmallBase ? (double)Now / before - 1 : null;
}
