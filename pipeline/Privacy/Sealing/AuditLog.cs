using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotspot.Privacy.Sealing;

/// <summary>One opening of sealed originals.</summary>
/// <param name="At">Beijing time, yyyy-MM-ddTHH:mm:ss.</param>
/// <param name="Who">User of the operating system.</param>
/// <param name="Verb">What opened them, e.g. <c>explain</c>.</param>
/// <param name="Subject">Order number.</param>
/// <param name="Values">How many values were shown.</param>
/// <param name="Reason">As the person gave it.</param>
/// <param name="Previous">SHA-256 (hex) of the line before, without its line feed; 64 zeros for the first.</param>
public sealed record AuditLine(string At, string Who, string Verb, string Subject, int Values, string Reason, string Previous)
{
    /// <summary>A line by the user of the operating system, yet without the one before.</summary>
    public static AuditLine Of(DateTime at, string verb, string subject, int values, string reason) =>
        new(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), Environment.UserName, verb, subject, values, reason, "");
}

/// <param name="Lines">Lines that hold.</param>
/// <param name="BrokenAt">1-based first line that was changed or that follows a removed one; one past the end where lines are missing there. Null: whole.</param>
public sealed record AuditState(long Lines, long? BrokenAt);

/// <summary>
/// The append-only <c>audit.jsonl</c>: each line carries the hash of the one before. Beside it <c>audit.head</c> keeps number and hash of the
/// last line under a MAC with the seal key, so that lines cut off at the end are missed too. Whoever has the key can forge both; the log
/// tells accidents and those without it. Lines are on the disk before anything is shown. Writers wait for one another.
/// </summary>
public static class AuditLog
{
    private const int LongestWaitMs = 10_000;
    private const int StepMs = 20;
    private static readonly string First = new('0', 2 * SHA256.HashSizeInBytes);
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="file">The log; its folder is made owner-only.</param>
    /// <param name="key">32 bytes: the seal key.</param>
    /// <exception cref="IOException">Another writer held the log for too long, or the disk is full: nothing may be shown.</exception>
    public static void Append(string file, ReadOnlySpan<byte> key, params IReadOnlyCollection<AuditLine> added)
    {
        if (added.Count == 0)
            return;
        OwnerOnly.MakeFolder(Path.GetDirectoryName(file)!);
        using var log = Alone(file);
        var (lines, last) = End(log);
        log.Seek(0, SeekOrigin.End);
        foreach (var line in added)
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line with { Previous = last }, Json));
            log.Write([.. bytes, (byte)'\n']);
            last = Hash(bytes);
        }
        log.Flush(flushToDisk: true);
        WriteHead(file, key, lines + added.Count, last);
    }

    /// <summary>Reads the whole log. A missing one with no head is whole: nothing was ever opened.</summary>
    public static AuditState Verify(string file, ReadOnlySpan<byte> key)
    {
        var (expected, hash) = ReadHead(file, key);
        if (!File.Exists(file))
            return new AuditState(0, expected == 0 ? null : 1);
        var (lines, last) = (0L, First);
        using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach (var bytes in Lines(log))
        {
            if (Parsed(bytes)?.Previous != last)
                return new AuditState(lines, lines + 1);
            last = Hash(bytes);
            lines++;
            if (lines == expected && last != hash)
                return new AuditState(lines - 1, lines);
        }
        // Killed between line and head, the log is ahead of its head by what still holds together.
        return new AuditState(lines, expected < 0 || lines < expected ? lines + 1 : null);
    }

    private static FileStream Alone(string file)
    {
        for (var waited = 0; ; waited += StepMs)
        {
            try
            {
                var options = OwnerOnly.File(FileMode.OpenOrCreate);
                options.Access = FileAccess.ReadWrite;
                options.Share = FileShare.None;
                return new FileStream(file, options);
            }
            catch (IOException) when (waited < LongestWaitMs && File.Exists(file))
            {
                Thread.Sleep(StepMs);
            }
        }
    }

    private static (long Lines, string Last) End(FileStream log)
    {
        var (lines, last) = (0L, First);
        foreach (var bytes in Lines(log))
        {
            last = Hash(bytes);
            lines++;
        }
        // A line that a killed writer left half written stays as it is, and is told.
        if (log.Length > 0)
        {
            log.Seek(-1, SeekOrigin.End);
            if (log.ReadByte() != '\n')
                log.WriteByte((byte)'\n');
        }
        return (lines, last);
    }

    private static IEnumerable<byte[]> Lines(FileStream log)
    {
        log.Seek(0, SeekOrigin.Begin);
        var line = new List<byte>();
        var buffer = new byte[4096];
        for (int read; (read = log.Read(buffer)) > 0; )
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != '\n')
                {
                    line.Add(buffer[i]);
                    continue;
                }
                yield return [.. line];
                line.Clear();
            }
        }
        if (line.Count > 0)
            yield return [.. line];
    }

    private static AuditLine? Parsed(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditLine>(bytes, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string HeadOf(string file) => Path.ChangeExtension(file, ".head");

    private static void WriteHead(string file, ReadOnlySpan<byte> key, long lines, string last)
    {
        var content = FormattableString.Invariant($"{lines} {last}");
        var beside = HeadOf(file) + ".tmp";
        using (var stream = new FileStream(beside, OwnerOnly.File(FileMode.Create)))
            stream.Write(Encoding.ASCII.GetBytes(content + " " + Mac(key, content) + "\n"));
        File.Move(beside, HeadOf(file), overwrite: true);
    }

    /// <returns>Lines −1: the head was changed, or is of another key.</returns>
    private static (long Lines, string Last) ReadHead(string file, ReadOnlySpan<byte> key)
    {
        if (!File.Exists(HeadOf(file)))
            return (0, First);
        return
            File.ReadAllText(HeadOf(file)).TrimEnd('\n').Split(' ') is [var lines, var last, var mac]
            && mac == Mac(key, lines + " " + last)
            && long.TryParse(lines, out var count)
            ? (count, last)
            : (-1, "");
    }

    private static string Mac(ReadOnlySpan<byte> key, string content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("hotspot audit 1 " + content)));
}
