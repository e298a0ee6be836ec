namespace Hotspot.Samples;

/// <summary>A weighted choice among 0 … n−1 in constant time (alias method: Walker 1977, built as in Vose 1991).</summary>
internal sealed class Shares
{
    private readonly double[] _keep;
    private readonly int[] _other;

    /// <param name="weights">Not negative, at least one above zero.</param>
    public Shares(IReadOnlyList<double> weights)
    {
        var count = weights.Count;
        Total = 0;
        foreach (var weight in weights)
            Total += weight;
        if (count == 0 || Total <= 0)
            throw new ArgumentException($"{count} weights with the sum {Total}: nothing to choose from", nameof(weights));

        _keep = new double[count];
        _other = new int[count];
        var scaled = new double[count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            scaled[i] = weights[i] * count / Total;
            (scaled[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            (_keep[less], _other[less]) = (scaled[less], more);
            scaled[more] = scaled[more] + scaled[less] - 1;
            (scaled[more] < 1 ? small : large).Push(more);
        }

        foreach (var rest in small.Concat(large))
            (_keep[rest], _other[rest]) = (1, rest);
    }

    public double Total { get; }

    public int Draw(ref SplitMix random)
    {
        var column = random.Below(_keep.Length);
        return random.Unit() < _keep[column] ? column : _other[column];
    }
}
