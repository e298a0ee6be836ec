using Hotspot.Calendar;
using Hotspot.Hotspots;
using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    /// <summary>Callers who make a fifth or more of the complaints of a street, and ten at least.</summary>
    public IReadOnlyList<SingleCaller> SingleCallers(DaySpan span) =>
        _session.Query(
            "Grouping/single_callers",
            row => new SingleCaller(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
            Between(span)
        );

    /// <summary>One caller's issue at a place, each.</summary>
    public IReadOnlyList<PointUnit> Units(DaySpan span) =>
        _session.Query(
            "Grouping/units",
            row => new PointUnit(
                row.GetString(0),
                row.GetString(1),
                row.TextAt(2),
                row.TextAt(3),
                row.DoubleAt(4),
                row.DoubleAt(5),
                row.GetDateTime(6),
                row.IntAt(7),
                row.TextAt(8),
                row.TextAt(9),
                row.TextAt(10),
                row.TextAt(11),
                (int)row.GetInt64(12)
            )
            {
                LastAt = row.GetDateTime(13),
                Days = row.GetFieldValue<List<DateOnly>>(14),
            },
            Between(span)
        );

    /// <summary>Units without label, hour, caller, issue and what came after their first report, which a past of a million of them need not tell.</summary>
    public IReadOnlyList<PointUnit> PastUnits(DaySpan span) =>
        _session.Query(
            "Grouping/past_units",
            row => new PointUnit(
                row.GetString(0),
                row.GetString(1),
                row.TextAt(2),
                null,
                row.DoubleAt(3),
                row.DoubleAt(4),
                row.GetDateTime(5),
                null,
                null,
                null,
                row.TextAt(6),
                row.TextAt(7),
                (int)row.GetInt64(8)
            ),
            Between(span)
        );

    /// <summary>Units with what reports without a caller key say: reads the texts, and is therefore for the period alone.</summary>
    public IReadOnlyList<PointUnit> UnitsWithTexts(DaySpan span)
    {
        var texts = _session
            .Query("Grouping/unit_texts", row => (Unit: row.GetString(0), Text: row.HashAt(1)), Between(span))
            .ToDictionary(one => one.Unit, one => one.Text, StringComparer.Ordinal);
        return [.. Units(span).Select(unit => unit with { Text = texts.GetValueOrDefault(unit.UnitId) })];
    }
}
