namespace Hotspot.Grouping.Cuts;

/// <summary>All complaints of a cut.</summary>
/// <param name="Callers">Null: not asked for.</param>
/// <param name="WithoutCaller">Reports without a caller's key; null: not asked for.</param>
/// <param name="WithoutHour">Complaints that only hours keep out, because only their day is known; null: no hours were asked for.</param>
public sealed record CutTotals(
    long Complaints,
    long Incidents,
    long? Callers,
    long? WithoutCaller,
    long? WithoutHour,
    long? Previous,
    long? YearBefore
);

/// <summary>What a cut found.</summary>
/// <param name="Days">The days counted: those asked for, as far as there are data; may be none.</param>
/// <param name="DataFrom">First day of data; null: no data at all.</param>
/// <param name="DataThrough">Last day of data; null: no data at all.</param>
/// <param name="Previous">What <see cref="CutMeasure.Change"/> compares with; null: it does not, or cannot.</param>
/// <param name="Groups">In the order asked for, at most so many as asked for.</param>
/// <param name="GroupsInAll">How many there are.</param>
public sealed record CutAnswer(
    CutQuestion Question,
    DaySpan Days,
    DateOnly? DataFrom,
    DateOnly? DataThrough,
    DaySpan? Previous,
    DaySpan? YearBefore,
    IReadOnlyList<CutGroup> Groups,
    int GroupsInAll,
    CutTotals Totals
);
