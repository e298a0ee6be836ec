using Hotspot.Language;
using Hotspot.Privacy.Sealing;
using Hotspot.Settings;

namespace Hotspot.Runs.Retry;

/// <summary>
/// A sealed original laid open for as long as its rows are read again, in a folder of the owner alone beside the store. A run that was killed may
/// leave one behind: the next run of any kind clears the folder.
/// </summary>
public sealed class OpenedOriginal : IDisposable
{
    private readonly string _folder;

    private OpenedOriginal(string folder, string path) => (_folder, Path) = (folder, path);

    public string Path { get; }

    /// <exception cref="OperatorException">The archive does not hold the file, or its seal does not hold (exit 4).</exception>
    public static OpenedOriginal Open(RunContext context, string name, string sha256, KeyRing keys)
    {
        var home = context.Home;
        var archived = System.IO.Path.Combine(home.Archive, sha256 + ".sealed");
        if (!File.Exists(archived))
            throw new OperatorException(ExitCode.Missing, "original_missing", ("file", name));
        // On the disk before a single value is read.
        AuditLog.Append(home.AuditFile, keys.Seal, AuditLine.Of(context.Clock.Now, "load --retry", name, 0, ""));
        var folder = System.IO.Path.Combine(Folder(home), sha256[..16]);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var opened = new OpenedOriginal(folder, System.IO.Path.Combine(folder, name));
        try
        {
            using var from = File.OpenRead(archived);
            using var to = File.Create(opened.Path);
            SealedFile.Open(from, to, keys.Seal);
            return opened;
        }
        catch (SealBrokenException e)
        {
            opened.Dispose();
            throw new OperatorException(ExitCode.Missing, "original_broken", e, ("file", name));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Removes what a killed run left open; the caller holds the lock.</summary>
    public static void Sweep(Home home)
    {
        if (Directory.Exists(Folder(home)))
            Directory.Delete(Folder(home), recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static string Folder(Home home) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(home.Store)!, "opened");
}
