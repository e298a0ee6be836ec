using Hotspot.Calendar;
using Hotspot.Records;
using Hotspot.Runs;
using Hotspot.Runs.Acceptance;
using Hotspot.Runs.Backtests;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Check;
using Hotspot.Runs.Cuts;
using Hotspot.Runs.Diff;
using Hotspot.Runs.Models;
using Hotspot.Runs.Night;
using Hotspot.Runs.Review;
using Hotspot.Runs.Rules;
using Hotspot.Runs.Schedule;
using Hotspot.Runs.Undo;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Cli;

/// <summary>Runs that do nothing but remember what they were asked, and answer what a test lays out.</summary>
internal sealed class FakeRuns : IRuns
{
    public List<string> Calls { get; } = [];

    /// <summary>Thrown by the next run of this name.</summary>
    public Dictionary<string, Exception> Failures { get; } = [];

    public LoadResult LoadAnswer { get; set; } = Some.Load(Some.File());
    public StatusResult? StatusAnswer { get; set; }
    public LoadOptions? LoadOptions { get; private set; }
    public IReadOnlyList<string> LoadPaths { get; private set; } = [];
    public ReportOptions? ReportOptions { get; private set; }
    public InitAnswers? InitAnswers { get; private set; }

    /// <summary>The last report was asked to stop.</summary>
    public bool SawCancel { get; private set; }
    public RunContext? Context { get; private set; }

    public HomeSettings Init(RunContext context, InitAnswers? answers)
    {
        Begin("init", context);
        InitAnswers = answers;
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
        return settings;
    }

    public LoadResult Load(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel)
    {
        LoadPaths = paths;
        LoadOptions = options;
        Begin(options.DryRun ? "preview" : "load", context);
        context.Progress.Step("step.unknown");
        context.Progress.Rows(2_000_000);
        return LoadAnswer;
    }

    public ReviewRequest? ReviewAsked { get; private set; }

    /// <summary>The export whose layout a review makes, if that is what it does.</summary>
    public string? ReviewExport { get; set; }

    public ReviewResult Review(RunContext context, ReviewRequest request, CancellationToken cancel)
    {
        ReviewAsked = request;
        Begin("review " + Snake.Code(request.Action), context);
        return new ReviewResult(
            request.Action,
            request.File ?? request.Output,
            0,
            0,
            0,
            [],
            [],
            "g1",
            ReviewExport is null ? null : "own-1"
        )
        {
            Export = request.Action == ReviewAction.Apply ? ReviewExport : null,
        };
    }

    public RulesResult ExportRules(RunContext context, string? output)
    {
        Begin("rules export", context);
        return new RulesResult(output ?? "规则.xlsx", [], [], [], 0, null);
    }

    public RulesResult ImportRules(RunContext context, string file, CancellationToken cancel)
    {
        Begin("rules import", context);
        return new RulesResult(file, [], [], [], 0, null);
    }

    public AcceptanceResult Acceptance(RunContext context, DateOnly from, DateOnly last)
    {
        Begin("report acceptance", context);
        return AcceptanceRun.Execute(context, from, last);
    }

    public NightResult Nightly(RunContext context, NightRequest request, CancellationToken cancel)
    {
        Begin("nightly", context);
        return NightRun.Execute(context, request, cancel);
    }

    public ScheduleResult Schedule(RunContext context, ScheduleRequest request)
    {
        Begin("schedule", context);
        return ScheduleRun.Execute(context, request);
    }

    public BacktestResult Backtest(RunContext context, DateOnly? asOf, int origins, CancellationToken cancel)
    {
        Begin("backtest", context);
        return BacktestRun.Execute(context, asOf, origins, cancel);
    }

    public TrainResult Train(RunContext context, TrainRequest request, CancellationToken cancel)
    {
        Begin("train", context);
        return TrainRun.Execute(context, request, cancel);
    }

