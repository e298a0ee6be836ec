using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Reports.Callbacks;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary><c>callback summary</c>: coverage and 三率 of the orders closed in a period, in Word, Excel and Parquet.</summary>
internal static class SummaryRun
{
    /// <exception cref="OperatorException">The period is not one of the kind (exit 2), or holds no order to call back (exit 4).</exception>
    public static CallbackSummed Execute(RunContext context, SummaryRequest request)
    {
        var home = context.Home;
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        var (generation, coverage) = PublishedData.Covered(context);
        var (settings, started) = (context.Settings, context.Clock.Now);
        var period = request.PeriodName is { } name
            ? NamedPeriod.Of(request.Kind, name, settings.MonthRule, context)
            : Cohorts.Last(request.Kind, coverage, settings.WeekStart, settings.MonthRule);
        var city = HomeCity.Of(context);
        var ledger = new RunLedger(context, "callback");
        var swept = Sweep(context);
        context.Progress.Step("step.analysing", ("period", period.Name));
        using var reader = ComplaintReader.Open(generation, period.Until, context.Limits);
        var orders = Cohorts.Orders(reader, period, city);
        if (orders.Count == 0)
            throw new OperatorException(ExitCode.Missing, "callback_empty", ("period", period.Name));
        var weights = RateWeights.Of(RateWeights.Read(home.Rules), period.LastDay);
        var rates = ledger.Step(
            "rates",
            period.Name,
            () => CallbackRates.Run(period.Name, orders, settings.Callback, weights),
            rows => (orders.Count, rows.Count, null)
        );
        var closes = city.Calendar.ClosesOn(period, settings.Callback.WindowWorkdays);
        var through = coverage.LastOn < period.LastDay ? coverage.LastOn : period.LastDay;
        var paper = CallbackPaper.Write(
            new CallbackSummary(period, closes, through, rates, settings.Callback, weights) { Queries = reader.Asked },
            new BulletinTerms(settings.UnitName, null, settings.Demo),
            context.Phrases
        );
        var stem = Papers.Publish(
            context,
            paper,
            templates.Word,
            new Making(
                "callback",
                period.FolderName,
                generation,
                Settings(context),
                generation.Files(),
                new ManifestStep("rates", orders.Count, rates.Count, null),
                ledger,
                started
            ),
            tables => ParquetTable.Write(rates, tables, "callback_rates")
        );
        return new CallbackSummed(period, closes, Path.GetDirectoryName(stem)!, stem + ".docx", stem + ".xlsx", rates, swept);
    }

    /// <summary>Sheets that are due, if nobody else is at work and the keys are there: a summary waits for neither.</summary>
    private static IReadOnlyList<string> Sweep(RunContext context)
    {
        var home = context.Home;
        if (!Directory.Exists(home.Callback) || RunLock.IsHeld(home))
            return [];
        try
        {
            using var held = RunLock.Take(home);
            using var store = ComplaintStore.Open(home.Store, context.Limits);
            return CallSheetFiles.Sweep(context, store.Session, Keys.Existing(home));
        }
        catch (OperatorException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> Settings(RunContext context)
    {
        var settings = context.Settings.Callback;
        return new Dictionary<string, string>
        {
            ["callback_counting"] = Snake.Code(settings.Counting),
            ["callback_target"] = settings.Target.ToString(CultureInfo.InvariantCulture),
            ["callback_window_workdays"] = settings.WindowWorkdays.ToString(CultureInfo.InvariantCulture),
        };
    }
}
