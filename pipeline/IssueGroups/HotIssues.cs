using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>What is counted of one group (<c>hot_issues.sql</c>).</summary>
/// <param name="Organisation">The shop or company that most of those that name one speak of.</param>
/// <param name="Complaints">In the period.</param>
/// <param name="Callers">People of the period: a lower bound.</param>
/// <param name="AllComplaints">Of the period and the days of memory before it; so <paramref name="AllCallers"/>.</param>
/// <param name="RepeatCallers">Of all callers those with two complaints or more.</param>
/// <param name="Warmth">Σ over all callers of e^(−days before the period ÷ 14)·(1 + ½ if repeated).</param>
/// <param name="IsKnown">People are known callers; else what stands for them: distinct texts on distinct days.</param>
/// <param name="FirstAt">When the group was opened.</param>
public sealed record HotIssueCount(
    string GroupId,
    string? Issue,
    string? District,
    string? Street,
    string? Place,
    string? Organisation,
    long Complaints,
    long Callers,
    long AllComplaints,
    long AllCallers,
    long RepeatCallers,
    double Warmth,
    bool IsKnown,
    DateTime FirstAt,
    DateTime LastAt
);

/// <summary>Words of one complaint, masked.</summary>
/// <param name="Names">Of its place, in any spelling.</param>
public sealed record SaidText(string ComplaintId, string? GroupId, string? Title, string? Content, IReadOnlyList<string?> Names, bool IsNow)
{
    /// <summary>The content; the title where there is none.</summary>
    public string Story => Content ?? Title ?? "";

    /// <summary>All that was said: what stands in a title alone is said, too.</summary>
    public IEnumerable<string> Said => new[] { Title, Content }.OfType<string>();
}

/// <summary>One hot issue, as the table <c>hot_issues</c> has it. The components of its heat stand beside it.</summary>
/// <param name="Title">Its most typical sentence, masked, behind the name of the place where the sentence does not tell it.</param>
/// <param name="CallersFrom"><c>keys</c> or <c>texts</c>, as of points.</param>
/// <param name="TopTerms">What its complaints say more than those of the other hot issues, parted by 、.</param>
/// <param name="ExampleIds">Complaint ids of the most typical ones, parted by 、.</param>
/// <param name="Example">The beginning of the most typical one, masked.</param>
public sealed record HotIssue(
    string IssueGroupId,
    int Rank,
    string Title,
    double Heat,
    long Callers,
    long Complaints,
    long AllCallers,
    long AllComplaints,
    long RepeatCallers,
    string CallersFrom,
    double Severity,
    DateTime FirstAt,
    DateTime LastAt,
    string? Issue,
    string? Place,
    string? District,
    string? Street,
    string? Organisation,
    string TopTerms,
    string ExampleIds,
    string Example
);

/// <summary>
/// Ranks the groups of a period by heat and gives each a name. Heat counts people, not reports: a caller of the period counts 1, one of before less by
/// e^(−t/14 d), one who came again half as much more; times the severity that the office gives to the issue kind. Nothing that people can press, such as
/// a like, adds to it.
/// </summary>
public static class HotIssues
{
    /// <summary>Fewer people are no hot issue.</summary>
    public const int LeastCallers = 3;

    /// <summary>Days before a period that are remembered.</summary>
    public const int MemoryDays = 60;

    /// <summary>A caller counts 1/e of one of the period after so many days.</summary>
    public const double DecayDays = 14;

    /// <summary>The table tells so many of them.</summary>
    public const int Most = 30;
    private const int Examples = 3;
    internal const int Terms = 5;

    /// <param name="counts">In any order, each with <see cref="LeastCallers"/> or more.</param>
    /// <param name="severity">Issue kind → factor; 1 where it names none.</param>
    /// <returns>Hottest first; ties by callers, then by the older one.</returns>
    public static IReadOnlyList<HeatedCount> Rank(IEnumerable<HotIssueCount> counts, IReadOnlyDictionary<string, double> severity) =>
        [
            .. counts
                .Select(count => new HeatedCount(count, count.Issue is { } issue ? severity.GetValueOrDefault(issue, 1) : 1))
                .OrderByDescending(heated => heated.Heat)
                .ThenByDescending(heated => heated.Count.Callers)
                .ThenBy(heated => heated.Count.FirstAt)
                .ThenBy(heated => heated.Count.GroupId, StringComparer.Ordinal),
        ];

    /// <param name="ranked">The hottest, in order.</param>
    /// <param name="texts">Of these groups, in order of time.</param>
    public static IReadOnlyList<HotIssue> Tell(IReadOnlyList<HeatedCount> ranked, IReadOnlyList<SaidText> texts, Boilerplate boilerplate)
    {
        var said = texts.ToLookup(text => text.GroupId);
        var speech = GroupSpeech.Of([.. ranked.Select(heated => (heated.Count.Place, said[heated.Count.GroupId].ToList()))], boilerplate);
        return
        [
            .. ranked
                .Zip(speech, (heated, speech) => (heated.Count, heated.Heat, heated.Severity, speech))
                .Select(
                    (found, i) =>
                        new HotIssue(
                            found.Count.GroupId,
                            i + 1,
                            found.speech.Title,
                            found.Heat,
                            found.Count.Callers,
                            found.Count.Complaints,
                            found.Count.AllCallers,
                            found.Count.AllComplaints,
                            found.Count.RepeatCallers,
                            found.Count.IsKnown ? "keys" : "texts",
                            found.Severity,
                            found.Count.FirstAt,
                            found.Count.LastAt,
                            found.Count.Issue,
                            found.Count.Place,
                            found.Count.District,
                            found.Count.Street,
                            found.Count.Organisation,
                            string.Join('、', found.speech.Terms),
                            string.Join('、', found.speech.Typical.Take(Examples)),
                            found.speech.Example
                        )
                ),
        ];
    }
}

/// <summary>A group with its heat.</summary>
public sealed record HeatedCount(HotIssueCount Count, double Severity)
{
    public double Heat { get; } = Math.Round(Count.Warmth * Severity, 3);
}
