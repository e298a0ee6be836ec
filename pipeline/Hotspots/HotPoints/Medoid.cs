namespace Hotspot.Hotspots.HotPoints;

/// <summary>The member nearest to all others by weight: least Σ weight × distance; ties to the first.</summary>
internal static class Medoid
{
    /// <summary>Above this many members the distances are taken to the weighted mean instead of to each other.</summary>
    private const int Exact = 300;

    public static int Of<T>(IReadOnlyList<T> members, Func<T, double> x, Func<T, double> y, Func<T, double> weight)
    {
        var (best, least) = (0, double.PositiveInfinity);
        var all = members.Sum(weight);
        var (mx, my) = (members.Sum(m => weight(m) * x(m)) / all, members.Sum(m => weight(m) * y(m)) / all);
        for (var i = 0; i < members.Count && members.Count > 1; i++)
        {
            var (px, py) = (x(members[i]), y(members[i]));
            var sum = members.Count <= Exact ? members.Sum(m => weight(m) * Distance(x(m) - px, y(m) - py)) : Distance(mx - px, my - py);
            if (sum < least)
                (best, least) = (i, sum);
        }
        return best;
    }

    private static double Distance(double dx, double dy) => Math.Sqrt(dx * dx + dy * dy);
}
