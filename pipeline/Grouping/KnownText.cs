using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>A complaint whose issue is known without its text.</summary>
/// <param name="Issue">Null: its category is none of the bureau's.</param>
public sealed record KnownText(DateOnly On, string? Issue, string? Title, string? Content);

public sealed partial class ComplaintReader
{
    /// <summary>What a classifier could have learned from, in order of time.</summary>
    /// <param name="most">Complaints, the same ones every time.</param>
    public IReadOnlyList<KnownText> KnownTexts(DateOnly from, int most)
    {
        _session.Execute("Store/known_text");
        return _session.Query(
            "Grouping/known_texts",
            row => new KnownText(row.DayAt(0)!.Value, row.TextAt(1), row.TextAt(2), row.TextAt(3)),
            ("from", from),
            ("most", most)
        );
    }
}
