using System.Reflection;

namespace Hotspot.Privacy.Names;

/// <summary>Files of this room that are built into the program.</summary>
internal static class Lists
{
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"privacy/{name}")
        ?? throw new InvalidOperationException($"the program lacks {name}");
}
