using Hotspot.Language;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>Keeps this branch compiling until the runs land; the integrator's class of the same name takes its place.</summary>
internal sealed class HotspotRuns : IRuns
{
    public HomeSettings Init(RunContext context, InitAnswers? answers) => throw Absent();

    public LoadResult Load(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel) =>
        throw Absent();

    public ReportResult Report(RunContext context, ReportOptions options, CancellationToken cancel) => throw Absent();

    public DemoResult Demo(RunContext context, CancellationToken cancel) => throw Absent();

    public IReadOnlyList<string> Sample(
        RunContext context,
        int complaints,
        int weeks,
        ulong seed,
        string folder,
        CancellationToken cancel
    ) => throw Absent();

    public StatusResult Status(RunContext context) => throw Absent();

    private static OperatorException Absent() => new(ExitCode.Bug, "cli_runs_absent");
}
