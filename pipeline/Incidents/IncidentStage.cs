using System.Globalization;
using Hotspot.Records;
using Hotspot.Store;
using Hotspot.Texts;

namespace Hotspot.Incidents;

/// <summary>
/// Runs the merge over what a load touched: every complaint from the first touched time of its issue on gets its incident, its unit and what joined
/// it; what is new goes to <c>scratch.moved</c>. Earlier reports keep theirs; those that are still open then are set up again from the table <c>incident_member</c>, so
/// the result is that of a merge over everything.
/// </summary>
public static class IncidentStage
{
    /// <summary>Issues are worked on side by side, by so many at most, and dealt out in shares of so many changed complaints: what is sorted at once must fit.</summary>
    private const int MostWorkers = 4;
    private const int ChangesAPart = 250_000;
    private const int MostParts = 16;

    /// <summary>Of more changes the shares are so large that two that are sorted side by side are more than the memory that DuckDB has: one after the other.</summary>
    private const int MostSideBySide = 4_000_000;
    private static readonly string[] JoinedByCodes = [.. Enum.GetValues<JoinedBy>().Select(Snake.Code)];
    private static readonly Dictionary<string, JoinedBy> JoinedByOf = Enum.GetValues<JoinedBy>().ToDictionary(Snake.Code);

    /// <param name="toMetres">The city's metric projection, from WGS-84 degrees.</param>
    /// <returns>Complaints looked at anew, and the incidents that they open.</returns>
    public static (long Complaints, long Incidents) Run(
        Session store,
        MergeSettings settings,
        Func<double, double, (double X, double Y)> toMetres
    )
    {
        store.Execute("Incidents/remake", ("rules", settings.Fingerprint));
        var changes = store.One("Incidents/changes", row => row.GetInt64(0));
        var workers = changes > MostSideBySide ? 1 : Math.Min(store.Threads, MostWorkers);
        var parts = (int)Math.Clamp(changes / ChangesAPart, workers, MostParts);
        var counts = new (long Complaints, long Incidents)[parts];
        var taken = -1;
        store.Together(
            workers,
            (session, _) =>
            {
                for (var part = Interlocked.Increment(ref taken); part < parts; part = Interlocked.Increment(ref taken))
                    counts[part] = Run(session, part, parts, settings, toMetres);
            }
        );
        return (counts.Sum(count => count.Complaints), counts.Sum(count => count.Incidents));
    }

    private static (long Complaints, long Incidents) Run(
        Session store,
        int part,
        int parts,
        MergeSettings settings,
        Func<double, double, (double X, double Y)> toMetres
    )
    {
        var rows = store.Stream(
            "Incidents/rows",
            row =>
            {
                (double X, double Y)? metres = row.IsDBNull(6) ? null : toMetres(row.GetDouble(6), row.GetDouble(7));
                return new MergeRow(
                    row.GetString(0),
                    row.GetDateTime(1),
                    row.GetBoolean(2) ? TimePrecision.Day : TimePrecision.Second,
                    row.TextAt(3),
                    row.HashAt(4),
                    row.HashAt(5),
                    metres?.X,
                    metres?.Y
                )
                {
                    Street = row.TextAt(12),
                    Words = row.TextAt(13) is { } words ? NearText.Of(words, MergeSettings.TextReach, MergeSettings.LeastRuns) : null,
                    IsSettled = !row.GetBoolean(8),
                    Before = row.IsDBNull(9)
                        ? Membership.Opener(row.GetString(0))
                        : new Membership(row.GetString(9), JoinedByOf[row.GetString(11)], row.GetString(10)),
                };
            },
            ("days", settings.ReachDays),
            ("reach", MergeSettings.TextReach),
            ("part", part),
            ("parts", parts)
        );
        long complaints = 0;
        long incidents = 0;
        using var beside = store.Beside();
        using var moved = beside.Append("scratch", "moved");
        foreach (var (row, found) in IncidentMerge.Run(rows, settings))
        {
            complaints++;
            incidents += found.JoinedBy == JoinedBy.Opened ? 1 : 0;
            if (found == row.Before)
                continue;
            moved
                .CreateRow()
                .AppendValue(row.ComplaintId)
                .AppendValue(row.OccurredAt)
                .AppendValue(found.IncidentId)
                .AppendValue(found.UnitId)
                .AppendValue(JoinedByCodes[(int)found.JoinedBy])
                .EndRow();
        }
        return (complaints, incidents);
    }
}
