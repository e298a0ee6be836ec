using System.CommandLine;
using System.Text.Json.Nodes;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs;

namespace Hotspot.Cli.Verbs;

/// <summary><c>demo</c>: synthetic sample, load, weekly and monthly bulletins, in a home of its own.</summary>
internal sealed class DemoVerb : IVerb
{
    private const string Folder = "hotspot-demo";

    public Command Command { get; } = new("demo");

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var result = Demo(desk);
        var json = JsonLine.Fields(new { result.Home });
        json["load"] = LoadVerb.JsonOf(result.Load, new LoadOptions());
        json["reports"] = new JsonArray([.. result.Reports.Select(report => ReportTelling.JsonOf(report))]);
        return new Outcome(result.Load.GateFailed ? ExitCode.GateFailed : ExitCode.Done, json);
    }

    /// <summary>In <c>hotspot-demo</c> unless a home was named on the command line: a variable that points to the real home must not count.</summary>
    public static DemoResult Demo(Desk desk)
    {
        var own = desk.Choices.HomeGiven ? desk : desk.At(Path.Combine(desk.Terminal.Folder, Folder));
        var result = own.Work("demo", (context, cancel) => desk.Runs.Demo(context, cancel));
        LoadTelling.Tell(own, result.Load, dryRun: false);
        foreach (var report in result.Reports)
        {
            own.Blank();
            ReportTelling.Tell(own, report);
        }
        own.Blank();
        own.Say("cli.demo.done", ("home", result.Home));
        // The demonstration's home is not the default one, so the hint names it in any case.
        (own with { Choices = own.Choices with { HomeGiven = true } }).Next("status");
        return result;
    }
}
