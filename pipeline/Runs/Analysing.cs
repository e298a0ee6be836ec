using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;
using Hotspot.Runs.Callbacks;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>From the published complaints to everything that a bulletin tells: groups first, then the tests on them.</summary>
public static class Analysing
{
    private const int BaselineDays = 91;
    private const int TrailingDays = 56;
    private const int HistoryPeriods = 13;

    /// <summary>
    /// Replicas of the point tests. Where one costs more there are fewer: the test keeps its level, p floors at 0.01 for a period of many units and at
    /// 0.025 for quarters and years.
    /// </summary>
    private const int Replicas = 199;
    private const int BusyReplicas = 99;
    private const int BusyUnits = 40_000;
    private const int LongPeriodReplicas = 39;
    private const int LongPeriodDays = 45;

    /// <summary>What days off bring is told by so many years.</summary>
    private const int YearsOfDayWeights = 3;

    /// <param name="known">Hotspots of the bulletin before, whose ids are kept while the place is the same.</param>
    /// <param name="knownClusters">Space-time clusters of the nights or bulletins before; null: none.</param>
    public static Analysis Run(
        ComplaintReader reader,
        Period period,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<KnownPoint> known,
        HomeSettings settings,
        string? rules = null,
        IReadOnlyList<KnownCluster>? knownClusters = null
    )
    {
        var spans = ReportSpans
            .For(period, coverage, settings.WeekStart, city.Calendar)
            .Comparable(reader.EveryDay)
            .Comparable(reader.Days);
        var callbackKinds = Cohorts.Kinds(city);
        var current = spans.Current;
        // Thirteen weeks that end with the period, or the period where it is longer.
        var trailing = EffectSpan(current, coverage);
        // The two longest tests run beside the statements and the other tests; they read nothing more.
        var (units, pointsFound) = FindPoints(reader, spans, coverage, city, known, settings);
        var nearRepeats = FindNearRepeats(reader.LocatedIncidents(trailing), trailing, city, settings.Seed);
        var history = History(reader, spans, coverage, settings.WeekStart);
        var (months, issueMonths) = MonthsWithin.Of(reader, spans, coverage, settings.WeekStart);
        var hours = WithoutHoles(reader.Hours(HourSpan(current, coverage), city.Calendar.Of));
        var peakSettings = new PeakSettings { Seed = settings.Seed };
        var now = reader.Totals(current);
        var weights = Weights(reader, current, coverage, city.Calendar);
        double Exposure(DaySpan? then) =>
            then is { } span ? weights.Of(current.From, current.Until) / weights.Of(span.From, span.Until) : 1;
        var issues = reader.Issues(spans);
        var counts = reader.Areas(spans, coverage.FirstOn);
        var weeks = Weeks(counts.Where(area => area.Issue is null));
        var areas = AreaRun.Run(
            reader,
            counts,
            spans,
            city,
            new AreaSettings
            {
                PreviousExposure = Exposure(spans.Previous),
                YearBeforeExposure = Exposure(spans.YearBefore),
                CityComplaints = issues
                    .Where(issue => issue.Level == "issue")
                    .Select(issue => (issue.Name!, issue.Complaints))
                    .Append(("", now.Complaints))
                    .ToDictionary(),
                Seed = settings.Seed,
            }
        );
        var before = spans.Previous is { } previous ? reader.Totals(previous) : null;
        var yearAgo = spans.YearBefore is { } year ? reader.Totals(year) : null;
        var days = reader.Days(current);
        var coordinates = reader.Coordinates(current);
        var peakHours = PeakHours.Run(hours, current.From, current.LastDay, peakSettings);
        var peakWindows = PeakWindows.Run(
            [.. hours.Where(scope => scope.Level != "district_issue")],
            current.From,
            current.LastDay,
            peakSettings
        );
        var dayEffects = DayEffects.Run(WithoutHoles(reader.DayIncidents(trailing, city.Calendar.Of)));
        var repeats = Repeats.Run(reader.Repeats(current, Repeats.Days), reader.RepeatTimes(trailing, Repeats.Days));
        var scan = Scanning.Run(reader, current.LastDay, coverage, city, knownClusters ?? [], settings.Seed);
        var (evolution, points) = Evolving.Run(
            reader,
            spans,
            coverage,
            city,
            pointsFound.GetAwaiter().GetResult(),
            now.Incidents,
            settings.WeekStart
        );
        var spoken = HotIssueRun.Run(reader, current, now.Complaints, settings, rules);
        var cube = reader.Cube(current, settings.WeekStart);
        var rates = RateWeights.Read(rules);
        // Whole periods only: a running one is compared with the same number of days, which totals do not tell.
        BaselineTotals? Earlier(Period? then, DaySpan? counted) =>
            then is null || counted is not null || spans.IsRunning || spans.EmptyDays.Count > 0
                ? null
                : reader.Baseline(new DaySpan(then.From, then.Until));
        var earlier = Earlier(period.Previous(settings.WeekStart), spans.Previous);
        var lastYear = spans.IsByFestival ? null : Earlier(period.YearBefore(settings.WeekStart), spans.YearBefore);
        return new Analysis(
            spans,
            coverage,
            now,
            before,
            yearAgo,
            days,
            history,
            Test(now, before, history, weeks, Exposure(spans.Previous)),
            Test(now, yearAgo, history, weeks, Exposure(spans.YearBefore)),
            issues,
            spans.Previous is null
                ? new Dictionary<string, double>()
                : IssueQ(Comparable(issues, spans, city), counts, Exposure(spans.Previous)),
            reader.HeatMap(current),
            reader.HourIssues(current),
            peakHours,
            peakWindows,
            AreaRun.WithTrends(AreaRun.WithTotals(areas, earlier, lastYear), evolution),
            points,
            ShortBulletin.Suits(now.Complaints)
                ? reader.TopIncidents(current, 1, ShortBulletin.LeastComplaints)
                : reader.TopIncidents(current, IncidentsSection.LeastReports, 10),
            reader.Callbacks(current, callbackKinds),
            reader.Batches(),
            city.Outlines is { } shapes
                ? new MapLayer([.. shapes.Select(shape => new MapArea(shape.Name, shape.Shape, shape.LabelPoint))])
                : null,
            city.InnerDistricts,
            city.HasCalendar,
            city.HasIssueRules
        )
        {
            YearByDate = spans.YearByDate is { } sameWeek ? reader.Totals(sameWeek) : null,
            DaysOff = DaysOff.Of(spans, city.Calendar),
            Evolution = evolution,
            Months = months,
            IssueMonths = issueMonths,
            SingleCallers = reader.SingleCallers(current),
            Processing = reader.Processing(current),
            DispatchLists = reader.DispatchLists(current),
            Scan = scan,
            Rates = RateWeights.Of(rates, current.LastDay),
            RuleChanges = Changes(spans, city, rates),
            CallbacksWithExcluded =
                now.Excluded == 0
                    ? null
                    : reader.Callbacks(current, callbackKinds, withExcluded: true).FirstOrDefault(unit => unit.District is null),
            DayEffects = dayEffects,
            DayCurves = DayCurves.Run(hours, current.From, current.LastDay, peakSettings),
            Circles = HourCircles.Run(hours, current.From, current.LastDay, peakSettings),
            Trailing = trailing with { From = Later(trailing.From, coverage.FirstOn) },
            Repeats = repeats,
            Spoken = spoken,
            NearRepeats = nearRepeats.GetAwaiter().GetResult(),
            Warnings = Warning.Run(reader, current.LastDay, coverage, city.Calendar),
            Coordinates = city.Outlines is null ? [] : coordinates,
            Hexes = HexTable.Of(
                [
                    .. coordinates.Select(count =>
                    {
                        var (x, y) = city.Projection.ToMetres(count.Longitude, count.Latitude);
                        return (x, y, count.Complaints, count.Incidents);
                    }),
                ],
                Evolving.ToDegrees(city.Projection)
            ),
            Cube = cube,
            PointCells = PointCells.Of(points, units, cube, city.Calendar),
            BeforeTotals = earlier,
            YearAgoTotals = lastYear,
            Events = Foreseeing.Events(reader, current, coverage, city.Events),
        };
    }

