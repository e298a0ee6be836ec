using Hotspot.Hotspots.Clustering;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>What <see cref="Points"/> looks at. Units of the baseline lie before <paramref name="From"/>; those of the previous period may be among them.</summary>
/// <param name="BaselineFrom">First day that the baseline covers (up to 13 weeks before <paramref name="From"/>); null: no history.</param>
/// <param name="Previous">The period before; null: no data then.</param>
/// <param name="Project">(longitude, latitude) in WGS-84 degrees to metres.</param>
/// <param name="Inside">
/// Whether a point in metres lies in the city, for the correction of the kernel at its edge; null: no boundary is known, no correction. Asked
/// about a million times near the edge, so it should be a raster or an indexed locator.
/// </param>
/// <param name="Known">Hotspots of earlier periods, whose ids are kept while the place is the same.</param>
public sealed record PointInputs(
    DateOnly From,
    DateOnly LastDay,
    IReadOnlyList<PointUnit> Period,
    DateOnly? BaselineFrom,
    IReadOnlyList<PointUnit> Baseline,
    IReadOnlyList<PointUnit>? Previous,
    Func<double, double, (double X, double Y)> Project,
    IReadOnlyList<KnownPoint> Known,
    Func<double, double, bool>? Inside = null
);

/// <summary>A hotspot of another bulletin: its id and where it was, WGS-84 degrees.</summary>
/// <param name="Away">How many bulletins are nearer in time; the nearest one gives its id first.</param>
public sealed record KnownPoint(string HotspotId, double Longitude, double Latitude, int Away = 0);

/// <summary>Thresholds of METHODS (c).</summary>
public sealed record PointSettings
{
    /// <summary>Equal place keys up to this many metres apart are one place.</summary>
    public double MergeM { get; init; } = 25;

    /// <summary>Reaches of DBSCAN, metres, one after the other: points, and what lies looser about one.</summary>
    public IReadOnlyList<double> EpsM { get; init; } = [50, 100];

    /// <summary>HDBSCAN* as another generator of candidates; null: without.</summary>
    public HdbscanSettings? Hdbscan { get; init; }

    public int LeastUnits { get; init; } = 5;

    /// <summary>A neighbourhood is a candidate where chance would fill it so with at most this probability.</summary>
    public double DenseLevel { get; init; } = 0.001;

    /// <summary>Metres around the hull of a candidate that belong to its ground.</summary>
    public double BufferM { get; init; } = 25;

    /// <summary>Half-width of the quartic kernel of the surroundings, metres.</summary>
    public double KernelM { get; init; } = 700;

    /// <summary>Half-width of the kernel that knows estates, metres.</summary>
    public double NearM { get; init; } = 250;

    /// <summary>Surroundings are as dense as their densest spot within so many metres.</summary>
    public double ReachM { get; init; } = 150;

    /// <summary>Half-width of the kernel by which replicas move incidents, metres.</summary>
    public double JitterM { get; init; } = 125;

    /// <summary>Side of the hexagons whose days are dealt whole, metres.</summary>
    public double BurstM { get; init; } = 500;

    /// <summary>This many place keys on one exact coordinate: it was snapped, and is no point.</summary>
    public int SnappedKeys { get; init; } = 5;

    /// <summary>Days of history below which nothing is tested.</summary>
    public int LeastBaselineDays { get; init; } = 21;

    public double Level { get; init; } = 0.05;

    /// <summary>
    /// The p at which a point is called hot. Stricter than <see cref="Level"/>: the selection that replicas pay for is not all of it, and at 0.05 a
    /// city in which nothing happens had a hot point in 7.4 % of its weeks.
    /// </summary>
    public double HotLevel { get; init; } = 0.03;

    /// <summary>The p at which a point is called rising, for the same reason: at 0.05 a stationary city of 15,000 reports had one in 22 of 300 weeks.</summary>
    public double RisingLevel { get; init; } = 0.03;

    public int Replicas { get; init; } = 199;

    /// <summary>An earlier hotspot this close is the same one, metres.</summary>
    public double SameM { get; init; } = 100;

    public ulong Seed { get; init; } = 1;
}
