using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Hours of the day and days.</summary>
public sealed partial class ComplaintReader
{
    /// <summary>Scopes with every day of the span, also days without a complaint; the kind of a day comes from <paramref name="kindOf"/>.</summary>
    public IReadOnlyList<HourScope> Hours(DaySpan span, Func<DateOnly, DayKind> kindOf)
    {
        var cells = _session.Query(
            "Grouping/hours",
            row =>
                (
                    Level: row.GetString(0),
                    Scope: row.GetString(1),
                    Day: row.DayAt(2)!.Value,
                    Hour: row.IntAt(3)!.Value,
                    Complaints: row.GetInt64(4),
                    Incidents: row.GetInt64(5)
                ),
            Between(span)
        );
        var kinds = Enumerable.Range(0, span.Days).Select(i => kindOf(span.From.AddDays(i))).ToArray();
        return
        [
            .. cells
                .GroupBy(cell => (cell.Level, cell.Scope))
                .Select(scope =>
                {
                    var days = kinds.Select((kind, i) => new DayHours(span.From.AddDays(i), kind, new int[24], new int[24])).ToArray();
                    foreach (var cell in scope)
                    {
                        var day = days[cell.Day.DayNumber - span.From.DayNumber];
                        day.Complaints[cell.Hour] = (int)cell.Complaints;
                        day.Incidents[cell.Hour] = (int)cell.Incidents;
                    }
                    return new HourScope(scope.Key.Level, scope.Key.Scope, days);
                }),
        ];
    }

    /// <summary>Every day of the span for each unit, also days without an incident.</summary>
    public IReadOnlyList<DayScope> DayIncidents(DaySpan span, Func<DateOnly, DayKind> kindOf)
    {
        var cells = _session.Query(
            "Grouping/day_incidents",
            row => (Level: row.GetString(0), Scope: row.GetString(1), Day: row.DayAt(2)!.Value, Incidents: row.GetInt64(3)),
            Between(span)
        );
        return
        [
            .. cells
                .GroupBy(cell => (cell.Level, cell.Scope))
                .Select(scope =>
                {
                    var counts = scope.ToDictionary(cell => cell.Day, cell => cell.Incidents);
                    return new DayScope(
                        scope.Key.Level,
                        scope.Key.Scope,
                        [
                            .. Enumerable
                                .Range(0, span.Days)
                                .Select(i => span.From.AddDays(i))
                                .Select(day => (day, kindOf(day), counts.GetValueOrDefault(day))),
                        ]
                    );
                }),
        ];
    }

    public IReadOnlyList<HeatCell> HeatMap(DaySpan span) =>
        _session.Query(
            "Grouping/heat_map",
            row => new HeatCell(row.IntAt(0)!.Value, row.IntAt(1)!.Value, row.GetInt64(2), row.GetInt64(3)),
            Between(span)
        );

    public IReadOnlyList<IssueDay> IssueDays(DaySpan span) =>
        _session.Query(
            "Grouping/issue_days",
            row => new IssueDay(row.DayAt(0)!.Value, row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
            Between(span)
        );

    public IReadOnlyList<HourIssue> HourIssues(DaySpan span) =>
        _session.Query(
            "Grouping/hour_issues",
            row => new HourIssue(row.IntAt(0)!.Value, row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
            Between(span)
        );
}
