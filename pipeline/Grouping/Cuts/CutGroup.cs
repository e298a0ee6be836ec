namespace Hotspot.Grouping.Cuts;

/// <summary>
/// One row of a cut. Of the dimensions those that were asked for are set (or null: blank in the data), and so are the measures. Csv and Parquet have the
/// columns that were asked for, in this order (<see cref="CutColumns"/>).
/// </summary>
/// <param name="Hour">0–23; null: only the day is known.</param>
/// <param name="Weekday">1 = Monday … 7.</param>
/// <param name="Week">2025-W17, by the office's first day of the week.</param>
/// <param name="Month">2025-04, by the office's rule of months.</param>
/// <param name="Category">一级->二级.</param>
/// <param name="Complaints">Reports, 剔除 included.</param>
/// <param name="Incidents">Incidents whose first report stands in this group.</param>
/// <param name="Callers">Distinct known callers.</param>
/// <param name="Share">Complaints of those of the cut, 0–1.</param>
/// <param name="Previous">Complaints in the period before; null: the data do not reach back, or lack days.</param>
/// <param name="PreviousChange">Complaints ÷ previous − 1; null below a base of ten.</param>
/// <param name="YearBefore">Complaints on the same days of last year.</param>
public sealed record CutGroup(
    int? Hour,
    int? Weekday,
    DateOnly? Day,
    string? Week,
    string? Month,
    string? Quarter,
    string? DayKind,
    string? District,
    string? Street,
    string? Community,
    string? Place,
    string? Issue,
    string? Category,
    string? Organisation,
    string? Stream,
    string? Status,
    long Complaints,
    long Incidents,
    long? Callers,
    double? Share,
    long? Previous,
    double? PreviousChange,
    long? YearBefore,
    double? YearChange
)
{
    public object? this[CutDimension dimension] =>
        dimension switch
        {
            CutDimension.Hour => (long?)Hour,
            CutDimension.Weekday => (long?)Weekday,
            CutDimension.Day => Day,
            CutDimension.Week => Week,
            CutDimension.Month => Month,
            CutDimension.Quarter => Quarter,
            CutDimension.DayKind => DayKind,
            CutDimension.District => District,
            CutDimension.Street => Street,
            CutDimension.Community => Community,
            CutDimension.Place => Place,
            CutDimension.Issue => Issue,
            CutDimension.Category => Category,
            CutDimension.Organisation => Organisation,
            CutDimension.Stream => Stream,
            _ => Status,
        };

    /// <summary>The group without its numbers.</summary>
    public CutGroup Bare() =>
        this with
        {
            Complaints = 0,
            Incidents = 0,
            Callers = null,
            Share = null,
            Previous = null,
            PreviousChange = null,
            YearBefore = null,
            YearChange = null,
        };

    /// <summary>Null: not known.</summary>
    public double? this[CutMeasure measure] =>
        measure switch
        {
            CutMeasure.Complaints => Complaints,
            CutMeasure.Incidents => Incidents,
            CutMeasure.Callers => Callers,
            CutMeasure.Share => Share,
            CutMeasure.Change => PreviousChange,
            _ => YearChange,
        };
}

/// <summary>Which columns of <see cref="CutGroup"/> a cut has.</summary>
public static class CutColumns
{
    /// <summary>The dimensions asked for, with those that come along before them, each once.</summary>
    public static IReadOnlyList<CutDimension> Dimensions(IReadOnlyList<CutDimension> by) =>
        [
            .. by.SelectMany(dimension =>
                    dimension switch
                    {
                        CutDimension.Street => [CutDimension.District, dimension],
                        CutDimension.Community or CutDimension.Place => [CutDimension.District, CutDimension.Street, dimension],
                        _ => (CutDimension[])[dimension],
                    }
                )
                .Distinct(),
        ];

    /// <summary>Names of the columns of csv and Parquet files.</summary>
    public static IReadOnlySet<string> Names(CutQuestion question) =>
        Dimensions(question.By)
            .Select(Records.Snake.Code)
            .Concat(
                question.Measures.SelectMany(measure =>
                    measure switch
                    {
                        CutMeasure.Change => ["previous", "previous_change"],
                        CutMeasure.YearChange => ["year_before", "year_change"],
                        _ => (string[])[Records.Snake.Code(measure)],
                    }
                )
            )
            .ToHashSet(StringComparer.Ordinal);
}
