namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// Candidates that share a place are one hotspot, told once: the one with the smallest p of its two tests, then the one with more units beyond what was
/// expected, then the one of the earlier generator. Without tests the earlier generator stands.
/// </summary>
internal static class Rivals
{
    /// <param name="members">Places of each candidate.</param>
    /// <param name="p">The smaller of the p of hot and the q of rising; null: not tested.</param>
    /// <returns>Indexes of those that stand, ascending.</returns>
    public static int[] Settle(IReadOnlyList<int[]> members, IReadOnlyList<double>? p, IReadOnlyList<double>? excess)
    {
        var taken = new HashSet<int>();
        var stand = new List<int>();
        foreach (var i in Enumerable.Range(0, members.Count).OrderBy(i => p?[i]).ThenByDescending(i => excess?[i]).ThenBy(i => i))
        {
            if (members[i].Any(taken.Contains))
                continue;
            taken.UnionWith(members[i]);
            stand.Add(i);
        }
        stand.Sort();
        return [.. stand];
    }
}
