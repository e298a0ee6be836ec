namespace Hotspot.Grouping.Cuts;

/// <summary>
/// One row of a cut. Of the dimensions those that were asked for are set (or null: blank in the data), and so are the measures. Csv and Parquet have the
/// columns that were asked for, in this order (<see cref="CutColumns"/>).
/// </summary>
public sealed record CutGroup
{
    /// <summary>0–23; null: only the day is known.</summary>
    public int? Hour { get; init; }

    /// <summary>1 = Monday … 7.</summary>
    public int? Weekday { get; init; }
    public DateOnly? Day { get; init; }

    /// <summary>2025-W17, by the office's first day of the week.</summary>
    public string? Week { get; init; }

    /// <summary>2025-04, by the office's rule of months.</summary>
    public string? Month { get; init; }
    public string? Quarter { get; init; }
    public string? DayKind { get; init; }
    public string? District { get; init; }
    public string? Street { get; init; }
    public string? Community { get; init; }
    public string? Place { get; init; }
    public string? Issue { get; init; }

    /// <summary>Id of a group of complaints about one matter.</summary>
    public string? HotIssue { get; init; }

    /// <summary>What its first complaint of the cut says, masked.</summary>
    public string? HotIssueTitle { get; init; }

    /// <summary>一级->二级.</summary>
    public string? Category { get; init; }
    public string? Organisation { get; init; }
    public string? SpokenOrganisation { get; init; }
    public string? Stream { get; init; }
    public string? OrderType { get; init; }
    public string? Status { get; init; }

    /// <summary>Reports, 剔除 included.</summary>
    public long Complaints { get; init; }

    /// <summary>Incidents whose first report stands in this group; of repeats alone, those whose first of the cut does.</summary>
    public long Incidents { get; init; }

    /// <summary>Distinct known callers.</summary>
    public long? Callers { get; init; }

    /// <summary>Complaints of those of the cut, 0–1.</summary>
    public double? Share { get; init; }

    /// <summary>What the first measure that counts was in the period before; null: the data do not reach back, or lack days.</summary>
    public long? Previous { get; init; }

    /// <summary>That measure ÷ previous − 1; null below a base of ten.</summary>
    public double? PreviousChange { get; init; }

    /// <summary>The same on the same days of last year.</summary>
    public long? YearBefore { get; init; }
    public double? YearChange { get; init; }

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
            CutDimension.HotIssue => HotIssue,
            CutDimension.Category => Category,
            CutDimension.Organisation => Organisation,
            CutDimension.SpokenOrganisation => SpokenOrganisation,
            CutDimension.Stream => Stream,
            CutDimension.OrderType => OrderType,
            _ => Status,
        };

    /// <summary>The values of these dimensions alone: no others, no numbers, no title.</summary>
    public CutGroup Only(IReadOnlyCollection<CutDimension> kept)
    {
        T? Kept<T>(CutDimension dimension, T? value) => kept.Contains(dimension) ? value : default;
        return new CutGroup
        {
            Hour = Kept(CutDimension.Hour, Hour),
            Weekday = Kept(CutDimension.Weekday, Weekday),
            Day = Kept(CutDimension.Day, Day),
            Week = Kept(CutDimension.Week, Week),
            Month = Kept(CutDimension.Month, Month),
            Quarter = Kept(CutDimension.Quarter, Quarter),
            DayKind = Kept(CutDimension.DayKind, DayKind),
            District = Kept(CutDimension.District, District),
            Street = Kept(CutDimension.Street, Street),
            Community = Kept(CutDimension.Community, Community),
            Place = Kept(CutDimension.Place, Place),
            Issue = Kept(CutDimension.Issue, Issue),
            HotIssue = Kept(CutDimension.HotIssue, HotIssue),
            Category = Kept(CutDimension.Category, Category),
            Organisation = Kept(CutDimension.Organisation, Organisation),
            SpokenOrganisation = Kept(CutDimension.SpokenOrganisation, SpokenOrganisation),
            Stream = Kept(CutDimension.Stream, Stream),
            OrderType = Kept(CutDimension.OrderType, OrderType),
            Status = Kept(CutDimension.Status, Status),
        };
    }

    /// <summary>The same group of another week, month or quarter.</summary>
    public CutGroup In(CutDimension period, string name) =>
        period switch
        {
            CutDimension.Week => this with { Week = name },
            CutDimension.Month => this with { Month = name },
            _ => this with { Quarter = name },
        };

    /// <summary>The group without its numbers and its title.</summary>
    public CutGroup Bare() =>
        this with
        {
            HotIssueTitle = null,
            Complaints = 0,
            Incidents = 0,
            Callers = null,
            Share = null,
            Previous = null,
            PreviousChange = null,
            YearBefore = null,
            YearChange = null,
        };

    /// <summary>A measure that counts.</summary>
    public long Count(CutMeasure counted) => (long)(this[counted] ?? 0);

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

    /// <summary>Nothing that it is asked for is blank: a point without a street is a point, complaints without a point are none.</summary>
    public static bool IsNamed(CutGroup group, IReadOnlyList<CutDimension> by) =>
        by.Where(dimension => !by.Any(other => other != dimension && Dimensions([other]).Contains(dimension)))
            .All(dimension => group[dimension] is not null);

    /// <summary>Names of the columns of csv and Parquet files.</summary>
    public static IReadOnlySet<string> Names(CutQuestion question) =>
        Dimensions(question.By)
            .SelectMany(dimension =>
                dimension == CutDimension.HotIssue ? ["hot_issue", "hot_issue_title"] : (string[])[Records.Snake.Code(dimension)]
            )
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
