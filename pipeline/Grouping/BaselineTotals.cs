namespace Hotspot.Grouping;

/// <summary>An earlier total: a period, and what it is a total of (null: all).</summary>
public sealed record BaselineCount(DaySpan Span, string? Stream, string? Issue, string? District, long Complaints);

/// <summary>
/// Totals of one span, from the time before the complaints. Only complaints: incidents, callers and hours are not known, so nothing is tested on them.
/// A span is told by the rows of exactly this span, else by rows that fill it without gap or overlap (a quarter by its months).
/// </summary>
public sealed class BaselineTotals
{
    private readonly IReadOnlyList<BaselineCount> _rows;

    private BaselineTotals(IReadOnlyList<BaselineCount> rows) => _rows = rows;

    /// <returns>Null where the rows do not tell the city's total of the span.</returns>
    public static BaselineTotals? Of(DaySpan span, IReadOnlyList<BaselineCount> rows)
    {
        var kept = rows.GroupBy(row => (row.Stream, row.Issue, row.District))
            .Select(same => Filled(span, [.. same]))
            .OfType<BaselineCount>()
            .ToList();
        var totals = new BaselineTotals(kept);
        return totals.Complaints is null ? null : totals;
    }

    public long? Complaints => Sum(_ => "", stream: false, issue: false, district: false)?.GetValueOrDefault("");

    /// <summary>By stream (A, B, own, unknown); null where the totals do not tell.</summary>
    public IReadOnlyDictionary<string, long>? Streams => Sum(row => row.Stream!, stream: true, issue: false, district: false);

    public IReadOnlyDictionary<string, long>? Issues => Sum(row => row.Issue!, stream: false, issue: true, district: false);

    public IReadOnlyDictionary<string, long>? Districts => Sum(row => row.District!, stream: false, issue: false, district: true);

    private static BaselineCount? Filled(DaySpan span, IReadOnlyList<BaselineCount> rows)
    {
        if (rows.FirstOrDefault(row => row.Span == span) is { } whole)
            return whole;
        var at = span.From;
        long sum = 0;
        foreach (var row in rows.OrderBy(row => row.Span.From).ThenByDescending(row => row.Span.Days))
        {
            if (row.Span.From != at)
                continue;
            (at, sum) = (row.Span.Until, sum + row.Complaints);
        }
        return at == span.Until ? rows[0] with { Span = span, Complaints = sum } : null;
    }

    /// <summary>From the coarsest rows that are told apart by what is asked: sums over finer rows only where there are no coarser ones.</summary>
    private Dictionary<string, long>? Sum(Func<BaselineCount, string> key, bool stream, bool issue, bool district)
    {
        var shape = _rows
            .Select(row => (Stream: row.Stream is not null, Issue: row.Issue is not null, District: row.District is not null))
            .Distinct()
            .Where(s => (s.Stream || !stream) && (s.Issue || !issue) && (s.District || !district))
            .OrderBy(s => (s.Stream ? 1 : 0) + (s.Issue ? 1 : 0) + (s.District ? 1 : 0))
            .ThenBy(s => s)
            .Cast<(bool Stream, bool Issue, bool District)?>()
            .FirstOrDefault();
        return shape is not { } chosen
            ? null
            : _rows
                .Where(row => (row.Stream is not null, row.Issue is not null, row.District is not null) == chosen)
                .GroupBy(key)
                .ToDictionary(group => group.Key, group => group.Sum(row => row.Complaints), StringComparer.Ordinal);
    }
}
