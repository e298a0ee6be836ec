using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>An incident of a hotspot.</summary>
/// <param name="IncidentId">Number of its first order.</param>
public sealed record HotspotIncident(string IncidentId, string FirstAt, string? Issue, string? Place, long Complaints, long Callers);

/// <param name="Columns">Of the table <c>points</c>, in their order, as text; null where blank.</param>
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
    )
    {
        using var session = Session.InMemory(limits);
        var found = session.Query<IReadOnlyList<KeyValuePair<string, string?>>>(
            "Grouping/explain_point",
            row => [.. Enumerable.Range(0, row.FieldCount).Select(i => KeyValuePair.Create(row.GetName(i), row.TextAt(i)))],
            ("file", pointsFile),
            ("id", hotspotId)
        );
        if (found.Count == 0)
            return null;
        ComplaintReader.Look(session, generation, days.Until, stream);
        long count = 0;
        var incidents = session.Query(
            "Grouping/explain_point_incidents",
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
            ("file", unitsFile),
            ("id", hotspotId),
            ("from", days.From),
            ("until", days.Until),
            ("top", MostIncidents)
        );
        return new ToldHotspot(found[0], incidents, count);
    }
}
