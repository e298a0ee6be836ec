using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Forecasting;

namespace Hotspot.Runs;

/// <summary>The week after a day (METHODS h): complaints of every area and issue, and the cells in which to expect incidents, each with its back-test.</summary>
internal static class Forecasting
{
    /// <param name="lastDay">The day that is looked ahead from; weeks end with it.</param>
    /// <param name="told">What the bulletin of the week before expected of the last week.</param>
    /// <param name="origins">Weeks of the back-test.</param>
    public static WeekAhead Run(
        ComplaintReader reader,
        DateOnly lastDay,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<Forecast> told,
        int origins = WeekAhead.LeastOrigins,
        CancellationToken cancel = default
    )
    {
        var until = lastDay.AddDays(1);
        var count = Math.Clamp((until.DayNumber - coverage.FirstOn.DayNumber) / 7, 0, ForecastInputs.MostWeeks);
        var steps = new WeekSteps(until.AddDays(-7 * count), count);
        var days = reader.Days(new DaySpan(steps.From, until));
        steps = steps.AfterHoles([.. days.Select(day => (day.Day, day.Complaints))]);
        if (steps.Count == 0)
            return new WeekAhead(steps, [], [], [], []);
        var series = reader.ForecastSeries(steps);
        var (forecasts, backtests) = Forecasts.Run(
            new ForecastInputs(
                steps,
                [.. days.Where(day => day.Day >= steps.From).Select(day => day.Complaints)],
                city.Calendar.Of,
                series
            ),
            origins,
            cancel
        );
        cancel.ThrowIfCancellationRequested();
        var learned = steps.Skip(Math.Max(0, steps.Count - HotCells.LearnedWeeks - origins));
        var cells = ScanCells.At(city.Geo.Bounds?.Centre.Y ?? 0);
        var (hot, tried) = HotCells.Run(learned, reader.CellWeeks(learned, cells), cells.CentreOf, origins);
        return new WeekAhead(steps, forecasts, backtests, hot, tried, ForecastOutcome.Of(told, steps, series));
    }
}
