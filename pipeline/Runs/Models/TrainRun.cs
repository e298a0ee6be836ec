using Hotspot.Classify;
using Hotspot.Classify.Learning;
using Hotspot.Enrich;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Reports.Models;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Models;

/// <summary>
/// <c>train</c>: learns a model from the home's own orders or from a labelled file, writes it with its card, and puts it in force where it is better than the
/// one in force; then every order whose issue no category decided is derived anew. <c>undo</c> gives back the model of before.
/// </summary>
public static class TrainRun
{
    /// <summary>Of each issue, the latest: enough to learn from, and minutes less.</summary>
    private const int MostOfIssue = 2000;

    /// <summary>Of an issue with fewer orders, invented sentences are learned as well.</summary>
    private const int LeastOfIssue = 20;

    /// <summary>From so many later orders on, the model in force is measured on what it cannot have learned from.</summary>
    private const int LeastLater = 100;

    public static ModelTestResult Test(RunContext context, ModelTestRequest request) => ModelTest.Execute(context, request);

    /// <exception cref="OperatorException">Nothing to learn from (exit 4), a file that cannot be used (exit 2).</exception>
    public static TrainResult Execute(RunContext context, TrainRequest request, CancellationToken cancel)
    {
        var templates = Templates.Read(context.Home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        var options = new TrainingOptions(
            request.Folds,
            request.Seed,
            request.Precision ?? context.Settings.ClassifierPrecision,
            context.Limits.Threads ?? Environment.ProcessorCount,
            request.CompareLearners
        );
        if (request is { From: { } path, Output: { } folder })
        {
            var file = LabelledFile.Read(path);
            var (made, bytes, fileCard) = Learn(context, file.Texts, Source(file), options, cancel);
            ModelFolder.Write(folder, bytes, fileCard);
            return new TrainResult(fileCard, ModelFate.Written, new ModelContest(null, null, 0), folder, [], 0, null);
        }
        if (request.From is null && !HomeCity.Of(context).HasIssueRules)
            throw new OperatorException(ExitCode.WrongUse, "train_city");
        context.Home.Make();
        using var held = RunLock.Take(context.Home);
        var ledger = new RunLedger(context, "train");
        using var store = File.Exists(context.Home.Store) ? WritingStore.Open(context, ledger, "train") : null;
        var labelled = request.From is { } from ? LabelledFile.Read(from) : null;
        var orders = labelled is null && store is not null ? TrainingTable.Read(store.Session, MostOfIssue) : [];
        if (labelled is null && orders.Count == 0)
            throw new OperatorException(ExitCode.Missing, "train_no_orders");
        var texts =
            labelled?.Texts ?? [.. orders.Select(order => new LabelledText(order.Issue ?? IssueList.Other, order.Title, order.Content))];
        var city = HomeCity.Of(context);
        var invented = labelled is null ? Invented(texts, city.Issues.Known) : [];
        var source = labelled is not null
            ? Source(labelled)
            : new ModelSource(
                TextSource.History,
                null,
                null,
                0,
                orders.Min(order => order.On),
                orders.Max(order => order.On),
                [.. invented.Select(text => text.Label).Distinct()]
            );
        var (trained, model, card) = ledger.Step(
            "train",
            source.Input ?? "",
            () => Learn(context, [.. texts, .. invented], source, options, cancel),
            made => (texts.Count, made.Card.Texts, null)
        );
        var inForce = ModelFolder.InForce(context.Home);
        var contest = Compare(inForce, trained, texts, orders, card);
        string[] foreign = [.. trained.Model.Labels.Except(city.Issues.Known)];
        var fate =
            foreign.Length > 0 ? ModelFate.ForeignLabels
            : trained.Model.Level is null ? ModelFate.Unsure
            : contest.NewMacroF1 > contest.InForceMacroF1 ? ModelFate.InForce
            : ModelFate.NotBetter;
        var home = Path.Combine(context.Home.Models, card.Version);
        ModelFolder.Write(home, model, card);
        var paper = ModelPaper.Write(
            card,
            new ModelOutcome(Snake.Code(fate), contest.InForceMacroF1, contest.NewMacroF1),
            trained.Confusion,
            Cells(orders, trained.Guesses),
            new BulletinTerms(context.Settings.UnitName, null, context.Settings.Demo),
            context.Phrases
        );
        Papers.Write(home, paper, templates.Word);
        var (touched, generation) = fate == ModelFate.InForce ? PutInForce(context, ledger, store, card.Version, cancel) : (0, null);
        return new TrainResult(card, fate, contest, home, foreign, touched, generation);
    }

    /// <summary>Sentences of the shipped model for issue kinds of which there is nothing to learn: a model that lacks a kind takes its texts for another.</summary>
    private static IReadOnlyList<LabelledText> Invented(IReadOnlyList<LabelledText> texts, IReadOnlyCollection<string> known)
    {
        var learnable = texts.GroupBy(text => text.Label).Where(group => group.Count() >= LeastOfIssue).Select(group => group.Key);
        var lacking = known.Except(learnable).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. SentenceMaker.Read(Geo.ReferenceTable.PathOf("models/issue/sentences.json")).Where(text => lacking.Contains(text.Label)),
        ];
    }

