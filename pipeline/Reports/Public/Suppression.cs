namespace Hotspot.Reports.Public;

/// <summary>
/// Which rows of a table with a known total are withheld. Primary: a count from 1 to k − 1. Complementary (Willenborg and de Waal 2001,
/// ch. 6): rows are added, the smallest first, until at least two are withheld and they sum to 2k or more; then no withheld cell follows
/// from the total and the others, not even by whoever knows this rule and k. All withheld cells print alike, so that nothing tells the
/// small from the complementary.
/// </summary>
public static class Suppression
{
    /// <param name="below">k: counts from 1 to k − 1 are small.</param>
    /// <returns>For each count whether it is withheld.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<long> counts, int below)
    {
        var withheld = counts.Select(count => count > 0 && count < below).ToArray();
        if (!withheld.Contains(true))
            return withheld;
        // Rows of 0 add nothing; they are taken only where the second row is still missing.
        foreach (var next in Enumerable.Range(0, counts.Count).OrderBy(i => counts[i] == 0).ThenBy(i => counts[i]))
        {
            var hidden = Enumerable.Range(0, counts.Count).Where(i => withheld[i]).ToList();
            var enough = hidden.Sum(i => counts[i]) >= 2L * below || counts[next] == 0;
            if (hidden.Count >= 2 && enough)
                break;
            withheld[next] = true;
        }
        return withheld;
    }
}
