using System.Globalization;
using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Hotspots.Scans;

/// <summary>
/// One list of what all scans of a night found: how rare a cluster is among them (recurrence interval, Kleinman et al. 2004: 1 ÷ (p · scans)), one row for what
/// several scans see, and what was told before.
/// </summary>
internal static class ClusterList
{
    /// <summary>Nights between two clusters as unusual by chance: fewer are not told.</summary>
    public const double LeastRecurrence = 100;
    public const double AlarmRecurrence = 365;

    /// <summary>Two clusters are the same thing where they share this part of the smaller one's incidents.</summary>
    private const double Same = 0.5;

    /// <summary>So many days back an earlier cluster may go on.</summary>
    private const int KnownDays = 7;

    /// <param name="known">What earlier nights told, in any order; those of more than seven days ago are passed over.</param>
    public static ScanNight Of(
        DateOnly asOf,
        DateOnly from,
        int scans,
        IEnumerable<ScanCandidate> candidates,
        IReadOnlyList<KnownCluster> known
    )
    {
        var clusters = new List<SpaceTimeCluster>();
        var told = new List<HashSet<string>>();
        var rows = new List<ClusterIncident>();
        var rare = candidates.Where(one => Recurrence(one, scans) >= LeastRecurrence).ToList();
        foreach (
            var candidate in rare.Where(one => one.Issue is not null || !rare.Exists(issue => SpeaksFor(issue, one, scans)))
                .OrderBy(one => one.PValue)
                .ThenByDescending(one => one.Llr)
                .ThenBy(one => one.Scale, StringComparer.Ordinal)
                .ThenBy(one => one.Issue, StringComparer.Ordinal)
                .ThenBy(one => one.Centre, StringComparer.Ordinal)
        )
        {
            var incidents = candidate.Openings.Select(opening => opening.IncidentId).ToHashSet(StringComparer.Ordinal);
            if (told.Exists(other => IsSame(other, incidents)))
                continue;
            told.Add(incidents);
            var before = known
                .Where(one => one.UntilOn < asOf && one.UntilOn >= asOf.AddDays(-KnownDays) && IsSame(one.IncidentIds, incidents))
                .OrderByDescending(one => one.UntilOn)
                .ThenByDescending(one => one.IncidentIds.Count(incidents.Contains))
                .ThenBy(one => one.ClusterId, StringComparer.Ordinal)
                .ToList();
            var id = before.Select(one => one.ClusterId).FirstOrDefault(one => clusters.TrueForAll(other => other.ClusterId != one));
            var row = Row(candidate, id ?? Id(candidate), asOf, scans);
            var fresh = incidents.Count(incident => !before.Exists(one => one.IncidentIds.Contains(incident)));
            row = row with
            {
                NewIncidents = fresh,
                Status = before.Count > 0 ? SpaceTimeCluster.Ongoing : SpaceTimeCluster.New,
                // What was told, and of which nothing has come since, calls nobody again.
                IsAlarm = row.IsAlarm && fresh > 0,
            };
            clusters.Add(row);
            rows.AddRange(incidents.Order(StringComparer.Ordinal).Select(incident => new ClusterIncident(row.ClusterId, incident)));
        }
        return new ScanNight(asOf, from, scans, clusters, rows);
    }

    private static double Recurrence(ScanCandidate of, int scans) => 1 / (of.PValue * scans);

    /// <summary>What is mostly of one issue is told as that issue, where the scan of the issue tells it as loudly.</summary>
    private static bool SpeaksFor(ScanCandidate issue, ScanCandidate all, int scans) =>
        issue.Issue is not null
        && (Recurrence(issue, scans) >= AlarmRecurrence || Recurrence(all, scans) < AlarmRecurrence)
        && 2 * issue.Openings.Select(one => one.IncidentId).Intersect(all.Openings.Select(one => one.IncidentId)).Count()
            > all.Openings.Count;

    private static SpaceTimeCluster Row(ScanCandidate of, string id, DateOnly asOf, int scans)
    {
        var summary = UnitSummary.Of(of.Openings);
        var recurrence = Recurrence(of, scans);
        var parts = of.Scale == "community" ? of.Centre.Split('/') : [];
        return new SpaceTimeCluster(
            id,
            of.Scale,
            summary.District,
            summary.Street,
            parts.Length == 3 ? parts[2] : null,
            of.At.Longitude,
            of.At.Latitude,
            of.RadiusM,
            of.From,
            asOf,
            of.Issue,
            of.Openings.Count,
            of.Openings.Count,
            NightScan.PlacesOf(of.Openings),
            summary.Callers,
            of.Expected,
            of.Llr,
            of.PValue,
            recurrence,
            recurrence >= AlarmRecurrence,
            SpaceTimeCluster.New
        )
        {
            Streets = string.Join(
                ',',
                of.Openings.Where(opening => opening is { District: not null, Street: not null })
                    .CountBy(opening => $"{opening.District}/{opening.Street}")
                    .OrderByDescending(street => street.Value)
                    .ThenBy(street => street.Key, StringComparer.Ordinal)
                    .Select(street => street.Key)
            ),
        };
    }

    private static bool IsSame(IReadOnlySet<string> a, HashSet<string> b) => b.Count(a.Contains) >= Same * Math.Min(a.Count, b.Count);

    private static string Id(ScanCandidate of)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{of.Scale}|{of.Issue}|{of.Centre}|{of.From:yyyyMMdd}");
        return NamedId.Of("c", name);
    }
}
