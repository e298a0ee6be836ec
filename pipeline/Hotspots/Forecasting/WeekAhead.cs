namespace Hotspot.Hotspots.Forecasting;

/// <summary>What is expected of the next seven days, and how far such expectations held before.</summary>
/// <param name="Steps">Known weeks; empty: nothing is expected.</param>
/// <param name="LastTime">What the forecast of the last known week came to; null: there was none.</param>
public sealed record WeekAhead(
    WeekSteps Steps,
    IReadOnlyList<Forecast> Forecasts,
    IReadOnlyList<ForecastBacktest> Backtests,
    IReadOnlyList<HotCell> Cells,
    IReadOnlyList<HotCellBacktest> CellBacktests,
    ForecastOutcome? LastTime = null
)
{
    /// <summary>Weeks that a model is tried on before it may be told.</summary>
    public const int LeastOrigins = 12;

    /// <summary>Weeks that the naive model needs before the first of them; with all of these it is tried.</summary>
    public const int LeastWeeks = LeastOrigins + ForecastModels.NaiveWeeks;
}

/// <summary>A forecast of the past beside what came.</summary>
/// <param name="City">The city, all issues together; null: it was told none.</param>
/// <param name="Actual">Of the city.</param>
/// <param name="Told">Forecasts of areas and issues; <paramref name="Within"/> of them lay within their limits at 80 %.</param>
public sealed record ForecastOutcome(Forecast? City, long Actual, int Told, int Within)
{
    /// <param name="told">As published a week ago.</param>
    /// <param name="series">With the week that was told as their last one.</param>
    /// <returns>Null: nothing was told of that week.</returns>
    public static ForecastOutcome? Of(IEnumerable<Forecast> told, WeekSteps steps, IEnumerable<ForecastSeries> series)
    {
        if (steps.Count == 0)
            return null;
        var came = series.ToDictionary(one => (one.Level, one.District, one.Street, one.Issue), one => one.Weeks[^1]);
        var pairs = told.Where(one => one.FromOn == steps.Until.AddDays(-7))
            .Select(one => (Told: one, Came: came.GetValueOrDefault((one.Level, one.District, one.Street, one.Issue))))
            .ToList();
        return pairs.Count == 0
            ? null
            : new ForecastOutcome(
                pairs.Select(pair => pair.Told).FirstOrDefault(one => one is { Level: "city", Issue: null }),
                pairs.Where(pair => pair.Told is { Level: "city", Issue: null }).Sum(pair => (long)pair.Came),
                pairs.Count,
                pairs.Count(pair => pair.Came >= pair.Told.P10 && pair.Came <= pair.Told.P90)
            );
    }
}
