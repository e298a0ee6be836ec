using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>One model on the series of a group at the origins that it could be tried at.</summary>
internal sealed record ModelTrial(string Model, IReadOnlyList<OriginTrial> Origins);

/// <summary>What came in the week after an origin, for all models alike.</summary>
/// <param name="Weeks">Known weeks, which is the number of the week forecast.</param>
/// <param name="Members">Numbers of the series.</param>
/// <param name="Actual">What came, as known today.</param>
/// <param name="Scale">Of each series in sample (<see cref="ForecastErrors.Scale"/>); null: none.</param>
/// <param name="SquaredScale">Likewise.</param>
internal sealed record OriginOutcome(int Weeks, int[] Members, double[] Actual, double?[] Scale, double?[] SquaredScale);

/// <summary>Forecasts of one week from what was known before it, beside what came.</summary>
internal sealed record OriginTrial(OriginOutcome Outcome, double[] Forecast)
{
    public int Weeks => Outcome.Weeks;

    public int[] Members => Outcome.Members;

    /// <summary>Mean of absolute errors over their scales; null: no series has one.</summary>
    public double? ScaledError => Scaled().ToList() is { Count: > 0 } errors ? errors.Average(one => one.Error) : null;

    /// <summary>Absolute errors over their scales, of the members that have one.</summary>
    public IEnumerable<(int Member, double Error)> Scaled() => Scaled(Outcome.Scale, Math.Abs);

    public IEnumerable<double> ScaledSquares() => Scaled(Outcome.SquaredScale, error => error * error).Select(one => one.Error);

    public IEnumerable<(double Mean, double Actual)> Pairs() => Forecast.Zip(Outcome.Actual);

    private IEnumerable<(int Member, double Error)> Scaled(double?[] scale, Func<double, double> size) =>
        Enumerable
            .Range(0, Members.Length)
            .Where(i => scale[i] > 0)
            .Select(i => (Members[i], size(Outcome.Actual[i] - Forecast[i]) / scale[i]!.Value));
}

/// <summary>
/// The back-test of METHODS (h): rolling origins, every model fitted anew at each, from the counts as they were known then. The last origin has no outcome yet:
/// it is the forecast.
/// </summary>
internal sealed class Backtest
{
    /// <summary>Origins whose errors alone set the limits before any is judged.</summary>
    private const int LearningOrigins = 4;

    /// <summary>A model that looks better than the naive one by luck is shown once in ten times.</summary>
    private const double SignLevel = 0.1;

    /// <summary>Limits and quantile losses are worked out for about so many pairs.</summary>
    private const int MostJudged = 2000;

    private readonly WeekPanel _panel;

    public Backtest(ForecastInputs inputs, ForecastSeries[] series, ForecastSeries[] around, int origins)
    {
        var first = Math.Max(0, inputs.Steps.Count - origins);
        _panel = new WeekPanel(inputs, series, around, Math.Max(0, first - WeekPanel.MostTargets));
        var trials = new List<(string Model, double[] Forecast)>[inputs.Steps.Count - first + 1];
        var at = new Origin[trials.Length];
        Parallel.For(
            0,
            trials.Length,
            Workers.All,
            i =>
            {
                at[i] = At(first + i);
                trials[i] = Forecasts(at[i]);
            }
        );
        Now = at[^1];
        Ahead = trials[^1];
        var outcomes = at[..^1].Select(Outcome).ToArray();
        Trials =
        [
            .. ForecastModels
                .Single.Select(model => model.Name)
                .Append(ForecastModels.Mean)
                .Select(model => new ModelTrial(
                    model,
                    [
                        .. Enumerable
                            .Range(0, trials.Length - 1)
                            .Where(i => at[i].Members.Length > 0)
                            .SelectMany(i =>
                                trials[i].Where(one => one.Model == model).Select(one => new OriginTrial(outcomes[i], one.Forecast))
                            ),
                    ]
                )),
        ];
        Shown = Choose();
    }

    /// <summary>What is known now.</summary>
    public Origin Now { get; }

    /// <summary>The week ahead by each model that can tell it; empty: too few weeks.</summary>
    public IReadOnlyList<(string Model, double[] Forecast)> Ahead { get; }

    public IReadOnlyList<ModelTrial> Trials { get; }

    /// <summary>The model that is told: the naive one, or another that beats it (scaled error below 1 and smaller than the naive one's in most weeks).</summary>
    public string Shown { get; }

    public ModelTrial Of(string model) => Trials.First(trial => trial.Model == model);

    /// <summary>Weeks in which the model was nearer than the naive one, of those in which they differ, and the chance of so many.</summary>
    public (int Better, int Differing, double P) Sign(ModelTrial trial)
    {
        var naive = Of(Forecast.Naive).Origins.ToDictionary(origin => origin.Weeks, origin => origin.ScaledError);
        var (better, differing) = (0, 0);
        foreach (var origin in trial.Origins)
        {
            var difference = origin.ScaledError - naive.GetValueOrDefault(origin.Weeks);
            better += difference < 0 ? 1 : 0;
            differing += difference is < 0 or > 0 ? 1 : 0;
        }
        return (better, differing, CountTail.Binomial(better, differing, 0.5));
    }

