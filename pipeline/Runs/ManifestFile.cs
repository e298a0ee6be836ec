using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>What a manifest tells of the making of a folder.</summary>
/// <param name="Kind">weekly … yearly | callback | check | acceptance | nightly.</param>
/// <param name="Settings">Those that bear on what is in it.</param>
/// <param name="Inputs">What was seen.</param>
internal sealed record Making(
    string Kind,
    string Period,
    Generation Generation,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Inputs,
    ManifestStep Step,
    RunLedger Ledger,
    DateTime StartedAt
);

/// <summary>The manifest of a folder: what went in, with which settings, and the hash of every file that came out.</summary>
internal static class ManifestFile
{
    public const string Name = "manifest.json";

    /// <summary>Of a bulletin.</summary>
    public static Making Of(
        Analysis analysis,
        Generation generation,
        IReadOnlyDictionary<string, string> inputs,
        RunContext context,
        RunLedger ledger,
        DateTime startedAt
    ) =>
        new(
            Snake.Code(analysis.Spans.Period.Kind),
            analysis.Spans.Period.Name,
            generation,
            Settings(context),
            inputs,
            new ManifestStep("analyse", analysis.Now.Complaints, analysis.Now.Incidents, null),
            ledger,
            startedAt
        );

    /// <summary>Written last: the files that it lists are there.</summary>
    public static void Write(string folder, RunContext context, Making making)
    {
        var manifest = new Manifest(
            making.Kind,
            making.Period,
            context.Settings.Seed,
            making.Settings,
            new Dictionary<string, string> { ["hotspot"] = Version, ["runtime"] = RuntimeInformation.FrameworkDescription },
            making.Inputs,
            [making.Step],
            Manifest.OutputsOf(folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
            new ManifestRun(
                making.Ledger.Id,
                making.StartedAt,
                context.Clock.Now,
                context.Limits.Threads ?? Environment.ProcessorCount,
                making.Generation.Id
            )
        );
        AtomicFile.Write(Path.Combine(folder, Name), manifest.Write);
    }

    /// <summary>Hash of each file that was written into a folder, by its path there with forward slashes; empty where the folder has no manifest.</summary>
    public static IReadOnlyDictionary<string, string> Outputs(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            return new Dictionary<string, string>();
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json
            .RootElement.GetProperty("outputs")
            .EnumerateArray()
            .ToDictionary(output => output.GetProperty("path").GetString()!, output => output.GetProperty("sha256").GetString()!);
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
