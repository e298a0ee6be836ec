using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Gates;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Check;

namespace Hotspot.Cli.Verbs;

/// <summary><c>check</c>: the gates of the home; <c>check --against FILE…</c>: the city's lists of what it sent out beside what is registered. Exit 3 where a gate is red.</summary>
internal sealed class CheckVerb : IVerb
{
    private static readonly (string, OrderStream)[] Streams = [("A", OrderStream.A), ("B", OrderStream.B), ("own", OrderStream.Own)];

    private readonly Option<string[]> _against = new("--against") { AllowMultipleArgumentsPerToken = true, HelpName = "FILE|DIR" };
    private readonly Option<string?> _excused = new("--excused") { HelpName = "FILE" };
    private readonly Option<string?> _from = new("--from") { HelpName = "2025-04-21" };
    private readonly Option<string?> _to = new("--to") { HelpName = "2025-04-27" };
    private readonly Option<string?> _stream = new("--stream") { HelpName = "A|B|own" };
    private readonly Option<string?> _source = new("--source") { HelpName = "ID" };

    public CheckVerb() => Command = new Command("check") { _against, _excused, _from, _to, _stream, _source };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var lists = parse.GetValue(_against) ?? [];
        if (lists.Length == 0)
        {
            var alone = ((Option<string?>[])[_excused, _from, _to, _stream, _source]).FirstOrDefault(option =>
                parse.Text(option) is not null
            );
            return alone is null
                ? Gates(desk)
                : throw new OperatorException(ExitCode.WrongUse, "cli_check_alone", ("option", alone.Name), ("help", parse.HelpLine()));
        }
        var (from, last) = parse.Span(_from, _to);
        var request = new DispatchRequest(
            [.. lists.Select(desk.Existing)],
            parse.Text(_excused) is { } excused ? desk.Existing(excused) : null,
            from,
            last,
            parse.Word(_stream, Streams) ?? OrderStream.Unknown,
            parse.Text(_source)
        );
        var done = desk.Work("check", (context, cancel) => desk.Runs.Dispatch(context, request, cancel));
        CheckTelling.Tell(desk, done);
        return new Outcome(CheckTelling.ExitOf(done), CheckTelling.JsonOf(done));
    }

    private static Outcome Gates(Desk desk)
    {
        var found = desk.Work("check", (context, _) => desk.Runs.Gates(context), isLong: false);
        CheckTelling.Tell(desk, found);
        return new Outcome(
            found.Gates.Any(gate => gate.Light == Light.Red) ? ExitCode.GateFailed : ExitCode.Done,
            JsonLine.Fields(new { found.Gates })
        );
    }
}
