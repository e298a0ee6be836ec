namespace Hotspot.Hotspots.Clustering;

/// <summary>Distinct coordinates, by x and then y, each with the sum of its weights.</summary>
internal sealed class Spots
{
    private readonly int[] _spotOf;

    private Spots(double[] x, double[] y, int[] weight, int[] spotOf) => (X, Y, Weight, _spotOf) = (x, y, weight, spotOf);

    public double[] X { get; }
    public double[] Y { get; }
    public int[] Weight { get; }
    public long Total => Weight.Sum(weight => (long)weight);

    /// <summary>For each point what its spot has.</summary>
    public IEnumerable<T> Of<T>(Func<int, T> value) => _spotOf.Select(value);

    public static Spots Of(double[] x, double[] y, int[]? weights)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
                throw new ArgumentException($"point {i} has no finite coordinates", nameof(x));
            if (weights is not null && weights[i] < 1)
                throw new ArgumentException($"point {i} has weight {weights[i]}", nameof(weights));
        }
        int[] order = [.. Enumerable.Range(0, x.Length)];
        Array.Sort((double[])x.Clone(), order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && x[order[end]] == x[order[start]]; )
                end++;
            if (end - start > 1)
                order.AsSpan(start, end - start).Sort((a, b) => y[a].CompareTo(y[b]));
        }
        var (spotX, spotY, weight) = (new List<double>(x.Length), new List<double>(x.Length), new List<int>(x.Length));
        var spotOf = new int[x.Length];
        foreach (var i in order)
        {
            var last = spotX.Count - 1;
            if (last < 0 || spotX[last] != x[i] || spotY[last] != y[i])
            {
                spotX.Add(x[i]);
                spotY.Add(y[i]);
                weight.Add(0);
                last++;
            }
            weight[last] = checked(weight[last] + (weights is null ? 1 : weights[i]));
            spotOf[i] = last;
        }
        return new Spots([.. spotX], [.. spotY], [.. weight], spotOf);
    }
}
