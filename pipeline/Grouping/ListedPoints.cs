using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>A hotspot as a bulletin lists it. Degrees in WGS-84; null where it is known by its text only.</summary>
/// <param name="Callers">Null where callers are not known.</param>
public sealed record ListedPoint(
    string HotspotId,
    int Rank,
    string Label,
    string? District,
    string? Street,
    double? Longitude,
    double? Latitude,
    double? RadiusM,
    long Complaints,
    long? Callers,
    string? TopIssue,
    string? BusyHours,
    string? TrendClass
);

/// <param name="Units">One caller's issue counts once, on the day it was first reported.</param>
public sealed record PointDay(string HotspotId, DateOnly Day, long Units);

/// <summary>The hotspots that bulletins list, and what is told around them on any day.</summary>
public static class ListedPoints
{
    /// <summary>Metres around a hotspot that count as the place: its own radius within these bounds.</summary>
    private const double LeastM = 60;
    private const double MostM = 400;

    /// <param name="files">Tables <c>points</c>.</param>
    /// <param name="top">Length of the list.</param>
    /// <returns>One list a file.</returns>
    public static IReadOnlyList<IReadOnlyList<ListedPoint>> Read(IEnumerable<string> files, int top, SessionLimits limits)
    {
        using var session = Session.InMemory(limits);
        return
        [
            .. files.Select(file =>
                session.Query(
                    "Grouping/listed_points",
                    row => new ListedPoint(
                        row.GetString(0),
                        row.GetInt32(1),
                        row.GetString(2),
                        row.TextAt(3),
                        row.TextAt(4),
                        row.IsDBNull(5) ? null : row.GetDouble(5),
                        row.IsDBNull(6) ? null : row.GetDouble(6),
                        row.IsDBNull(7) ? null : row.GetDouble(7),
                        row.GetInt64(8),
                        row.IsDBNull(9) ? null : row.GetInt64(9),
                        row.TextAt(10),
                        row.TextAt(11),
                        row.TextAt(12)
                    ),
                    ("file", file),
                    ("top", top)
                )
            ),
        ];
    }

    /// <summary>What was told within reach of each point, day by day; those without coordinates are passed over.</summary>
    public static IReadOnlyList<PointDay> Days(Generation generation, IEnumerable<ListedPoint> points, DaySpan span, SessionLimits limits)
    {
        using var session = Session.InMemory(limits);
        ComplaintReader.Look(session, generation, span.Until);
        session.Execute("Grouping/listed_point_table");
        using (var rows = session.Append("listed_point"))
        {
            foreach (var point in points.Where(point => point.Longitude is not null))
                rows.CreateRow()
                    .AppendValue(point.HotspotId)
                    .AppendValue(point.Longitude!.Value)
                    .AppendValue(point.Latitude!.Value)
                    .AppendValue(Math.Clamp(point.RadiusM ?? 0, LeastM, MostM))
                    .EndRow();
        }
        return session.Query(
            "Grouping/listed_point_days",
            row => new PointDay(row.GetString(0), row.DayAt(1)!.Value, row.GetInt64(2)),
            ("from", span.From),
            ("until", span.Until)
        );
    }
}
