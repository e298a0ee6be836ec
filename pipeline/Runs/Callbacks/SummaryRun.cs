using System.Globalization;
using System.Runtime.InteropServices;
using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Reports.Callbacks;
using Hotspot.Reports.Model;
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
        var generation = Generation.Current(home.PublishedData);
        if (generation is null || ComplaintReader.Coverage(generation, context.Limits) is not { } coverage)
            throw new OperatorException(ExitCode.Missing, "nothing_loaded", ("home", home.Root));
        var (settings, started) = (context.Settings, context.Clock.Now);
        var period = request.PeriodName is { } name
            ? Period.Parse(request.Kind, name, settings.WeekStart, settings.MonthRule)
                ?? throw new OperatorException(
                    ExitCode.WrongUse,
                    "period_name",
                    ("text", name),
                    ("kind", context.Phrases[$"kind.{Snake.Code(request.Kind)}"])
                )
            : Cohorts.Last(request.Kind, coverage, settings.WeekStart, settings.MonthRule);
        var city = HomeCity.Of(context);
        var ledger = new RunLedger(context, "callback");
        var swept = Sweep(context);
        context.Progress.Step("step.analysing", ("period", period.Name));
        using var reader = ComplaintReader.Open(generation, period.Until, context.Limits);
        var orders = Cohorts.Orders(reader, period, city);
        if (orders.Count == 0)
            throw new OperatorException(ExitCode.Missing, "callback_empty", ("period", period.Name));
        var weights = RateWeights.Read(home.Rules).FirstOrDefault(rate => rate.HoldsOn(period.LastDay)) ?? RateWeights.Contract;
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
        var folder = Path.Combine(home.Published, "callback", FolderOf(period));
        var publication = Publication.Begin(folder);
        paper = paper with { Head = paper.Head with { FileStem = publication.FreeStem(paper.Head.FileStem, context.Phrases) } };
        Write(publication.Beside, paper, rates, templates.Word);
        new Manifest(
            "callback",
            period.Name,
            generation.Id,
            settings.Seed,
            Settings(context),
            new Dictionary<string, string> { ["runtime"] = RuntimeInformation.FrameworkDescription },
            generation.Files(),
            [new ManifestStep("rates", orders.Count, rates.Count, null)],
            Manifest.OutputsOf(publication.Beside, Directory.EnumerateFiles(publication.Beside, "*", SearchOption.AllDirectories)),
            new ManifestRun(ledger.Id, started, context.Clock.Now, context.Limits.Threads ?? Environment.ProcessorCount)
        ).WriteTo(Path.Combine(publication.Beside, "manifest.json"));
        publication.Switch();
        var stem = Path.Combine(folder, paper.Head.FileStem);
        return new CallbackSummed(period, closes, folder, stem + ".docx", stem + ".xlsx", rates, swept);
    }

    private static void Write(string folder, Bulletin paper, IReadOnlyList<CallbackRate> rates, WordTemplate word)
    {
        var charts = Path.Combine(folder, "charts");
        Directory.CreateDirectory(charts);
        var pictures = paper.Charts().ToDictionary(chart => chart.Id, chart => ChartFiles.Draw(chart, charts));
        var stem = Path.Combine(folder, paper.Head.FileStem);
        AtomicFile.Write(stem + ".docx", stream => DocxFile.Write(paper, pictures, stream, word));
        AtomicFile.Write(stem + ".xlsx", stream => XlsxFile.Write(paper, stream));
        AtomicFile.Write(Path.Combine(folder, "figures.json"), stream => FiguresFile.Write(paper, stream));
        AtomicFile.Write(Path.Combine(folder, "parquet", "callback_rates.parquet"), stream => ParquetTable.Write(rates, stream));
    }

    private static void WriteTo(this Manifest manifest, string file) => AtomicFile.Write(file, manifest.Write);

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

    /// <summary>Natural and assessment months stand side by side.</summary>
    private static string FolderOf(Period period) =>
        period is { Rule: MonthRule.Assessment, Kind: not PeriodKind.Weekly } ? period.Name + "-assessment" : period.Name;

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
