using Hotspot.Calendar;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>An incident of a hotspot.</summary>
/// <param name="IncidentId">Number of its first order.</param>
public sealed record HotspotIncident(string IncidentId, string FirstAt, string? Issue, string? Place, long Complaints, long Callers);

/// <param name="Columns">Of the table <c>points</c> or <c>space_time_clusters</c>, in their order, as text; null where blank.</param>
/// <param name="Incidents">Those first reported first; <paramref name="Count"/> is how many there are.</param>
public sealed record ToldHotspot(
    IReadOnlyList<KeyValuePair<string, string?>> Columns,
    IReadOnlyList<HotspotIncident> Incidents,
    long Count
);

/// <summary>Single hotspots of a bulletin, with what they are made of.</summary>
public static class HotspotReader
{
    public const int MostIncidents = 50;

    /// <param name="pointsFile">The bulletin's table <c>points</c>; <paramref name="unitsFile"/> its table <c>hotspot_units</c>.</param>
    /// <param name="days">Of the bulletin; likewise <paramref name="stream"/>, null: all.</param>
    /// <returns>Null where the bulletin lacks the hotspot.</returns>
    public static ToldHotspot? Find(
        Generation generation,
        string pointsFile,
        string unitsFile,
        string hotspotId,
        DaySpan days,
        OrderStream? stream,
        SessionLimits limits
    ) => Find(generation, "Grouping/explain_point", pointsFile, unitsFile, hotspotId, byUnit: true, _ => days, stream, limits);

    /// <param name="clustersFile">A table <c>space_time_clusters</c> of a bulletin or night; <paramref name="incidentsFile"/> its table <c>cluster_incidents</c>.</param>
    /// <returns>Null where the cluster is not in it.</returns>
    public static ToldHotspot? FindCluster(
        Generation generation,
        string clustersFile,
        string incidentsFile,
        string clusterId,
        OrderStream? stream,
        SessionLimits limits
    ) =>
        Find(
            generation,
            "Grouping/explain_cluster",
            clustersFile,
            incidentsFile,
            clusterId,
            byUnit: false,
            columns =>
            {
                DateOnly Day(string name) => IsoDay.Parse(columns.First(column => column.Key == name).Value!);
                return new DaySpan(Day("from_on"), Day("until_on").AddDays(1));
            },
            stream,
            limits
        );

    /// <param name="sql">Of its row.</param>
    /// <param name="byUnit">It is made of units; false: of incidents.</param>
    /// <param name="daysOf">The days of its incidents, by its columns.</param>
    private static ToldHotspot? Find(
        Generation generation,
        string sql,
        string rowFile,
        string partsFile,
        string id,
        bool byUnit,
        Func<IReadOnlyList<KeyValuePair<string, string?>>, DaySpan> daysOf,
        OrderStream? stream,
        SessionLimits limits
    )
    {
        using var session = Session.InMemory(limits);
        var found = session.Query<IReadOnlyList<KeyValuePair<string, string?>>>(
            sql,
            row => [.. Enumerable.Range(0, row.FieldCount).Select(i => KeyValuePair.Create(row.GetName(i), row.TextAt(i)))],
            ("file", rowFile),
            ("id", id)
        );
        if (found.Count == 0)
            return null;
        var days = daysOf(found[0]);
        ComplaintReader.Look(session, generation, days.Until, stream);
        long count = 0;
        var incidents = session.Query(
            "Grouping/explain_incidents",
            row =>
            {
                count = row.GetInt64(6);
                return new HotspotIncident(
                    row.GetString(0),
                    row.GetString(1),
                    row.TextAt(2),
                    row.TextAt(3),
                    row.GetInt64(4),
                    row.GetInt64(5)
                );
            },
            ("file", partsFile),
            ("id", id),
            ("by_unit", byUnit),
            ("from", days.From),
            ("until", days.Until),
            ("top", MostIncidents)
        );
        return new ToldHotspot(found[0], incidents, count);
    }
}
