using Hotspot.Enrich;
using Hotspot.Gates;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Runs.Rules;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Retry;

/// <summary>
/// Rejected rows once more: as their sealed originals say, with what a person typed into the mending workbook laid over, read by the profiles of
/// today. What becomes a complaint keeps its file and line and is marked in quarantine; the rest stays where it is.
/// </summary>
public static class RetryRun
{
    /// <param name="names">Mending workbooks, or names of loaded files; empty: every file that has rejected rows.</param>
    /// <exception cref="OperatorException">A name is unknown or an original is not in the archive; nothing was loaded.</exception>
    public static LoadResult Execute(RunContext context, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var home = context.Home;
        home.Make();
        using var held = RunLock.Take(home);
        OpenedOriginal.Sweep(home);
        var keys = Keys.Open(home);
        var ledger = new RunLedger(context, "load");
        using var store = WritingStore.Open(context, ledger, "retry");
        var asked = Retries.Of(RetryTable.Open(store.Session), names, home, context.Phrases);
        var files = new List<RetriedFile>();
        try
        {
            var profiles = LoadRun.Profiles(home, null, context.Settings);
            var city = HomeCity.Of(context);
            var derive = new Overrides(OverrideTable.InForce(store.Session)).Over(new Derivation(city).Of);
            foreach (var (batch, mends) in asked)
                files.Add(RetriedFile.Open(batch, mends, store, profiles, derive, city.Geo.OfficialNames, context, keys));
            return files.Count == 0
                ? new LoadResult([], Generation.Current(home.PublishedData)?.Id, false, false)
                : Load(context, ledger, store, files, city, derive, keys, cancel);
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static LoadResult Load(
        RunContext context,
        RunLedger ledger,
        ComplaintStore store,
        List<RetriedFile> files,
        CityReference city,
        Func<Complaint, Complaint> derive,
        KeyRing keys,
        CancellationToken cancel
    )
    {
        var home = context.Home;
        using var originals = new OriginalsOfLoad(home.Sealed, keys);
        var incoming = files.ConvertAll(file => file.Incoming(originals));
        var placedAnew = PlaceRules.Follow(context, store, city, derive, ledger, cancel);
        var entries = ledger.Step(
            "retry",
            string.Join(", ", incoming.Select(file => file.Name)),
            () =>
                store.Load(
                    incoming,
                    derive,
                    session => IncidentStep.Run(session, city, context, ledger),
                    accounts: session =>
                    {
                        for (var i = 0; i < files.Count; i++)
                        {
                            files[i].Settle(store.Quarantine(incoming[i].BatchId));
                            RetryTable.Write(session, files[i].Batch, incoming[i].BatchId, files[i].Loaded, context.Clock.Now);
                        }
                        // Before the store's own commit: rows that are complaints are not tried again, and nothing would seal them later.
                        originals.Commit();
                    },
                    cancel: cancel
                ),
            all => (all.Sum(entry => entry.Read), all.Sum(entry => entry.Inserted + entry.Updated), all.Sum(entry => entry.Rejected))
        );
        var batches = files.ConvertAll(file => new IncomingFile(file.Batch.Name, file.Batch.Sha256, file.Batch.Source, []));
        QuarantineFiles.Write(store, batches, files.ConvertAll(_ => (IReadOnlyList<RejectedRow>)[]), home, context.Phrases);
        var conflicts = ConflictFile.Write(store, home, ledger.Id, context.Phrases);
        var results = files.Select((file, i) => LoadRun.Result(file.Reading, entries[i], file.Rejected, null)).ToList();
        var unplaced = files.SelectMany(file => file.Unplaced).ToList();
        var changed = placedAnew > 0 || entries.Any(entry => entry.Inserted + entry.Updated > 0);
        // Rows that were out already say nothing new: the gate looks at what is still out of the whole files.
        var still = files.Sum(file => file.OpenRows - file.Loaded.Count);
        if (RejectionGate.Holds(files.Sum(file => file.Batch.Read), still, context.Settings.MaxRejectedShare))
            return new LoadResult(results, null, changed, true, conflicts, placedAnew) { Unplaced = unplaced };
        context.Progress.Step("step.publishing");
        var generation = ledger.Step("publish", "", () => PublishedData.Publish(home, store.Session));
        return new LoadResult(results, generation.Id, changed, false, conflicts, placedAnew) { Unplaced = unplaced };
    }
}
