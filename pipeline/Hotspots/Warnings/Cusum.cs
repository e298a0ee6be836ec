namespace Hotspot.Hotspots.Warnings;

/// <summary>Page's cumulative sum (Page 1954; Montgomery 2013, section 9.1): C = max(0, C + x − reference), from 0 on.</summary>
public static class Cusum
{
    /// <param name="references">μ + K of each value; for falls give negatives of both.</param>
    /// <returns>The sum after each value.</returns>
    public static double[] Path(IReadOnlyList<double> values, IReadOnlyList<double> references)
    {
        var path = new double[values.Count];
        var sum = 0.0;
        for (var i = 0; i < path.Length; i++)
            path[i] = sum = Math.Max(0, sum + values[i] - references[i]);
        return path;
    }

    /// <summary>The first value since the sum was last zero; null where it is zero at the end.</summary>
    public static int? Since(IReadOnlyList<double> path)
    {
        var first = path.Count;
        while (first > 0 && path[first - 1] > 0)
            first--;
        return first == path.Count ? null : first;
    }
}
