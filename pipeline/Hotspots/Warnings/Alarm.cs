using Hotspot.Hotspots.Scans;

namespace Hotspot.Hotspots.Warnings;

/// <summary>Something that a night tells because it is not likely chance: where, what, since when, how unusual, which complaints.</summary>
/// <param name="AlarmId">Stays from night to night while it goes on.</param>
/// <param name="Kind">cluster | day | week | drift.</param>
/// <param name="Status">new | ongoing: a night of the seven before told it.</param>
/// <param name="Longitude">Of a cluster's centre, WGS-84; null: the unit as a whole. <paramref name="RadiusM"/> likewise.</param>
/// <param name="Issue">Null: all issues together.</param>
/// <param name="Observed">Incidents from <paramref name="SinceOn"/> to <paramref name="UntilOn"/>; <paramref name="Expected"/> likewise.</param>
/// <param name="Direction">up | down.</param>
/// <param name="RecurrenceDays">Of a cluster: chance gives one as unusual every so many nights.</param>
/// <param name="QValue">Of a warning, over all tests of the night.</param>
/// <param name="Complaints">Orders that opened the incidents, by number; at most <see cref="MostComplaints"/>.</param>
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

    /// <summary>Clusters first, the rarest on top, then warnings by rank.</summary>
    /// <param name="before">Ids that the seven nights before told.</param>
    /// <param name="complaintsOf">Orders behind a warning.</param>
    public static IReadOnlyList<Alarm> Of(
        ScanNight scan,
        IReadOnlyList<EarlyWarning> warnings,
        IReadOnlySet<string> before,
        Func<EarlyWarning, IReadOnlyList<string>> complaintsOf
    )
    {
        var incidents = scan.Incidents.ToLookup(incident => incident.ClusterId, incident => incident.IncidentId);
        return
        [
            .. scan
                .Clusters.Where(cluster => cluster.IsAlarm)
                .OrderByDescending(cluster => cluster.RecurrenceDays)
                .ThenBy(cluster => cluster.ClusterId, StringComparer.Ordinal)
                .Select(cluster =>
                    Of(cluster, before, [.. incidents[cluster.ClusterId].Order(StringComparer.Ordinal).Take(MostComplaints)])
                ),
            .. warnings
                .Where(warning => warning.IsAlarm == true)
                .OrderBy(warning => warning.Rank)
                // Two charts of one drift are one alarm, the more unusual one of them.
                .DistinctBy(warning => IdOf(KindOf(warning), warning))
                .Select(warning => Of(warning, before, complaintsOf(warning))),
        ];
    }

    private static Alarm Of(SpaceTimeCluster cluster, IReadOnlySet<string> before, IReadOnlyList<string> complaints) =>
        new(
            cluster.ClusterId,
            "cluster",
            // A cluster that was only watched so far is a new alarm.
            StatusOf(cluster.ClusterId, before),
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
            complaints
        );

    private static Alarm Of(EarlyWarning warning, IReadOnlySet<string> before, IReadOnlyList<string> complaints)
    {
        var kind = KindOf(warning);
        var id = IdOf(kind, warning);
        return new Alarm(
            id,
            kind,
            StatusOf(id, before),
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
            complaints
        );
    }

    private static string StatusOf(string id, IReadOnlySet<string> before) =>
        before.Contains(id) ? SpaceTimeCluster.Ongoing : SpaceTimeCluster.New;

    private static string KindOf(EarlyWarning warning) =>
        warning.Method switch
        {
            "c2" => "day",
            "cusum" or "ewma" => "drift",
            _ => "week",
        };

    /// <summary>The same thing of the same unit is one alarm for as long as nights in a row tell it.</summary>
    private static string IdOf(string kind, EarlyWarning warning) =>
        NamedId.Of("W-", string.Join('/', kind, warning.Direction, warning.District, warning.Street, warning.Issue), digits: 10);
}
