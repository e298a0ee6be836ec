using Hotspot.IssueGroups;

namespace Hotspot.Tests.IssueGroups;

/// <summary>What the grouping is given on a night, as <c>touched.sql</c> and <c>rows.sql</c> give it.</summary>
internal static class Night
{
    /// <param name="rows">All complaints, in the grouping's order.</param>
    /// <param name="whole">The group of each, as found so far.</param>
    /// <returns>The founders of groups that are open at <paramref name="from"/>, settled, and the complaints from then on, in the same order.</returns>
    public static IEnumerable<GroupRow> TakenUp(
        IReadOnlyCollection<GroupRow> rows,
        IReadOnlyDictionary<string, string> whole,
        DateTime from,
        GroupSettings settings
    ) =>
        rows.Where(row => row.OccurredAt < from)
            .GroupBy(row => whole[row.ComplaintId])
            .Select(group => (Group: group, Last: group.Max(row => row.OccurredAt)))
            .Where(group => group.Last >= from - settings.Silence)
            .SelectMany(group =>
                group.Group.Take(settings.Founders).Select(row => row with { Before = group.Group.Key, SettledUntil = group.Last })
            )
            .Concat(rows.Where(row => row.OccurredAt >= from))
            .OrderBy(row => row.Block, StringComparer.Ordinal)
            .ThenBy(row => row.OccurredAt)
            .ThenBy(row => row.ComplaintId, StringComparer.Ordinal);
}
