namespace Hotspot.Reports.Public;

/// <summary>
/// Which rows of a table with a known total are withheld. Primary: a count from 1 to k − 1. Complementary (Willenborg and de Waal 2001,
/// ch. 6): rows are added, the smallest first, until at least two are withheld and they sum to 2k or more in every column; then no
/// withheld cell follows from the total and the others, not even by whoever knows this rule and k. All withheld cells print alike, so that
/// nothing tells the small from the complementary.
/// </summary>
public static class Suppression
{
    /// <param name="rows">Counts of a row, one for each column that has a total; every row has the same number.</param>
    /// <param name="below">k: counts from 1 to k − 1 are small.</param>
    /// <returns>For each row whether it is withheld.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<IReadOnlyList<long>> rows, int below)
    {
        var withheld = rows.Select(row => row.Any(count => count > 0 && count < below)).ToArray();
        if (!withheld.Contains(true))
            return withheld;
        while (Deficient(rows, withheld, 2L * below) is { } column)
        {
            if (Smallest(rows, withheld, column) is not { } next)
                break;
            withheld[next] = true;
        }
        return withheld;
    }

    /// <returns>A column whose withheld cells can be told too closely; null where there is none.</returns>
    private static int? Deficient(IReadOnlyList<IReadOnlyList<long>> rows, bool[] withheld, long least)
    {
        if (withheld.Count(hidden => hidden) < 2)
            return 0;
        for (var column = 0; column < rows[0].Count; column++)
        {
            var open = rows.Where((row, i) => !withheld[i] && row[column] > 0).Any();
            if (open && rows.Where((_, i) => withheld[i]).Sum(row => row[column]) < least)
                return column;
        }
        return null;
    }

    /// <summary>The row that gives the column most cheaply; where none gives it anything, the smallest of all: two must be withheld.</summary>
    private static int? Smallest(IReadOnlyList<IReadOnlyList<long>> rows, bool[] withheld, int column)
    {
        var open = Enumerable.Range(0, rows.Count).Where(i => !withheld[i]).ToList();
        var giving = open.Where(i => rows[i][column] > 0).ToList();
        if (giving.Count > 0)
            return giving.MinBy(i => rows[i][column]);
        return withheld.Count(hidden => hidden) < 2 && open.Count > 0 ? open.MinBy(i => rows[i].Sum()) : null;
    }
}
