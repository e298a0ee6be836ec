using Hotspot.Hotspots.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>Expected cases of the next week, one for each member of an origin; null: not enough is known for the model.</summary>
internal delegate double[]? ForecastModel(Origin origin);

/// <summary>The models of METHODS (h).</summary>
internal static class ForecastModels
{
    public const string Mean = "mean";

    public const int NaiveWeeks = 4;

    /// <summary>A regression of seven terms needs a few hundred rows, trees some thousand.</summary>
    private const int LeastRows = 200;
    private const int LeastTreeRows = 2000;

    /// <summary>As much as one case says: in a city of one district its issues and their surroundings are the same.</summary>
    private const double Ridge = 1;

    /// <summary>Steps about a year that smoothing takes for a season, from the third year on.</summary>
    private const int Year = 52;

    /// <summary>Each by itself; the mean of them is made from these.</summary>
    public static readonly IReadOnlyList<(string Name, ForecastModel Model)> Single =
    [
        (Forecast.Naive, LastWeeks),
        ("smoothing", Smoothing),
        ("nb_glm", Regression),
        ("trees", Trees),
    ];

    /// <summary>M0: the last four weeks, for the days that the next one has. Of whole weeks the same as the last four of each weekday.</summary>
    internal static double[]? LastWeeks(Origin origin)
    {
        if (origin.Weeks < NaiveWeeks)
            return null;
        var content = origin.Content[(origin.Weeks - NaiveWeeks)..origin.Weeks].Sum();
        return
        [
            .. origin.Counts.Select(counts =>
                counts.AsSpan(origin.Weeks - NaiveWeeks).ToArray().Sum() / content * origin.Content[origin.Weeks]
            ),
        ];
    }

    /// <summary>
    /// M1: exponential smoothing of log1p of the weeks, one α for the group; with a season of the year where there are three years and it fits the
    /// last of them better. What the log takes off the mean is given back by the ratio of all cases to all fitted ones.
    /// </summary>
    internal static double[]? Smoothing(Origin origin)
    {
        if (origin.Weeks < WeekPanel.LeastWeeks || origin.Members.Length == 0)
            return null;
        var logs = origin
            .Counts.Select(counts => counts.Select((cases, week) => Math.Log(1 + cases / origin.Content[week])).ToArray())
            .ToArray();
        var from = origin.Weeks >= 3 * Year ? 2 * Year : NaiveWeeks;
        SmoothingState[] plain = [.. logs.Select(log => new SmoothingState(log[(from - NaiveWeeks)..from].Average(), 0, []))];
        double Plain(double[] at) => logs.Select((log, i) => HoltWinters.Run(log, from, plain[i], at[0], 0, 0).SquaredError).Sum();
        var alpha = HoltWinters.Fit(Plain, 1);
        Func<int, double[], SmoothingState> after = (i, expected) =>
            HoltWinters.Run(logs[i], from, plain[i], alpha[0], 0, 0, expected).After;
        if (from == 2 * Year)
        {
            SmoothingState[] starts = [.. logs.Select(log => HoltWinters.Start(log, Year) with { Trend = 0 })];
            double Seasonal(double[] at) =>
                logs.Select((log, i) => HoltWinters.Run(log, from, starts[i], at[0], 0, at[1]).SquaredError).Sum();
            var found = HoltWinters.Fit(Seasonal, 2);
            if (Seasonal(found) < Plain(alpha))
                after = (i, expected) => HoltWinters.Run(logs[i], from, starts[i], found[0], 0, found[1], expected).After;
        }
        double Cases(double log) => Math.Max(0, Math.Exp(log) - 1);
        var (cases, fitted, ahead) = (0.0, 0.0, new double[logs.Length]);
        var steps = new double[origin.Weeks];
        for (var i = 0; i < logs.Length; i++)
        {
            ahead[i] = Cases(HoltWinters.Forecast(after(i, steps), 1)[0]);
            for (var week = Math.Max(from, origin.Weeks - Year / 4); week < origin.Weeks; week++)
                (cases, fitted) = (cases + Math.Exp(logs[i][week]) - 1, fitted + Cases(steps[week]));
        }
        var back = fitted > 0 ? cases / fitted : 1;
        return [.. ahead.Select(one => one * back * origin.Content[origin.Weeks])];
    }

