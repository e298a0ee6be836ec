using Hotspot.Store;

namespace Hotspot.Runs.Check;

/// <summary>
/// A survey that was saved again, with answers added or as another kind of file, has other bytes and the same answers. Answers have no number: a file is taken
/// for one that came before where either holds all of the other's.
/// </summary>
internal static class SurveyAgain
{
    /// <summary>Fewer answers may well be alike by chance.</summary>
    private const int LeastAlike = 5;

    /// <summary>The answers that were not counted before.</summary>
    public static IReadOnlyList<SurveyAnswer> Fresh(IReadOnlyList<SurveyAnswer> answers, ILookup<string, SurveyAnswer> known)
    {
        var all = known.SelectMany(file => file).ToList();
        var isAgain =
            (answers.Count >= LeastAlike && Less(answers, all).Count == 0)
            || known.Any(file => file.Count() >= LeastAlike && Less([.. file], answers).Count == 0);
        return isAgain ? Less(answers, all) : answers;
    }

    /// <summary>What is left of <paramref name="answers"/> when each of <paramref name="others"/> takes away one that is alike.</summary>
    private static List<SurveyAnswer> Less(IReadOnlyList<SurveyAnswer> answers, IReadOnlyList<SurveyAnswer> others)
    {
        var left = others.CountBy(answer => answer).ToDictionary();
        return
        [
            .. answers.Where(answer =>
            {
                var count = left.GetValueOrDefault(answer);
                left[answer] = count - 1;
                return count <= 0;
            }),
        ];
    }
}
