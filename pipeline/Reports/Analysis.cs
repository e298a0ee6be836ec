using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Trends;
using Hotspot.Hotspots.Warnings;
using Hotspot.IssueGroups;
using Hotspot.Reports.Model;

namespace Hotspot.Reports;

/// <summary>Everything that a bulletin tells, computed; the sections only choose and word.</summary>
/// <param name="Now">Totals of the period; <paramref name="Before"/> and <paramref name="YearAgo"/> are null where there is nothing to compare with.</param>
/// <param name="History">Counts of the periods before this one and of this one, oldest first; fewer where the data begin later.</param>
/// <param name="ChangeQ">环比 test of the city total on incidents; null where not testable. <paramref name="YearChangeQ"/> is 同比.</param>
/// <param name="IssueChangeQ">环比 q-value by issue; empty where there is nothing to compare with.</param>
/// <param name="HasIssueRules">The bureau's 6+N kinds are told apart; false: the first category stands for the issue.</param>
/// <param name="Map">District outlines; null for a city without a boundary file.</param>
public sealed record Analysis(
    ReportSpans Spans,
    Coverage Coverage,
    Totals Now,
    Totals? Before,
    Totals? YearAgo,
    IReadOnlyList<DayCount> Days,
    IReadOnlyList<PeriodCount> History,
    double? ChangeQ,
    double? YearChangeQ,
    IReadOnlyList<IssueCount> Issues,
    IReadOnlyDictionary<string, double> IssueChangeQ,
    IReadOnlyList<HeatCell> Heat,
    IReadOnlyList<HourIssue> HourIssues,
    IReadOnlyList<PeakHour> Peaks,
    IReadOnlyList<PeakWindow> Windows,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<HotPoint> Points,
    IReadOnlyList<IncidentCount> Incidents,
    IReadOnlyList<CallbackCount> Callbacks,
    BatchTotals Batches,
    MapLayer? Map,
    IReadOnlyList<string> InnerDistricts,
    bool HasWorkCalendar,
    bool HasIssueRules
)
{
    /// <summary>Of the same week of the year before, where <see cref="YearAgo"/> is counted from the Spring Festival instead; else null.</summary>
    public Totals? YearByDate { get; init; }

    /// <summary>Null: the periods compared have as many.</summary>
    public DaysOff? DaysOff { get; init; }

    /// <summary>The one stream that all of it speaks of; null: all streams.</summary>
    public Records.OrderStream? Stream { get; init; }

    /// <summary>Weights of 三率 on the last day of the period.</summary>
    public RateWeights Rates { get; init; } = RateWeights.Contract;

    /// <summary>三率 of the city with the orders that are excluded from assessment; null where there are none.</summary>
    public CallbackCount? CallbacksWithExcluded { get; init; }

    /// <summary>What the city sent out in the period, by its lists, and what is registered of it; empty: 未核对.</summary>
    public IReadOnlyList<ProcessingCount> Processing { get; init; } = [];

    /// <summary>Days that the lists speak of.</summary>
    public IReadOnlyList<Store.DispatchedSpan> DispatchLists { get; init; } = [];

    public IReadOnlyList<Gates.ServiceLevel> ServiceLevels { get; init; } = [];

    /// <summary>The orders closed in the period that the contract asks to call back; null where no callback was ever recorded.</summary>
    public Callbacks.CallbackSummary? Cohort { get; init; }

    /// <summary>Totals of the period before, where there are no complaints of it; <see cref="YearAgoTotals"/> of the year before.</summary>
    public BaselineTotals? BeforeTotals { get; init; }

    public BaselineTotals? YearAgoTotals { get; init; }

    /// <summary>Weekdays, holidays and trend over up to thirteen weeks; empty where four weeks are not there.</summary>
    public IReadOnlyList<DayEffect> DayEffects { get; init; } = [];

    public IReadOnlyList<HourCircle> Circles { get; init; } = [];

    /// <summary>The average day of each kind; empty where hours are not known.</summary>
    public IReadOnlyList<DayCurve> DayCurves { get; init; } = [];

    /// <summary>How cells and streets became what they are.</summary>
    public Evolution Evolution { get; init; } = Evolution.None;

    /// <summary>The days whose closings <see cref="Repeats"/> follows: thirteen weeks that end with the period, or the period where it is longer, as far as the data reach.</summary>
    public DaySpan Trailing { get; init; }

    /// <summary>重复诉求 of the city, of districts and of streets; empty where no caller or address is known.</summary>
    public IReadOnlyList<Repeat> Repeats { get; init; } = [];

    /// <summary>Up to thirteen months that end with a quarter or a year, which are too few to tell a trend themselves; else empty.</summary>
    public IReadOnlyList<PeriodCount> Months { get; init; } = [];

    /// <summary>Of the months within the period each issue, the most frequent first; empty where there are no <see cref="Months"/>.</summary>
    public IReadOnlyList<IssueMonths> IssueMonths { get; init; } = [];

    /// <summary>Callers who alone make much of a street's complaints.</summary>
    public IReadOnlyList<SingleCaller> SingleCallers { get; init; } = [];

    /// <summary>What people speak of, in whatever words.</summary>
    public SpokenMatters Spoken { get; init; } = SpokenMatters.None;

    /// <summary>Knox tables of the weeks that end with the period; empty where they are too few.</summary>
    public IReadOnlyList<NearRepeat> NearRepeats { get; init; } = [];

    /// <summary>What is unusual in the last seven days of the period.</summary>
    public IReadOnlyList<EarlyWarning> Warnings { get; init; } = [];

    /// <summary>Where the incidents of the period are, for the shade of a map.</summary>
    public IReadOnlyList<CoordinateCount> Coordinates { get; init; } = [];

    /// <summary>Counts of the period on hexagons.</summary>
    public IReadOnlyList<HexCell> Hexes { get; init; } = [];

    /// <summary>What the reader of a page may choose from; null where no page is written.</summary>
    public ComplaintCube? Cube { get; init; }

    /// <summary>Complaints of each hotspot by part, day kind, hour and issue, under its <see cref="HotPoint.Rank"/>.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<CubeCell>> PointCells { get; init; } = new Dictionary<int, IReadOnlyList<CubeCell>>();

    /// <summary>What was asked of the complaints for all this.</summary>
    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];

    /// <summary>Holidays and other planned days soon after the period, with what the same did a year before.</summary>
    public IReadOnlyList<EventAhead> Events { get; init; } = [];

    /// <summary>Space-time clusters that are there on the last day; null: not looked for.</summary>
    public ScanNight? Scan { get; init; }

    /// <summary>The week after a weekly bulletin's; null: another bulletin.</summary>
    public WeekAhead? Ahead { get; init; }

    /// <summary>The weeks that a month is made of; empty for other periods.</summary>
    public IReadOnlyList<WeekInMonth> Weeks { get; init; } = [];

    /// <summary>Rules that changed within the days compared, in order of time.</summary>
    public IReadOnlyList<RuleChange> RuleChanges { get; init; } = [];
}

