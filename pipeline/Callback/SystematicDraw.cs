namespace Hotspot.Callback;

/// <summary>
/// Systematic sampling with unequal probabilities and a random start (Madow 1949): the probabilities are laid end to end, and whatever one of the points start, start + 1,
/// … falls on is drawn. Any run of neighbours therefore has at most one drawn more or less than its probabilities sum to: with a frame sorted by street,
/// issue and weekday that holds for each street, each issue in it and each weekday in that.
/// </summary>
public sealed class SystematicDraw
{
    private readonly double[] _ends;
    private readonly double _start;

    private SystematicDraw(double[] ends, double start) => (_ends, _start) = (ends, start);

    /// <param name="probability">Of each unit in the order of the frame, 0–1; they sum to <paramref name="size"/> but for rounding.</param>
    /// <param name="start">Uniform in [0, 1).</param>
    /// <returns>A draw of exactly <paramref name="size"/> units.</returns>
    public static SystematicDraw Of(IReadOnlyList<double> probability, int size, double start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, probability.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var ends = new double[probability.Count];
        var sum = 0.0;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = sum += probability[i];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = i == ends.Length - 1 || sum == 0 ? size : ends[i] / sum * size;
        return new SystematicDraw(ends, start);
    }

    public bool IsDrawn(int unit) => PointsBelow(_ends[unit]) > PointsBelow(Begin(unit));

    /// <summary>Share of the starts by which at least one of the units is drawn: exact, the union of their stretches on the circle of starts.</summary>
    public double ChanceOfAny(IEnumerable<int> units)
    {
        var stretches = new List<(double From, double To)>();
        foreach (var unit in units)
        {
            var from = Begin(unit) - Math.Floor(Begin(unit));
            var to = from + _ends[unit] - Begin(unit);
            stretches.Add((from, Math.Min(to, 1)));
            if (to > 1)
                stretches.Add((0, to - 1));
        }
        var (covered, reach) = (0.0, 0.0);
        foreach (var (from, to) in stretches.Order())
        {
            covered += Math.Max(0, to - Math.Max(from, reach));
            reach = Math.Max(reach, to);
        }
        return Math.Min(covered, 1);
    }

    private double Begin(int unit) => unit == 0 ? 0 : _ends[unit - 1];

    private double PointsBelow(double end) => Math.Max(0, Math.Ceiling(end - _start));
}
