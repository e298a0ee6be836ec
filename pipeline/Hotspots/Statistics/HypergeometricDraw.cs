namespace Hotspot.Hotspots.Statistics;

/// <summary>Exact hypergeometric numbers: how many of the marked things a draw without replacement holds.</summary>
internal static class HypergeometricDraw
{
    /// <summary>Up to so many things are drawn one by one; more by inversion from the mode outwards (Kachitvichyanukul and Schmeiser 1985, HIN).</summary>
    private const int OneByOne = 14;

    /// <param name="draws">0 … <paramref name="marked"/> + <paramref name="others"/>.</param>
    /// <returns>max(0, draws − others) … min(draws, marked).</returns>
    public static int Of(Draws random, int draws, int marked, int others)
    {
        var total = marked + others;
        // The law is the same with what is drawn and what is left, with marks and without, with marks and draws exchanged.
        if (draws > total - draws)
            return marked - Of(random, total - draws, marked, others);
        if (marked > others)
            return draws - Of(random, draws, others, marked);
        if (draws > marked)
            (draws, marked) = (marked, draws);
        return draws <= OneByOne ? Count(random, draws, marked, total) : Invert(random, draws, marked, total - marked);
    }

    private static int Count(Draws random, int draws, int marked, int total)
    {
        var found = 0;
        for (var i = 0; i < draws; i++)
        {
            if (random.Below(total - i) < marked - found)
                found++;
        }
        return found;
    }

    private static int Invert(Draws random, int draws, int marked, int others)
    {
        var mode = (int)((draws + 1.0) * (marked + 1.0) / (marked + others + 2.0));
        var atMode = Math.Exp(Choose(marked, mode) + Choose(others, draws - mode) - Choose(marked + others, draws));
        var left = random.Unit() - atMode;
        var (down, up) = (mode, mode);
        var (downwards, upwards) = (atMode, atMode);
        while (left > 0 && downwards + upwards > 1e-18)
        {
            downwards *= down * (others - draws + (double)down) / ((marked - down + 1.0) * (draws - down + 1.0));
            down--;
            if ((left -= downwards) <= 0)
                return down;
            upwards *= (marked - up) * (double)(draws - up) / ((up + 1.0) * (others - draws + up + 1.0));
            up++;
            if ((left -= upwards) <= 0)
                return up;
        }
        return mode;
    }

    private static double Choose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    private static readonly double[] Table = Factorials();

    private static double[] Factorials()
    {
        var table = new double[4096];
        for (var n = 1; n < table.Length; n++)
            table[n] = table[n - 1] + Math.Log(n);
        return table;
    }

    /// <summary>ln n!; beyond the table Stirling's series, error below 1e-18.</summary>
    private static double LogFactorial(int n)
    {
        if (n < Table.Length)
            return Table[n];
        var x = (double)n;
        return (x + 0.5) * Math.Log(x) - x + 0.91893853320467274 + (1 - 1 / (30 * x * x)) / (12 * x);
    }
}
