namespace Hotspot.Hotspots;

/// <summary>The steps of a space-time cube: complete weeks without a gap, numbered from 0; the last one is the last that a period completes.</summary>
/// <param name="From">First day of the first week.</param>
public sealed record WeekSteps(DateOnly From, int Count)
{
    /// <summary>METHODS (e): a year at most; with fewer than ten nine tenths and a rank test say nothing.</summary>
    public const int Most = 52;
    public const int Least = 10;

    /// <summary>First day after the last week.</summary>
    public DateOnly Until => From.AddDays(7 * Count);

    public DateOnly LastDay => Until.AddDays(-1);

    public bool IsEnough => Count >= Least;

    /// <summary>The weeks that lie wholly between the two days.</summary>
    /// <param name="firstOn">First day that is known.</param>
    /// <param name="until">First day that is not.</param>
    public static WeekSteps Between(DateOnly firstOn, DateOnly until, DayOfWeek weekStart)
    {
        var end = until.AddDays(-Since(until.DayOfWeek, weekStart));
        var begin = firstOn.AddDays(Since(weekStart, firstOn.DayOfWeek));
        var count = Math.Clamp((end.DayNumber - begin.DayNumber) / 7, 0, Most);
        return new WeekSteps(end.AddDays(-7 * count), count);
    }

    /// <summary>Number of the week of a day; outside the steps it is negative, or <see cref="Count"/> and more.</summary>
    public int Of(DateOnly day) => (int)Math.Floor((day.DayNumber - From.DayNumber) / 7.0);

    /// <summary>Without the first <paramref name="weeks"/>.</summary>
    public WeekSteps Skip(int weeks) => new(From.AddDays(7 * weeks), Count - weeks);

    /// <summary>The weeks after the last one that lacks a day; in a source where days without a case are nothing strange, all of them.</summary>
    /// <param name="days">Cases of each day of the steps.</param>
    public WeekSteps AfterHoles(IReadOnlyList<(DateOnly Day, long Cases)> days, int busyDay = BusySource.LeastADay)
    {
        var holes = days.Where(day => day.Cases == 0).ToList();
        return holes.Count == days.Count ? Skip(Count)
            : holes.Count == 0 || !BusySource.Is(days.Select(day => day.Cases), busyDay) ? this
            : Skip(Of(holes.Max(day => day.Day)) + 1);
    }

    /// <summary>
    /// The first week from which on a source tells the place of its cases as it does in the last week: an export that begins to carry coordinates
    /// would make the whole city new. Half the last share is the limit.
    /// </summary>
    /// <param name="placed">Cases with a place, by week; <paramref name="all"/> are all cases.</param>
    public static int Steady(IReadOnlyList<long> placed, IReadOnlyList<long> all)
    {
        for (var week = all.Count - 1; week >= 0; week--)
        {
            if (2.0 * placed[week] * all[^1] < 1.0 * placed[^1] * all[week])
                return week + 1;
        }
        return 0;
    }

    private static int Since(DayOfWeek day, DayOfWeek start) => ((int)day - (int)start + 7) % 7;
}
