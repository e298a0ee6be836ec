namespace Hotspot.Samples;

/// <summary>A distribution told by some of its quantiles, straight lines between them: no logarithm, so the same on every machine.</summary>
/// <param name="Points">(probability, value), ascending in both, from probability 0 to 1.</param>
internal sealed record Quantiles(params (double Probability, double Value)[] Points)
{
    /// <summary>Minutes from the call to the dispatch of the order: median 38, 95 % within 6 hours.</summary>
    public static Quantiles DispatchLagMinutes { get; } = new((0, 3), (0.25, 16), (0.5, 38), (0.75, 95), (0.95, 360), (1, 900));

    /// <summary>Hours from dispatch to the closing of the order: about the measured term of 24 to 100 hours, median 60.</summary>
    public static Quantiles ClosingHours { get; } = new((0, 6), (0.05, 24), (0.5, 60), (0.95, 100), (1, 170));

    /// <summary>Minutes between two callers about one incident.</summary>
    public static Quantiles NextCallerMinutes { get; } = new((0, 1), (0.5, 18), (0.9, 90), (1, 200));

    /// <summary>Days until the same caller complains again about the same thing.</summary>
    public static Quantiles AgainDays { get; } = new((0, 1), (0.5, 4), (0.9, 12), (1, 25));

    public double Draw(ref SplitMix random)
    {
        var at = random.Unit();
        var i = 1;
        while (at > Points[i].Probability)
            i++;
        var (low, high) = (Points[i - 1], Points[i]);
        return low.Value + (high.Value - low.Value) * (at - low.Probability) / (high.Probability - low.Probability);
    }
}
