namespace Hotspot.Hotspots;

/// <summary>A source that is never silent for a day: a day without a case is then a hole in the export, not a quiet day.</summary>
public static class BusySource
{
    /// <summary>So many cases a day on average, on days with any.</summary>
    public const int LeastADay = 20;

    /// <param name="cases">Of each day; days without any are among them.</param>
    public static bool Is(IEnumerable<long> cases, int leastADay = LeastADay)
    {
        var (sum, days) = (0L, 0);
        foreach (var count in cases)
            (sum, days) = (sum + count, days + (count > 0 ? 1 : 0));
        return days > 0 && sum >= (long)leastADay * days;
    }

    /// <summary>The days without a case; none in a source where they are nothing strange.</summary>
    public static IReadOnlySet<DateOnly> Holes(IReadOnlyList<(DateOnly Day, long Cases)> days) =>
        Is(days.Select(day => day.Cases)) ? days.Where(day => day.Cases == 0).Select(day => day.Day).ToHashSet() : new HashSet<DateOnly>();
}
