using Hotspot.Privacy.Sealing;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>Loaded files, sealed by the hash of their content.</summary>
public static class Archive
{
    /// <returns>Files sealed now; those sealed before are not sealed again, and none where the settings say that originals are not kept.</returns>
    public static int Seal(IReadOnlyList<string> files, IReadOnlyList<string> hashes, RunContext context, KeyRing keys)
    {
        if (context.Settings.KeepOriginals == KeepOriginals.Delete)
            return 0;
        var count = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var target = Path.Combine(context.Home.Archive, hashes[i] + ".sealed");
            if (!File.Exists(target))
            {
                using (var original = File.OpenRead(files[i]))
                using (var copy = File.Create(target + ".tmp"))
                {
                    SealedFile.Seal(original, copy, keys.Seal);
                    copy.Flush(flushToDisk: true);
                }
                File.Move(target + ".tmp", target, overwrite: true);
                count++;
            }
        }
        return count;
    }

    /// <summary>Takes files out of the inbox: last of all, so that a run that dies before is simply run again.</summary>
    public static void ClearInbox(IReadOnlyList<string> files, Home home)
    {
        foreach (var file in files.Where(file => Path.GetDirectoryName(file) == home.Inbox))
            File.Delete(file);
    }
}
