namespace Hotspot.IssueGroups;

/// <summary>What people speak of in a period.</summary>
/// <param name="Issues">Hottest first, <see cref="HotIssues.Most"/> at most; none where the complaints have no words.</param>
/// <param name="IssuesInAll">How many there are, with <paramref name="Complaints"/> of the period.</param>
/// <param name="Words">Words that emerge; null where the weeks before say too little.</param>
public sealed record SpokenMatters(IReadOnlyList<HotIssue> Issues, int IssuesInAll, long Complaints, IReadOnlyList<EmergingWord>? Words)
{
    public static readonly SpokenMatters None = new([], 0, 0, null);
}
