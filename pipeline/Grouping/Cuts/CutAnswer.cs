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

/// <summary>The rows and columns that the groups of a cut with a pivot make, each with its own numbers: sums, and callers counted once.</summary>
/// <param name="Rows">In the order asked for, at most so many as asked for.</param>
/// <param name="RowsInAll">How many there are.</param>
/// <param name="Columns">All values of the pivot, also where no listed row has any; their numbers are those of all rows.</param>
public sealed record CutCross(IReadOnlyList<CutGroup> Rows, int RowsInAll, IReadOnlyList<CutGroup> Columns);

/// <summary>What a cut found.</summary>
/// <param name="Days">The days counted: those asked for, as far as there are data; may be none.</param>
/// <param name="DataFrom">First day of data; null: no data at all.</param>
/// <param name="DataThrough">Last day of data; null: no data at all.</param>
/// <param name="Previous">What <see cref="CutMeasure.Change"/> compares with; null: it does not, or cannot.</param>
/// <param name="Festival">Days of the Spring Festival among those counted and among those of last year that they are compared with; null: they are not.</param>
/// <param name="Groups">In the order asked for, at most so many as asked for; with a pivot all groups of the rows that are listed.</param>
/// <param name="GroupsInAll">How many there are.</param>
/// <param name="Cross">Null: no pivot.</param>
/// <param name="Largest">Of all groups without a blank those with most of <see cref="CutQuestion.Counted"/>: several, where they have equally many.</param>
/// <param name="Unranked">Complaints that a top passed over because they lack what it ranks: without a point there is no place among points.</param>
public sealed record CutAnswer(
    CutQuestion Question,
    DaySpan Days,
    DateOnly? DataFrom,
    DateOnly? DataThrough,
    DaySpan? Previous,
    DaySpan? YearBefore,
    (int Now, int Then)? Festival,
    IReadOnlyList<CutGroup> Groups,
    int GroupsInAll,
    CutCross? Cross,
    IReadOnlyList<CutGroup> Largest,
    long Unranked,
    CutTotals Totals
)
{
    /// <summary>The rows that people read.</summary>
    public IReadOnlyList<CutGroup> Listed => Cross?.Rows ?? Groups;

    public int ListedInAll => Cross?.RowsInAll ?? GroupsInAll;
}
