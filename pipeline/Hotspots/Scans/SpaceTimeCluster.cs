namespace Hotspot.Hotspots.Scans;

/// <summary>时空聚集; grain of the table <c>space_time_clusters</c>: more incidents in a circle since a day than the place and the city's day give by chance.</summary>
/// <param name="ClusterId">Stays while the cluster goes on.</param>
/// <param name="Scale">street | community | cell_200m: the locations that the circle is made of.</param>
/// <param name="District">Where most of its incidents are; null: not known. <paramref name="Street"/> and <paramref name="Community"/> likewise.</param>
/// <param name="Longitude">Of the centre, WGS-84.</param>
/// <param name="RadiusM">From the centre to the farthest location (its point, or the corner of its cell); 0 for one street or community alone.</param>
/// <param name="UntilOn">The day of the scan, included.</param>
/// <param name="Issue">Null: all issues together.</param>
/// <param name="NewIncidents">Those that were not told within the seven days before: by bulletins, where a bulletin tells the cluster; by nights, where a night does.</param>
/// <param name="Callers">At least so many opened them.</param>
/// <param name="PValue">Of its scan alone.</param>
/// <param name="RecurrenceDays">A night's scans together tell one as unusual every so many nights by chance: 1 ÷ (p · scans).</param>
/// <param name="IsAlarm">Once a year or rarer; false: worth watching.</param>
/// <param name="Status">new | ongoing.</param>
public sealed record SpaceTimeCluster(
    string ClusterId,
    string Scale,
    string? District,
    string? Street,
    string? Community,
    double Longitude,
    double Latitude,
    double RadiusM,
    DateOnly FromOn,
    DateOnly UntilOn,
    string? Issue,
    long Incidents,
    long NewIncidents,
    long Places,
    long Callers,
    double Expected,
    double Llr,
    double PValue,
    double RecurrenceDays,
    bool IsAlarm,
    string Status
)
{
    /// <summary>District and street of all in which it has incidents, those with most first: 海淀区/花园路街道,海淀区/学院路街道.</summary>
    public string Streets { get; init; } = "";

    public const string New = "new";
    public const string Ongoing = "ongoing";
}

/// <summary>What a cluster is made of; grain of the table <c>cluster_incidents</c>.</summary>
/// <param name="IncidentId">Number of the order that opened the incident, as in the published complaints.</param>
public sealed record ClusterIncident(string ClusterId, string IncidentId);

/// <summary>A cluster that an earlier night or bulletin told, with its incidents.</summary>
/// <param name="UntilOn">The day of its scan.</param>
public sealed record KnownCluster(string ClusterId, DateOnly UntilOn, IReadOnlySet<string> IncidentIds);

/// <summary>The scans that end with one day, and what they found.</summary>
/// <param name="AsOf">Last day of all windows; data are asked from <paramref name="From"/> on.</param>
/// <param name="Scans">Issues × location systems; 0: nothing was scanned, for want of days, places or incidents.</param>
public sealed record ScanNight(
    DateOnly AsOf,
    DateOnly From,
    int Scans,
    IReadOnlyList<SpaceTimeCluster> Clusters,
    IReadOnlyList<ClusterIncident> Incidents
)
{
    public int Days => AsOf.DayNumber - From.DayNumber + 1;
}
