namespace Hotspot.Classify.Learning;

/// <param name="Folds">Of the cross-validation, 2 to 20.</param>
/// <param name="Precision">Share of right answers that what is told must reach, above 0 and below 1.</param>
/// <param name="CompareLearners">False: linear support vectors straight away.</param>
public sealed record TrainingOptions(int Folds = 5, int Seed = 1, double Precision = 0.9, int Threads = 1, bool CompareLearners = true);

/// <param name="Name">A learner.</param>
/// <param name="CanServe">Its rule is linear.</param>
/// <param name="Seconds">For all folds.</param>
public sealed record LearnerFigures(string Name, double MacroF1, double Accuracy, bool CanServe, double Seconds);

/// <summary>A model with what its texts were told to be by cross-validation.</summary>
/// <param name="Learner">The one whose rule it is.</param>
/// <param name="Guesses">By text, in their order; of texts that were left out null.</param>
/// <param name="LeftOut">Labels with fewer different texts than two, which cannot be learned.</param>
/// <param name="ErrorBefore">Expected calibration error of plain softmax, and after calibration.</param>
/// <param name="Coverage">Share of texts at or above the level.</param>
public sealed record TrainedModel(
    IssueModel Model,
    string Learner,
    IReadOnlyList<LearnerFigures> Compared,
    Confusion Confusion,
    IReadOnlyList<TextGuess?> Guesses,
    IReadOnlyList<string> LeftOut,
    double ErrorBefore,
    double ErrorAfter,
    double Coverage
);

/// <summary>The texts cannot be learned from.</summary>
/// <param name="classes">Classes that have two different texts.</param>
public sealed class NothingToLearnException(int classes)
    : Exception($"two classes with two different texts each are needed, there are {classes}")
{
    public int Classes => classes;
}

/// <summary>Learns a model: chooses the learner by macro-F1, calibrates on texts that were held out, then learns from all.</summary>
public static class IssueTraining
{
    /// <summary>Learners are compared on so many texts at most: which one is better shows, and the slow ones take minutes of more.</summary>
    private const int MostCompared = 4000;

    /// <exception cref="NothingToLearnException">Fewer than two classes can be learned.</exception>
    public static TrainedModel Run(
        IReadOnlyList<LabelledText> texts,
        TrainingOptions options,
        IProgress<string>? progress,
        CancellationToken cancel
    )
    {
        var several = texts
            .GroupBy(text => text.Label, StringComparer.Ordinal)
            .ToLookup(
                group => group.Select(text => Texts.NormalText.Of(text.Title + text.Content)).Distinct().Take(2).Count() == 2,
                group => group.Key
            );
        string[] labels = [.. several[true].Order(StringComparer.Ordinal)];
        if (labels.Length < 2)
            throw new NothingToLearnException(labels.Length);
        var numbers = labels.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var rows = Enumerable.Range(0, texts.Count).Where(i => numbers.ContainsKey(texts[i].Label)).ToList();
        List<LabelledText> learned = [.. rows.Select(row => texts[row])];
        List<int> classOf = [.. learned.Select(text => numbers[text.Label])];
        var corpus = new GramCorpus(learned);
        CrossValidation Tried(GramCorpus of, IReadOnlyList<LabelledText> some, IReadOnlyList<int> classes) =>
            new(of, some, classes, labels.Length, options.Folds, options.Seed, options.Threads);

        var compared = new List<LearnerFigures>();
        var winner = Learner.All[0];
        var all = Tried(corpus, learned, classOf);
        double[][]? scores = null;
        if (options.CompareLearners)
        {
            var step = (learned.Count + MostCompared - 1) / MostCompared;
            List<int> some =
            [
                .. Enumerable
                    .Range(0, learned.Count)
                    .GroupBy(i => classOf[i])
                    .SelectMany(group => group.Where((_, k) => k % step == 0))
                    .Order(),
            ];
            List<int> someClasses = [.. some.Select(i => classOf[i])];
            List<LabelledText> someTexts = [.. some.Select(i => learned[i])];
            var tried = step == 1 ? all : Tried(new GramCorpus(someTexts), someTexts, someClasses);
            var best = -1.0;
            foreach (var learner in Learner.All)
            {
                progress?.Report(learner.Name);
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var of = tried.Scores(learner, cancel);
                var told = Confusion.Of(labels, of.Select((one, i) => (someClasses[i], Calibration.Likeliest(one))));
                compared.Add(
                    new LearnerFigures(learner.Name, told.MacroF1, told.Accuracy, learner.Linear is not null, watch.Elapsed.TotalSeconds)
                );
                if (learner.Linear is null || told.MacroF1 <= best)
                    continue;
                (best, winner) = (told.MacroF1, learner);
                scores = step == 1 ? of : null;
            }
        }
        progress?.Report(winner.Name);
        scores ??= all.Scores(winner, cancel);
        var sharpness = Calibration.Sharpness(scores, classOf);
        var level = Calibration.Level(Told(scores, classOf, sharpness), options.Precision);
        var space = GramSpace.Learn(corpus, [.. Enumerable.Range(0, learned.Count)], classOf, labels.Length);
        var vector = space.Of(corpus);
        var rule = winner.Linear!(
            new Lesson([.. Enumerable.Range(0, learned.Count).Select(vector)], classOf, 2 * space.Count, labels.Length, options.Seed)
        );
        var guesses = new TextGuess?[texts.Count];
        foreach (var (i, row) in rows.Index())
        {
            var probabilities = Calibration.Probabilities(scores[i], sharpness);
            var best = Calibration.Likeliest(probabilities);
            guesses[row] = new TextGuess(labels[best], probabilities[best]);
        }
        return new TrainedModel(
            IssueModel.Of(labels, space, rule, sharpness, level),
            winner.Name,
            compared,
            Confusion.Of(labels, scores.Select((one, i) => (classOf[i], Calibration.Likeliest(one)))),
            guesses,
            [.. several[false].Order(StringComparer.Ordinal)],
            Calibration.Error(Told(scores, classOf, 1)),
            Calibration.Error(Told(scores, classOf, sharpness)),
            level is null ? 0 : guesses.Count(guess => guess?.Probability >= level) / (double)learned.Count
        );
    }

    private static List<(double Probability, bool IsRight)> Told(double[][] scores, List<int> classOf, double sharpness) =>
        [
            .. scores.Select(
                (one, i) =>
                {
                    var probabilities = Calibration.Probabilities(one, sharpness);
                    var best = Calibration.Likeliest(probabilities);
                    return (probabilities[best], best == classOf[i]);
                }
            ),
        ];
}