    /// <summary>Rules that began within the days compared, after the first of them.</summary>
    private static List<RuleChange> Changes(ReportSpans spans, CityReference city, IReadOnlyList<RateWeights> rates)
    {
        var first = new[] { spans.Current.From, spans.Previous?.From, spans.YearBefore?.From }.Min()!.Value;
        return
        [
            .. city
                .Issues.Changes.Select(day => new RuleChange("issues", day))
                .Concat(rates.Select(rate => rate.ValidFrom).OfType<DateOnly>().Select(day => new RuleChange("rates", day)))
                .Concat(
                    (city.Geo.Gazetteer?.Streets ?? [])
                        .SelectMany(street => new[] { street.ValidFrom, street.ValidUntil?.AddDays(1) })
                        .OfType<DateOnly>()
                        .Select(day => new RuleChange("streets", day))
                )
                .Where(change => change.On > first && change.On <= spans.Current.LastDay)
                .Distinct()
                .OrderBy(change => change.On)
                .ThenBy(change => change.Table, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reads the units at once; the tests on them go on beside what is read next.</summary>
    private static (IReadOnlyList<PointUnit> Units, Task<IReadOnlyList<HotPoint>> Points) FindPoints(
        ComplaintReader reader,
        ReportSpans spans,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<KnownPoint> known,
        HomeSettings settings
    )
    {
        var from = spans.Current.From;
        var baselineFrom = Later(from.AddDays(-BaselineDays), coverage.FirstOn);
        var now = reader.UnitsWithTexts(spans.Current);
        var replicas = now.Count > BusyUnits ? BusyReplicas : Replicas;
        var inputs = new PointInputs(
            from,
            spans.Current.LastDay,
            now,
            baselineFrom < from ? baselineFrom : null,
            baselineFrom < from ? reader.PastUnits(new DaySpan(baselineFrom, from)) : [],
            spans.Previous is { } previous ? reader.PastUnits(previous) : null,
            city.Projection.ToMetres,
            known,
            city.Geo.Map is { } map
                ? (x, y) =>
                {
                    var (longitude, latitude) = city.Projection.ToDegrees(x, y);
                    return map.IndexOf(longitude, latitude) >= 0;
                }
                : null
        );
        var pointSettings = new PointSettings
        {
            Seed = settings.Seed,
            Replicas = spans.Current.Days > LongPeriodDays ? LongPeriodReplicas : replicas,
            Hdbscan = settings.HdbscanPoints ? new HdbscanSettings() : null,
        };
        return (now, Task.Run(() => Points.Run(inputs, pointSettings)));
    }

    /// <inheritdoc cref="FindPoints"/>
    private static Task<IReadOnlyList<NearRepeat>> FindNearRepeats(
        IReadOnlyList<LocatedIncident> incidents,
        DaySpan trailing,
        CityReference city,
        ulong seed
    ) => Task.Run(() => NearRepeats.Run(incidents, city.Projection.ToMetres, trailing.From, trailing.Until, new NearRepeatSettings(seed)));

    /// <summary>The period and the eight weeks that end with it or come before it, as far as the data reach.</summary>
    private static DaySpan HourSpan(DaySpan current, Coverage coverage) => BackTo(current.From.AddDays(-TrailingDays), current, coverage);

    /// <summary>Up to thirteen weeks that end with the period; a longer period is its own span.</summary>
    private static DaySpan EffectSpan(DaySpan current, Coverage coverage) =>
        BackTo(current.Until.AddDays(-BaselineDays), current, coverage);

    /// <summary>The period with the days before it from <paramref name="from"/> on that are known.</summary>
    private static DaySpan BackTo(DateOnly from, DaySpan current, Coverage coverage)
    {
        var first = Later(from, coverage.FirstOn);
        return new DaySpan(first < current.From ? first : current.From, current.Until);
    }

    internal static List<PeriodCount> History(ComplaintReader reader, ReportSpans spans, Coverage coverage, DayOfWeek weekStart)
    {
        var periods = new List<Period> { spans.Period };
        while (periods.Count < HistoryPeriods && periods[^1].Previous(weekStart) is var previous && previous.From >= coverage.FirstOn)
            periods.Add(previous);
        periods.Reverse();
        var days = reader
            .Days(new DaySpan(periods[0].From, spans.Current.Until))
            .ToLookup(day => periods.Find(period => period.Contains(day.Day)));
        var busy = days[spans.Period].Sum(day => day.Complaints) >= BusySource.LeastADay * spans.Current.Days;
        var whole = periods.FindLastIndex(period => period != spans.Period && busy && days[period].Any(day => day.Complaints == 0));
        return
        [
            .. periods
                .Skip(whole + 1)
                .Select(period => new PeriodCount(period, days[period].Sum(day => day.Complaints), days[period].Sum(day => day.Incidents))),
        ];
    }

    private static IReadOnlyList<HourScope> WithoutHoles(IReadOnlyList<HourScope> scopes)
    {
        var kept = Kept(scopes.FirstOrDefault(scope => scope.Level == "city")?.Days.Select(day => (day.Day, (long)day.Complaints.Sum())));
        return [.. scopes.Select(scope => scope with { Days = [.. scope.Days.Where(day => kept(day.Day))] })];
    }

    private static IReadOnlyList<DayScope> WithoutHoles(IReadOnlyList<DayScope> scopes)
    {
        var kept = Kept(scopes.FirstOrDefault(scope => scope.Level == "city")?.Days.Select(day => (day.Day, day.Incidents)));
        return [.. scopes.Select(scope => scope with { Days = [.. scope.Days.Where(day => kept(day.Day))] })];
    }

    /// <summary>Days that a busy export lacks say nothing about hours and weekdays.</summary>
    /// <param name="city">Cases of each day; null: there are none.</param>
    private static Func<DateOnly, bool> Kept(IEnumerable<(DateOnly Day, long Cases)>? city)
    {
        (DateOnly Day, long Cases)[] days = [.. city ?? []];
        if (!BusySource.Is(days.Select(day => day.Cases)))
            return _ => true;
        return days.Where(day => day.Cases > 0).Select(day => day.Day).ToHashSet().Contains;
    }

    private static DayWeights Weights(ComplaintReader reader, DaySpan current, Coverage coverage, WorkCalendar calendar)
    {
        var past = reader
            .Days(new DaySpan(Later(current.From.AddYears(-YearsOfDayWeights), coverage.FirstOn), current.From))
            .Select(day => (day.Day, day.Incidents))
            .ToList();
        var kept = Kept(past);
        return new DayWeights([.. past.Where(day => kept(day.Day))], calendar);
    }

    /// <summary>Change of the city's incidents with the overdispersion of the periods or of the weeks before, whichever is larger.</summary>
    private static double? Test(Totals now, Totals? then, IReadOnlyList<PeriodCount> history, long[] weeks, double exposure)
    {
        if (then is null || then.Incidents + now.Incidents == 0)
            return null;
        // A period without a single case was not loaded; it says nothing about how much periods differ.
        var periods = history.SkipLast(1).Select(period => period.Incidents).Where(incidents => incidents > 0).ToArray();
        var (phi, freedom) = new[] { Dispersion.OfChanges(periods), Dispersion.OfChanges(weeks) }.MaxBy(one => one.Phi);
        return RateRatio.Overdispersed(now.Incidents, then.Incidents, phi, exposure, freedom).PValue;
    }

    /// <summary>Kinds that the rules know on every day from the previous period to the end of this one.</summary>
    private static List<IssueCount> Comparable(IReadOnlyList<IssueCount> issues, ReportSpans spans, CityReference city) =>
        [
            .. issues.Where(issue =>
                issue.Name is null || city.Issues.HoldsThroughout(issue.Name, spans.Previous!.Value.From, spans.Current.LastDay)
            ),
        ];

    private static IReadOnlyDictionary<string, double> IssueQ(
        IReadOnlyList<IssueCount> issues,
        IReadOnlyList<AreaCounts> areas,
        double exposure
    )
    {
        var weeks = areas.Where(area => area.Issue is not null).ToLookup(area => area.Issue);
        return IssueChanges.Run(
            [
                .. issues
                    .Where(issue => issue.Level == "issue")
                    .Select(issue => new IssueSeries(issue.Name!, issue.Incidents, issue.PreviousIncidents, Weeks(weeks[issue.Name]))),
            ],
            exposure
        );
    }

    /// <summary>Weekly incidents of the city before the period: the sum over its districts.</summary>
    private static long[] Weeks(IEnumerable<AreaCounts> areas)
    {
        var districts = areas.Where(area => area.Level == "district").ToList();
        return
        [
            .. Enumerable
                .Range(0, districts.Count == 0 ? 0 : districts.Min(area => area.Weeks.Count))
                .Select(week => districts.Sum(area => area.Weeks[week])),
        ];
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
