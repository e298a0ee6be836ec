using Hotspot.Runs.Acceptance;
using Hotspot.Runs.Backtests;
using Hotspot.Runs.Baseline;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Check;
using Hotspot.Runs.Cuts;
using Hotspot.Runs.Diff;
using Hotspot.Runs.Explain;
using Hotspot.Runs.Models;
using Hotspot.Runs.Night;
using Hotspot.Runs.Retry;
using Hotspot.Runs.Review;
using Hotspot.Runs.Rules;
using Hotspot.Runs.Schedule;
using Hotspot.Runs.Undo;
using Hotspot.Samples;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The real runs behind the doors.</summary>
public sealed class HotspotRuns : IRuns
{
    public HomeSettings Init(RunContext context, InitAnswers? answers)
    {
        Templates.Read(context.Home, context.Phrases);
        context.Home.Make();
        var settings = answers is null
            ? context.Settings
            : context.Settings with
            {
                UnitName = answers.UnitName,
                NextIssueNumber = answers.NextIssueNumber,
                WeekStart = answers.WeekStart,
                MonthRule = answers.MonthRule,
            };
        settings.Write(context.Home.SettingsFile);
        Keys.Open(context.Home);
        Templates.Write(context.Home, context.Phrases);
        return settings;
    }

    public LoadResult Load(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel) =>
        options.Baseline ? BaselineRun.Execute(context, paths)
        : options.Retry ? RetryRun.Execute(context, paths, cancel)
        : LoadRun.Execute(context, paths, options, cancel);

    public ReviewResult Review(RunContext context, ReviewRequest request, CancellationToken cancel) =>
        ReviewRun.Execute(context, request, cancel);

    public RulesResult ExportRules(RunContext context, string? output) => RulesRun.Export(context, output);

    public RulesResult ImportRules(RunContext context, string file, CancellationToken cancel) => RulesRun.Import(context, file, cancel);

    public UndoResult Undo(RunContext context, UndoOptions options) => UndoRun.Execute(context, options);

    public ReportResult Report(RunContext context, ReportOptions options, CancellationToken cancel) =>
        ReportRun.Execute(context, options, cancel);

    public AcceptanceResult Acceptance(RunContext context, DateOnly from, DateOnly last) => AcceptanceRun.Execute(context, from, last);

    public CutResult Cut(RunContext context, CutRequest request, CutOrders orders, CancellationToken cancel) =>
        CutRun.Execute(context, request, orders, cancel);

    public IReadOnlyList<SavedCut> SavedCuts(RunContext context) =>
        [.. Cuts.SavedCuts.Names(context.Home).Select(name => Cuts.SavedCuts.Read(context.Home, name))];

    public CallbackResult Callback(RunContext context, CallbackRequest request, CancellationToken cancel) =>
        CallbackRun.Execute(context, request);

    public DemoResult Demo(RunContext context, CancellationToken cancel) => DemoRun.Execute(context, cancel);

    public IReadOnlyList<string> Sample(RunContext context, SampleRequest request, string folder, CancellationToken cancel)
    {
        var settings = new SampleSettings(
            request.Complaints,
            request.Weeks,
            request.Seed,
            request.Until ?? LastSunday(context.Clock.Today)
        );
        var truth = Path.Combine(folder, "truth", "truth.json");
        SampleExport.Write(settings, SampleCities.Beijing(), folder, truth, cancel: cancel);
        return [.. Directory.EnumerateFiles(folder).Append(truth).Order(StringComparer.Ordinal)];
    }

    public NightResult Nightly(RunContext context, NightRequest request, CancellationToken cancel) =>
        NightRun.Execute(context, request, cancel);

    public ScheduleResult Schedule(RunContext context, ScheduleRequest request) => ScheduleRun.Execute(context, request);

    public BacktestResult Backtest(RunContext context, DateOnly? asOf, int origins, CancellationToken cancel) =>
        BacktestRun.Execute(context, asOf, origins, cancel);

    public TrainResult Train(RunContext context, TrainRequest request, CancellationToken cancel) =>
        TrainRun.Execute(context, request, cancel);

    public ModelTestResult TestModel(RunContext context, ModelTestRequest request) => TrainRun.Test(context, request);

    public RepairResult Repair(RunContext context) => RepairRun.Execute(context);

    public HandoverResult Handover(RunContext context, string target) => HandoverRun.Execute(context, target);

    public StatusResult Status(RunContext context) => StatusRun.Execute(context);

    public GatesChecked Gates(RunContext context) => GatesRun.Execute(context);

    public DispatchChecked Dispatch(RunContext context, DispatchRequest request, CancellationToken cancel) =>
        DispatchRun.Execute(context, request, cancel);

    public SurveyLoaded Survey(RunContext context, IReadOnlyList<string> paths) => SurveyRun.Execute(context, paths);

    public ExplainResult Explain(RunContext context, ExplainOptions options) => ExplainRun.Execute(context, options);

    public DiffResult Diff(RunContext context, DiffOptions options) => DiffRun.Execute(context, options);

    private static DateOnly LastSunday(DateOnly today) => today.AddDays(-(int)today.DayOfWeek);
}
