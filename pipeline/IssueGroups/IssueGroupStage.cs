using System.Collections.Concurrent;
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
    /// <summary>Blocks are worked on side by side, by so many at most.</summary>
    private const int MostWorkers = 4;

    /// <summary>Complaints of one block that are handed over at once, and handfuls that wait for a worker at most: 32,768 complaints.</summary>
    private const int Handful = 512;
    private const int MostWaiting = 64;

    private sealed record Said(
        string ComplaintId,
        DateTime OccurredAt,
        string Block,
        string? District,
        string? Issue,
        string? Title,
        string? Content,
        string? PlaceText,
        string? Street,
        string? Community,
        string? GroupId,
        DateTime? SettledUntil,
        string? Place
    );

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
        var counts = new (long Complaints, long Groups)[Math.Min(store.Threads, MostWorkers)];
        BlockingCollection<List<Said>>[] queues = [.. counts.Select(_ => new BlockingCollection<List<Said>>(MostWaiting))];
        using var failed = new CancellationTokenSource();
        // One ordered query: two that sort the words of a large load side by side are more than the memory that DuckDB has.
        store.Together(
            queues.Length + 1,
            (session, i) =>
            {
                if (i == queues.Length)
                    Deal(session, queues, failed.Token);
                else
                    counts[i] = Group(session, queues[i], settings, new TermReader(boilerplate, words), failed);
            }
        );
        return (counts.Sum(count => count.Complaints), counts.Sum(count => count.Groups));
    }

    /// <summary>Each block goes to the worker that has least waiting.</summary>
    private static void Deal(Session store, BlockingCollection<List<Said>>[] queues, CancellationToken failed)
    {
        try
        {
            var queue = queues[0];
            var hand = new List<Said>(Handful);
            foreach (var said in Read(store))
            {
                if (hand.Count == Handful || (hand.Count > 0 && hand[0].Block != said.Block))
                {
                    queue.Add(hand, failed);
                    if (hand[0].Block != said.Block)
                        queue = queues.MinBy(one => one.Count)!;
                    hand = new List<Said>(Handful);
                }
                hand.Add(said);
            }
            if (hand.Count > 0)
                queue.Add(hand, failed);
        }
        finally
        {
            foreach (var queue in queues)
                queue.CompleteAdding();
        }
    }

    private static IEnumerable<Said> Read(Session store) =>
        store.Stream(
            "IssueGroups/rows",
            row => new Said(
                row.GetString(0),
                row.GetDateTime(1),
                row.GetString(2),
                row.TextAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.TextAt(6),
                row.TextAt(7),
                row.TextAt(8),
                row.TextAt(9),
                row.TextAt(10),
                row.IsDBNull(11) ? null : row.GetDateTime(11),
                row.TextAt(12)
            ),
            ("title_reach", TermReader.TitleReach),
            ("content_reach", Math.Max(TermReader.ContentReach, GroupSettings.NearReach)),
            ("unknown", IssueList.Other)
        );

    private static (long Complaints, long Groups) Group(
        Session store,
        BlockingCollection<List<Said>> queue,
        GroupSettings settings,
        TermReader reader,
        CancellationTokenSource failed
    )
    {
        try
        {
            long complaints = 0;
            long groups = 0;
            using var regrouped = store.Append("scratch", "regrouped");
            foreach (
                var (row, groupId) in IssueGrouping.Run(
                    queue.GetConsumingEnumerable().SelectMany(hand => hand).Select(said => RowOf(said, reader)),
                    settings
                )
            )
            {
                complaints++;
                groups += groupId == row.ComplaintId ? 1 : 0;
                if (groupId != (row.Before ?? row.ComplaintId))
                    regrouped.CreateRow().AppendValue(row.ComplaintId).AppendValue(row.OccurredAt).AppendValue(groupId).EndRow();
            }
            return (complaints, groups);
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }

    private static GroupRow RowOf(Said said, TermReader reader) =>
        new(
            said.ComplaintId,
            said.OccurredAt,
            said.Block,
            said.Place,
            said.District,
            said.Issue,
            new Lazy<TermVector>(
                () => reader.Read(said.Title, said.Content, [said.Place, said.PlaceText, said.District, said.Street, said.Community]),
                LazyThreadSafetyMode.None
            )
        )
        {
            Near = said.Place is null
                ? new Lazy<NearText?>(
                    () => NearText.Of($"{said.Title} {said.Content}", GroupSettings.NearReach, GroupSettings.NearRuns),
                    LazyThreadSafetyMode.None
                )
                : null,
            Before = said.GroupId,
            SettledUntil = said.SettledUntil,
        };
}
