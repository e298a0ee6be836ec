/// <summary>Counts to simulate with.</summary>
internal static class BurstyCounts
{
    public static int Poisson(Random random, double mean)
    {
        var count = 0;
        for (; mean > 0; mean -= 20)
        {
            var limit = Math.Exp(-Math.Min(mean, 20));
            for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
                count++;
        }
        return count;
    }

    /// <summary>Negative binomial with variance 1.5 times the mean: Poisson clusters of logarithmic size with p = 1/3.</summary>
    public static int Of(Random random, double mean)
    {
        var clusters = Poisson(random, mean / 0.5 * Math.Log(1.5));
        var count = 0;
        for (var i = 0; i < clusters; i++)
        {
            var (size, p, left) = (1, 1 / 3.0 / Math.Log(1.5), random.NextDouble());
            for (; (left -= p) > 0; size++)
                p *= size / 3.0 / (size + 1);
            count += size;
        }
        return count;
    }
}
