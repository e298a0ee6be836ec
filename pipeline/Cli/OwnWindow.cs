using System.Runtime.InteropServices;

namespace Hotspot.Cli;

/// <summary>Tells a double click from a command line on Windows: a window that no shell shares was opened for this program.</summary>
internal static class OwnWindow
{
    public static bool IsOurs()
    {
        if (!OperatingSystem.IsWindows())
            return false;
        try
        {
            return GetConsoleProcessList(new uint[2], 2) == 1;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Number of processes attached to this console; 0 where there is none.</summary>
    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetConsoleProcessList([Out] uint[] processes, uint count);
}
