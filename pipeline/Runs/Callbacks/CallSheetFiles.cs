using Hotspot.Calendar;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Privacy.Sealing;
using Hotspot.Runs.Forms;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary>
/// Call sheets hold phones: they lie in a folder of their owner alone, and only as long as they are in use. Done with, or after seven days (setting), a sheet is sealed
/// and the readable file deleted.
/// </summary>
public static class CallSheetFiles
{
    /// <summary>Writes the sheets that do not lie there; one that does may be half filled in, and stays.</summary>
    /// <returns>Paths of all sheets of the plan with a row.</returns>
    internal static IReadOnlyList<string> Write(
        RunContext context,
        Session store,
        CallPlan plan,
        IReadOnlyDictionary<int, string> phones,
        IReadOnlyDictionary<string, string> stories
    )
    {
        var home = context.Home;
        OwnerOnly.MakeFolder(home.Callback);
        var files = new List<string>();
        foreach (var staff in plan.Staff)
        {
            var file = Path.Combine(home.Callback, NameOf(context, plan, staff));
            if (!File.Exists(file))
            {
                var form = CallSheet.Of(plan, staff, phones, stories, context.Settings.UnitName, context.Phrases);
                if (form.Sheets[0].Rows.Count == 0)
                    continue;
                // Known before it is there: a run that dies in between leaves no sheet that nobody seals.
                CallAnswerTable.SheetWritten(store, new OpenSheet(plan.PlanId, staff, Path.GetFileName(file), context.Clock.Now));
                AtomicFile.Write(file, stream => FormFile.Write(form, stream));
                OwnerOnly.ProtectFile(file);
            }
            files.Add(file);
        }
        return files;
    }

    internal static string NameOf(RunContext context, CallPlan plan, string staff) =>
        context.Phrases.Say("callback.file", ("day", plan.PlanOn.Iso()), ("staff", staff));

    /// <summary>
    /// Seals and deletes the sheets that are due, and copies in the folder whose own sheet is done with. The caller holds the lock; <c>nightly</c> may call it
    /// as well as the verb does.
    /// </summary>
    /// <returns>Names of the files.</returns>
    public static IReadOnlyList<string> Sweep(RunContext context, Session store, KeyRing keys)
    {
        var home = context.Home;
        if (!Directory.Exists(home.Callback))
            return [];
        var done = new List<string>();
        var open = CallAnswerTable.OpenSheets(store);
        var due = context.Clock.Now.AddDays(-context.Settings.Callback.KeepSheetDays);
        foreach (var sheet in open.Where(sheet => sheet.WrittenAt <= due))
        {
            if (Close(context, store, sheet, keys))
                done.Add(sheet.File);
        }
        var stay = open.Where(sheet => sheet.WrittenAt > due).ToList();
        foreach (var file in Directory.EnumerateFiles(home.Callback, "*.xlsx").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("~$", StringComparison.Ordinal) || stay.Exists(sheet => sheet.File == name))
                continue;
            if (FilledForm.TryRead(file) is not { Kind: CallSheet.Kind } form || CallSheet.Parse(form.Id) is not var (plan, _))
                continue;
            if (!stay.Exists(sheet => sheet.PlanId == plan) && Seal(home, file, keys))
                done.Add(name);
        }
        return done;
    }

    /// <summary>Seals a sheet and deletes the readable file; one that is open elsewhere stays for the next time.</summary>
    internal static bool Close(RunContext context, Session store, OpenSheet sheet, KeyRing keys)
    {
        var file = Path.Combine(context.Home.Callback, sheet.File);
        if (File.Exists(file) && !Seal(context.Home, file, keys))
            return false;
        CallAnswerTable.SheetSealed(store, sheet, context.Clock.Now);
        return true;
    }

    private static bool Seal(Home home, string file, KeyRing keys)
    {
        OwnerOnly.MakeFolder(home.CallbackSealed);
        try
        {
            var target = Path.Combine(home.CallbackSealed, $"{Path.GetFileName(file)}.{FileHash.Of(file)[..8]}.sealed");
            using (var plain = File.OpenRead(file))
            using (var copy = new FileStream(target + ".tmp", OwnerOnly.File(FileMode.Create)))
            {
                SealedFile.Seal(plain, copy, keys.Seal);
                copy.Flush(flushToDisk: true);
            }
            File.Move(target + ".tmp", target, overwrite: true);
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
