namespace Hotspot.Samples;

/// <summary>The further calls at the planted points, week by week. Their number is known before any is made.</summary>
internal sealed class PlantedCalls
{
    /// <summary>Callers of ordinary places stay below; each planted point has two million of its own.</summary>
    public const int FirstCaller = 60_000_000;
    private const int CallersOfAPoint = 2_000_000;
    private readonly SampleSettings _settings;
    private readonly Script _script;
    private readonly int _firstPlace;
    private readonly double _scale;

    public PlantedCalls(SampleSettings settings, Script script, Geography geography)
    {
        (_settings, _script) = (settings, script);
        _firstPlace = geography.Places.Length - script.Planted.Points.Length;
        _scale = settings.Complaints / (double)settings.Weeks / script.Planted.WeeklyReports;
        for (var week = 0; week < settings.Weeks; week++)
        {
            for (var point = 0; point < script.Planted.Points.Length; point++)
                Total += Reports(point, week);
        }
    }

    public long Total { get; }

    /// <summary>A point that is there every week swings by up to a fifth; a planted rise is as steep as the script says.</summary>
    public int Reports(int point, int weeksBack)
    {
        var plan = _script.Planted.Points[point];
        var random = SplitMix.For(_settings.Seed, 0x5319_0000UL + (ulong)point * 1000 + (ulong)weeksBack);
        var swing = plan.Weekly.ContainsKey("all") ? 0.8 + 0.4 * random.Unit() : 1;
        return (int)(plan.Reports(weeksBack) * _scale * swing + 0.5);
    }

    /// <summary>Adds the planted calls of one week to the days they fall on; index 0 of <paramref name="byDay"/> is its first day.</summary>
    public void Add(int weeksBack, List<Report>[] byDay)
    {
        var firstDay = _settings.Days - 7 * (weeksBack + 1);
        for (var p = 0; p < _script.Planted.Points.Length; p++)
        {
            var point = _script.Planted.Points[p];
            var issue = _script.IssueNumber(point.Issue);
            var reports = Reports(p, weeksBack);
            var callers = point.Callers ?? Math.Max(1, (int)(reports / point.ReportsPerCaller + 0.5));
            var random = SplitMix.For(_settings.Seed, 0x9147_0000_0000UL + (ulong)p * 1000 + (ulong)weeksBack);
            for (var r = 0; r < reports; r++)
            {
                // The first reports go round the days and callers once, so that every planted number is reached.
                var weekday = point.Days[(r < point.Days.Length ? r : random.Below(point.Days.Length))];
                var day = DayOf(firstDay, weekday);
                var second = point.Hours[random.Below(point.Hours.Length)] * 3600 + random.Below(3600);
                var caller = Caller(point, r < callers ? r : random.Below(callers), callers, weeksBack);
                var traits = point.Callers == 1 ? ReportTraits.Flood : ReportTraits.None;
                byDay[day - firstDay]
                    .Add(
                        new Report(
                            random.Next(),
                            day,
                            second,
                            issue,
                            _firstPlace + p,
                            FirstCaller + p * CallersOfAPoint + caller,
                            0,
                            traits
                        )
                    );
            }
        }
    }

    /// <summary>The people of a point come back after eight weeks; where the script fixes the callers they are always the same.</summary>
    private static int Caller(PlantedPoint point, int number, int callers, int weeksBack) =>
        point.Callers is null ? (weeksBack % 8 * callers + number) % CallersOfAPoint : number;

    /// <summary>The day of the week (1 = Monday) within the seven days that start with <paramref name="firstDay"/>.</summary>
    private int DayOf(int firstDay, int weekday)
    {
        var start = ((int)_settings.FirstDay.AddDays(firstDay).DayOfWeek + 6) % 7;
        return firstDay + (weekday - 1 - start + 7) % 7;
    }
}
