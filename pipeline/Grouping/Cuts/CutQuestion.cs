using Hotspot.Calendar;

namespace Hotspot.Grouping.Cuts;

/// <summary>What a cut may be grouped by. The code (snake_case) is what <c>--by</c> takes and what the column is called.</summary>
public enum CutDimension
{
    Hour,
    Weekday,
    Day,
    Week,
    Month,
    Quarter,
    DayKind,
    District,

    /// <summary>Comes with its district: two districts may have a street of one name.</summary>
    Street,

    /// <summary>Comes with district and street.</summary>
    Community,

    /// <summary>A place by its key; comes with district and street.</summary>
    Place,
    Issue,

    /// <summary>热点问题: complaints about one matter of one place. Only those of two complaints and more are told.</summary>
    HotIssue,

    /// <summary>First two levels of the source's tree, as in the bulletin.</summary>
    Category,
    Organisation,

    /// <summary>The shop or company that title and content speak of.</summary>
    SpokenOrganisation,
    Stream,

    /// <summary>诉求, 投诉, 举报 …, as the source states it.</summary>
    OrderType,
    Status,
}

public enum CutMeasure
{
    /// <summary>Reports, 剔除 included.</summary>
    Complaints,

    /// <summary>Incidents whose first report the cut holds.</summary>
    Incidents,

    /// <summary>Distinct known callers: a lower bound.</summary>
    Callers,

    /// <summary>Of the complaints of the cut, 0–1.</summary>
    Share,

    /// <summary>The first measure that counts, against the period before.</summary>
    Change,

    /// <summary>The same against the same days of last year.</summary>
    YearChange,
}

/// <summary>Hours of the day from <paramref name="Start"/> (0–23) to before <paramref name="End"/> (1–24); over midnight where the end is not later.</summary>
public readonly record struct HourSpan(int Start, int End)
{
    /// <summary>1 to 24.</summary>
    public int Length => (End - Start + 23) % 24 + 1;

    public bool Contains(int hour) => (hour - Start + 24) % 24 < Length;
}

/// <summary>WGS-84 degrees; metres, above 0.</summary>
public readonly record struct Circle(double Longitude, double Latitude, double Metres);

/// <param name="Name">Of the file, without its folder: what people read.</param>
public sealed record CutArea(string Name, NetTopologySuite.Geometries.Geometry Shape);

/// <summary>
/// Which complaints a cut is made of: of several values of one filter any, of several filters all. An empty list asks nothing. Names are canonical,
/// codes those of the published columns.
/// </summary>
/// <param name="Days">As asked.</param>
public sealed record CutFilter(DaySpan Days)
{
    public IReadOnlyList<string> Streams { get; init; } = [];
    public IReadOnlyList<string> OrderTypes { get; init; } = [];
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>district/street</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    /// <summary>district/street/community</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Ids of groups of complaints about one matter.</summary>
    public IReadOnlyList<string> HotIssues { get; init; } = [];

    /// <summary>Names of categories of any level.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    public HourSpan? Hours { get; init; }

    /// <summary>1 = Monday … 7.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];
    public IReadOnlyList<DayKind> DayKinds { get; init; } = [];

    /// <summary>Looked for in the place's name and in the text of the place, as they stand.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    public Circle? Near { get; init; }
    public CutArea? Within { get; init; }

    /// <summary>Looked for in title and masked content, as they stand.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Only reports of an incident that had been reported before.</summary>
    public bool RepeatOnly { get; init; }

    public CutExcept Except { get; init; } = new([], [], []);
}

/// <summary>What stays out of a cut, whatever else it asks for; a complaint without the name stays in.</summary>
/// <param name="Streets">district/street</param>
public sealed record CutExcept(IReadOnlyList<string> Districts, IReadOnlyList<string> Streets, IReadOnlyList<string> Issues);

/// <param name="Code">A measure or one of the dimensions asked for.</param>
public sealed record CutOrder(string Code, bool IsDescending);

/// <summary>One cut: which complaints, in which groups, which numbers of each.</summary>
/// <param name="Period">The named period that the days are; null: days that somebody chose.</param>
/// <param name="By">At most <see cref="CutReader.MostPlaces"/> columns with those that come along; empty: one row of totals.</param>
/// <param name="Pivot">One of <paramref name="By"/>: its values stand side by side where people read.</param>
/// <param name="Measures">At least one.</param>
/// <param name="Top">The largest groups by <paramref name="Order"/>, or the first measure; those without a name take no place; with a pivot so many rows of the crossed table; null: all.</param>
/// <param name="Least">Groups with fewer of <see cref="Counted"/> are not told, with a pivot rows; null: all are.</param>
/// <param name="IsRows">The complaints themselves, masked; nothing is grouped.</param>
public sealed record CutQuestion(
    CutFilter Filter,
    Period? Period,
    IReadOnlyList<CutDimension> By,
    CutDimension? Pivot,
    IReadOnlyList<CutMeasure> Measures,
    int? Top,
    int? Least,
    CutOrder? Order,
    bool IsRows
)
{
    /// <summary>What the rows of a crossed table are grouped by; without a pivot, the groups.</summary>
    public IReadOnlyList<CutDimension> RowsBy => [.. By.Where(dimension => dimension != Pivot)];

    /// <summary>The columns of them: the dimensions of the groups but the pivot.</summary>
    public IReadOnlyList<CutDimension> RowColumns => [.. CutColumns.Dimensions(RowsBy).Where(dimension => dimension != Pivot)];

    /// <summary>What tells the columns of a crossed table apart: the pivot, and what comes along with it, unless the rows say it.</summary>
    public IReadOnlyList<CutDimension> PivotColumns =>
        Pivot is { } pivot ? [.. CutColumns.Dimensions([pivot]).Where(dimension => !RowColumns.Contains(dimension))] : [];

    /// <summary>The first measure that counts something: what a picture shows and what changes are those of.</summary>
    public CutMeasure Counted =>
        Measures.FirstOrDefault(measure => measure is CutMeasure.Complaints or CutMeasure.Incidents or CutMeasure.Callers);

    /// <summary>Grouped by weeks, months or quarters, each of them is compared with its own period before; null: the cut is compared as a whole, or not at all.</summary>
    public CutDimension? ComparedEach =>
        Measures.Any(IsChange) && By.Where(dimension => CutKey.KindOf(dimension) is not null).ToList() is [var only, ..] ? only : null;

    public static bool IsChange(CutMeasure measure) => measure is CutMeasure.Change or CutMeasure.YearChange;
}
