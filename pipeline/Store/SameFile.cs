using System.Runtime.InteropServices;

namespace Hotspot.Store;

/// <summary>A second name for a file that nobody writes to any more; a copy where the file system has no hard links (exFAT, some shares).</summary>
internal static class SameFile
{
    /// <param name="target">Does not exist yet; on the same volume a link is made.</param>
    public static void Name(string source, string target)
    {
        var linked = OperatingSystem.IsWindows() ? CreateHardLink(target, source, 0) : link(source, target) == 0;
        if (!linked)
            File.Copy(source, target);
    }

    [DllImport("libc", BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int link([MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);

    [DllImport("kernel32", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string target, string source, nint security);
}
