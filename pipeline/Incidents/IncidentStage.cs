using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Incidents;

/// <summary>Runs the merge over the store: every complaint gets its incident, its unit and what joined it (table <c>incident_member</c>).</summary>
public static class IncidentStage
{
    private static readonly string[] JoinedByCodes = [.. Enum.GetValues<JoinedBy>().Select(Snake.Code)];

    /// <param name="toMetres">The city's metric projection, from WGS-84 degrees.</param>
    /// <returns>Complaints and incidents.</returns>
    public static (long Complaints, long Incidents) Run(
        Session store,
        MergeSettings settings,
        Func<double, double, (double X, double Y)> toMetres
    )
    {
        store.Execute("Incidents/clear");
        var rows = store.Each(
            "Incidents/rows",
            row =>
            {
                (double X, double Y)? metres = row.IsDBNull(6) ? null : toMetres(row.GetDouble(6), row.GetDouble(7));
                return new MergeRow(
                    row.GetString(0),
                    row.GetDateTime(1),
                    row.GetString(2) == "day" ? TimePrecision.Day : TimePrecision.Second,
                    row.TextAt(3),
                    row.TextAt(4),
                    row.TextAt(5),
                    metres?.X,
                    metres?.Y
                );
            }
        );
        long complaints = 0;
        long incidents = 0;
        using var members = store.Append("incident_member");
        foreach (var merged in IncidentMerge.Run(rows, settings))
        {
            complaints++;
            incidents += merged.JoinedBy == JoinedBy.Opened ? 1 : 0;
            members
                .CreateRow()
                .AppendValue(merged.ComplaintId)
                .AppendValue(merged.IncidentId)
                .AppendValue(merged.UnitId)
                .AppendValue(JoinedByCodes[(int)merged.JoinedBy])
                .EndRow();
        }
        return (complaints, incidents);
    }
}
