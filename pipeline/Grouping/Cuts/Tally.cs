using Hotspot.Calendar;

namespace Hotspot.Grouping.Cuts;

/// <summary>What was counted on the days of one span.</summary>
/// <param name="CallersOf">Distinct callers of each group; empty: not asked for.</param>
/// <param name="Callers">Of all groups, each once; null: not asked for.</param>
/// <param name="WithoutCaller">Reports without a caller's key; null: not asked for.</param>
internal sealed record Tally(
    IReadOnlyDictionary<CutGroup, (long Complaints, long Incidents)> Groups,
    IReadOnlyDictionary<CutGroup, long> CallersOf,
    long? Callers,
    long? WithoutCaller
)
{
    public long Complaints => Groups.Values.Sum(count => count.Complaints);

    public long Incidents => Groups.Values.Sum(count => count.Incidents);

    public long Of(CutGroup group, CutMeasure counted) =>
        counted switch
        {
            CutMeasure.Callers => CallersOf.GetValueOrDefault(group),
            CutMeasure.Incidents => Groups.GetValueOrDefault(group).Incidents,
            _ => Groups.GetValueOrDefault(group).Complaints,
        };

    public long Total(CutMeasure counted) =>
        counted switch
        {
            CutMeasure.Callers => Callers ?? 0,
            CutMeasure.Incidents => Incidents,
            _ => Complaints,
        };

    /// <param name="withCallers">They are dear: asked for only where they are told.</param>
    public static Tally Of(CutReader reader, CutQuestion question, DaySpan days, CutKey key, CutCalendar calendar, bool withCallers)
    {
        reader.Scope(question.Filter, days);
        reader.GroupBy(key, calendar);
        var groups = reader
            .Counts(question.Filter.RepeatOnly)
            .GroupBy(row => key.Group(row.Values))
            .ToDictionary(same => same.Key, same => (same.Sum(row => row.Complaints), same.Sum(row => row.Incidents)));
        if (!withCallers)
            return new Tally(groups, new Dictionary<CutGroup, long>(), null, null);
        var callers = reader.Callers();
        var all = callers.FirstOrDefault(row => row.IsAll);
        return new Tally(groups, CallersBy(callers, key, CutColumns.Dimensions(question.By)), all.Callers, all.WithoutCaller);
    }

    /// <summary>Distinct callers of the scope, grouped otherwise than its groups.</summary>
    public static IReadOnlyDictionary<CutGroup, long> CallersOtherwise(
        CutReader reader,
        IReadOnlyList<CutDimension> by,
        IReadOnlyList<CutDimension> kept,
        CutCalendar calendar
    )
    {
        var key = new CutKey(by, calendar);
        reader.GroupBy(key, calendar);
        return CallersBy(reader.Callers(), key, kept);
    }

    private static Dictionary<CutGroup, long> CallersBy(
        IReadOnlyList<(bool IsAll, string?[] Values, long Callers, long WithoutCaller)> callers,
        CutKey key,
        IReadOnlyList<CutDimension> kept
    ) =>
        callers
            .Where(row => !row.IsAll)
            .GroupBy(row => key.Group(row.Values).Only(kept))
            .ToDictionary(same => same.Key, same => same.Sum(row => row.Callers));
}

/// <summary>
/// What the groups of a cut are compared with: the same groups on the days of one span before, or, grouped by periods, of each its own.
/// </summary>
/// <param name="Span">The days, where they are the same for all; null: each period has its own.</param>
/// <param name="Total">Of all groups; null: each period has its own.</param>
internal sealed record Baseline(DaySpan? Span, long? Total, IReadOnlyDictionary<CutGroup, long> Groups, Func<CutGroup, bool> Has)
{
    /// <summary>Null: the group has nothing to compare with.</summary>
    public long? this[CutGroup group] => Has(group) ? Groups.GetValueOrDefault(group) : null;

    /// <param name="spans">Days of the cut, or of each of its periods, which is named, and of what they are compared with; none: null.</param>
    /// <param name="count">Counts a span.</param>
    public static Baseline? Of(CutQuestion question, IReadOnlyList<(Period? Of, DaySpan? Before)> spans, Func<DaySpan, Tally> count)
    {
        var counted = question.Counted;
        if (question.ComparedEach is not { } each)
        {
            if (spans is not [(_, { } days)])
                return null;
            var whole = count(days);
            return new Baseline(
                days,
                whole.Total(counted),
                whole.Groups.Keys.ToDictionary(group => group, group => whole.Of(group, counted)),
                _ => true
            );
        }
        var groups = new Dictionary<CutGroup, long>();
        var known = new HashSet<object>();
        foreach (var (period, before) in spans)
        {
            if (before is not { } days)
                continue;
            known.Add(period!.Name);
            var tally = count(days);
            foreach (var same in tally.Groups.Keys.GroupBy(group => group.In(each, period.Name)))
                groups[same.Key] = same.Sum(group => tally.Of(group, counted));
        }
        return known.Count == 0 ? null : new Baseline(null, null, groups, group => group[each] is { } name && known.Contains(name));
    }
}
