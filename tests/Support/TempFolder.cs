using System.Globalization;

namespace Hotspot.Tests.Support;

/// <summary>A folder of its own for a test, with blanks and Chinese characters in its path, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    private static int _count;

    public TempFolder()
    {
        Path = System.IO.Path.Combine(
            System.IO.Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"hotspot 测试 {Environment.ProcessId}-{Interlocked.Increment(ref _count)}")
        );
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
