using System.CommandLine;
using Hotspot.Language;
using Hotspot.Runs;
using Hotspot.Samples;
using Hotspot.Settings;

namespace Hotspot.Cli.Verbs;

/// <summary><c>sample --complaints N [--weeks W] [--until DATE] [--seed S] -o DIR</c>: synthetic exports of any size.</summary>
internal sealed class SampleVerb : IVerb
{
    private const int DefaultWeeks = 12;

    private readonly Option<string?> _complaints = new("--complaints") { HelpName = "N" };
    private readonly Option<string?> _weeks = new("--weeks") { HelpName = "W" };
    private readonly Option<string?> _until = new("--until") { HelpName = "2025-04-27" };
    private readonly Option<string?> _seed = new("--seed") { HelpName = "S" };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR" };

    public SampleVerb() => Command = new Command("sample") { _complaints, _weeks, _until, _seed, _output };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var complaints =
            parse.Whole(_complaints, SampleSettings.Fewest, SampleSettings.Most)
            ?? throw new OperatorException(
                ExitCode.WrongUse,
                "cli_option_missing",
                ("option", "--complaints N"),
                ("verb", "sample"),
                ("help", parse.HelpLine())
            );
        var weeks = (int)(parse.Whole(_weeks, SampleSettings.FewestWeeks, SampleSettings.MostWeeks) ?? DefaultWeeks);
        var until = parse.Day(_until);
        var seed = (ulong)(parse.Whole(_seed, 0, long.MaxValue) ?? (long)new HomeSettings().Seed);
        var output =
            parse.Text(_output)
            ?? throw new OperatorException(
                ExitCode.WrongUse,
                "cli_option_missing",
                ("option", "-o DIR"),
                ("verb", "sample"),
                ("help", parse.HelpLine())
            );
        var folder = Path.GetFullPath(output, desk.Terminal.Folder);
        if (File.Exists(folder))
            throw OptionReading.Wrong("-o", output, desk.Phrase("cli.sample.a_folder"));

        var files = desk.Work(
            "sample",
            (context, cancel) => desk.Runs.Sample(context, new SampleRequest(complaints, weeks, seed, until), folder, cancel)
        );
        desk.Say(
            "cli.sample.done",
            ("complaints", Wording.Count(complaints)),
            ("weeks", weeks),
            ("seed", seed),
            ("files", files.Count),
            ("folder", folder)
        );
        foreach (var file in files)
            desk.Voice.WriteLine("  " + file);
        desk.Next($"load \"{folder}\" --dry-run");
        return new Outcome(
            ExitCode.Done,
            JsonLine.Fields(
                new
                {
                    Complaints = complaints,
                    Weeks = weeks,
                    Seed = seed,
                    Folder = folder,
                    Files = files,
                }
            )
        );
    }
}
