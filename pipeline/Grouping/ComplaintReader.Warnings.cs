using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    /// <summary>Incidents, and callers (one's issue at a place once), by area, issue and parts of the span of so many days each; parts are counted back from its end, 0 is the last.</summary>
    /// <param name="leftOut">Days of each part that are not counted, numbered back from its end.</param>
    /// <returns>District null: the whole city; street null: the whole district; issue null: all of them. Areas and parts without an incident or caller are not there.</returns>
    public IReadOnlyList<(string? District, string? Street, string? Issue, int Part, int Incidents, int Callers)> WarningCounts(
        DaySpan span,
        int daysEach,
        IReadOnlyList<int> leftOut
    ) =>
        _session.Query(
            "Grouping/warning_counts",
            row => (row.TextAt(0), row.TextAt(1), row.TextAt(2), (int)row.GetInt64(3), (int)row.GetInt64(4), (int)row.GetInt64(5)),
            [.. Between(span), ("days_each", daysEach), ("left_out", string.Join(',', leftOut))]
        );
}
