using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace Hotspot.Privacy.Sealing;

/// <summary>Files and folders that only their owner may read: by mode on Linux and macOS, by an access list without inheritance on Windows.</summary>
public static class OwnerOnly
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Options for a new file in a protected folder.</summary>
    public static FileStreamOptions File(FileMode mode, int bufferBytes = 4096)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = bufferBytes,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return options;
    }

    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Protect(Directory.CreateDirectory(folder));
        else
        {
            Directory.CreateDirectory(folder, OwnerFolder);
            System.IO.File.SetUnixFileMode(folder, OwnerFolder);
        }
    }

    /// <summary>A file copied back from a backup may be open to all.</summary>
    public static void ProtectFile(string path)
    {
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(path, OwnerFile);
    }

    /// <summary>The user and the system, nobody inherited; files made inside take it over.</summary>
    [SupportedOSPlatform("windows")]
    private static void Protect(DirectoryInfo folder)
    {
        using var user = WindowsIdentity.GetCurrent();
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        const InheritanceFlags Inside = InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit;
        foreach (var identity in (IdentityReference[])[user.User!, new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null)])
            security.AddAccessRule(
                new FileSystemAccessRule(identity, FileSystemRights.FullControl, Inside, PropagationFlags.None, AccessControlType.Allow)
            );
        folder.SetAccessControl(security);
    }
}
