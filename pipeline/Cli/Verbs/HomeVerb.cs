using System.CommandLine;
using Hotspot.Language;

namespace Hotspot.Cli.Verbs;

/// <summary><c>home repair</c>: published data made whole; <c>home handover -o FILE.zip [--yes]</c>: the end of the contract.</summary>
internal sealed class HomeVerb : IVerb
{
    private readonly Argument<string?> _action = new("action") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE.zip" };
    private readonly Option<bool> _yes = new("--yes", "-y");

    public HomeVerb() => Command = new Command("home") { _action, _output, _yes };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var (action, output) = (parse.GetValue(_action)?.ToLowerInvariant(), parse.Text(_output));
        return action == "repair" && output is null ? Repair(desk)
            : action == "handover" && output is not null ? Handover(parse, desk, output)
            : throw new OperatorException(ExitCode.WrongUse, "cli_home_action", ("help", parse.HelpLine()));
    }

    private static Outcome Repair(Desk desk)
    {
        var done = desk.Work("home", (context, _) => desk.Runs.Repair(context));
        desk.Say(
            done.Damaged.Count == 0 ? "cli.repair.whole" : "cli.repair.done",
            ("parts", done.Parts),
            ("damaged", string.Join(' ', done.Damaged))
        );
        return new Outcome(ExitCode.Done, JsonLine.Fields(done));
    }

    private Outcome Handover(ParseResult parse, Desk desk, string output)
    {
        var target = Path.GetFullPath(output, desk.Terminal.Folder);
        if (!parse.GetValue(_yes) && !desk.MayAsk)
            throw new OperatorException(ExitCode.WrongUse, "cli_handover_unconfirmed");
        desk.Say("cli.handover.warning", ("home", desk.Home.Root));
        var word = desk.Phrase("cli.handover.word");
        if (!parse.GetValue(_yes) && new Prompt(desk).Text("cli.handover.ask", "", ("word", word)) != word)
        {
            desk.Say("cli.handover.left");
            return new Outcome(ExitCode.Cancelled, []);
        }
        var done = desk.Work("home", (context, _) => desk.Runs.Handover(context, target));
        desk.Say(
            "cli.handover.done",
            ("file", done.File),
            ("files", done.Files),
            ("keys", done.KeysDestroyed),
            ("sheets", done.SheetsDestroyed)
        );
        return new Outcome(ExitCode.Done, JsonLine.Fields(done));
    }
}