    public static double? Mase(ModelTrial trial) =>
        trial.Origins.SelectMany(origin => origin.Scaled()).ToList() is { Count: > 0 } all ? all.Average(one => one.Error) : null;

    /// <summary>Limits of the forecasts ahead, from all origins; where there are few, from the weeks themselves.</summary>
    public ForecastSpread Spread(ModelTrial trial) =>
        trial.Origins.Count >= WeekAhead.LeastOrigins ? ForecastSpread.Of(Pairs(trial.Origins)) : OfWeeks(Now);

    /// <summary>How often counts lay within limits that were fitted on earlier origins alone, and the losses of these quantiles.</summary>
    public static (double? Coverage80, double? Coverage95, double?[] Pinball) Limits(ModelTrial trial, double[] levels)
    {
        var judged = new List<(double Mean, double Actual, ForecastSpread Spread)>();
        for (var i = LearningOrigins; i < trial.Origins.Count; i++)
        {
            var spread = ForecastSpread.Of(Pairs(trial.Origins.Take(i)));
            judged.AddRange(trial.Origins[i].Pairs().Select(pair => (pair.Mean, pair.Actual, spread)));
        }
        var every = (judged.Count + MostJudged - 1) / MostJudged;
        judged = [.. judged.Where((_, i) => i % every == 0 && judged[i].Mean > 0)];
        if (judged.Count == 0)
            return (null, null, [.. levels.Select(_ => (double?)null)]);
        double Within(double level) =>
            judged.Average(one =>
                one.Actual >= one.Spread.Quantile((1 - level) / 2, one.Mean) && one.Actual <= one.Spread.Quantile((1 + level) / 2, one.Mean)
                    ? 1.0
                    : 0
            );
        return (
            Within(0.8),
            Within(0.95),
            [
                .. levels.Select(level =>
                    (double?)judged.Average(one => ForecastErrors.Pinball(one.Actual, one.Spread.Quantile(level, one.Mean), level))
                ),
            ]
        );
    }

    private static List<(double Mean, double Actual)> Pairs(IEnumerable<OriginTrial> origins) =>
        [.. origins.SelectMany(origin => origin.Pairs())];

    private string Choose()
    {
        var best = Trials
            .Where(trial =>
                trial.Model != Forecast.Naive && trial.Origins.Count >= WeekAhead.LeastOrigins && Ahead.Any(one => one.Model == trial.Model)
            )
            .Select(trial => (Trial: trial, Mase: Mase(trial)))
            .Where(trial => trial.Mase < 1)
            .OrderBy(trial => trial.Mase)
            .FirstOrDefault();
        return best.Trial is { } trial && Sign(trial).P < SignLevel ? trial.Model : Forecast.Naive;
    }

    private Origin At(int weeks)
    {
        var (members, counts) = _panel.Known(weeks);
        return new Origin(weeks, members, counts, _panel.Content(weeks), _panel.Rows);
    }

    private static List<(string Model, double[] Forecast)> Forecasts(Origin origin)
    {
        var found = new List<(string, double[])>();
        foreach (var (name, model) in ForecastModels.Single)
        {
            if (origin.Members.Length > 0 && model(origin) is { } forecast)
                found.Add((name, forecast));
        }
        // One alone is no combination.
        if (found.Count > 1)
            found.Add((ForecastModels.Mean, [.. origin.Members.Select((_, i) => found.Average(one => one.Item2[i]))]));
        return found;
    }

    private OriginOutcome Outcome(Origin origin)
    {
        const int ScaleWeeks = 52;
        var known = origin.Counts.Select(counts => counts.TakeLast(ScaleWeeks).Select(count => (double)count).ToArray()).ToArray();
        return new OriginOutcome(
            origin.Weeks,
            origin.Members,
            [.. origin.Members.Select(member => (double)_panel.Series(member).Weeks[origin.Weeks])],
            [.. known.Select(series => ForecastErrors.Scale(series, 1))],
            [.. known.Select(series => ForecastErrors.SquaredScale(series, 1))]
        );
    }

    /// <summary>Before forecasts have been tried: the spread of the known weeks about their mean, widened by the error of a mean of four.</summary>
    private static ForecastSpread OfWeeks(Origin origin)
    {
        var (squares, free) = (0.0, 0);
        foreach (var counts in origin.Counts)
        {
            var flat = counts.Select((count, week) => count / origin.Content[week]).ToArray();
            var mean = flat.Average();
            if (mean <= 0)
                continue;
            squares += flat.Sum(count => (count - mean) * (count - mean) / mean);
            free += flat.Length - 1;
        }
        return new ForecastSpread(Math.Max(1, free > 0 ? squares / free : 1) * 1.25, 0);
    }
}
