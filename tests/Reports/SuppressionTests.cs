using Hotspot.Reports.Public;

namespace Hotspot.Tests.Reports;

public class SuppressionTests
{
    private const int Below = 5;

    [Fact]
    public void Nothing_small_nothing_withheld() => Assert.DoesNotContain(true, Of([10], [0], [7]));

    [Fact]
    public void A_small_count_takes_the_next_smallest_with_it() => Assert.Equal([true, false, true, false], Of([2], [0], [9], [30]));

    [Fact]
    public void Two_that_would_be_told_by_their_sum_take_a_third() => Assert.Equal([true, true, true, false], Of([1], [5], [8], [30]));

    [Fact]
    public void A_row_is_withheld_for_its_count_of_the_period_before_too() =>
        Assert.Equal([true, true, false], Of([50, 3], [60, 20], [70, 90]));

    [Fact]
    public void All_zero_before_is_not_told_either()
    {
        var withheld = Of([2, 0], [3, 0], [9, 0], [30, 40]);

        Assert.True(withheld[3]);
    }

    /// <summary>
    /// The attack: total and printed cells are known, the withheld ones are whole numbers of 0 or more, at least one of them is below the limit.
    /// A cell is safe where two values at least are possible; here the range is k or more wide.
    /// </summary>
    [Fact]
    public void No_withheld_cell_follows_from_the_total_and_the_printed_ones()
    {
        var random = new Random(20250427);
        for (var round = 0; round < 5000; round++)
        {
            var columns = random.Next(1, 3);
            var rows = Enumerable
                .Range(0, random.Next(2, 24))
                .Select(_ => (IReadOnlyList<long>)[.. Enumerable.Range(0, columns).Select(_ => Skewed(random))])
                .ToList();
            if (Enumerable.Range(0, columns).Any(column => rows.Sum(row => row[column]) < Below))
                continue;
            var withheld = Suppression.Of(rows, Below);
            Assert.All(rows.Where((_, i) => !withheld[i]), row => Assert.DoesNotContain(row, count => count is > 0 and < Below));
            if (!withheld.Contains(true))
                continue;
            Assert.True(withheld.Count(hidden => hidden) >= 2);
            for (var column = 0; column < columns; column++)
            {
                var known = rows.Sum(row => row[column]) - rows.Where((_, i) => !withheld[i]).Sum(row => row[column]);
                Assert.True(known >= Below, $"the withheld cells sum to {known}");
            }
        }
    }

    private static long Skewed(Random random) => (long)Math.Pow(random.NextDouble() * 4, 4) / 2;

    private static IReadOnlyList<bool> Of(params IReadOnlyList<long>[] rows) => Suppression.Of(rows, Below);
}
