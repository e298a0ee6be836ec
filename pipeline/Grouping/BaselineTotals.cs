namespace Hotspot.Grouping;

/// <summary>An earlier total: a period, and what it is a total of (null: all).</summary>
public sealed record BaselineCount(DaySpan Span, string? Stream, string? Issue, string? District, long Complaints);

/// <summary>What the complaints themselves are told apart by: every stream, issue and district that they have.</summary>
public sealed record BaselineParts(IReadOnlySet<string> Streams, IReadOnlySet<string> Issues, IReadOnlySet<string> Districts);

/// <summary>
/// Totals of one span, from the time before the complaints. Only complaints: incidents, callers and hours are not known, so nothing is tested on them.
/// A span is told by the rows of exactly this span, else by rows that fill it without gap or overlap (a quarter by its months). Parts are summed only where
/// none is missing that the complaints have: one issue, one stream or some districts are not the city.
/// </summary>
public sealed class BaselineTotals
{
    private readonly IReadOnlyList<BaselineCount> _rows;
    private readonly BaselineParts _parts;

    private BaselineTotals(IReadOnlyList<BaselineCount> rows, BaselineParts parts) => (_rows, _parts) = (rows, parts);

    /// <returns>Null where the rows do not tell the city's total of the span.</returns>
    public static BaselineTotals? Of(DaySpan span, IReadOnlyList<BaselineCount> rows, BaselineParts parts)
    {
        var kept = rows.GroupBy(row => (row.Stream, row.Issue, row.District))
            .Select(same => Filled(span, [.. same]))
            .OfType<BaselineCount>()
            .ToList();
        var totals = new BaselineTotals(kept, parts);
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

    /// <summary>From the coarsest rows that are told apart by what is asked: sums over finer rows only where there are no coarser ones, and no part is missing.</summary>
    private Dictionary<string, long>? Sum(Func<BaselineCount, string> key, bool stream, bool issue, bool district) =>
        _rows
            .GroupBy(row => (Stream: row.Stream is not null, Issue: row.Issue is not null, District: row.District is not null))
            .Where(shape => (shape.Key.Stream || !stream) && (shape.Key.Issue || !issue) && (shape.Key.District || !district))
            .OrderBy(shape => (shape.Key.Stream ? 1 : 0) + (shape.Key.Issue ? 1 : 0) + (shape.Key.District ? 1 : 0))
            .ThenBy(shape => shape.Key)
            .Select(shape =>
                shape
                    .GroupBy(key)
                    .Where(group =>
                        (stream || !shape.Key.Stream || HasAll(group, row => row.Stream!, _parts.Streams))
                        && (issue || !shape.Key.Issue || HasAll(group, row => row.Issue!, _parts.Issues))
                        && (district || !shape.Key.District || HasAll(group, row => row.District!, _parts.Districts))
                    )
                    .ToDictionary(group => group.Key, group => group.Sum(row => row.Complaints), StringComparer.Ordinal)
            )
            .FirstOrDefault(sums => sums.Count > 0);

    private static bool HasAll(IEnumerable<BaselineCount> rows, Func<BaselineCount, string> part, IReadOnlySet<string> parts) =>
        parts.IsSubsetOf(rows.Select(part));
}