    /// <summary>What the texts of each deepest category cell say, stream by stream; the largest first.</summary>
    private static List<CellTold> Cells(IReadOnlyList<KnownOrder> orders, IReadOnlyList<TextGuess?> guesses) =>
        [
            .. orders
                .Index()
                .GroupBy(one => (one.Item.Stream, one.Item.Cell, Issue: one.Item.Issue))
                .Select(group =>
                {
                    var told = group
                        .Where(one => guesses[one.Index] is not null)
                        .GroupBy(one => guesses[one.Index]!.Value.Label)
                        .OrderByDescending(same => same.Count())
                        .ThenBy(same => same.Key, StringComparer.Ordinal)
                        .FirstOrDefault();
                    return new CellTold(group.Key.Stream, group.Key.Cell, group.Key.Issue, group.Count(), told?.Key, told?.Count() ?? 0);
                })
                .OrderByDescending(cell => cell.Orders)
                .ThenBy(cell => cell.Stream, StringComparer.Ordinal)
                .ThenBy(cell => cell.Cell, StringComparer.Ordinal)
                .ThenBy(cell => cell.Issue, StringComparer.Ordinal),
        ];

    private static ModelSource Source(LabelledFile file) => new(TextSource.File, file.Name, file.Sha256, file.Skipped, null, null, []);

    private static (TrainedModel Trained, byte[] Model, ModelCard Card) Learn(
        RunContext context,
        IReadOnlyList<LabelledText> texts,
        ModelSource source,
        TrainingOptions options,
        CancellationToken cancel
    )
    {
        try
        {
            var trained = IssueTraining.Run(texts, options, new Steps(context), cancel);
            using var stream = new MemoryStream();
            IssueModelFile.Write(trained.Model, stream);
            var today = context.Clock.Today;
            return (
                trained,
                stream.ToArray(),
                ModelCard.Of(trained, options, source, ModelFolder.VersionOf(stream.ToArray(), today), today)
            );
        }
        catch (NothingToLearnException e)
        {
            throw new OperatorException(ExitCode.Missing, "train_few", e, ("classes", e.Classes), ("texts", texts.Count));
        }
    }

    /// <summary>
    /// The new model by texts that were held out from it, beside the one in force: on orders later than those which that one learned from, where there are
    /// enough; by the figures of its own card where it learned from the same texts; else, for it never saw these, on all of them.
    /// </summary>
    private static ModelContest Compare(
        ModelFolder inForce,
        TrainedModel trained,
        IReadOnlyList<LabelledText> texts,
        IReadOnlyList<KnownOrder> orders,
        ModelCard card
    )
    {
        List<int> rows = [.. Enumerable.Range(0, texts.Count).Where(row => trained.Guesses[row] is not null)];
        if (inForce.Card.Source == TextSource.History && card.Source == TextSource.History)
        {
            rows = [.. rows.Where(row => orders[row].On > inForce.Card.LastOn)];
            if (rows.Count < LeastLater)
                rows = [];
        }
        else if (inForce.Card.InputSha256 == card.InputSha256)
            rows = [];
        if (rows.Count == 0)
            return new ModelContest(inForce.Card.MacroF1, card.MacroF1, 0);
        List<LabelledText> asked = [.. rows.Select(row => texts[row])];
        return new ModelContest(
            Math.Round(ModelTest.Score(asked, [.. asked.Select(text => inForce.Model.Guess(text.Title, text.Content))]).MacroF1, 4),
            Math.Round(ModelTest.Score(asked, [.. rows.Select(row => trained.Guesses[row]!.Value)]).MacroF1, 4),
            rows.Count
        );
    }

    /// <summary>Its name is kept before it changes: a run that is killed in between can be taken back too.</summary>
    private static (long Orders, string? Generation) PutInForce(
        RunContext context,
        RunLedger ledger,
        ComplaintStore? store,
        string version,
        CancellationToken cancel
    )
    {
        var path = Path.Combine(context.Home.Rules, ModelInForce.RuleFile);
        var rule = new RuleFile(ModelInForce.RuleFile, UndoRun.Text(path), version + "\n");
        if (store is not null)
            UndoTable.Write(store.Session, on => UndoTable.KeepFile(on, rule));
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(rule.After)));
        if (store is null)
            return (0, null);
        return RederivationStep.Run(
            context,
            ledger,
            store.Session,
            ("rules", version),
            HomeCity.Of(context),
            OverrideTable.InForce(store.Session),
            TrainingTable.TouchByText,
            _ => { },
            cancel
        );
    }

    private sealed class Steps(RunContext context) : IProgress<string>
    {
        public void Report(string value) => context.Progress.Step("step.learning", ("learner", context.Phrases[$"model.learner.{value}"]));
    }
}
