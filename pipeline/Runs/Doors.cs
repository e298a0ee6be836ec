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

namespace Hotspot.Runs;

/// <summary>The runs that a verb can start; Cli calls these and nothing deeper.</summary>
public interface IRuns
{
    /// <summary>Makes the folders, settings and keys of a home; keeps what is there. Returns the settings in force.</summary>
    HomeSettings Init(RunContext context, InitAnswers? answers);

    /// <param name="paths">Files or folders; empty: the inbox.</param>
    LoadResult Load(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel);

    /// <summary>Corrections by people: workbook out, decisions in, decisions taken back, the book of decisions.</summary>
    ReviewResult Review(RunContext context, ReviewRequest request, CancellationToken cancel);

    /// <param name="output">Null: the home's folder <c>rules</c>.</param>
    RulesResult ExportRules(RunContext context, string? output);

    RulesResult ImportRules(RunContext context, string file, CancellationToken cancel);

    /// <summary>Takes back the last run that wrote to the store, or tells what that would be.</summary>
    UndoResult Undo(RunContext context, UndoOptions options);

    ReportResult Report(RunContext context, ReportOptions options, CancellationToken cancel);

    /// <summary>The five figures of the contract, with their evidence, of the days from <paramref name="from"/> to <paramref name="last"/>.</summary>
    AcceptanceResult Acceptance(RunContext context, DateOnly from, DateOnly last);

    CutResult Cut(RunContext context, CutRequest request, CutOrders orders, CancellationToken cancel);

    /// <summary>Names of the cuts that the office keeps, with what they ask for.</summary>
    IReadOnlyList<SavedCut> SavedCuts(RunContext context);

    /// <summary>回访: call sheets of a day, a sheet handed in, a summary.</summary>
    CallbackResult Callback(RunContext context, CallbackRequest request, CancellationToken cancel);

    DemoResult Demo(RunContext context, CancellationToken cancel);

    /// <summary>Writes a synthetic sample of exports to a folder; returns the files written.</summary>
    IReadOnlyList<string> Sample(RunContext context, SampleRequest request, string folder, CancellationToken cancel);

    /// <summary>What the scheduler starts.</summary>
    NightResult Nightly(RunContext context, NightRequest request, CancellationToken cancel);

    /// <summary>The nightly run for the operating system's scheduler.</summary>
    ScheduleResult Schedule(RunContext context, ScheduleRequest request);

    BacktestResult Backtest(RunContext context, DateOnly? asOf, int origins, CancellationToken cancel);

    /// <summary>Learns the issue classifier, and puts it in force where it is better.</summary>
    TrainResult Train(RunContext context, TrainRequest request, CancellationToken cancel);

    /// <summary>Scores a model on a labelled file.</summary>
    ModelTestResult TestModel(RunContext context, ModelTestRequest request);

    /// <summary>End of the contract: hands over what is not personal and destroys the keys.</summary>
    HandoverResult Handover(RunContext context, string target);

    /// <summary>Published data that are damaged are written anew.</summary>
    RepairResult Repair(RunContext context);

    StatusResult Status(RunContext context);

    /// <summary>The gates of the home.</summary>
    GatesChecked Gates(RunContext context);

    /// <summary>The city's lists of what it sent out beside what is registered.</summary>
    DispatchChecked Dispatch(RunContext context, DispatchRequest request, CancellationToken cancel);

    /// <summary>Takes in what the users of the service answered.</summary>
    SurveyLoaded Survey(RunContext context, IReadOnlyList<string> paths);

    /// <summary>One order; its sealed originals too where a reason is given, which is audited first.</summary>
    ExplainResult Explain(RunContext context, ExplainOptions options);

    DiffResult Diff(RunContext context, DiffOptions options);
}
