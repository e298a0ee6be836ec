using System.CommandLine;
using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary><c>home handover -o FILE.zip [--yes]</c>: the end of the contract.</summary>
internal sealed class HomeVerb : IVerb
{
    private readonly Argument<string?> _action = new("handover") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE.zip" };
    private readonly Option<bool> _yes = new("--yes", "-y");

    public HomeVerb() => Command = new Command("home") { _action, _output, _yes };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        if (
            !string.Equals(parse.GetValue(_action), "handover", StringComparison.OrdinalIgnoreCase) || parse.Text(_output) is not { } output
        )
            throw new OperatorException(ExitCode.WrongUse, "cli_home_action", ("help", parse.HelpLine()));
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
