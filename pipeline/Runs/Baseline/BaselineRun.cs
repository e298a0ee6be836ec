using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Runs.Review;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Baseline;

/// <summary>Takes earlier totals into the store and publishes them beside the complaints; a file with a mistake is refused whole.</summary>
public static class BaselineRun
{
    /// <exception cref="OperatorException">A row is wrong, with its line and column (exit 2); nothing was taken.</exception>
    public static LoadResult Execute(RunContext context, IReadOnlyList<string> paths)
    {
        var home = context.Home;
        var files = InputFiles.Of(paths, home);
        home.Make();
        using var held = RunLock.Take(home);
        Keys.Open(home);
        var ledger = new RunLedger(context, "load");
        using var store = WritingStore.Open(context, ledger, "baseline");
        try
        {
            var city = HomeCity.Of(context);
            var lists = ReviewLists.Of(city, store.Session, context.Clock.Today);
            var read = files.Select(file => (File: file, Rows: Read(file, context, lists))).ToList();
            var entries = read.ConvertAll(file =>
                ledger.Step(
                    "baseline",
                    InputFile.NameOf(file.File),
                    () => BaselineTable.Replace(store.Session, InputFile.NameOf(file.File), FileHash.Of(file.File), file.Rows),
                    entry => (entry.Read, entry.Inserted + entry.Updated, null)
                )
            );
            var generation = ledger.Step("publish", "", () => PublishedData.Publish(home, store.Session));
            return new LoadResult(
                [
                    .. entries.Select(entry => new FileResult(
                        entry.Name,
                        entry.Sha256,
                        entry.Source,
                        entry.Read,
                        entry.Inserted,
                        entry.Updated,
                        entry.Unchanged,
                        entry.Rejected,
                        new FileAllowance(0, 0, 0, 0, 0, 0, 0, null, null),
                        [],
                        []
                    )),
                ],
                generation.Id,
                entries.Exists(entry => entry.Inserted + entry.Updated > 0),
                false
            );
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static IReadOnlyList<BaselineRow> Read(string file, RunContext context, ReviewLists lists)
    {
        var phrases = context.Phrases;
        var streams = Enum.GetValues<OrderStream>()
            .Select(Snake.Code)
            .SelectMany(code => new[] { (Word: code, Code: code), (Word: phrases[$"baseline.stream.{code}"], Code: code) })
            .DistinctBy(word => word.Word)
            .ToDictionary(word => word.Word, word => word.Code);
        var footers = LoadRun.Profiles(context.Home, null, context.Settings).SelectMany(profile => profile.FooterWords).Distinct().ToList();
        return BaselineFile.Read(file, context.Settings, lists, streams, footers, phrases);
    }
}
