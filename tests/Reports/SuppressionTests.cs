using Hotspot.Reports.Public;

namespace Hotspot.Tests.Reports;

public class SuppressionTests
{
    private const int Below = 5;

    [Fact]
    public void Nothing_small_nothing_withheld() => Assert.DoesNotContain(true, Of(10, 0, 7));

    [Fact]
    public void A_small_count_takes_the_next_smallest_with_it() => Assert.Equal([true, false, true, false], Of(2, 0, 9, 30));

    [Fact]
    public void Two_that_would_be_told_by_their_sum_take_a_third() => Assert.Equal([true, true, true, false], Of(1, 5, 8, 30));

    [Fact]
    public void One_that_holds_everything_takes_an_empty_one_with_it() => Assert.Equal([true, true, false], Of(4, 0, 0));

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
            var rows = Enumerable.Range(0, random.Next(2, 24)).Select(_ => Skewed(random)).ToList();
            if (rows.Sum() < Below)
                continue;
            var withheld = Suppression.Of(rows, Below);
            Assert.All(rows.Where((_, i) => !withheld[i]), count => Assert.False(count is > 0 and < Below));
            if (!withheld.Contains(true))
                continue;
            Assert.True(withheld.Count(hidden => hidden) >= 2);
            var known = rows.Where((_, i) => withheld[i]).Sum();
            Assert.True(known >= Below, $"the withheld cells sum to {known}");
        }
    }

    private static long Skewed(Random random) => (long)Math.Pow(random.NextDouble() * 4, 4) / 2;

    private static IReadOnlyList<bool> Of(params long[] counts) => Suppression.Of(counts, Below);
}
