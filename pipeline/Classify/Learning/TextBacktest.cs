namespace Hotspot.Classify.Learning;

/// <summary>How a model that learned from what was known before a day told the days from it on.</summary>
/// <param name="LastOn">The last day that was told; included.</param>
/// <param name="Learned">Texts before <paramref name="FromOn"/>.</param>
/// <param name="MacroF1">Of all texts, whatever the probability; null: there was nothing to learn from, or nothing to tell.</param>
/// <param name="Told">Texts at or above the level, and how many of them are right.</param>
public sealed record TextBacktest(
    DateOnly FromOn,
    DateOnly LastOn,
    int Learned,
    int Texts,
    double? MacroF1,
    double? Accuracy,
    int Told,
    int Right
)
{
    /// <summary>A fair test needs some texts of most classes.</summary>
    public const int LeastTexts = 50;

    /// <param name="dated">Texts with their days.</param>
    public static TextBacktest Of(
        IReadOnlyList<(DateOnly On, LabelledText Text)> dated,
        DateOnly from,
        DateOnly last,
        TrainingOptions options,
        CancellationToken cancel
    )
    {
        List<LabelledText> before = [.. dated.Where(one => one.On < from).Select(one => one.Text)];
        List<LabelledText> after = [.. dated.Where(one => one.On >= from && one.On <= last).Select(one => one.Text)];
        var nothing = new TextBacktest(from, last, before.Count, after.Count, null, null, 0, 0);
        if (before.Count < LeastTexts || after.Count < LeastTexts)
            return nothing;
        try
        {
            var model = IssueTraining.Run(before, options, null, cancel).Model;
            var guesses = after.ConvertAll(text => model.Guess(text.Title, text.Content));
            var confusion = Confusion.Of([.. after.Select(text => text.Label)], [.. guesses.Select(guess => guess.Label)]);
            List<bool> told =
            [
                .. guesses.Index().Where(one => model.IsSure(one.Item)).Select(one => one.Item.Label == after[one.Index].Label),
            ];
            return nothing with
            {
                MacroF1 = confusion.MacroF1,
                Accuracy = confusion.Accuracy,
                Told = told.Count,
                Right = told.Count(right => right),
            };
        }
        catch (NothingToLearnException)
        {
            return nothing;
        }
    }
}