    public ModelTestResult TestModel(RunContext context, ModelTestRequest request)
    {
        Begin("train --test", context);
        return TrainRun.Test(context, request);
    }

    public RepairResult Repair(RunContext context)
    {
        Begin("repair", context);
        return new RepairResult(4, [], "0123456789abcdef");
    }

    public HandoverResult Handover(RunContext context, string target)
    {
        Begin("home handover", context);
        return HandoverRun.Execute(context, target);
    }

    public GatesChecked Gates(RunContext context)
    {
        Begin("check", context);
        return GatesRun.Execute(context);
    }

    public DispatchChecked Dispatch(RunContext context, DispatchRequest request, CancellationToken cancel)
    {
        Begin("check --against", context);
        return DispatchRun.Execute(context, request, cancel);
    }

    public SurveyLoaded Survey(RunContext context, IReadOnlyList<string> paths)
    {
        Begin("load --survey", context);
        return new SurveyLoaded(0, 0, 0, "g1");
    }

    public UndoResult Undo(RunContext context, UndoOptions options)
    {
        Begin(options.DryRun ? "undo preview" : $"undo {options.Run}", context);
        return new UndoResult("r1", "load", default, [], 0, 0, [], "g2", "g1", [], [], [], options.DryRun, false, null);
    }

    public ReportResult Report(RunContext context, ReportOptions options, CancellationToken cancel)
    {
        ReportOptions = options;
        SawCancel = cancel.IsCancellationRequested;
        Begin("report " + Snake.Code(options.Kind), context);
        return ReportAnswer ?? Some.Report(context.Home, options.Kind);
    }

    public ReportResult? ReportAnswer { get; set; }

    /// <summary>The last request for a cut, and what was to become of it.</summary>
    public (CutRequest Request, CutOrders Orders)? CutAsked { get; private set; }

    public CutResult Cut(RunContext context, CutRequest request, CutOrders orders, CancellationToken cancel)
    {
        CutAsked = (request, orders);
        Begin("cut", context);
        return Some.Cut();
    }

    public IReadOnlyList<SavedCut> SavedCuts(RunContext context)
    {
        Begin("cut list", context);
        return [new SavedCut("夜间", new CutRequest("近三月夜间施工", []))];
    }

    /// <summary>The last request about callbacks.</summary>
    public CallbackRequest? CallbackAsked { get; private set; }

    public CallbackResult Callback(RunContext context, CallbackRequest request, CancellationToken cancel)
    {
        CallbackAsked = request;
        Begin("callback", context);
        return new CallbackPlanned(new CallPlan("p", new DateOnly(2025, 4, 28), [], [], [], []), true, [], 0, []);
    }

    public DemoResult Demo(RunContext context, CancellationToken cancel)
    {
        Begin("demo", context);
        return new DemoResult(context.Home.Root, LoadAnswer, [Some.Report(context.Home, PeriodKind.Weekly)]);
    }

    public IReadOnlyList<string> Sample(RunContext context, SampleRequest request, string folder, CancellationToken cancel)
    {
        Begin($"sample {request.Complaints} {request.Weeks} {request.Seed} {request.Until:yyyy-MM-dd}", context);
        return [Path.Combine(folder, "a.csv")];
    }

    public StatusResult Status(RunContext context)
    {
        Begin("status", context);
        return StatusAnswer ?? Some.Status(context.Home.Root, context.Home.Exists);
    }

    public ExplainResult Explain(RunContext context, ExplainOptions options)
    {
        Begin("explain", context);
        return new OrderExplained(options.Id, "g", new Hotspot.Grouping.PublishedOrder([], []), null, false);
    }

    public DiffResult Diff(RunContext context, DiffOptions options)
    {
        Begin("diff", context);
        return new DiffResult(options.A, options.B, [], null);
    }

    private void Begin(string run, RunContext context)
    {
        Calls.Add(run);
        Context = context;
        if (Failures.Remove(run.Split(' ')[0], out var failure))
            throw failure;
    }
}
