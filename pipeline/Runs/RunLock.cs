using Hotspot.Language;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>One writer at a time: the file is held open for as long as the run lasts, so a killed run leaves no lock behind.</summary>
public sealed class RunLock : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly FileStream _held;

    private RunLock(FileStream held) => _held = held;

    /// <exception cref="OperatorException">Another run is at work (exit 5).</exception>
    public static RunLock Take(Home home) => Take(home, home.LockFile);

    /// <summary>One night at a time; a run that a person starts meanwhile is not kept waiting by it.</summary>
    /// <exception cref="OperatorException">Another night is at work (exit 5).</exception>
    public static RunLock TakeNight(Home home) => Take(home, home.NightLockFile);

    private static RunLock Take(Home home, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new RunLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new OperatorException(ExitCode.Busy, "busy", e, ("home", home.Root));
        }
    }

    /// <summary>Waits until no run writes, at most so long; who is still at work then meets whoever takes the lock next.</summary>
    public static void Await(Home home, TimeSpan patience, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < patience && IsHeld(home.LockFile); waited += Step)
        {
            cancel.WaitHandle.WaitOne(Step);
            cancel.ThrowIfCancellationRequested();
        }
    }

    public static bool IsHeld(Home home) => IsHeld(home.LockFile) || IsHeld(home.NightLockFile);

    private static bool IsHeld(string file)
    {
        if (!File.Exists(file))
            return false;
        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _held.Dispose();
}
