namespace Hotspot.Hotspots.Warnings;

/// <summary>What a week of the season brought in past years, of one series.</summary>
/// <param name="Factor">Over what was usual then; 1: no season that chance does not explain.</param>
/// <param name="Usual">Incidents a week in the weeks that it is measured against.</param>
/// <param name="Least">Incidents a week below which nothing is expected in this season; 0: no season.</param>
internal readonly record struct Season(double Factor, double Usual, double Least)
{
    /// <param name="mean">Expected in so many days without the season.</param>
    public double Of(double mean, double days) => Math.Max(mean * Factor, Least * days / 7);
}

/// <summary>
/// Seasons that come again each year, fireworks at the Spring Festival, grills in May: the same week of past years, one week earlier or later, against other weeks of
/// then. What a series has too few cases for it takes from its issue, as if that were <see cref="Prior"/> cases of its own. It only ever makes a change smaller: of
/// stationary counts there are no more alarms with it than without.
/// </summary>
internal sealed class Seasons
{
    private const int Slip = 1;
    private const double Prior = 10;

    /// <summary>A season brings at least a quarter more, or less, and as much more as counts of φ = 2 hardly differ by chance (two standard deviations).</summary>
    private const double LeastRatio = 1.25;
    private const double Beyond = 2;
    private const double Phi = 2;

    private static readonly string[] Widest = ["city", "district", "street"];

    private readonly WarningSeries[] _series;
    private readonly IReadOnlyList<int> _yearsAgo;
    private readonly bool _movesAFestival;
    private readonly Dictionary<(string?, string), int[]> _issues;

    /// <param name="yearsAgo">Weeks back to the same week of the year before, of two years before …</param>
    public Seasons(WarningSeries[] series, IReadOnlyList<int> yearsAgo)
    {
        (_series, _yearsAgo, _movesAFestival) = (series, yearsAgo, !yearsAgo.SequenceEqual(WarningInputs.SameDates));
        _issues = series
            .GroupBy(one => (one.Issue, one.Counted))
            .ToDictionary(
                issue => issue.Key,
                issue => Sum([.. issue.GroupBy(one => Array.IndexOf(Widest, one.Level)).MinBy(level => level.Key)!])
            );
    }

    /// <param name="week">Weeks back from the last one, 0 is the last one itself.</param>
    /// <param name="from">Weeks back to the first of those that it is measured against; past the week itself they are negative.</param>
    /// <param name="until">Weeks back to the farthest of them.</param>
    /// <param name="rises">Whether a rise is asked for: the largest of what came a week earlier, later or then, else the smallest.</param>
    /// <returns>Null: no past year is known.</returns>
    public Season? Of(int series, int week, int from, int until, bool rises)
    {
        var season = Of(_yearsAgo, series, week, from, until, rises);
        // Near a festival that moves what comes of each year may follow it or its own date: the one that explains more.
        if (!_movesAFestival || Of(WarningInputs.SameDates, series, week, from, until, rises) is not { } byDate)
            return season;
        return season is { } of && (rises ? of.Factor >= byDate.Factor : of.Factor <= byDate.Factor) ? of : byDate;
    }

    private Season? Of(IReadOnlyList<int> yearsAgo, int series, int week, int from, int until, bool rises)
    {
        var (weeks, ofIssue) = (_series[series].Weeks, _issues[(_series[series].Issue, _series[series].Counted)]);
        var (own, all, years) = (default(Past), default(Past), 0);
        foreach (var ago in yearsAgo)
        {
            var same = weeks.Length - 1 - ago;
            if (Nearby(ofIssue, same - week, rises) is not { } then || Usual(ofIssue, same, from, until) is not { } usual)
                continue;
            all = new(all.Then + ofIssue[then], all.Usual + usual);
            own = new(own.Then + weeks[then], own.Usual + Usual(weeks, same, from, until)!.Value);
            years++;
        }
        if (years == 0)
            return null;
        var isOfIssue = IsBeyond(all, rises);
        if (!isOfIssue && !IsBeyond(own, rises))
            return new Season(1, own.Usual / years, 0);
        // Half a case at least, so that neither is nothing to the other.
        var shared = isOfIssue ? Math.Max(0.5, all.Then) / Math.Max(0.5, all.Usual) : 1;
        var factor = (own.Then + Prior * shared) / (own.Usual + Prior);
        return rises
            ? new Season(Math.Max(1, factor), own.Usual / years, own.Then / years)
            : new Season(Math.Min(1, factor), own.Usual / years, 0);
    }

    /// <summary>The week of most, or fewest, incidents of the three about one; null: none is known.</summary>
    private static int? Nearby(int[] weeks, int about, bool rises)
    {
        int? best = null;
        for (var week = Math.Max(0, about - Slip); week <= about + Slip && week < weeks.Length; week++)
        {
            if (weeks[week] >= 0 && (best is null || (rises ? weeks[week] > weeks[best.Value] : weeks[week] < weeks[best.Value])))
                best = week;
        }
        return best;
    }

    /// <summary>Mean of the weeks before, and after, one of a past year; null: fewer than two are known.</summary>
    private static double? Usual(int[] weeks, int same, int from, int until)
    {
        var (sum, known) = (0.0, 0);
        for (var week = Math.Max(0, same - until); week <= Math.Min(weeks.Length - 1, same - from); week++)
        {
            if (weeks[week] >= 0)
                (sum, known) = (sum + weeks[week], known + 1);
        }
        return known < 2 ? null : sum / known;
    }

    private static bool IsBeyond(Past past, bool rises)
    {
        var (more, less) = rises ? (past.Then, past.Usual) : (past.Usual, past.Then);
        return more >= LeastRatio * less && more - less >= Beyond * Math.Sqrt(Phi * (more + less));
    }

    /// <summary>Incidents of the week in past years together, and of a usual week of these years.</summary>
    private readonly record struct Past(double Then, double Usual);

    private static int[] Sum(IReadOnlyList<WarningSeries> series) =>
        [
            .. Enumerable
                .Range(0, series[0].Weeks.Length)
                .Select(week => series[0].Weeks[week] < 0 ? -1 : series.Sum(one => one.Weeks[week])),
        ];
}
