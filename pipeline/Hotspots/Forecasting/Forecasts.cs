namespace Hotspot.Hotspots.Forecasting;

/// <summary>The week ahead of every area and issue, and how well its models did on the weeks before; by level, all issues together and one by one.</summary>
public static class Forecasts
{
    private static readonly string[] Levels = ["city", "district", "street"];
    private static readonly double[] Pinballs = [0.1, 0.5, 0.9];

    /// <param name="origins">Weeks of the back-test; 12 at least.</param>
    /// <returns>Rows by level, area and issue; no forecast of less than four weeks.</returns>
    public static (IReadOnlyList<Forecast> Forecasts, IReadOnlyList<ForecastBacktest> Backtests) Run(
        ForecastInputs inputs,
        int origins = WeekAhead.LeastOrigins,
        CancellationToken cancel = default
    )
    {
        var series = inputs
            .Series.OrderBy(one => Array.IndexOf(Levels, one.Level))
            .ThenBy(one => one.District, StringComparer.Ordinal)
            .ThenBy(one => one.Street, StringComparer.Ordinal)
            .ThenBy(one => one.Issue, StringComparer.Ordinal)
            .ToList();
        var named = series.ToDictionary(one => (one.Level, one.District, one.Street, one.Issue));
        var (forecasts, backtests) = (new List<Forecast>(), new List<ForecastBacktest>());
        foreach (
            var group in series
                .GroupBy(one => (Level: Array.IndexOf(Levels, one.Level), HasIssue: one.Issue is not null))
                .OrderBy(one => one.Key)
        )
        {
            cancel.ThrowIfCancellationRequested();
            ForecastSeries[] members = [.. group];
            // A street in its district, a district in the city, an issue of the city in all that the city is told.
            ForecastSeries Around(ForecastSeries one) =>
                (one.Level == "street" ? named.GetValueOrDefault(("district", one.District, null, one.Issue)) : null)
                ?? named.GetValueOrDefault(("city", null, null, one.Level == "city" ? null : one.Issue))
                ?? one;
            var backtest = new Backtest(inputs, members, [.. members.Select(Around)], origins);
            forecasts.AddRange(Ahead(inputs, members, backtest));
            backtests.AddRange(Told(inputs, Levels[group.Key.Level], group.Key.HasIssue ? "issue" : "total", backtest));
        }
        return (forecasts, backtests);
    }

    private static IEnumerable<Forecast> Ahead(ForecastInputs inputs, ForecastSeries[] members, Backtest backtest)
    {
        if (backtest.Ahead.Count == 0)
            yield break;
        var trial = backtest.Of(backtest.Shown);
        var spread = backtest.Spread(trial);
        var shown = backtest.Ahead.First(one => one.Model == backtest.Shown).Forecast;
        var naive = backtest.Ahead.First(one => one.Model == Forecast.Naive).Forecast;
        var errors = trial.Origins.SelectMany(origin => origin.Scaled()).ToLookup(one => one.Member, one => one.Error);
        foreach (var (i, member) in backtest.Now.Members.Index())
        {
            var one = members[member];
            yield return new Forecast(
                one.Level,
                one.District,
                one.Street,
                one.Issue,
                1,
                inputs.Steps.Until,
                inputs.Steps.Until.AddDays(6),
                shown[i],
                spread.Quantile(0.1, shown[i]),
                spread.Quantile(0.9, shown[i]),
                naive[i],
                backtest.Shown,
                trial.Origins.Count >= WeekAhead.LeastOrigins && errors[member].Any() ? errors[member].Average() : null
            );
        }
    }

    private static IEnumerable<ForecastBacktest> Told(ForecastInputs inputs, string level, string scope, Backtest backtest)
    {
        foreach (var trial in backtest.Trials)
        {
            if (trial.Origins.Count < WeekAhead.LeastOrigins)
            {
                var reason = inputs.Steps.Count < WeekAhead.LeastOrigins + WeekPanel.LeastWeeks ? "short_history" : "few_cases";
                yield return new ForecastBacktest(
                    level,
                    scope,
                    trial.Model,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    trial.Model == backtest.Shown,
                    reason
                );
                continue;
            }
            var (better, differing, p) = backtest.Sign(trial);
            var (within80, within95, pinball) = Backtest.Limits(trial, Pinballs);
            var isNaive = trial.Model == Forecast.Naive;
            yield return new ForecastBacktest(
                level,
                scope,
                trial.Model,
                trial.Origins.Count,
                inputs.Steps.From.AddDays(7 * trial.Origins[0].Weeks),
                inputs.Steps.From.AddDays(7 * trial.Origins[^1].Weeks + 6),
                trial.Origins.SelectMany(origin => origin.Members).Distinct().Count(),
                trial.Origins.SelectMany(origin => origin.Pairs()).Average(pair => Math.Abs(pair.Actual - pair.Mean)),
                Backtest.Mase(trial),
                trial.Origins.SelectMany(origin => origin.ScaledSquares()).ToList() is { Count: > 0 } squares
                    ? Math.Sqrt(squares.Average())
                    : null,
                pinball[0],
                pinball[1],
                pinball[2],
                within80,
                within95,
                isNaive ? null : better,
                isNaive || differing == 0 ? null : p,
                trial.Model == backtest.Shown,
                null
            );
        }
    }
}
