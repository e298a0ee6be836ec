using Hotspot.Privacy;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>Loaded files, sealed by the hash of their content. A file from the inbox is removed once its sealed copy stands; others are left alone.</summary>
public static class Archive
{
    /// <returns>Files sealed now; those sealed before are not sealed again.</returns>
    public static int Seal(IReadOnlyList<string> files, IReadOnlyList<string> hashes, Home home, KeyRing keys)
    {
        var count = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var target = Path.Combine(home.Archive, hashes[i] + ".sealed");
            if (!File.Exists(target))
            {
                using (var original = File.OpenRead(files[i]))
                using (var copy = File.Create(target + ".tmp"))
                {
                    SealedFile.Seal(original, copy, keys.SealKey);
                    copy.Flush(flushToDisk: true);
                }
                File.Move(target + ".tmp", target, overwrite: true);
                count++;
            }
            if (Path.GetDirectoryName(files[i]) == home.Inbox)
                File.Delete(files[i]);
        }
        return count;
    }
}
