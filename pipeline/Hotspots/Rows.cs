namespace Hotspot.Hotspots;

/// <summary>One hour of one unit against one comparison; grain of the table <c>peak_hours</c>.</summary>
/// <param name="ScopeLevel">city | district | street | issue | district_issue.</param>
/// <param name="DayKind">all | workday | weekend | holiday.</param>
/// <param name="Comparison">uniform | city_profile | past_8_weeks.</param>
/// <param name="Hour">0–23.</param>
/// <param name="FromOn">First day of the days tested; <paramref name="UntilOn"/> is the last, included.</param>
/// <param name="Complaints">Reports in the hour in the period (not in the test window).</param>
/// <param name="Incidents">Incidents in the hour in the period.</param>
/// <param name="Days">Days of the kind in the test window.</param>
/// <param name="Expected">Incidents expected in the hour over the test window.</param>
/// <param name="Ratio">Observed over expected in the test window.</param>
/// <param name="PValue">Null: too few days or cases to test.</param>
public sealed record PeakHour(
    string ScopeLevel,
    string Scope,
    string DayKind,
    string Comparison,
    int Hour,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Complaints,
    long Incidents,
    int Days,
    double? Expected,
    double? Ratio,
    double? PValue,
    double? QValue,
    bool? IsPeak
);

/// <param name="StartHour">First hour of the window, 0–23.</param>
/// <param name="EndHour">First hour after the window, 1–24; a window across midnight has EndHour ≤ StartHour.</param>
/// <param name="PValue">Rank of its ratio among the largest of days turned at random.</param>
/// <param name="QValue">Of the scope's best window, BH over the scopes of the level and kind of day.</param>
public sealed record PeakWindow(
    string ScopeLevel,
    string Scope,
    string DayKind,
    int StartHour,
    int EndHour,
    long Incidents,
    double Expected,
    double Llr,
    double PValue,
    double QValue
);

/// <summary>Grain of the table <c>areas</c>: one area × issue (null = all issues) in the period.</summary>
/// <param name="Level">district | street.</param>
/// <param name="Previous">Complaints of the period before; null: no data then.</param>
/// <param name="PreviousChange">Complaints ÷ Previous − 1; null where Previous is null or below 10.</param>
/// <param name="ChangeQValue">环比 on incidents, conditional binomial, BH over the map.</param>
/// <param name="YearChangeQValue">同比 on incidents, likewise.</param>
/// <param name="Share">Of the city's complaints of the issue.</param>
/// <param name="Rank">By incidents, 1 = most; ties share the smaller number.</param>
/// <param name="RankLow">90 % interval of the rank.</param>
/// <param name="Expected">Incidents expected from the area's own share in the 13 weeks before × the city's total now.</param>
/// <param name="EbRatio">Empirical-Bayes smoothed incidents ÷ expected (Marshall 1991).</param>
public sealed record Area(
    string Level,
    string District,
    string? Street,
    string? Issue,
    long Complaints,
    long Incidents,
    long Callers,
    long? Previous,
    double? PreviousChange,
    long? YearBefore,
    double? YearChange,
    double? ChangeQValue,
    double? YearChangeQValue,
    bool? IsRising,
    double Share,
    int Rank,
    int? RankLow,
    int? RankHigh,
    double? Expected,
    double? EbRatio,
    double? GiStarZ,
    double? QValue,
    bool? IsHot
)
{
    /// <summary>Code of <see cref="EmergingHotspot"/> of a street, all issues; null: another row, or too short a history.</summary>
    public string? TrendClass { get; init; }

    /// <summary>Two-sided, of the area with its neighbours; null: see <see cref="GiStarTest"/>.</summary>
    public double? GiStarP { get; init; }

    /// <summary>Benjamini–Hochberg over the map.</summary>
    public double? GiStarQ { get; init; }

    /// <summary>hot | cold: the area with its neighbours, q ≤ .05; null: neither, or not tested.</summary>
    public string? GiStar { get; init; }

    /// <summary>normal | count_tail, or why neither Gi* nor local Moran was tested: no_history | no_cases | no_neighbours | too_few_areas.</summary>
    public string GiStarTest { get; init; } = AreaClusters.NoHistory;

    /// <summary>HH | LL | HL | LH, the area's own side first, then that of its neighbours, q ≤ .05; null: neither, or not tested.</summary>
    public string? Lisa { get; init; }

    public double? LisaQ { get; init; }

    /// <summary>Incidents ÷ expected, smoothed towards the area and its neighbours.</summary>
    public double? EbLocalRatio { get; init; }

    /// <summary>Of a hot area: hot on the next finer scale as well; null: not hot, or not tested there.</summary>
    public bool? HoldsFiner { get; init; }

    /// <summary>Of a hot street: its district is hot as well.</summary>
    public bool? HoldsCoarser { get; init; }

    public double? AreaSqkm { get; init; }

    /// <summary>list | outline | voronoi (approximate).</summary>
    public string? AreaFrom { get; init; }

    /// <summary>Incidents of the period; Low and High are the exact 95 % limits.</summary>
    public double? PerSqkm { get; init; }

    public double? PerSqkmLow { get; init; }
    public double? PerSqkmHigh { get; init; }

    public long? Residents { get; init; }

    /// <summary>Incidents of the period per 10,000 residents (每万人).</summary>
    public double? Per10k { get; init; }

    public double? Per10kLow { get; init; }
    public double? Per10kHigh { get; init; }

    /// <summary>Smoothed towards the map (Marshall 1991); <see cref="Per10kEbLocal"/> towards the area and its neighbours.</summary>
    public double? Per10kEb { get; init; }

    public double? Per10kEbLocal { get; init; }
}

