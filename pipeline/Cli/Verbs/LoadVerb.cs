using System.CommandLine;
using System.Text.Json.Nodes;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs;

namespace Hotspot.Cli.Verbs;

/// <summary><c>load FILE|DIR… [--source ID] [--dry-run]</c>: takes exports in, with a ledger; without a path, the inbox.</summary>
internal sealed class LoadVerb : IVerb
{
    private readonly Argument<string[]> _paths = new("FILE|DIR") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _source = new("--source") { HelpName = "ID" };
    private readonly Option<bool> _dryRun = new("--dry-run");

    private readonly Option<bool> _retry = new("--retry");

    private readonly Option<bool> _baseline = new("--baseline");

    private readonly Option<bool> _survey = new("--survey");

    public LoadVerb() => Command = new Command("load") { _paths, _source, _dryRun, _retry, _baseline, _survey };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var options = new LoadOptions(parse.Text(_source), parse.GetValue(_dryRun), parse.GetValue(_retry), parse.GetValue(_baseline));
        if (parse.GetValue(_survey))
            return options == new LoadOptions() && parse.GetValue(_paths) is { Length: > 0 } files
                ? Survey(desk, files)
                : throw new OperatorException(ExitCode.WrongUse, "cli_survey_alone");
        if ((options.Retry || options.Baseline) && (options.DryRun || options.Source is not null || (options.Retry && options.Baseline)))
            throw new OperatorException(ExitCode.WrongUse, options.Retry ? "cli_retry_alone" : "cli_baseline_alone");
        if (options.Baseline && (parse.GetValue(_paths) ?? []).Length == 0)
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_option_missing",
                ("option", "FILE"),
                ("verb", "load --baseline"),
                ("help", parse.HelpLine())
            );
        return Outcome(Load(desk, parse.GetValue(_paths) ?? [], options), options);
    }

    private static Outcome Survey(Desk desk, IReadOnlyList<string> paths)
    {
        var full = paths.Select(desk.Existing).ToList();
        var done = desk.Work("load", (context, _) => desk.Runs.Survey(context, full));
        desk.Say("cli.load.survey", ("read", Wording.Count(done.Read)), ("added", Wording.Count(done.Added)));
        if (done.Same > 0)
            desk.Say("cli.load.survey_same", ("count", Wording.Count(done.Same)));
        desk.Next("check");
        return new Outcome(ExitCode.Done, JsonLine.Fields(done));
    }

    /// <param name="paths">Relative ones are taken from the folder where the command was typed.</param>
    /// <exception cref="OperatorException">A path does not exist (exit 4), or what the run says.</exception>
    public static LoadResult Load(Desk desk, IReadOnlyList<string> paths, LoadOptions options)
    {
        // What is tried again may be named as the ledger names it.
        var full = paths.Select(path => options.Retry ? Path.GetFullPath(path, desk.Terminal.Folder) : desk.Existing(path)).ToList();
        var result = desk.Work("load", (context, cancel) => desk.Runs.Load(context, full, options, cancel));
        if (options.Retry && result.Files.Count == 0)
        {
            desk.Say("cli.load.retry_nothing");
            return result;
        }
        if (options.Baseline)
        {
            foreach (var file in result.Files)
                desk.Say(
                    "cli.load.baseline",
                    ("name", file.Name),
                    ("read", Wording.Count(file.Read)),
                    ("inserted", Wording.Count(file.Inserted)),
                    ("updated", Wording.Count(file.Updated)),
                    ("unchanged", Wording.Count(file.Unchanged))
                );
            desk.Next("report monthly");
            return result;
        }
        LoadTelling.Tell(desk, result, options.DryRun);
        LoadTelling.TellPassedOver(desk, result.PassedOver);
        LoadTelling.TellUnplaced(desk, result.Unplaced);
        if (result.Released is { } released)
            LoadTelling.TellReleased(desk, released);
        if (result.PlacedAnew > 0)
            desk.Say("cli.load.placed_anew", ("orders", Wording.Count(result.PlacedAnew)));
        if (result.Conflicts is { } conflicts)
            desk.Say(
                "cli.load.conflicts",
                ("orders", Wording.Count(conflicts.Orders)),
                ("columns", desk.List(conflicts.Columns.Select(column => $"{column.Name} {Wording.Count(column.Orders)}"))),
                ("first", desk.List(conflicts.FirstOrders)),
                ("file", conflicts.File)
            );
        desk.Blank();
        TellState(desk, result, full, options);
        return result;
    }

    public static Outcome Outcome(LoadResult result, LoadOptions options) => new(ExitOf(result, options), JsonOf(result, options));

    public static JsonObject JsonOf(LoadResult result, LoadOptions options) =>
        JsonLine.Fields(
            new
            {
                options.DryRun,
                options.Retry,
                options.Baseline,
                result.Generation,
                result.Changed,
                result.GateFailed,
                Read = result.Files.Sum(file => file.Read),
                Inserted = result.Files.Sum(file => file.Inserted),
                Updated = result.Files.Sum(file => file.Updated),
                Unchanged = result.Files.Sum(file => file.Unchanged),
                Rejected = result.Files.Sum(file => file.Rejected),
                result.PlacedAnew,
                result.Conflicts,
                result.PassedOver,
                Files = result.Files.Select(FileFields),
            }
        );

    private static ExitCode ExitOf(LoadResult result, LoadOptions options) =>
        result.GateFailed && !options.DryRun ? ExitCode.GateFailed : ExitCode.Done;

    private static object FileFields(FileResult file) =>
        new
        {
            file.Name,
            file.Sha256,
            file.Source,
            file.Read,
            file.Inserted,
            file.Updated,
            file.Unchanged,
            file.Rejected,
            file.Allowance,
            file.Quality,
            file.Layout,
            SkippedSheets = (file.SkippedSheets ?? []).Select(sheet => sheet.Name),
            Columns = file.Columns.Select(column => new { Header = column.Key, Column = column.Value }),
            FirstRejected = file.FirstRejected.Select(row => new
            {
                row.Line,
                row.Column,
                Reason = Snake.Code(row.Reason),
            }),
            Coordinates = CoordinateTelling.Fields(file),
        };

    private static void TellState(Desk desk, LoadResult result, IReadOnlyList<string> paths, LoadOptions options)
    {
        if (options.DryRun)
        {
            desk.Say(result.GateFailed ? "cli.load.dry_gate" : "cli.load.dry");
            desk.Next(
                string.Join(' ', paths.Select(path => $"\"{path}\"").Prepend("load"))
                    + (options.Source is { } source ? $" --source {source}" : "")
            );
        }
        else if (result.GateFailed)
        {
            desk.Say("cli.load.gate_failed", ("folder", desk.Home.Quarantine));
            desk.Next("status");
        }
        else
        {
            desk.Say(result.Changed ? "cli.load.done" : "cli.load.unchanged", ("generation", result.Generation));
            desk.Next("report weekly");
        }
        if (!options.DryRun && result.Files.Any(file => file.FirstRejected.Any(row => row.Reason != RejectReason.Footer)))
            desk.Say("cli.load.mend", ("folder", desk.Home.Quarantine));
    }
}
