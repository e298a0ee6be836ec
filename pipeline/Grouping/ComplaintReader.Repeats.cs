using Hotspot.Hotspots;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>What comes again: by the same callers, and near to where something was.</summary>
public sealed partial class ComplaintReader
{
    /// <summary>What of the span had been said before, within <paramref name="days"/> days: city, districts, streets.</summary>
    public IReadOnlyList<RepeatCounts> Repeats(DaySpan span, int days) =>
        _session.Query(
            "Grouping/repeats",
            row => new RepeatCounts(
                row.GetString(0),
                row.TextAt(1),
                row.TextAt(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9),
                row.GetInt64(10)
            ),
            [.. Between(span), ("days", days)]
        );

    /// <summary>Days from a closing in the span to the caller's next order on it, for each unit; nobody is followed longer than <paramref name="days"/>.</summary>
    public IReadOnlyList<RepeatTime> RepeatTimes(DaySpan span, int days) =>
        _session.Query(
            "Grouping/repeat_times",
            row => new RepeatTime(
                row.GetString(0),
                row.TextAt(1),
                row.TextAt(2),
                (int)row.GetInt64(3),
                (int)row.GetInt64(4),
                (int)row.GetInt64(5)
            ),
            [.. Between(span), ("days", days)]
        );

    /// <summary>Where the complaints of the span are.</summary>
    public IReadOnlyList<CoordinateCount> Coordinates(DaySpan span) =>
        _session.Query(
            "Grouping/coordinates",
            row => new CoordinateCount(row.GetDouble(0), row.GetDouble(1), row.GetInt64(2), row.GetInt64(3)),
            Between(span)
        );

    /// <summary>Incidents with a coordinate of their own, in order of their days.</summary>
    public IReadOnlyList<LocatedIncident> LocatedIncidents(DaySpan span) =>
        _session.Query(
            "Grouping/located_incidents",
            row => new LocatedIncident(row.TextAt(0), row.DayAt(1)!.Value, row.GetDouble(2), row.GetDouble(3)),
            Between(span)
        );
}
