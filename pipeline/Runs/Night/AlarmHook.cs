using System.Diagnostics;

namespace Hotspot.Runs.Night;

/// <summary>Starts the office's own program with the path of the alarms.</summary>
internal static class AlarmHook
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>False: it could not be started, did not end in a minute, or ended badly. The night goes on all the same.</returns>
    public static bool Call(string command, string alarms)
    {
        try
        {
            // What it says is no answer of this program's: it is read, so that it does not wait, and dropped.
            using var process = Process.Start(
                new ProcessStartInfo(command, [alarms]) { UseShellExecute = false, RedirectStandardOutput = true }
            );
            if (process is null)
                return false;
            process.BeginOutputReadLine();
            if (process.WaitForExit(Patience))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
