using Hotspot.Language;
using Hotspot.Records;

namespace Hotspot.Runs.Forms;

/// <summary>How people write that they are satisfied.</summary>
internal static class RatingWords
{
    public static IReadOnlyDictionary<string, Satisfaction> Of(Phrasebook phrases) =>
        Enum.GetValues<Satisfaction>()
            .SelectMany(value =>
                phrases[$"survey.rating.{Snake.Code(value)}"].Split(',').Prepend(Snake.Code(value)).Select(word => (word, value))
            )
            .DistinctBy(pair => pair.word)
            .ToDictionary(StringComparer.Ordinal);
}
