using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>From the published complaints to everything that a bulletin tells: groups first, then the tests on them.</summary>
public static class Analysing
{
    private const int BaselineDays = 91;
    private const int TrailingDays = 56;
    private const int HistoryPeriods = 13;

    /// <summary>Replicas of the point tests; quarters and years, whose replicas cost more and need less, get fewer (p floors at 0.025).</summary>
    private const int Replicas = 199;
    private const int LongPeriodReplicas = 39;
    private const int LongPeriodDays = 45;

    /// <param name="known">Hotspots of the bulletin before, whose ids are kept while the place is the same.</param>
    public static Analysis Run(
        ComplaintReader reader,
        Period period,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<KnownPoint> known,
        HomeSettings settings
    )
    {
        var spans = ReportSpans.For(period, coverage, settings.WeekStart);
        var current = spans.Current;
        var history = History(reader, spans, coverage, settings.WeekStart);
        var hours = reader.Hours(HourSpan(current, coverage), city.Calendar.Of);
        var peakSettings = new PeakSettings { Seed = settings.Seed };
        var areas = AreaMeasures.Run(
            reader.Areas(spans, coverage.FirstOn),
            new AreaSettings
            {
                PreviousExposure = Exposure(spans, spans.Previous),
                YearBeforeExposure = Exposure(spans, spans.YearBefore),
                Seed = settings.Seed,
            }
        );
        var now = reader.Totals(current);
        var before = spans.Previous is { } previous ? reader.Totals(previous) : null;
        var yearAgo = spans.YearBefore is { } year ? reader.Totals(year) : null;
        var days = reader.Days(current);
        return new Analysis(
            spans,
            coverage,
            now,
            before,
            yearAgo,
            days,
            history,
            Test(now, before, history, spans, spans.Previous),
            Test(now, yearAgo, history, spans, spans.YearBefore),
            EmptyDays(days),
            reader.Issues(spans),
            reader.HeatMap(current),
            reader.HourIssues(current),
            PeakHours.Run(hours, current.From, current.LastDay, peakSettings),
            PeakWindows.Run([.. hours.Where(scope => scope.Level is "city" or "issue")], current.From, current.LastDay, peakSettings),
            areas,
            FindPoints(reader, spans, coverage, city, known, settings),
            reader.TopIncidents(current, Reports.Sections.IncidentsSection.LeastReports, 10),
            reader.Callbacks(current),
            reader.Batches(),
            city.Outlines is { } shapes
                ? new MapLayer([.. shapes.Select(shape => new MapArea(shape.Name, shape.Shape, shape.LabelPoint))])
                : null,
            city.InnerDistricts,
            city.HasCalendar
        );
    }

    private static IReadOnlyList<HotPoint> FindPoints(
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
        return Points.Run(
            new PointInputs(
                from,
                spans.Current.LastDay,
                reader.Units(spans.Current),
                baselineFrom < from ? baselineFrom : null,
                baselineFrom < from ? reader.Units(new DaySpan(baselineFrom, from)) : [],
                spans.Previous is { } previous ? reader.Units(previous) : null,
                city.Projection.ToMetres,
                known,
                city.Geo.Map is { } map
                    ? (x, y) =>
                    {
                        var (longitude, latitude) = city.Projection.ToDegrees(x, y);
                        return map.IndexOf(longitude, latitude) >= 0;
                    }
                    : null
            ),
            new PointSettings { Seed = settings.Seed, Replicas = spans.Current.Days > LongPeriodDays ? LongPeriodReplicas : Replicas }
        );
    }

    /// <summary>The period and the eight weeks that end with it or come before it, as far as the data reach.</summary>
    private static DaySpan HourSpan(DaySpan current, Coverage coverage) =>
        new(Later(current.From.AddDays(-TrailingDays), coverage.FirstOn <= current.From ? coverage.FirstOn : current.From), current.Until);

    private static List<PeriodCount> History(ComplaintReader reader, ReportSpans spans, Coverage coverage, DayOfWeek weekStart)
    {
        var periods = new List<Period> { spans.Period };
        while (periods.Count < HistoryPeriods && periods[^1].Previous(weekStart) is var previous && previous.From >= coverage.FirstOn)
            periods.Add(previous);
        periods.Reverse();
        var days = reader.Days(new DaySpan(periods[0].From, spans.Current.Until));
        return
        [
            .. periods.Select(period =>
            {
                var own = days.Where(day => period.Contains(day.Day)).ToList();
                return new PeriodCount(period, own.Sum(day => day.Complaints), own.Sum(day => day.Incidents));
            }),
        ];
    }

    /// <summary>Days without a complaint where the others have at least twenty on average: no city is silent for a day.</summary>
    private static List<DateOnly> EmptyDays(IReadOnlyList<DayCount> days)
    {
        var busy = days.Where(day => day.Complaints > 0).ToList();
        return busy.Count > 0 && busy.Average(day => day.Complaints) >= 20
            ? [.. days.Where(day => day.Complaints == 0).Select(day => day.Day)]
            : [];
    }

    private static double Exposure(ReportSpans spans, DaySpan? then) => then is { } span ? (double)spans.Current.Days / span.Days : 1;

    /// <summary>Change of the city's incidents with the overdispersion of the periods before.</summary>
    private static double? Test(Totals now, Totals? then, IReadOnlyList<PeriodCount> history, ReportSpans spans, DaySpan? thenSpan)
    {
        if (then is null || then.Incidents + now.Incidents == 0)
            return null;
        var earlier = history.SkipLast(1).Select(period => (double)period.Incidents).ToArray();
        var phi = 1.0;
        if (earlier.Length >= 3)
        {
            var mean = earlier.Average();
            if (mean > 0)
                phi = Math.Max(1, earlier.Sum(value => (value - mean) * (value - mean)) / mean / (earlier.Length - 1));
        }
        return RateRatio.Overdispersed(now.Incidents, then.Incidents, phi, Exposure(spans, thenSpan)).PValue;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
