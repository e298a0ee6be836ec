using System.CommandLine;
using System.Globalization;
using Hotspot.Language;
using Hotspot.Runs.Models;

namespace Hotspot.Cli.Verbs;

/// <summary>
/// <c>train [--from FILE] [--folds N] [--seed N] [--precision PERCENT] [--quick] [-o DIR]</c>: learns the issue classifier; <c>train --test FILE [--model DIR]</c>: scores one.
/// </summary>
internal sealed class TrainVerb : IVerb
{
    private const int Folds = 5;
    private const int MostFolds = 20;

    private readonly Option<string?> _from = new("--from") { HelpName = "FILE" };
    private readonly Option<string?> _test = new("--test") { HelpName = "FILE" };
    private readonly Option<string?> _model = new("--model") { HelpName = "DIR" };
    private readonly Option<string?> _folds = new("--folds") { HelpName = "N" };
    private readonly Option<string?> _seed = new("--seed") { HelpName = "N" };
    private readonly Option<string?> _precision = new("--precision") { HelpName = "PERCENT" };
    private readonly Option<bool> _quick = new("--quick");
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR" };

    public TrainVerb() => Command = new Command("train") { _from, _test, _model, _folds, _seed, _precision, _quick, _output };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var (from, test, model, output) = (parse.Text(_from), parse.Text(_test), parse.Text(_model), parse.Text(_output));
        var folds = (int)(parse.Whole(_folds, 2, MostFolds) ?? Folds);
        var seed = (int?)parse.Whole(_seed, 0, int.MaxValue);
        if (
            (test is not null && (from ?? output) is not null)
            || (model is not null && test is null)
            || (output is not null && from is null)
        )
            throw new OperatorException(ExitCode.WrongUse, "cli_train_words", ("help", parse.HelpLine()));
        if (test is not null)
            return Test(new ModelTestRequest(desk.Existing(test), model is null ? null : desk.Existing(model)), desk);
        var request = new TrainRequest(
            from is null ? null : desk.Existing(from),
            output is null ? null : Path.GetFullPath(output, desk.Terminal.Folder),
            folds,
            seed ?? 1,
            parse.Whole(_precision, 51, 99) / 100.0,
            !parse.GetValue(_quick)
        );
        var result = desk.Work("train", (context, cancel) => desk.Runs.Train(context, request, cancel));
        Tell(desk, result);
        return new Outcome(ExitCode.Done, JsonLine.Fields(result));
    }

    private static void Tell(Desk desk, TrainResult result)
    {
        var card = result.Card;
        foreach (var learner in card.Compared)
            desk.Say(
                "cli.train.learner",
                ("learner", desk.Phrase($"cli.train.learner.{learner.Name}")),
                ("macro", Wording.Percent(learner.MacroF1)),
                ("accuracy", Wording.Percent(learner.Accuracy)),
                ("seconds", learner.Seconds.ToString("F1", CultureInfo.InvariantCulture))
            );
        desk.Say(
            "cli.train.figures",
            ("texts", Wording.Count(card.Texts)),
            ("classes", card.Classes.Count),
            ("folds", card.Folds),
            ("macro", Wording.Percent(card.MacroF1)),
            ("accuracy", Wording.Percent(card.Accuracy))
        );
        TellClasses(desk, card.Classes.Select(one => (one.Label, one.Texts, one.Precision, one.Recall, one.F1)));
        desk.Say(
            "cli.train.calibration",
            ("before", Wording.Percent(card.CalibrationErrorBefore)),
            ("after", Wording.Percent(card.CalibrationErrorAfter))
        );
        if (card.Level is { } level)
            desk.Say(
                "cli.train.level",
                ("precision", Wording.Percent(card.Precision)),
                ("level", Wording.Percent(level)),
                ("coverage", Wording.Percent(card.Coverage))
            );
        if (card.LeftOut.Count > 0)
            desk.Say("cli.train.left_out", ("labels", desk.List(card.LeftOut)));
        if (result.Contest is { InForceMacroF1: { } old, NewMacroF1: { } now })
            desk.Say(
                result.Contest.ComparedTexts > 0 ? "cli.train.contest" : "cli.train.contest_cards",
                ("texts", Wording.Count(result.Contest.ComparedTexts)),
                ("old", Wording.Percent(old)),
                ("now", Wording.Percent(now))
            );
        desk.Say(
            $"cli.train.fate.{Records.Snake.Code(result.Fate)}",
            ("orders", Wording.Count(result.Orders)),
            ("labels", desk.List(result.ForeignLabels.Take(5))),
            ("precision", Wording.Percent(card.Precision))
        );
        desk.Say("cli.check.file", ("file", result.Folder));
        if (result.Fate == ModelFate.InForce)
            desk.Next("report weekly");
    }

    private static Outcome Test(ModelTestRequest request, Desk desk)
    {
        var result = desk.Work("train", (context, _) => desk.Runs.TestModel(context, request), isLong: false);
        desk.Say(
            "cli.train.tested",
            ("version", result.Version),
            ("texts", Wording.Count(result.Texts)),
            ("macro", Wording.Percent(result.MacroF1)),
            ("accuracy", Wording.Percent(result.Accuracy)),
            ("second", Wording.Count((long)result.PerSecond))
        );
        TellClasses(desk, result.Classes.Select(one => (one.Label, one.Texts, one.Precision, one.Recall, one.F1)));
        desk.Say(
            "cli.train.told",
            ("told", Wording.Count(result.Told)),
            ("right", Wording.Count(result.ToldRight)),
            ("error", Wording.Percent(result.CalibrationError))
        );
        if (result.Skipped > 0)
            desk.Say("cli.train.skipped", ("rows", Wording.Count(result.Skipped)));
        if (result.Unknown.Count > 0)
            desk.Say("cli.train.unknown", ("labels", desk.List(result.Unknown.Take(5))));
        return new Outcome(ExitCode.Done, JsonLine.Fields(result));
    }

    private static void TellClasses(Desk desk, IEnumerable<(string Label, int Texts, double? Precision, double? Recall, double F1)> classes)
    {
        foreach (var one in classes)
            desk.Say(
                "cli.train.class",
                ("label", one.Label),
                ("texts", Wording.Count(one.Texts)),
                ("precision", one.Precision is { } precision ? Wording.Percent(precision) : "—"),
                ("recall", one.Recall is { } recall ? Wording.Percent(recall) : "—"),
                ("f1", Wording.Percent(one.F1))
            );
    }
}
