using Hotspot.Hotspots.Scans;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// Something that a night tells because it is not likely chance: where, what, since when, how unusual, which complaints. A street and issue is one alarm, whichever
/// tests tell it; what its district tells of the same issue belongs to it, and is an alarm of its own only where no street does; so does a cluster of all issues that
/// is mostly made up of it. Where an area is silent as a whole, that is what is told, and neither its streets nor its issues are.
/// </summary>
/// <param name="AlarmId">Of the place and issue; stays from night to night while it goes on, whichever test tells it, also where the middle of a cluster moves on to another of its streets. No new one has the id of an alarm of the seven nights before.</param>
/// <param name="Kind">cluster | day | week | drift | silence: the first of <see cref="Tests"/> of the place itself, as are the numbers.</param>
/// <param name="Status">new | ongoing: a night of the seven before told it, or the alarm that it <see cref="WentOnFrom"/>; of a cluster also an earlier one that told most of its incidents.</param>
/// <param name="Longitude">Of a cluster's centre, WGS-84; null: the unit as a whole. <paramref name="RadiusM"/> likewise.</param>
/// <param name="Issue">Null: all issues together.</param>
/// <param name="Observed">Incidents, or callers (<see cref="Counted"/>), from <paramref name="SinceOn"/> to <paramref name="UntilOn"/>; <paramref name="Expected"/> likewise.</param>
/// <param name="Direction">up | down.</param>
/// <param name="RecurrenceDays">Of a cluster: chance gives one as unusual every so many nights.</param>
/// <param name="QValue">Of a warning, over all tests of the night.</param>
/// <param name="Complaints">Reports of the incidents on these days, those that opened them first, each by number; at most <see cref="MostComplaints"/>.</param>
public sealed record Alarm(
    string AlarmId,
    string Kind,
    string Status,
    string? District,
    string? Street,
    string? Community,
    double? Longitude,
    double? Latitude,
    double? RadiusM,
    string? Issue,
    DateOnly SinceOn,
    DateOnly UntilOn,
    long Observed,
    double Expected,
    string Direction,
    double? RecurrenceDays,
    double? QValue,
    IReadOnlyList<string> Complaints
)
{
    public const int MostComplaints = 200;
    public const string Cluster = "cluster";

    /// <summary>incidents | callers; of callers one's issue at a place once.</summary>
    public string Counted { get; init; } = WarningSeries.Incidents;

    /// <summary>Of a cluster: district and street of all in which it has incidents, those with most first; empty: a warning.</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    /// <summary>All that told it this night, of its place and of the district that holds it; empty in alarms of before, which one test told.</summary>
    public IReadOnlyList<AlarmTest> Tests { get; init; } = [];

    /// <summary>See <see cref="EarlyWarning.SeasonalFactor"/>; null: a cluster, or a past too short to tell a season from a change.</summary>
    public double? SeasonalFactor { get; init; }

    /// <summary>Alarm of another place that told the matter first: of the district, of a street in it, of a cluster that moved; null: it began here.</summary>
    public string? WentOnFrom { get; init; }

    /// <summary>Clusters first, the rarest on top, then warnings by rank.</summary>
    /// <param name="before">What the seven nights before told, the last night first.</param>
    /// <param name="longBefore">What the nights before those told, as far back as a cluster's incidents may lie.</param>
    /// <param name="openersOf">Orders that opened what a warning counts.</param>
    /// <param name="reportsOf">All orders behind an alarm that names those that opened its incidents.</param>
    public static IReadOnlyList<Alarm> Of(
        ScanNight scan,
        IReadOnlyList<EarlyWarning> warnings,
        IReadOnlyList<Alarm> before,
        IReadOnlyList<Alarm> longBefore,
        Func<EarlyWarning, IReadOnlyList<string>> openersOf,
        Func<Alarm, IReadOnlyList<string>> reportsOf
    )
    {
        var incidents = scan.Incidents.ToLookup(incident => incident.ClusterId, incident => incident.IncidentId);
        var alarms = AlarmMatters.Of(
            [
                .. scan
                    .Clusters.Where(cluster => cluster.IsAlarm)
                    .OrderByDescending(cluster => cluster.RecurrenceDays)
                    .ThenBy(cluster => cluster.ClusterId, StringComparer.Ordinal)
                    .Select(cluster => new ToldByTest(
                        Of(cluster),
                        cluster.ClusterId,
                        () => [.. incidents[cluster.ClusterId].Order(StringComparer.Ordinal)]
                    )),
                .. warnings
                    .Where(warning => warning.IsAlarm == true)
                    .OrderBy(warning => warning.Rank)
                    // Two charts of one drift are one test, the more unusual one of them.
                    .DistinctBy(warning => (KindOf(warning), warning.Direction, warning.District, warning.Street, warning.Issue))
                    .Select(warning => new ToldByTest(Of(warning), null, () => openersOf(warning))),
            ],
            before,
            longBefore
        );
        return [.. alarms.Select(alarm => alarm with { Complaints = reportsOf(alarm) })];
    }

    private static Alarm Of(SpaceTimeCluster cluster) =>
        new(
            "",
            Cluster,
            cluster.Status,
            cluster.District,
            cluster.Street,
            cluster.Community,
            cluster.Longitude,
            cluster.Latitude,
            cluster.RadiusM,
            cluster.Issue,
            cluster.FromOn,
            cluster.UntilOn,
            cluster.Incidents,
            cluster.Expected,
            "up",
            cluster.RecurrenceDays,
            null,
            []
        )
        {
            Streets = cluster.Streets.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };

    private static Alarm Of(EarlyWarning warning) =>
        new(
            "",
            KindOf(warning),
            SpaceTimeCluster.New,
            warning.District,
            warning.Street,
            null,
            null,
            null,
            null,
            warning.Issue,
            warning.SinceOn ?? warning.FromOn,
            warning.UntilOn,
            warning.Observed ?? 0,
            warning.Expected ?? 0,
            warning.Direction ?? "up",
            null,
            warning.QValue,
            []
        )
        {
            Counted = warning.Counted,
            SeasonalFactor = warning.SeasonalFactor,
        };

    private static string KindOf(EarlyWarning warning) =>
        warning.Method switch
        {
            "c2" => "day",
            "cusum" or "ewma" => "drift",
            EarlyWarning.Silence => EarlyWarning.Silence,
            _ => "week",
        };
}

/// <summary>One test that told an alarm, with what it saw; the columns are those of <see cref="Alarm"/>, and the issue may be all of them where the alarm's is one.</summary>
/// <param name="ClusterId">As in <c>space_time_clusters</c> of the night; null: a warning.</param>
public sealed record AlarmTest(
    string Kind,
    string? District,
    string? Street,
    string? Community,
    string? Issue,
    string? ClusterId,
    DateOnly SinceOn,
    DateOnly UntilOn,
    long Observed,
    double Expected,
    double? RecurrenceDays,
    double? QValue
)
{
    /// <summary>As <see cref="Alarm.Counted"/>.</summary>
    public string Counted { get; init; } = WarningSeries.Incidents;

    /// <param name="alarm">What the test alone tells.</param>
    public static AlarmTest Of(Alarm alarm, string? clusterId) =>
        new(
            alarm.Kind,
            alarm.District,
            alarm.Street,
            alarm.Community,
            alarm.Issue,
            clusterId,
            alarm.SinceOn,
            alarm.UntilOn,
            alarm.Observed,
            alarm.Expected,
            alarm.RecurrenceDays,
            alarm.QValue
        )
        {
            Counted = alarm.Counted,
        };
}
