using Hotspot.Language;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>One writer at a time: the file is held open for as long as the run lasts, so a killed run leaves no lock behind.</summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _held;

    private RunLock(FileStream held) => _held = held;

    /// <exception cref="OperatorException">Another run is at work (exit 5).</exception>
    public static RunLock Take(Home home)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home.LockFile)!);
        try
        {
            return new RunLock(new FileStream(home.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new OperatorException(ExitCode.Busy, "busy", e, ("home", home.Root));
        }
    }

    public static bool IsHeld(Home home)
    {
        if (!File.Exists(home.LockFile))
            return false;
        try
        {
            using var probe = new FileStream(home.LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _held.Dispose();
}
