using Hotspot.Enrich;
using Hotspot.Gates;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Retry;
using Hotspot.Runs.Rules;
using Hotspot.Runs.Undo;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Files in, ledger out: read, mask, derive, merge, make incidents, check the gate, publish for readers, seal the originals.</summary>
public static class LoadRun
{
    /// <exception cref="OperatorException">A file cannot be used, or another run is at work; nothing was loaded.</exception>
    public static LoadResult Execute(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel)
    {
        try
        {
            var from = paths.Count == 0 ? [context.Home.Inbox] : paths;
            var result = Read(context, from, options, cancel);
            string[] others = [.. InputFiles.PassedOver(from, context.Home), .. result.PassedOver];
            return result with { PassedOver = [.. others.Order(StringComparer.Ordinal)] };
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static LoadResult Read(RunContext context, IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancel)
    {
        var home = context.Home;
        var profiles = Profiles(home, options.Source, context.Settings);
        var files = InputFiles.Of(paths, home);
        OwnBook.Refuse(files, context.Phrases);
        // Headers first: a file that cannot be read leaves no folder and no key behind.
        context.Progress.Step("step.reading", ("files", files.Count));
        var opened = OpenedFiles.Of(files, paths, profiles, home);
        (files, var headers) = (opened.Files, opened.Readings);
        var profile = City(headers, context.Settings, files);
        // A preview leaves nothing behind, not even a key: callers are told apart by one that nobody keeps.
        if (!options.DryRun)
            home.Make();
        using var held = options.DryRun ? null : RunLock.Take(home);
        if (held is not null)
            OpenedOriginal.Sweep(home);
        var keys = options.DryRun ? null : Keys.Open(home);
        var callers = new CallerKey(keys is null ? new byte[KeyRing.KeyBytes] : keys.Caller);
        // Decisions first: an undo that was killed is finished then, and gives the rules back.
        var decided = held is null ? [] : Decided(context);
        var city = CityReference.Of(profile, home.Places, home.Rules, home.Models);
        HomeCity.CheckIssues(home, context.Settings, city);
        var derive = new Overrides(decided).Over(new Derivation(city).Of);
        var threads = context.Limits.Threads ?? Environment.ProcessorCount;
        var readings = headers.ConvertAll(header => header.With(callers, threads, derive, context.Clock.Today, city.Geo.OfficialNames));
        var result = keys is null
            ? DryRun(files, readings, city, context, cancel)
            : Load(context, files, readings, city, derive, keys, cancel);
        return result with { PassedOver = opened.Notes };
    }

    /// <summary>What people decided so far; the caller holds the lock.</summary>
    internal static IReadOnlyList<Override> Decided(RunContext context)
    {
        if (!File.Exists(context.Home.Store))
            return [];
        using var store = ComplaintStore.Open(context.Home.Store, context.Limits);
        UndoRun.FinishKilled(context, store, new RunLedger(context, "undo"));
        return OverrideTable.InForce(store.Session);
    }

    internal static IReadOnlyList<SourceProfile> Profiles(Home home, string? source, HomeSettings settings)
    {
        var all = SourceProfiles.Load(home.Sources);
        var declared = DeclaredSystems.Over(all, settings.CoordinateSystems);
        return source is null ? declared : [declared.First(profile => profile.Id == all[source].Id).Named];
    }

    /// <summary>A home holds one city: the profiles of a load must agree with each other and with what is loaded.</summary>
    private static SourceProfile City(List<FileReading> readings, HomeSettings settings, IReadOnlyList<string> files)
    {
        var city = settings.City ?? readings[0].Profile.City;
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i].Profile.City != city)
                throw new OperatorException(
                    ExitCode.WrongUse,
                    "other_city",
                    ("file", readings[i].FileName),
                    ("city", readings[i].Profile.City),
                    ("home_city", city)
                );
        }
        return readings[0].Profile;
    }

    private static LoadResult DryRun(
        IReadOnlyList<string> files,
        List<FileReading> readings,
        CityReference city,
        RunContext context,
        CancellationToken cancel
    )
    {
        var results = new List<FileResult>();
        foreach (var (file, reading) in files.Zip(readings))
        {
            var watch = new FileWatch(reading, city.Geo);
            long rows = 0;
            foreach (var outcome in reading.Outcomes(cancel))
            {
                if (++rows % 10_000 == 0)
                    context.Progress.Rows(rows);
                watch.Preview(outcome);
            }
            var summary = reading.Summary;
            results.Add(
                Result(
                    reading,
                    new LedgerEntry(reading.FileName, FileHash.Of(file), reading.Profile.Id, summary.Read, 0, 0, 0, summary.Rejected),
                    watch.FirstRejected,
                    watch.Coordinates
                ) with
                {
                    Filed = watch.Filed(),
                }
            );
        }
        return new LoadResult(results, null, false, PreviewGate.Holds(context, results, readings, cancel));
    }

    private static LoadResult Load(
        RunContext context,
        IReadOnlyList<string> files,
        List<FileReading> readings,
        CityReference city,
        Func<Complaint, Complaint> derive,
        KeyRing keys,
        CancellationToken cancel
    )
    {
        var home = context.Home;
        var before = HeldLoad.Of(home);
        var ledger = new RunLedger(context, "load");
        var watches = readings.ConvertAll(reading => new FileWatch(reading, city.Geo));
        var hashes = files.Select(FileHash.Of).ToList();
        using var originals = new OriginalsOfLoad(home.Sealed, keys);
        var incoming = readings
            .Select(
                (reading, i) =>
                    new IncomingFile(
                        reading.FileName,
                        hashes[i],
                        reading.Profile.Id,
                        // Sealed and watched on a thread of their own: the one that takes them has the store to feed.
                        ReadAhead.Rows(
                            Rows(originals.Sealing(IncomingFile.BatchOf(hashes[i]), reading.Outcomes(cancel)), watches[i]),
                            cancel
                        )
                    )
            )
            .ToList();

        var fromInbox = hashes.Where((_, i) => Path.GetDirectoryName(files[i]) == home.Inbox).ToList();
        using var store = WritingStore.Open(context, ledger, "load", fromInbox);
        for (var i = 0; i < files.Count; i++)
        {
            // The other way round is refused by check: registered by its own list, every order would be.
            if (DispatchTable.Known(store.Session, hashes[i], null, null).Count > 0)
                throw new OperatorException(ExitCode.WrongUse, "load_dispatch_list", ("file", readings[i].FileName));
        }
        var names = string.Join(", ", incoming.Select(file => file.Name));
        var placedAnew = PlaceRules.Follow(context, store, city, derive, ledger, cancel);
        var archived = Task.FromResult(0);
        var entries = ledger.Step(
            "load",
            names,
            () =>
                store.Load(
                    incoming,
                    derive,
                    session =>
                    {
                        // Copies are sealed beside the incidents, when all rows were read; a load that fails meanwhile waits for them.
                        archived = Task.Run(() => Archive.Seal(files, hashes, context, keys), CancellationToken.None);
                        try
                        {
                            IncidentStep.Run(session, city, context, ledger);
                        }
                        finally
                        {
                            Task.WhenAny(archived).GetAwaiter().GetResult();
                        }
                    },
                    new Progress(context.Progress),
                    cancel: cancel
                ),
            all => (all.Sum(entry => entry.Read), all.Sum(entry => entry.Inserted + entry.Updated), all.Sum(entry => entry.Rejected))
        );
        HeldLoad.Keep(home, new HeldLoad(names, entries.Sum(entry => entry.Read), entries.Sum(entry => entry.Rejected)));
        if (context.Settings.City is null)
            (context.Settings with { City = readings[0].Profile.City }).Write(home.SettingsFile);

        context.Progress.Step("step.sealing");
        originals.Commit();
        ledger.Step("seal", "", () => archived.GetAwaiter().GetResult());
        QuarantineFiles.Write(store, incoming, watches.ConvertAll(watch => watch.Mendable), home, context.Phrases);
        var open = incoming.ConvertAll(file => store.Quarantine(file.BatchId));
        var results = readings
            .Select((reading, i) => Result(reading, entries[i], watches[i].FirstOf(open[i]), watches[i].Coordinates))
            .ToList();
        var conflicts = ConflictFile.Write(store, home, ledger.Id, context.Phrases);
        var held = RejectionGate.Holds(entries.Sum(entry => entry.Read), open.Sum(StillOut), context.Settings.MaxRejectedShare);
        if (held)
        {
            Archive.ClearInbox(files, home);
            return new LoadResult(results, null, placedAnew > 0 || Changed(entries), true, conflicts, placedAnew);
        }
        context.Progress.Step("step.publishing");
        var generation = ledger.Step("publish", "", () => PublishedData.Publish(home, store.Session));
        Archive.ClearInbox(files, home);
        return new LoadResult(results, generation.Id, placedAnew > 0 || Changed(entries), false, conflicts, placedAnew)
        {
            Released = before,
        };
    }

    /// <summary>Rows mended since are in; lines under a table are rejected, to the row, and nothing to mend: twenty orders and their total are a sound file.</summary>
    private static long StillOut(IReadOnlyList<QuarantinedRow> rejected) =>
        rejected.Count(row => row.Reason != Snake.Code(RejectReason.Footer));

    private static IEnumerable<IncomingRow> Rows(IEnumerable<RowOutcome> outcomes, FileWatch watch)
    {
        foreach (var outcome in outcomes)
        {
            watch.See(outcome);
            yield return new IncomingRow(outcome.Complaint, outcome.Rejected);
        }
    }

    internal static FileResult Result(
        FileReading reading,
        LedgerEntry entry,
        IReadOnlyList<RejectedRow> rejected,
        CoordinateFinding? coordinates
    )
    {
        var summary = reading.Summary;
        return new FileResult(
            entry.Name,
            entry.Sha256,
            entry.Source,
            entry.Read,
            entry.Inserted,
            entry.Updated,
            entry.Unchanged,
            entry.Rejected,
            new FileAllowance(
                summary.Complaints,
                summary.WithHour,
                summary.WithCallTime,
                summary.WithCoordinate,
                summary.WithPlaceText,
                summary.WithCallerKey,
                summary.DistrictUnknown,
                summary.FirstOn,
                summary.LastOn
            ),
            reading.Mapping.Columns(),
            rejected,
            summary.SkippedSheets,
            FileQuality.Of(summary),
            FileLayout.Of(reading)
        )
        {
            Coordinates = coordinates,
            City = reading.Profile.City,
        };
    }

    private static bool Changed(IReadOnlyList<LedgerEntry> entries) => entries.Any(entry => entry.Inserted + entry.Updated > 0);

    private sealed class Progress(IProgressSink sink) : IProgress<long>
    {
        public void Report(long value) => sink.Rows(value);
    }
}
