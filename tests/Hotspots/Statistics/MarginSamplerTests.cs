using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class MarginSamplerTests
{
    /// <summary>Numbers drawn one by one, by inversion, and through each of the symmetries, against the law.</summary>
    [Theory]
    [InlineData(5, 8, 20)]
    [InlineData(30, 40, 60)]
    [InlineData(70, 40, 60)]
    [InlineData(25, 90, 20)]
    [InlineData(400, 3000, 9000)]
    [InlineData(20, 20, 0)]
    public void Draws_follow_the_hypergeometric_law(int draws, int marked, int others)
    {
        const int Times = 40_000;
        var random = new Draws(11);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < Times; i++)
        {
            var found = HypergeometricDraw.Of(random, draws, marked, others);
            Assert.InRange(found, Math.Max(0, draws - others), Math.Min(draws, marked));
            counts[found] = counts.GetValueOrDefault(found) + 1;
        }
        var law = new double[Math.Min(draws, marked) + 1];
        double Log(int n) => Enumerable.Range(1, n).Sum(k => Math.Log(k));
        double Choose(int n, int k) => Log(n) - Log(k) - Log(n - k);
        for (var k = Math.Max(0, draws - others); k < law.Length; k++)
            law[k] = Math.Exp(Choose(marked, k) + Choose(others, draws - k) - Choose(marked + others, draws));
        var (square, kinds) = (0.0, 0);
        for (var k = 0; k < law.Length; k++)
        {
            if (Times * law[k] < 5)
                continue;
            kinds++;
            square += Math.Pow(counts.GetValueOrDefault(k) - Times * law[k], 2) / (Times * law[k]);
        }
        // Chi-squared with kinds − 1 degrees of freedom, five standard deviations.
        Assert.InRange(square, 0, kinds + 5 * Math.Sqrt(2 * kinds));
    }

    [Fact]
    public void Columns_that_take_everything_leave_every_location_its_cases()
    {
        int[] margins = [3, 0, 12, 7, 1, 30, 0];
        int[] days = [10, 0, 5, 30, 8];
        var sampler = new MarginSampler([margins]);
        for (var replica = 0; replica < 50; replica++)
        {
            var random = new Draws((ulong)replica);
            sampler.Refill();
            var columns = days.Select(cases =>
                {
                    sampler.Draw(0, cases, random, out var column);
                    return column;
                })
                .ToArray();
            Assert.Equal(days, columns.Select(column => column.Sum()));
            Assert.Equal(margins, margins.Select((_, i) => columns.Sum(column => column[i])));
        }
    }

    [Fact]
    public void A_location_has_its_share_of_a_day_on_average()
    {
        int[][] margins =
        [
            [40, 10, 0, 150],
            [0, 50, 25, 25],
        ];
        var sampler = new MarginSampler(margins);
        var sums = new double[2, 4];
        const int Times = 4000;
        for (var replica = 0; replica < Times; replica++)
        {
            var random = new Draws((ulong)replica);
            sampler.Refill();
            for (var s = 0; s < 2; s++)
            {
                sampler.Draw(s, 20, random, out var column);
                for (var i = 0; i < 4; i++)
                    sums[s, i] += column[i];
            }
        }
        for (var s = 0; s < 2; s++)
        {
            for (var i = 0; i < 4; i++)
                Assert.Equal(20.0 * margins[s][i] / margins[s].Sum(), sums[s, i] / Times, 0.2);
        }
    }
}

internal static class SamplerColumns
{
    public static void Draw(this MarginSampler sampler, int stratum, int cases, Draws random, out int[] column)
    {
        column = new int[sampler.Locations];
        sampler.Draw(stratum, cases, random, column.AsSpan());
    }
}