/// <param name="Before">The same event a year before; null: none, or the data do not reach back.</param>
/// <param name="Complaints">On its days; <paramref name="ComplaintsBefore"/> on the 28 days before it.</param>
public sealed record EventAhead(Calendar.CalendarEvent Next, Calendar.CalendarEvent? Before, long Complaints, long ComplaintsBefore)
{
    public const int DaysBefore = 28;
}

/// <summary>A week that lies in a month, whole or in part.</summary>
/// <param name="Inside">Complaints on its days in the month; <paramref name="Earlier"/> on those before it.</param>
/// <param name="DaysAfter">Days that belong to the next month, of which this one sees nothing.</param>
/// <param name="Told">Complaints that the bulletin of the whole week told when it was written; null: there is none.</param>
public sealed record WeekInMonth(Calendar.Period Week, long Inside, long Earlier, int DaysBefore, int DaysAfter, long? Told)
{
    /// <summary>What came to the data of the week after its bulletin; null: not known, or not seen from this month.</summary>
    public long? Since => DaysAfter == 0 && Told is { } told ? Inside + Earlier - told : null;
}

/// <summary>One issue within a period of several months.</summary>
/// <param name="Complaints">In the order of the months within the period.</param>
public sealed record IssueMonths(string Issue, IReadOnlyList<long> Complaints);

/// <summary>Complaints and incidents of one period in the row of periods.</summary>
public sealed record PeriodCount(Calendar.Period Period, long Complaints, long Incidents);
