using System.Diagnostics;
using Hotspot.Classify.Learning;
using Hotspot.Language;

namespace Hotspot.Runs.Models;

/// <summary><c>train --test</c>: scores a model on a labelled file, without learning.</summary>
internal static class ModelTest
{
    public static ModelTestResult Execute(RunContext context, ModelTestRequest request)
    {
        var model = request.Model is { } folder ? ModelFolder.Read(folder) : ModelFolder.InForce(context.Home);
        var file = LabelledFile.Read(request.File);
        if (file.Texts.Count == 0)
            throw new OperatorException(ExitCode.WrongUse, "labelled_columns", ("file", file.Name));
        var watch = Stopwatch.StartNew();
        var guesses = file.Texts.Select(text => model.Model.Guess(text.Title, text.Content)).ToList();
        var seconds = watch.Elapsed.TotalSeconds;
        var confusion = Score(file.Texts, guesses);
        var told = guesses.Zip(file.Texts, (guess, text) => (Guess: guess, IsRight: guess.Label == text.Label)).ToList();
        var sure = told.Where(one => model.Model.IsSure(one.Guess)).ToList();
        return new ModelTestResult(
            model.Card.Version,
            file.Name,
            file.Texts.Count,
            file.Skipped,
            confusion.MacroF1,
            confusion.Accuracy,
            [.. confusion.Classes.Where(one => one.Texts + one.Told > 0)],
            [.. file.Texts.Select(text => text.Label).Distinct().Except(model.Model.Labels).Order(StringComparer.Ordinal)],
            sure.Count,
            sure.Count(one => one.IsRight),
            Calibration.Error(told.ConvertAll(one => (one.Guess.Probability, one.IsRight))),
            file.Texts.Count / Math.Max(seconds, 1e-6)
        );
    }

    internal static Confusion Score(IReadOnlyList<LabelledText> texts, IReadOnlyList<TextGuess> guesses) =>
        Confusion.Of([.. texts.Select(text => text.Label)], [.. guesses.Select(guess => guess.Label)]);
}
