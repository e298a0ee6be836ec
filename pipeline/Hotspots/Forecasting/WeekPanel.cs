namespace Hotspot.Hotspots.Forecasting;

/// <summary>What was known of a group of series after so many weeks; rows are those series that are told a forecast.</summary>
/// <param name="Weeks">Known weeks.</param>
/// <param name="Members">Numbers of the rows in the group.</param>
/// <param name="Level">Expected cases in an ordinary week in the long run, shrunk towards the group.</param>
/// <param name="Signs">What speaks for more or fewer than that in the next week, as logs of ratios; <see cref="WeekPanel.SignNames"/>.</param>
internal sealed record WeekRows(int Weeks, int[] Members, double[] Level, double[][] Signs);

/// <summary>
/// The series of one group by week: rows that models learn from, each made from what was known at its time, so that a row of the past is as ignorant of late
/// registrations as the row that is forecast from.
/// </summary>
internal sealed class WeekPanel
{
    /// <summary>Weeks that a row looks back on at least.</summary>
    public const int LeastWeeks = 8;

    /// <summary>Weeks whose outcome models learn from at most.</summary>
    public const int MostTargets = 52;

    /// <summary>A series with fewer cases a week in the last quarter is told no forecast.</summary>
    private const double LeastAWeek = 1;

    private const int Quarter = 13;
    private const int Year = 52;

    /// <summary>Added to a mean of weeks, or nothing could follow nothing.</summary>
    private const double Half = 0.5;

    /// <summary>8 weeks against all, 4 against 8, the last against 4; the area around likewise 4 against all and the last against 4; a year ago, the weeks about that week against those before.</summary>
    public static readonly string[] SignNames = ["eight", "four", "last", "around_four", "around_last", "year_ago"];

    private readonly ForecastInputs _inputs;
    private readonly ForecastSeries[] _series;
    private readonly ForecastSeries[] _around;
    private readonly Dictionary<int, WeekRows> _rows = [];
    private readonly Dictionary<int, double[]> _contents = [];

    /// <param name="series">One level, all issues together or one by one.</param>
    /// <param name="around">The series of the next larger area of each, same issue; itself where there is none.</param>
    /// <param name="from">Fewest known weeks that <see cref="Rows"/> is asked for.</param>
    public WeekPanel(ForecastInputs inputs, ForecastSeries[] series, ForecastSeries[] around, int from)
    {
        (_inputs, _series, _around) = (inputs, series, around);
        var first = Math.Max(LeastWeeks, from);
        for (var weeks = Math.Min(from, Total); weeks <= Total; weeks++)
            _contents.Add(weeks, WeekContent.Of(inputs, weeks));
        if (first > Total)
            return;
        var rows = new WeekRows[Total - first + 1];
        Parallel.For(0, rows.Length, Workers.All, i => rows[i] = Make(first + i));
        foreach (var row in rows)
            _rows.Add(row.Weeks, row);
    }

    private int Total => _inputs.Steps.Count;

    public double[] Content(int weeks) => _contents[weeks];

    /// <returns>Null: too few weeks to look back on.</returns>
    public WeekRows? Rows(int weeks) => _rows.GetValueOrDefault(weeks);

    public ForecastSeries Series(int member) => _series[member];

    /// <summary>Numbers of the series that are told a forecast after so many weeks, with their known counts.</summary>
    public (int[] Members, int[][] Counts) Known(int weeks)
    {
        var members = new List<int>();
        var counts = new List<int[]>();
        for (var i = 0; i < _series.Length; i++)
        {
            var known = _series[i].KnownAfter(weeks);
            var last = Math.Min(Quarter, weeks);
            if (known.AsSpan(weeks - last).ToArray().Sum() < LeastAWeek * last)
                continue;
            members.Add(i);
            counts.Add(known);
        }
        return ([.. members], [.. counts]);
    }

    private WeekRows Make(int weeks)
    {
        var (members, counts) = Known(weeks);
        var content = Content(weeks);
        var own = counts.Select(known => Flat(known, content)).ToArray();
        var level = Shrunk([.. own.Select(flat => flat.Sum())], weeks);
        // Issues of one area share what is around them.
        var around = new Dictionary<object, double[]>(ReferenceEqualityComparer.Instance);
        foreach (var member in members)
        {
            if (!around.ContainsKey(_around[member]))
                around.Add(_around[member], Flat(_around[member].KnownAfter(weeks), content));
        }
        var signs = own.Select((flat, i) => Signs(flat, level[i], around[_around[members[i]]])).ToArray();
        return new WeekRows(weeks, members, level, signs);
    }

    private static double[] Signs(double[] own, double level, double[] around)
    {
        var (eight, four, last) = (Mean(own, 8), Mean(own, 4), Mean(own, 1));
        var (aroundAll, aroundFour, aroundLast) = (Mean(around, around.Length), Mean(around, 4), Mean(around, 1));
        return
        [
            Log(eight, level),
            Log(four, eight),
            Log(last, four),
            Log(aroundFour, aroundAll),
            Log(aroundLast, aroundFour),
            YearAgo(around),
        ];
    }

    /// <summary>The three weeks about the one a year before the next, against the eight before them; 0: not known.</summary>
    private static double YearAgo(double[] flat)
    {
        var at = flat.Length - Year;
        return at < 1 + 8
            ? 0
            : Log(flat.AsSpan(at - 1, Math.Min(3, flat.Length - at + 1)).ToArray().Average(), flat.AsSpan(at - 9, 8).ToArray().Average());
    }

    private static double Log(double over, double under) => Math.Log((over + Half) / (under + Half));

    private static double Mean(double[] flat, int last)
    {
        double sum = 0;
        for (var i = flat.Length - last; i < flat.Length; i++)
            sum += flat[i];
        return sum / last;
    }

    private static double[] Flat(int[] counts, double[] content)
    {
        var flat = new double[counts.Length];
        for (var week = 0; week < flat.Length; week++)
            flat[week] = counts[week] / content[week];
        return flat;
    }

    /// <summary>Means a week by empirical Bayes: gamma about the group's mean, its variance by moments (as in <see cref="MarshallEb"/>, all exposures alike).</summary>
    private static double[] Shrunk(double[] sums, int weeks)
    {
        if (sums.Length == 0)
            return [];
        var mean = sums.Average() / weeks;
        var between =
            sums.Length < 2 ? double.PositiveInfinity : sums.Sum(sum => Math.Pow(sum / weeks - mean, 2)) / (sums.Length - 1) - mean / weeks;
        if (double.IsInfinity(between))
            return [.. sums.Select(sum => sum / weeks)];
        // Weight of the group in weeks: where all are alike it alone counts.
        return [.. sums.Select(sum => between <= 0 ? mean : (sum + mean * mean / between) / (weeks + mean / between))];
    }
}
