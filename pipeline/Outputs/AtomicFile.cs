namespace Hotspot.Outputs;

/// <summary>The target of a publish could not be replaced, mostly because Word or Excel has it open. The old file stands untouched.</summary>
public sealed class OutputBusyException(string path, Exception cause)
    : IOException($"cannot replace {path}: it is open in another program or read-only; close it and run again", cause)
{
    public string Path { get; } = path;
}

/// <summary>Write beside, flush to the disk, rename: nothing half-written ever has a final name.</summary>
public static class AtomicFile
{
    /// <exception cref="OutputBusyException">The target is open elsewhere or may not be replaced.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = full + ".part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            Replace(beside, full);
        }
        catch
        {
            TryDelete(beside);
            throw;
        }
    }

    private static void Replace(string beside, string full)
    {
        try
        {
            // Asks for the file alone: fails while anyone else has it open, on every platform.
            if (File.Exists(full))
                new FileStream(full, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OutputBusyException(full, cause);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell; a leftover .part file is overwritten by the next run.
        }
    }
}
