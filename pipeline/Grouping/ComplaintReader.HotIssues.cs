using System.Data.Common;
using Hotspot.IssueGroups;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>What hot issues and emerging words are made of.</summary>
public sealed partial class ComplaintReader
{
    /// <summary>Complaints of a group that are read to name it.</summary>
    private const int MostTexts = 200;

    /// <summary>Matters that are read for words; of more, a share that is dealt out by number.</summary>
    private const long MostMatters = 60_000;

    /// <summary>Groups that <see cref="IssueGroups.HotIssues.LeastCallers"/> people speak of, in no order that matters.</summary>
    public IReadOnlyList<HotIssueCount> HotIssues(DaySpan span)
    {
        var counts = _session.Query(
            "Grouping/hot_issues",
            row => new HotIssueCount(
                row.GetString(0),
                row.TextAt(1),
                row.TextAt(2),
                row.TextAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9),
                row.GetInt64(10),
                row.GetDouble(11),
                row.GetBoolean(12),
                row.GetDateTime(13),
                row.GetDateTime(14)
            ),
            [
                .. Between(span),
                ("memory", span.From.AddDays(-IssueGroups.HotIssues.MemoryDays)),
                ("least", IssueGroups.HotIssues.LeastCallers),
                ("decay", IssueGroups.HotIssues.DecayDays),
            ]
        );
        if (counts.Count == 0)
            return counts;
        var opened = _session
            .Query(
                "Grouping/hot_issue_openers",
                row => (Id: row.GetString(0), At: row.GetDateTime(1)),
                ("ids", string.Join('\n', counts.Select(count => count.GroupId)))
            )
            .ToDictionary(row => row.Id, row => row.At, StringComparer.Ordinal);
        // The one that opened it may be of another stream.
        return [.. counts.Select(count => count with { FirstAt = opened.GetValueOrDefault(count.GroupId, count.FirstAt) })];
    }

    public IReadOnlyList<SaidText> HotIssueTexts(IReadOnlyList<string> groups, DaySpan span) =>
        groups.Count == 0
            ? []
            : _session.Query(
                "Grouping/hot_issue_texts",
                Said,
                [
                    .. Between(span),
                    ("memory", span.From.AddDays(-IssueGroups.HotIssues.MemoryDays)),
                    ("ids", string.Join('\n', groups)),
                    ("most", MostTexts),
                    ("reach", TermReader.ContentReach),
                ]
            );

    /// <summary>First complaints of the matters that came up in the span and in so many days before it.</summary>
    /// <param name="complaints">How many complaints these days have, or about.</param>
    public IReadOnlyList<SaidText> MatterTexts(DaySpan span, int daysBefore, long complaints) =>
        _session.Query(
            "Grouping/matter_texts",
            Said,
            [
                .. Between(span),
                ("before", span.From.AddDays(-daysBefore)),
                ("parts", 1 + complaints / MostMatters),
                ("reach", TermReader.ContentReach),
            ]
        );

    private static SaidText Said(DbDataReader row) =>
        new(
            row.GetString(0),
            row.TextAt(1),
            row.TextAt(2),
            row.TextAt(3),
            [row.TextAt(4), row.TextAt(5), row.TextAt(6), row.TextAt(7), row.TextAt(8)],
            row.GetBoolean(9)
        );
}
