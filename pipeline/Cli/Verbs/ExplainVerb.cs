using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Runs;

namespace Hotspot.Cli.Verbs;

/// <summary>
/// <c>explain ID [--in BULLETIN] [--reveal --reason TEXT]</c>: one published order and where it comes from, its sealed originals for a stated reason; or a
/// hotspot or figure of a bulletin or an alarm of a night, and what is behind it.
/// </summary>
internal sealed class ExplainVerb : IVerb
{
    private readonly Argument<string?> _id = new("ID") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _bulletin = new("--in") { HelpName = "KIND/PERIOD" };
    private readonly Option<bool> _reveal = new("--reveal");
    private readonly Option<string?> _reason = new("--reason") { HelpName = "TEXT" };

    public ExplainVerb() => Command = new Command("explain") { _id, _bulletin, _reveal, _reason };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var id = parse.GetValue(_id)?.Trim() is { Length: > 0 } given
            ? given
            : throw new OperatorException(ExitCode.WrongUse, "cli_id_missing");
        var reason = parse.Text(_reason)?.Trim();
        var reveal = parse.GetValue(_reveal);
        if (reveal && string.IsNullOrEmpty(reason))
            throw new OperatorException(ExitCode.WrongUse, "cli_reason_missing");
        if (!reveal && reason is not null)
            throw new OperatorException(ExitCode.WrongUse, "cli_reason_alone");
        var result = desk.Work(
            "explain",
            (context, _) => desk.Runs.Explain(context, new ExplainOptions(id, reason, parse.Text(_bulletin))),
            isLong: false
        );
        return new Outcome(
            ExitCode.Done,
            result switch
            {
                OrderExplained order => OrderTelling.Tell(desk, order, ColumnTitles.Read("complaint")),
                HotspotExplained hotspot => HotspotTelling.Tell(desk, hotspot, ColumnTitles.Read("outputs/" + hotspot.Table)),
                AlarmExplained alarm => AlarmTelling.Tell(desk, alarm),
                FigureExplained figure => FigureTelling.Tell(desk, figure),
                _ => throw new ArgumentException($"nobody tells {result.GetType().Name}", nameof(parse)),
            }
        );
    }
}
