using System.CommandLine;
using System.Globalization;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Language;
using Hotspot.Runs.Backtests;

namespace Hotspot.Cli.Verbs;

/// <summary><c>backtest [--as-of DATE] [--weeks N]</c>: honest back-tests of the forecast.</summary>
internal sealed class BacktestVerb : IVerb
{
    private readonly Option<string?> _asOf = new("--as-of") { HelpName = "2025-04-27" };
    private readonly Option<int?> _weeks = new("--weeks") { HelpName = "N" };

    public BacktestVerb() => Command = new Command("backtest") { _asOf, _weeks };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var weeks = parse.GetValue(_weeks) ?? BacktestRun.Origins;
        if (weeks is < WeekAhead.LeastOrigins or > ForecastInputs.MostWeeks)
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_backtest_weeks",
                ("weeks", weeks),
                ("least", WeekAhead.LeastOrigins),
                ("most", ForecastInputs.MostWeeks),
                ("help", parse.HelpLine())
            );
        var asOf = parse.Day(_asOf);
        var done = desk.Work("backtest", (context, cancel) => desk.Runs.Backtest(context, asOf, weeks, cancel));
        Tell(desk, done);
        return new Outcome(
            ExitCode.Done,
            JsonLine.Fields(
                new
                {
                    done.AsOf,
                    Models = done.Tried.Backtests,
                    Cells = done.Tried.CellBacktests,
                    done.Texts,
                    done.Docx,
                    done.Xlsx,
                }
            )
        );
    }

    private static void Tell(Desk desk, BacktestResult done)
    {
        foreach (var row in done.Tried.Backtests.Where(row => row is { IsShown: true, Mase: not null }))
            desk.Say(
                "cli.backtest.shown",
                ("group", desk.Phrase($"cli.backtest.group.{row.Level}_{row.Scope}")),
                ("model", desk.Phrase($"cli.backtest.model.{row.Model}")),
                ("weeks", row.Origins),
                ("mase", row.Mase!.Value.ToString("F2", CultureInfo.InvariantCulture)),
                ("coverage", row.Coverage80 is { } inside ? inside.ToString("0%", CultureInfo.InvariantCulture) : "—")
            );
        if (done.Tried.Backtests.All(row => row.Mase is null))
            desk.Say("cli.backtest.short", ("weeks", done.Tried.Steps.Count), ("least", WeekAhead.LeastOrigins));
        foreach (var row in done.Tried.CellBacktests.Where(row => row is { IsShown: true, Pai: not null }))
            desk.Say(
                "cli.backtest.cells",
                ("share", (100 * row.AreaShare).ToString("0.#", CultureInfo.InvariantCulture)),
                ("rate", Wording.Percent(row.HitRate!.Value)),
                ("pai", row.Pai!.Value.ToString("F1", CultureInfo.InvariantCulture)),
                ("pei", row.Pei!.Value.ToString("F2", CultureInfo.InvariantCulture))
            );
        foreach (var one in done.Texts.Where(one => one.MacroF1 is not null))
            desk.Say(
                "cli.backtest.texts",
                ("from", Wording.Day(one.FromOn)),
                ("last", Wording.Day(one.LastOn)),
                ("macro", Wording.Percent(one.MacroF1!.Value)),
                ("told", Wording.Percent(one.Told / (double)one.Texts)),
                ("right", one.Told == 0 ? "—" : Wording.Percent(one.Right / (double)one.Told))
            );
        desk.Say("cli.check.file", ("file", done.Docx));
        desk.Say("cli.check.file", ("file", done.Xlsx));
        desk.Next("status");
    }
}
