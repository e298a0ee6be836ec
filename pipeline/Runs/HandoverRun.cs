using System.IO.Compression;
using System.Security.Cryptography;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <param name="File">What is handed over; <paramref name="Files"/> are in it.</param>
/// <param name="SheetsDestroyed">Call sheets with phones that lay open.</param>
public sealed record HandoverResult(string File, int Files, int KeysDestroyed, int SheetsDestroyed);

/// <summary>
/// End of the contract: what is not personal goes into one file, then the keys go. Sealed originals, archived files and call sheets cannot be opened by anybody from then on, and no run writes to
/// the home any more; what is published can still be read.
/// </summary>
public static class HandoverRun
{
    /// <exception cref="OperatorException">Raw exports lie in the inbox (exit 2), the target exists (exit 2), or another run is at work (exit 5); nothing was destroyed.</exception>
    public static HandoverResult Execute(RunContext context, string target)
    {
        var home = context.Home;
        if (!home.Exists)
            throw PublishedData.Nothing(context);
        if (File.Exists(target))
            throw new OperatorException(ExitCode.WrongUse, "handover_exists", ("file", target));
        using var night = RunLock.TakeNight(home);
        using var held = RunLock.Take(home);
        var raw = Directory.Exists(home.Inbox) ? Directory.EnumerateFiles(home.Inbox, "*", SearchOption.AllDirectories).Count() : 0;
        if (raw > 0)
            throw new OperatorException(ExitCode.WrongUse, "handover_inbox", ("count", raw), ("folder", home.Inbox));
        var files = Handed(home).Order(StringComparer.Ordinal).ToList();
        AtomicFile.Write(target, stream => Pack(home, files, stream));
        // The keys last: a run that dies before is simply run again.
        var sheets = Destroy(home.Callback);
        var keys = Destroy(home.Keys);
        HandedOver.Mark(home, context.Clock.Today);
        return new HandoverResult(target, files.Count, keys, sheets);
    }

    /// <summary>Published data and material, rules, profiles, templates, settings and registers; neither store nor anything sealed.</summary>
    private static IEnumerable<string> Handed(Home home)
    {
        foreach (var file in (string[])[home.SettingsFile, home.Places])
        {
            if (File.Exists(file))
                yield return file;
        }
        var generation = Generation.Current(home.PublishedData);
        foreach (var folder in (string[])[home.Published, home.Rules, home.Sources, home.Templates, home.Cuts, home.Points])
        {
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            {
                var isOld =
                    file.StartsWith(home.PublishedData + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                    && Path.GetFileName(file) != "CURRENT"
                    && (generation is null || !file.StartsWith(generation.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
                // Locks, and shadows of open workbooks.
                var isPassing = Path.GetFileName(file) is ['.', ..] or ['~', '$', ..];
                if (!isOld && !isPassing)
                    yield return file;
            }
        }
    }

    private static void Pack(Home home, List<string> files, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
            zip.CreateEntryFromFile(file, Path.GetRelativePath(home.Root, file).Replace('\\', '/'));
    }

    /// <summary>Written over, then deleted: a copy that a disk keeps of its own accord is past any program's reach.</summary>
    private static int Destroy(string folder)
    {
        if (!Directory.Exists(folder))
            return 0;
        var files = Directory.EnumerateFiles(folder).ToList();
        foreach (var file in files)
        {
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None))
            {
                stream.Write(RandomNumberGenerator.GetBytes((int)Math.Min(stream.Length, 1 << 24)));
                stream.Flush(flushToDisk: true);
            }
            File.Delete(file);
        }
        return files.Count;
    }
}