/// <summary>Grain of the table <c>emerging</c>: one cell or street with an incident in the weeks.</summary>
/// <param name="CellId">Of a hexagon its axial coordinates q_r on the grid in metres, of a street district/street: the same in every period.</param>
/// <param name="Scale">hex_500m | hex_1km (side of the hexagon) | street.</param>
/// <param name="TrendClass">Code of <see cref="EmergingHotspot"/>.</param>
/// <param name="HotSteps">Weeks that were significantly hot; <paramref name="ColdSteps"/> likewise.</param>
/// <param name="Steps">Complete weeks from <paramref name="FromOn"/> to <paramref name="UntilOn"/>, both days included.</param>
/// <param name="Incidents">Of the cell itself over the weeks, without its neighbours.</param>
/// <param name="LastZ">Gi* of the last week; null where all counts are equal. <paramref name="LastQ"/> is its q-value over all bins.</param>
/// <param name="TrendZ">Mann–Kendall over the weeks.</param>
/// <param name="Geometry">WKB, WGS-84: the hexagon; of a street its point, null where none is known.</param>
public sealed record EmergingCell(
    string CellId,
    string Scale,
    string? District,
    string? Street,
    string TrendClass,
    int HotSteps,
    int ColdSteps,
    int Steps,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Incidents,
    double? LastZ,
    double LastQ,
    double TrendZ,
    double TrendP,
    byte[]? Geometry
);

/// <summary>Grain of the table <c>hexes</c>: one hexagon with a complaint in the period.</summary>
/// <param name="CellId">Axial coordinates q_r on the grid in metres, the same in every period.</param>
/// <param name="Scale">hex_150m | hex_500m, by the side.</param>
/// <param name="Longitude">Of the centre, WGS-84.</param>
/// <param name="Incidents">That began here in the period.</param>
/// <param name="Geometry">WKB, WGS-84.</param>
public sealed record HexCell(
    string CellId,
    string Scale,
    double Longitude,
    double Latitude,
    long Complaints,
    long Incidents,
    byte[] Geometry
);

/// <summary>Grain of the table <c>points</c>: one hotspot in the period.</summary>
/// <param name="HotspotId">Stable from period to period while it is the same place.</param>
/// <param name="RadiusM">Metres from the medoid to the farthest member; null for a place known only by its text.</param>
/// <param name="Callers">At least so many.</param>
/// <param name="CallersFrom">keys | texts: texts and days stand for callers where fewer than half of the reports have a key.</param>
/// <param name="Previous">Complaints at the same ground in the period before.</param>
/// <param name="Expected">Callers' issues expected on this ground in the period; null: no history.</param>
/// <param name="TrendClass">Code of <see cref="EmergingHotspot"/> over its own weeks; null: too short a history.</param>
/// <param name="Method">dbscan | hdbscan | place_key.</param>
/// <param name="Geometry">WKB, WGS-84: hull of the members (Point for one place); null for a place known only by its text.</param>
public sealed record HotPoint(
    string HotspotId,
    int Rank,
    string Label,
    string? District,
    string? Street,
    double? Longitude,
    double? Latitude,
    double? RadiusM,
    long Complaints,
    long Incidents,
    long Callers,
    string CallersFrom,
    int ActiveDays,
    DateTime FirstAt,
    DateTime LastAt,
    string? TopIssue,
    int? TopHour,
    double? Expected,
    double? Excess,
    double? PValue,
    bool? IsHot,
    long? Previous,
    double? RisingQValue,
    bool? IsRising,
    string? TrendClass,
    string Method,
    byte[]? Geometry
)
{
    public const string FromKeys = "keys";
    public const string FromTexts = "texts";

    /// <summary>Key of a place known only by its text; no column.</summary>
    internal string? PlaceKey { get; init; }

    /// <summary>Units of the period that it is made of; the table <c>hotspot_units</c>.</summary>
    internal IReadOnlyList<string> UnitIds { get; init; } = [];
}

/// <summary>One caller's issue that a hotspot of the period is made of; grain of the table <c>hotspot_units</c>.</summary>
/// <param name="UnitId">Number of the order that opened the unit; its other orders name it so in the published complaints.</param>
public sealed record HotspotUnit(string HotspotId, string UnitId)
{
    public static IReadOnlyList<HotspotUnit> Of(IEnumerable<HotPoint> points) =>
        [.. points.SelectMany(point => point.UnitIds.Order(StringComparer.Ordinal).Select(unit => new HotspotUnit(point.HotspotId, unit)))];
}
