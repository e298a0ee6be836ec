using Hotspot.Language;

namespace Hotspot.Outputs;

/// <summary>Write beside, flush to the disk, rename: nothing half-written ever has a final name.</summary>
public static class AtomicFile
{
    /// <exception cref="OperatorException">Busy: the target is open elsewhere, mostly in Word or Excel, or may not be replaced; the old file stands.</exception>
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
            throw new OperatorException(ExitCode.Busy, "file_open", cause, ("path", full));
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
