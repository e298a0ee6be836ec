using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Language;
using Hotspot.Samples;

namespace Hotspot.Runs;

/// <summary>The whole way on a synthetic sample, in a home of its own.</summary>
public static class DemoRun
{
    /// <summary>A Sunday that also ends a month, so that both bulletins are complete; 57 weeks reach back to the same week and month a year earlier.</summary>
    private static readonly DateOnly LastDay = new(2025, 8, 31);

    public static DemoResult Execute(RunContext context, CancellationToken cancel)
    {
        var home = context.Home;
        if (home.Exists && !context.Settings.Demo)
            throw new OperatorException(ExitCode.WrongUse, "demo_home", ("home", home.Root));
        var settings = context.Settings with { Demo = true, UnitName = context.Phrases["demo.unit"], City = CityReference.Shipped };
        home.Make();
        settings.Write(home.SettingsFile);
        Templates.Write(home, context.Phrases);
        context = context with { Settings = settings };

        context.Progress.Step("step.sampling");
        var sample = SampleSettings.Demo(LastDay) with { Weeks = 57 };
        SampleExport.Write(sample, SampleCities.Beijing(), home.Inbox, Path.Combine(home.Root, "truth.json"), cancel: cancel);
        var load = LoadRun.Execute(context, [home.Inbox], new LoadOptions(), cancel);
        List<ReportResult> reports =
        [
            ReportRun.Execute(context, new ReportOptions(PeriodKind.Weekly), cancel),
            ReportRun.Execute(context, new ReportOptions(PeriodKind.Monthly), cancel),
        ];
        return new DemoResult(home.Root, load, reports);
    }
}
