using Hotspot.Classify;
using Hotspot.Store;
using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>
/// Runs the grouping over what a load touched: every complaint of a touched block from its first touched time on gets its group; what is new goes to
/// <c>scratch.regrouped</c>. Earlier complaints keep theirs; the founders of groups that are still open then are set up again, so that the result is
/// that of a grouping over everything, at the cost of what is new.
/// </summary>
public static class IssueGroupStage
{
    /// <summary>Blocks are worked on side by side, in so many shares at most.</summary>
    private const int MostParts = 4;

    /// <param name="boilerplate">What any complaint may hold (<see cref="TermReader.Phrases"/>).</param>
    /// <param name="rules">Names the settings and phrases; where it is not what the stored groups were made with, all are made anew.</param>
    /// <returns>Complaints looked at anew, and the groups that they open.</returns>
    public static (long Complaints, long Groups) Run(
        Session store,
        GroupSettings settings,
        Boilerplate boilerplate,
        MatterWords words,
        string rules
    )
    {
        store.Execute("IssueGroups/touched", ("rules", rules), ("days", settings.Silence.TotalDays), ("founders", settings.Founders));
        var parts = Math.Min(store.Threads, MostParts);
        var counts = new (long Complaints, long Groups)[parts];
        store.Together(parts, (session, part) => counts[part] = Run(session, part, parts, settings, boilerplate, words));
        return (counts.Sum(count => count.Complaints), counts.Sum(count => count.Groups));
    }

    private static (long Complaints, long Groups) Run(
        Session store,
        int part,
        int parts,
        GroupSettings settings,
        Boilerplate boilerplate,
        MatterWords words
    )
    {
        var reader = new TermReader(boilerplate, words);
        var rows = store.Stream(
            "IssueGroups/rows",
            row =>
            {
                var (title, content) = (row.TextAt(5), row.TextAt(6));
                var place = row.TextAt(12);
                string?[] names = [place, row.TextAt(7), row.TextAt(3), row.TextAt(8), row.TextAt(9)];
                return new GroupRow(
                    row.GetString(0),
                    row.GetDateTime(1),
                    row.GetString(2),
                    place,
                    row.TextAt(3),
                    row.TextAt(4),
                    new Lazy<TermVector>(() => reader.Read(title, content, names), LazyThreadSafetyMode.None)
                )
                {
                    Near = place is null
                        ? new Lazy<NearText?>(
                            () => NearText.Of($"{title} {content}", GroupSettings.NearReach, GroupSettings.NearRuns),
                            LazyThreadSafetyMode.None
                        )
                        : null,
                    Before = row.TextAt(10),
                    SettledUntil = row.IsDBNull(11) ? null : row.GetDateTime(11),
                };
            },
            ("part", part),
            ("parts", parts),
            ("title_reach", TermReader.TitleReach),
            ("content_reach", Math.Max(TermReader.ContentReach, GroupSettings.NearReach)),
            ("unknown", IssueList.Other)
        );
        long complaints = 0;
        long groups = 0;
        using var beside = store.Beside();
        using var regrouped = beside.Append("scratch", "regrouped");
        foreach (var (row, groupId) in IssueGrouping.Run(rows, settings))
        {
            complaints++;
            groups += groupId == row.ComplaintId ? 1 : 0;
            if (groupId != (row.Before ?? row.ComplaintId))
                regrouped.CreateRow().AppendValue(row.ComplaintId).AppendValue(row.OccurredAt).AppendValue(groupId).EndRow();
        }
        return (complaints, groups);
    }
}
