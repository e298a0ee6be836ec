using System.Runtime.CompilerServices;

namespace Hotspot.Tests.Golden;

/// <summary>Text held against a file that a reviewer can read. HOTSPOT_GOLDEN=rewrite writes it anew; the diff then shows what changed.</summary>
internal static class GoldenFile
{
    public static void Compare(string folder, string name, string text)
    {
        if (Environment.GetEnvironmentVariable("HOTSPOT_GOLDEN") == "rewrite")
            File.WriteAllText(Path.Combine(SourceFolder(), "..", "Data", folder, name), text);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", folder, name)), text);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
