using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Classify.Learning;
using Hotspot.Grouping;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Reports.Backtests;

namespace Hotspot.Runs.Backtests;

/// <param name="AsOf">The last day that is known.</param>
/// <param name="Docx">The paper; <paramref name="Xlsx"/> the same figures.</param>
/// <param name="Texts">The classifier, four weeks after four weeks; empty: the city has no issue kinds of its own.</param>
public sealed record BacktestResult(DateOnly AsOf, WeekAhead Tried, IReadOnlyList<TextBacktest> Texts, string Docx, string Xlsx);

/// <summary><c>backtest</c>: the forecasts of past weeks, each made from what was known before it, beside what came.</summary>
public static class BacktestRun
{
    public const int Origins = 26;

    /// <summary>Stretches of four weeks in which the classifier is tried, each by a model that learned from at most half a year before it.</summary>
    private const int TextStretches = 3;
    private const int StretchDays = 28;
    private const int LearnedDays = 182;
    private const int MostTexts = 8000;

    /// <param name="asOf">The last day that is known; null: that of the last whole week.</param>
    /// <param name="origins">Weeks, 12 at least.</param>
    /// <exception cref="OperatorException">Nothing is loaded, or no day of the data is known then (exit 4).</exception>
    public static BacktestResult Execute(RunContext context, DateOnly? asOf, int origins, CancellationToken cancel)
    {
        var (home, started) = (context.Home, context.Clock.Now);
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        var (generation, coverage) = PublishedData.Covered(context);
        var settings = context.Settings;
        // The day on which an export was made is seldom whole.
        var whole = Period.EndedBefore(PeriodKind.Weekly, coverage.LastOn.AddDays(1), settings.WeekStart, settings.MonthRule);
        var asked = asOf ?? whole.LastDay;
        var last = asked < coverage.LastOn ? asked : coverage.LastOn;
        if (last < coverage.FirstOn)
            throw PublishedData.NotCovered(last.Iso(), coverage);
        var ledger = new RunLedger(context, "backtest");
        context.Progress.Step("step.analysing", ("period", last.Iso()));
        using var reader = ComplaintReader.Open(generation, last.AddDays(1), context.Limits);
        var city = HomeCity.Of(context);
        var tried = ledger.Step("backtest", last.Iso(), () => Forecasting.Run(reader, last, coverage, city, [], origins, cancel));
        var texts = city.HasIssueRules ? ledger.Step("classifier", last.Iso(), () => Texts(context, reader, last, cancel)) : [];
        var paper = BacktestPaper.Write(
            tried,
            texts,
            last,
            new BulletinTerms(settings.UnitName, null, settings.Demo),
            context.Phrases,
            reader.Asked
        );
        var stem = Papers.Publish(
            context,
            paper,
            templates.Word,
            new Making(
                "backtest",
                last.Iso(),
                generation,
                new Dictionary<string, string> { ["origins"] = origins.ToString(CultureInfo.InvariantCulture) },
                reader.SeenInputs(generation),
                new ManifestStep("backtest", tried.Steps.Count, tried.Backtests.Count + tried.CellBacktests.Count, null),
                ledger,
                started
            ),
            tables =>
            {
                ParquetTable.Write(tried.Backtests, tables, "forecast_backtest");
                ParquetTable.Write(tried.CellBacktests, tables, "hot_cell_backtest");
            }
        );
        return new BacktestResult(last, tried, texts, stem + ".docx", stem + ".xlsx");
    }

    private static List<TextBacktest> Texts(RunContext context, ComplaintReader reader, DateOnly last, CancellationToken cancel)
    {
        var first = last.AddDays(1 - TextStretches * StretchDays);
        var dated = reader
            .KnownTexts(first.AddDays(-LearnedDays), MostTexts)
            .Select(one => (one.On, new LabelledText(one.Issue ?? IssueList.Other, one.Title, one.Content)))
            .ToList();
        var options = new TrainingOptions(
            Folds: 3,
            Precision: context.Settings.ClassifierPrecision,
            Threads: context.Limits.Threads ?? Environment.ProcessorCount,
            CompareLearners: false
        );
        return
        [
            .. Enumerable
                .Range(0, TextStretches)
                .Select(stretch => first.AddDays(stretch * StretchDays))
                .Select(from => TextBacktest.Of(dated, from, from.AddDays(StretchDays - 1), options, cancel)),
        ];
    }
}
