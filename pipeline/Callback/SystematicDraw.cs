namespace Hotspot.Callback;

/// <summary>
/// Systematic sampling with unequal probabilities and a random start (Madow 1949): the probabilities are laid end to end, and whatever one of the points start, start + 1,
/// … falls on is drawn. Any run of neighbours therefore has at most one drawn more or less than its probabilities sum to: with a frame sorted by street,
/// issue and weekday that holds for each street, each issue in it and each weekday in that. Lengths are whole numbers of 2⁻⁴⁰: whoever is certain is drawn by every start.
/// </summary>
public sealed class SystematicDraw
{
    private const long One = 1L << 40;

    /// <summary>End of each unit's stretch; the next one begins there.</summary>
    private readonly long[] _ends;
    private readonly long _start;

    private SystematicDraw(long[] ends, long start) => (_ends, _start) = (ends, start);

    /// <param name="probability">Of each unit in the order of the frame, 0–1; they sum to <paramref name="size"/> but for rounding.</param>
    /// <param name="start">Uniform in [0, 1).</param>
    /// <returns>A draw of exactly <paramref name="size"/> units.</returns>
    public static SystematicDraw Of(IReadOnlyList<double> probability, int size, double start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, probability.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var lengths = probability.Select(one => (long)Math.Round(one * One)).ToArray();
        var rounding = size * One - lengths.Sum();
        for (var i = 0; rounding != 0; i = (i + 1) % lengths.Length)
        {
            if (rounding > 0 ? lengths[i] is 0 or One : lengths[i] is 0)
                continue;
            lengths[i] += Math.Sign(rounding);
            rounding -= Math.Sign(rounding);
        }
        var end = 0L;
        return new SystematicDraw([.. lengths.Select(length => end += length)], (long)(start * One));
    }

    public bool IsDrawn(int unit) => PointsBelow(_ends[unit]) > PointsBelow(Begin(unit));

    /// <summary>Share of the starts by which at least one of the units is drawn: exact, the union of their stretches on the circle of starts.</summary>
    public double ChanceOfAny(IEnumerable<int> units)
    {
        var stretches = new List<(long From, long To)>();
        foreach (var unit in units)
        {
            var from = Begin(unit) % One;
            var to = from + _ends[unit] - Begin(unit);
            stretches.Add((from, Math.Min(to, One)));
            if (to > One)
                stretches.Add((0, to - One));
        }
        var (covered, reach) = (0L, 0L);
        foreach (var (from, to) in stretches.Order())
        {
            covered += Math.Max(0, to - Math.Max(from, reach));
            reach = Math.Max(reach, to);
        }
        return (double)covered / One;
    }

    private long Begin(int unit) => unit == 0 ? 0 : _ends[unit - 1];

    /// <summary>How many of the points start, start + 1, … lie before an end.</summary>
    private long PointsBelow(long end) => end <= _start ? 0 : (end - _start + One - 1) / One;
}
