using System.CommandLine;
using Hotspot.Language;
using Hotspot.Runs.Diff;

namespace Hotspot.Cli.Verbs;

/// <summary><c>diff A B [-o FILE.csv]</c>: what two bulletins tell differently.</summary>
internal sealed class DiffVerb : IVerb
{
    /// <summary>Differences of figures told on the terminal; the file has all.</summary>
    private const int Shown = 20;

    private readonly Argument<string[]> _bulletins = new("A B") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE.csv" };

    public DiffVerb() => Command = new Command("diff") { _bulletins, _output };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        if (parse.GetValue(_bulletins) is not [var a, var b])
            throw new OperatorException(ExitCode.WrongUse, "cli_diff_two");
        var result = desk.Work("diff", (context, _) => desk.Runs.Diff(context, new DiffOptions(a, b, parse.Text(_output))), isLong: false);
        Tell(desk, result);
        return new Outcome(
            ExitCode.Done,
            JsonLine.Fields(
                new
                {
                    result.A,
                    result.B,
                    Count = result.Differences.Count,
                    Tables = result.Differences.GroupBy(one => one.Table).ToDictionary(table => table.Key, table => table.Count()),
                    Figures = result.Differences.Where(one => one.Table == Difference.Figures).Take(1000),
                    result.Output,
                }
            )
        );
    }

    private static void Tell(Desk desk, DiffResult result)
    {
        if (result.Differences.Count == 0)
        {
            desk.Say("cli.diff.same", ("a", result.A), ("b", result.B));
            return;
        }
        desk.Say("cli.diff.found", ("a", result.A), ("b", result.B), ("count", Wording.Count(result.Differences.Count)));
        var figures = result.Differences.Where(one => one.Table == Difference.Figures).ToArray();
        foreach (var one in figures.Take(Shown))
            desk.Say("cli.diff.figure", ("id", one.Key), ("old", one.Old ?? "—"), ("new", one.New ?? "—"));
        if (figures.Length > Shown)
            desk.Say("cli.diff.more", ("count", Wording.Count(figures.Length - Shown)));
        foreach (var table in result.Differences.Where(one => one.Table != Difference.Figures).GroupBy(one => one.Table))
            desk.Say(
                "cli.diff.table",
                ("table", table.Key),
                ("changed", Wording.Count(table.Where(one => !one.IsRow).Select(one => one.Key).Distinct().Count())),
                ("only_a", Wording.Count(table.Count(one => one.IsRow && one.New is null))),
                ("only_b", Wording.Count(table.Count(one => one.IsRow && one.Old is null)))
            );
        if (result.Output is { } path)
            desk.Say("cli.diff.written", ("path", path));
    }
}
