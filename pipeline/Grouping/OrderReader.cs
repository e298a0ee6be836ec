using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>One report of an incident.</summary>
/// <param name="JoinedBy">Code of the key that joined it; <c>opened</c> for the first.</param>
/// <param name="Address">Place and building that it shares with the first; null where its key asks for none, or coordinates alone joined it.</param>
/// <param name="Metres">Whole metres from the first, where coordinates joined it.</param>
public sealed record IncidentReport(string ComplaintId, string OccurredAt, string JoinedBy, string? Address, double? Metres)
{
    /// <summary>The hours that its key allows after the first; null: the key knows no time.</summary>
    public double? WithinHours { get; init; }
}

/// <summary>One order as readers see it: masked, every published column in its order, null where blank.</summary>
/// <param name="Incident">Reports of its incident, the first first, at most <see cref="OrderReader.MostReports"/>.</param>
public sealed record PublishedOrder(IReadOnlyList<KeyValuePair<string, string?>> Columns, IReadOnlyList<IncidentReport> Incident)
{
    public string? this[string column] => Columns.FirstOrDefault(pair => pair.Key == column).Value;
}

/// <summary>Single orders of a published generation.</summary>
public static class OrderReader
{
    public const int MostReports = 50;

    /// <summary>Null where the generation lacks the order.</summary>
    public static PublishedOrder? Find(Generation generation, string complaintId, SessionLimits limits)
    {
        if (!Directory.Exists(Path.Combine(generation.Path, "complaints")))
            return null;
        using var session = Session.InMemory(limits);
        ComplaintReader.Look(session, generation, new DateOnly(9999, 1, 1));
        var found = session.Query<IReadOnlyList<KeyValuePair<string, string?>>>(
            "Grouping/explain",
            row => [.. Enumerable.Range(0, row.FieldCount).Select(i => KeyValuePair.Create(row.GetName(i), row.TextAt(i)))],
            ("id", complaintId)
        );
        if (found.Count == 0)
            return null;
        var order = new PublishedOrder(found[0], []);
        return order with
        {
            Incident = session.Query(
                "Grouping/explain_incident",
                row => new IncidentReport(row.GetString(0), row.GetString(1), row.GetString(2), row.TextAt(3), row.DoubleAt(4)),
                ("incident", order["incident_id"]),
                ("top", MostReports)
            ),
        };
    }
}