    /// <summary>M2: log μ = log(level × content) + signs × β, negative binomial over the rows of the past year.</summary>
    internal static double[]? Regression(Origin origin)
    {
        var past = origin.Learned;
        if (past.Count < LeastRows || origin.Rows(origin.Weeks) is not { } now)
            return null;
        // A sign that never moved says nothing and would have no factor.
        int[] told =
        [
            .. Enumerable.Range(0, WeekPanel.SignNames.Length).Where(sign => past.Any(row => row.Signs[sign] != past[0].Signs[sign])),
        ];
        double[] Columns(double[] signs) => [1, .. told.Select(sign => signs[sign])];
        var fit = NbRegression.Fit(
            [.. past.Select(row => Columns(row.Signs))],
            [.. past.Select(row => (double)row.Cases)],
            [.. past.Select(row => Math.Log(row.Expected))],
            Ridge
        );
        return fit.Coefficients.Any(double.IsNaN)
            ? null
            :
            [
                .. now.Signs.Select(
                    (signs, i) =>
                        now.Level[i] * origin.Content[origin.Weeks] * Math.Exp(Columns(signs).Zip(fit.Coefficients, (x, b) => x * b).Sum())
                ),
            ];
    }

    /// <summary>M3: boosted trees (Microsoft.ML, Tweedie loss) on the ratio of cases to level × content, weighted by it, which is a rate with its exposure.</summary>
    internal static double[]? Trees(Origin origin)
    {
        var past = origin.Learned;
        if (past.Count < LeastTreeRows || origin.Rows(origin.Weeks) is not { } now)
            return null;
        var context = new MLContext(seed: 1);
        var signs = SchemaDefinition.Create(typeof(TreeRow));
        signs[nameof(TreeRow.Signs)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, WeekPanel.SignNames.Length + 1);
        IDataView View(IEnumerable<TreeRow> rows) => context.Data.LoadFromEnumerable(rows, signs);
        var model = context
            .Regression.Trainers.FastTreeTweedie(
                new FastTreeTweedieTrainer.Options
                {
                    FeatureColumnName = nameof(TreeRow.Signs),
                    LabelColumnName = nameof(TreeRow.Ratio),
                    ExampleWeightColumnName = nameof(TreeRow.Weight),
                    NumberOfTrees = 30,
                    NumberOfLeaves = 8,
                    MinimumExampleCountPerLeaf = 40,
                    LearningRate = 0.2,
                    MaximumBinCountPerFeature = 64,
                    // Origins run beside each other.
                    NumberOfThreads = 1,
                }
            )
            .Fit(View(past.Select(row => TreeRow.Of(row.Signs, row.Expected, row.Cases / row.Expected))));
        var expected = now.Level.Select(level => level * origin.Content[origin.Weeks]).ToArray();
        var scores = model.Transform(View(now.Signs.Select((row, i) => TreeRow.Of(row, expected[i], 0)))).GetColumn<float>("Score");
        return [.. scores.Select((score, i) => score * expected[i])];
    }

    /// <summary>What the trees see: the signs and the log of the level.</summary>
    private sealed class TreeRow
    {
        public float[] Signs { get; set; } = [];
        public float Ratio { get; set; }
        public float Weight { get; set; }

        public static TreeRow Of(double[] signs, double expected, double ratio) =>
            new()
            {
                Signs = [.. signs.Select(sign => (float)sign), (float)Math.Log(expected)],
                Ratio = (float)ratio,
                Weight = (float)expected,
            };
    }
}
