using System.CommandLine;
using System.Text.Json.Nodes;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs.Undo;

namespace Hotspot.Cli.Verbs;

/// <summary><c>undo [--dry-run] [--yes]</c>: shows the last write, asks, and takes it back.</summary>
internal sealed class UndoVerb : IVerb
{
    private readonly Option<bool> _dryRun = new("--dry-run");
    private readonly Option<bool> _yes = new("--yes", "-y");

    public UndoVerb() => Command = new Command("undo") { _dryRun, _yes };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var (dryRun, yes) = (parse.GetValue(_dryRun), parse.GetValue(_yes));
        if (!dryRun && !yes && !desk.MayAsk)
            throw new OperatorException(ExitCode.WrongUse, "cli_undo_unconfirmed");
        var found = desk.Work("undo", (context, _) => desk.Runs.Undo(context, new UndoOptions(DryRun: true)), isLong: false);
        UndoTelling.TellFound(desk, found);
        if (dryRun)
            return new Outcome(ExitCode.Done, Fields(found));
        if (!yes && !Agrees(desk))
        {
            desk.Say("cli.undo.left");
            return new Outcome(ExitCode.Cancelled, Fields(found));
        }
        var done = desk.Work("undo", (context, _) => desk.Runs.Undo(context, new UndoOptions(DryRun: false, found.Run)));
        UndoTelling.TellDone(desk, done);
        return new Outcome(ExitCode.Done, Fields(done));
    }

    /// <summary>Enter means no: what is taken back can only be had again by doing it again.</summary>
    private static bool Agrees(Desk desk) => new Prompt(desk).Text("cli.undo.ask", "n")?.ToLowerInvariant() is "y" or "yes" or "是";

    private static JsonObject Fields(UndoResult result) =>
        JsonLine.Fields(
            new
            {
                result.DryRun,
                result.Run,
                Write = result.Verb,
                result.At,
                result.Files,
                result.Orders,
                result.Decisions,
                result.RuleFiles,
                result.Withdrawn,
                result.Generation,
                result.Drafts,
                result.Finals,
                result.Returned,
                result.Resumed,
                Earlier = result.Earlier is { } run
                    ? new
                    {
                        Run = run.Id,
                        Write = run.Verb,
                        run.At,
                    }
                    : null,
            }
        );
}
