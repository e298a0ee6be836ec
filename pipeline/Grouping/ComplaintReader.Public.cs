using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Complaints of one day in one row of a public table.</summary>
/// <param name="Grouping">district, issue or hour.</param>
/// <param name="Label">Null where the complaint has none.</param>
public sealed record PublicDay(DateOnly Day, string Grouping, string? Label, long Complaints);

public sealed partial class ComplaintReader
{
    /// <summary>Each complaint once in every grouping, so that any span of days can be summed.</summary>
    public IReadOnlyList<PublicDay> PublicDays(DaySpan span) =>
        _session.Query(
            "Grouping/public_days",
            row => new PublicDay(row.DayAt(0)!.Value, row.GetString(1), row.TextAt(2), row.GetInt64(3)),
            Between(span)
        );
}
