using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Check;

/// <summary><c>load --survey</c>: what the users of the service answered. A file with a mistake is refused whole; the same file again changes nothing.</summary>
public static class SurveyRun
{
    /// <exception cref="OperatorException">A row is wrong, with its line and column (exit 2); nothing was taken.</exception>
    public static SurveyLoaded Execute(RunContext context, IReadOnlyList<string> paths)
    {
        try
        {
            var files = InputFiles.Of(paths, context.Home).Select(path => (Path: path, Answers: Read(path, context.Phrases))).ToList();
            var home = context.Home;
            home.Make();
            using var held = RunLock.Take(home);
            Keys.Open(home);
            var ledger = new RunLedger(context, "load");
            using var store = WritingStore.Open(context, ledger, "survey");
            var (added, same) = (0, 0);
            foreach (var (path, answers) in files)
            {
                var hash = FileHash.Of(path);
                var known = SurveyTable.Known(store.Session);
                if (known.Contains(hash))
                    continue;
                var fresh = SurveyAgain.Fresh(answers, known);
                UndoTable.Write(store.Session, into => SurveyTable.Add(into, InputFile.NameOf(path), hash, fresh));
                added += fresh.Count;
                same += answers.Count - fresh.Count;
            }
            var generation = ledger.Step("publish", "", () => PublishedData.Publish(home, store.Session), _ => (added, added, null));
            return new SurveyLoaded(files.Sum(file => file.Answers.Count), added, same, generation.Id);
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static List<SurveyAnswer> Read(string path, Phrasebook phrases)
    {
        var table = NamedTable.Read(path, "survey", phrases, ["day", "rating"]);
        var words = RatingWords.Of(phrases);
        var answers = table
            .Rows.Select(row =>
            {
                var day = TimeReading.Read(table.Cell(row, "day"), default);
                if (day is null)
                    table.Wrong(row, "day", "date_wrong", table.Text(row, "day"), false);
                var said = table.Text(row, "rating");
                if (said is null || !words.TryGetValue(said, out var rating))
                    rating = table.Wrong(row, "rating", "rating_wrong", said, Satisfaction.Satisfied);
                return new SurveyAnswer(
                    DateOnly.FromDateTime(day?.At ?? default),
                    table.Text(row, "department") is { } department ? Masking.Mask(department) : null,
                    rating
                );
            })
            .ToList();
        table.Refuse();
        return answers;
    }
}

/// <param name="Added">Answers that were new.</param>
/// <param name="Same">Answers of another file that is a survey loaded before, saved again.</param>
public sealed record SurveyLoaded(int Read, int Added, int Same, string Generation);
