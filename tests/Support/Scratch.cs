namespace Hotspot.Tests.Support;

/// <summary>Folders that may outlive their test, because a file in them is read lazily: all in one place that goes with the process.</summary>
public static class Scratch
{
    private static readonly string Root = Directory.CreateTempSubdirectory("hotspot-tests-").FullName;
    private static int _folders;

    static Scratch() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    /// <summary>A new empty folder with a blank and Chinese in its path.</summary>
    public static string Folder(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, $"{name} 测试 {Interlocked.Increment(ref _folders)}")).FullName;
}
