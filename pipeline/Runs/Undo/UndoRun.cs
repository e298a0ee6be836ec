using System.Text;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Runs.Diff;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Undo;

/// <summary>
/// Takes back the last run that wrote to the store. One transaction makes the store what it was; files and readers follow, step by step, each of
/// which may be done twice. Killed in between, the next run that writes finishes it.
/// </summary>
public static class UndoRun
{
    /// <exception cref="OperatorException">
    /// Nothing is kept that could be taken back (exit 4); another run has written since a person agreed (exit 5); a rules file was edited since (exit 2).
    /// </exception>
    public static UndoResult Execute(RunContext context, UndoOptions options)
    {
        var home = context.Home;
        if (!File.Exists(home.Store))
            throw new OperatorException(ExitCode.Missing, "undo_nothing", ("reach", UndoTable.Reach));
        using var held = RunLock.Take(home);
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        var writes = UndoTable.Last(store.Session);
        if (writes.Count == 0)
            throw new OperatorException(ExitCode.Missing, "undo_nothing", ("reach", UndoTable.Reach));
        if (options.Run is { } agreed && agreed != writes[0].Run.Id)
            throw new OperatorException(ExitCode.Busy, "undo_overtaken");
        var found = Found(context, store.Session, writes) with { DryRun = options.DryRun };
        if (options.DryRun)
            return found;

        var ledger = new RunLedger(context, "undo");
        if (!writes[0].IsTakenBack)
        {
            RefuseEdited(home, store.Session, writes);
            context.Progress.Step("step.undo");
            ledger.Step(
                "undo",
                $"{found.Run}: {string.Join(", ", found.Files.Select(file => file.Name))}",
                () =>
                {
                    UndoTable.TakeBack(store.Session, writes);
                    return found;
                },
                _ => (null, found.Files.Sum(file => file.Inserted + file.Updated), null)
            );
        }
        var returned = Finish(context, store, ledger, writes);
        return found with
        {
            Generation = Generation.Current(home.PublishedData)?.Id,
            Returned = returned,
            Earlier = UndoTable.Last(store.Session).Select(write => write.Run).FirstOrDefault(),
        };
    }

    /// <summary>Finishes an undo that was killed, for the run that writes next.</summary>
    internal static void FinishKilled(RunContext context, ComplaintStore store, RunLedger ledger)
    {
        if (UndoTable.Last(store.Session) is [{ IsTakenBack: true }, ..] writes)
            Finish(context, store, ledger, writes);
    }

    /// <summary>The store is as before; now the files, and readers.</summary>
    /// <returns>Files returned to the inbox's folder.</returns>
    private static IReadOnlyList<string> Finish(
        RunContext context,
        ComplaintStore store,
        RunLedger ledger,
        IReadOnlyList<StoreWrite> writes
    )
    {
        var home = context.Home;
        var session = store.Session;
        var run = writes[0].Run;
        var files = writes.SelectMany(write => UndoTable.Files(session, write)).ToList();
        var returned = ledger.Step(
            "files",
            run.Id,
            () =>
            {
                foreach (var rules in writes.SelectMany(write => UndoTable.RuleFiles(session, write)))
                    Restore(Path.Combine(home.Rules, rules.Name), rules.Before);
                foreach (var batch in files.Select(file => IncomingFile.BatchOf(file.Entry.Sha256)))
                {
                    if (!UndoTable.IsLoaded(session, batch))
                        Delete(SealedRowsFolder.PathOf(home.Sealed, batch));
                }
                QuarantineFiles.Write(
                    store,
                    files.ConvertAll(file => new IncomingFile(file.Entry.Name, file.OfSha256, file.Entry.Source, [])),
                    files.ConvertAll(_ => (IReadOnlyList<Records.RejectedRow>)[]),
                    home,
                    context.Phrases
                );
                Delete(ConflictFile.PathOf(home, run.Id, context.Phrases));
                if (run.SetsCity && context.Settings.City is not null)
                    (context.Settings with { City = null }).Write(home.SettingsFile);
                return ReturnedFiles.Lay(context, run, files.Select(file => file.Entry));
            }
        );
        context.Progress.Step("step.publishing");
        ledger.Step("publish", run.Generation ?? "", () => Publish(home, session, writes[0]));
        UndoTable.Forget(session);
        return returned;
    }

    /// <summary>Readers see what they saw before the run: made again from the store, or given back as it stands where the store was ahead of it.</summary>
    private static bool Publish(Home home, Session session, StoreWrite first)
    {
        var before = first.Run.Generation is { } id ? new Generation(home.PublishedData, id) : null;
        if (before is not null && (first.WasPublished || !Directory.Exists(before.Path)))
            PublishedData.Publish(home, session);
        else
        {
            PublishedData.Return(home, before);
            UndoTable.Unpublish(session, first);
        }
        return true;
    }

    private static UndoResult Found(RunContext context, Session session, IReadOnlyList<StoreWrite> writes)
    {
        var run = writes[0].Run;
        var current = Generation.Current(context.Home.PublishedData)?.Id;
        var withdrawn = current == run.Generation ? null : current;
        var made = WrittenBulletin
            .Of(context.Home, null)
            .Where(bulletin =>
                withdrawn is not null && (bulletin.Generation == withdrawn || CorrectionSheet.GenerationOf(bulletin.Folder) == withdrawn)
            )
            .OrderBy(bulletin => bulletin.Name, StringComparer.Ordinal)
            .ToLookup(bulletin => FinalMark.Stands(bulletin.Folder), bulletin => bulletin.Name);
        var counts = writes.Select(write => UndoTable.Counts(session, write)).ToList();
        return new UndoResult(
            run.Id,
            run.Verb,
            run.At,
            [.. writes.SelectMany(write => UndoTable.Files(session, write)).Select(file => file.Entry)],
            counts.Sum(count => count.Orders),
            counts.Sum(count => count.Decisions),
            [.. writes.SelectMany(write => UndoTable.RuleFiles(session, write)).Select(file => file.Name)],
            withdrawn,
            run.Generation,
            [.. made[false]],
            [.. made[true]],
            [],
            DryRun: false,
            writes[0].IsTakenBack,
            null
        );
    }

    /// <summary>A rules file that a person edited since is that person's work: it is told, not overwritten.</summary>
    private static void RefuseEdited(Home home, Session session, IReadOnlyList<StoreWrite> writes)
    {
        foreach (var rules in writes.SelectMany(write => UndoTable.RuleFiles(session, write)))
        {
            var path = Path.Combine(home.Rules, rules.Name);
            if (Text(path) is { } now && now != rules.After && now != rules.Before)
                throw new OperatorException(ExitCode.WrongUse, "undo_rules_edited", ("file", home.Show(path)));
        }
    }

    private static void Restore(string path, string? content)
    {
        if (content is null)
            Delete(path);
        else
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>Its folder may not be there either.</summary>
    private static void Delete(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>All of it, a byte order mark too; null: there is no such file.</summary>
    internal static string? Text(string path) => File.Exists(path) ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
}
