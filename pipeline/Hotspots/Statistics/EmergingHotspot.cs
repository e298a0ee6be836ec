namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// The seventeen patterns of emerging hot spot analysis (Esri, ArcGIS Pro 3.x, "How Emerging Hot Spot Analysis works"): none, and eight kinds
/// each of hot and of cold. The value is the published code; cold is the mirror of hot.
/// </summary>
public enum EmergingClass
{
    None = 0,
    NewHot = 1,
    ConsecutiveHot = 2,
    IntensifyingHot = 3,
    PersistentHot = 4,
    DiminishingHot = 5,
    SporadicHot = 6,
    OscillatingHot = 7,
    HistoricalHot = 8,
    NewCold = -1,
    ConsecutiveCold = -2,
    IntensifyingCold = -3,
    PersistentCold = -4,
    DiminishingCold = -5,
    SporadicCold = -6,
    OscillatingCold = -7,
    HistoricalCold = -8,
}

/// <summary>How a place came to be hot (or cold): its pattern over the steps of a space-time cube.</summary>
/// <remarks>
/// Where Esri's text leaves the precedence open, one order is fixed: the side of the last step decides; only a place that ends on neither
/// side can be historical. Nine tenths of the steps is 10k ≥ 9T in whole numbers.
/// </remarks>
public static class EmergingHotspot
{
    /// <param name="sides">Of each step, oldest first: 1 significantly hot, −1 significantly cold, 0 neither.</param>
    /// <param name="trend">Of the z-scores over the steps: 1 rises significantly, −1 falls, 0 no trend.</param>
    public static EmergingClass Classify(ReadOnlySpan<sbyte> sides, int trend)
    {
        if (sides.Length == 0)
            return EmergingClass.None;
        var hot = Side(sides, 1, trend);
        var cold = Side(sides, -1, -trend);
        if (sides[^1] == 1)
            return hot;
        if (sides[^1] == -1)
            return Mirror(cold);
        return hot == EmergingClass.HistoricalHot ? hot
            : cold == EmergingClass.HistoricalHot ? EmergingClass.HistoricalCold
            : EmergingClass.None;
    }

    /// <summary>The word of the pattern as files carry it: new_hot, …, historical_cold, none.</summary>
    public static string Code(EmergingClass pattern)
    {
        var word = Math.Abs((int)pattern) switch
        {
            1 => "new",
            2 => "consecutive",
            3 => "intensifying",
            4 => "persistent",
            5 => "diminishing",
            6 => "sporadic",
            7 => "oscillating",
            8 => "historical",
            _ => "none",
        };
        return (int)pattern switch
        {
            0 => word,
            > 0 => word + "_hot",
            < 0 => word + "_cold",
        };
    }

    /// <summary>The pattern of one side as if it were the hot one.</summary>
    /// <param name="trend">1: towards this side.</param>
    private static EmergingClass Side(ReadOnlySpan<sbyte> sides, sbyte side, int trend)
    {
        var (steps, opposite) = (0, false);
        foreach (var at in sides)
        {
            steps += at == side ? 1 : 0;
            opposite |= at == -side;
        }
        var last = sides[^1] == side;
        var mostly = 10 * steps >= 9 * sides.Length;
        if (steps == 0)
            return EmergingClass.None;
        if (!last)
            return mostly ? EmergingClass.HistoricalHot : EmergingClass.None;
        if (steps == 1)
            return EmergingClass.NewHot;
        if (mostly)
        {
            return trend switch
            {
                > 0 => EmergingClass.IntensifyingHot,
                < 0 => EmergingClass.DiminishingHot,
                _ => EmergingClass.PersistentHot,
            };
        }
        if (FinalRun(sides, side) == steps)
            return EmergingClass.ConsecutiveHot;
        return opposite ? EmergingClass.OscillatingHot : EmergingClass.SporadicHot;
    }

    private static int FinalRun(ReadOnlySpan<sbyte> sides, sbyte side)
    {
        var run = 0;
        while (run < sides.Length && sides[sides.Length - 1 - run] == side)
            run++;
        return run;
    }

    private static EmergingClass Mirror(EmergingClass pattern) => (EmergingClass)(-(int)pattern);
}
