using System.Globalization;
using System.Runtime.InteropServices;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>The manifest of a bulletin: what went in, with which settings, and the hash of every file that came out.</summary>
public static class ManifestFile
{
    public static void Write(
        string folder,
        Analysis analysis,
        Generation generation,
        IReadOnlyDictionary<string, string> inputs,
        RunContext context,
        RunLedger ledger,
        DateTime startedAt
    )
    {
        var period = analysis.Spans.Period;
        var manifest = new Manifest(
            Snake.Case(period.Kind.ToString()),
            period.Name,
            context.Settings.Seed,
            Settings(context),
            new Dictionary<string, string> { ["hotspot"] = Version, ["runtime"] = RuntimeInformation.FrameworkDescription },
            inputs,
            [new ManifestStep("analyse", analysis.Now.Complaints, analysis.Now.Incidents, null)],
            Manifest.OutputsOf(folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
            new ManifestRun(ledger.Id, startedAt, context.Clock.Now, context.Limits.Threads ?? Environment.ProcessorCount, generation.Id)
        );
        AtomicFile.Write(Path.Combine(folder, "manifest.json"), manifest.Write);
    }

    private static string Version => typeof(ManifestFile).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Settings that bear on the figures, flat, and the hash of each template that the home has.</summary>
    private static Dictionary<string, string> Settings(RunContext context)
    {
        var settings = context.Settings;
        var flat = new Dictionary<string, string>
        {
            ["unit_name"] = settings.UnitName,
            ["week_start"] = Snake.Case(settings.WeekStart.ToString()),
            ["month_rule"] = Snake.Case(settings.MonthRule.ToString()),
            ["city"] = settings.City ?? "",
            ["demo"] = settings.Demo ? "true" : "false",
            ["hdbscan_points"] = settings.HdbscanPoints ? "true" : "false",
            ["night_issues"] = string.Join('|', settings.NightIssues),
            ["max_rejected_share"] = settings.MaxRejectedShare.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var name in (string[])[Templates.Sentences, Templates.Order, Templates.Styles])
        {
            if (Path.Combine(context.Home.Templates, name) is var file && File.Exists(file))
                flat[name] = FileHash.Of(file);
        }
        return flat;
    }
}
