using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy.Sealing;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Undo;

/// <summary>
/// Files that a load had taken from the inbox are laid into its folder <c>taken-back</c>, opened from the archive: at hand for a person, and out of the
/// way of the next load of the inbox. Files loaded from elsewhere still lie there; every sealed copy stays in the archive.
/// </summary>
internal static class ReturnedFiles
{
    /// <returns>Paths; a file whose copy was not kept, or cannot be opened without its key, is left out.</returns>
    public static IReadOnlyList<string> Lay(RunContext context, WritingRun run, IEnumerable<LedgerEntry> files)
    {
        var home = context.Home;
        var kept = files
            .Where(file => run.InboxFiles.Contains(file.Sha256))
            .Select(file => (file.Name, file.Sha256, Sealed: Path.Combine(home.Archive, file.Sha256 + ".sealed")))
            .Where(file => File.Exists(file.Sealed))
            .ToList();
        var returned = new List<string>();
        if (kept.Count == 0 || Key(home) is not { } key)
            return returned;
        foreach (var (name, sha256, archived) in kept)
        {
            // On the disk before a single value is read.
            AuditLog.Append(home.AuditFile, key, AuditLine.Of(context.Clock.Now, "undo", name, 0, ""));
            // Names are masked: files of two persons may bear the same.
            var target = FileStem.Free(Path.Combine(home.TakenBack, name), there => FileHash.Of(there) == sha256);
            try
            {
                AtomicFile.Write(
                    target,
                    to =>
                    {
                        using var from = File.OpenRead(archived);
                        SealedFile.Open(from, to, key);
                    }
                );
                returned.Add(target);
            }
            catch (SealBrokenException) { }
        }
        return returned;
    }

    private static byte[]? Key(Home home)
    {
        try
        {
            return Keys.Existing(home).Seal.ToArray();
        }
        catch (OperatorException)
        {
            return null;
        }
    }
}
