namespace Hotspot.Hotspots.Areas;

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
/// <param name="EbRatio">Empirical-Bayes smoothed incidents ÷ expected (Marshall 1991); null: no history, or no incident in it.</param>
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
