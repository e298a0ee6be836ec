using System.IO.Compression;
using Hotspot.Ingest.Xlsx;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

public enum FileForm
{
    Text,

    Xlsx,

    /// <summary>.xls (BIFF 5 and 8) or .xlsb.</summary>
    OldWorkbook,
    Parquet,
}

/// <summary>What a file is, told by its bytes: exports named .xls are often text, and the other way round.</summary>
public sealed record InputFile(string Path, FileForm Form)
{
    private const int SniffedBytes = 1 << 20;
    private const int LinesSearched = 1000;

    /// <summary>A workbook that grows beyond this when unpacked is taken for a trap.</summary>
    private const long LargestUnpacked = 16L << 30;
    private const int LargestRatio = 500;
    private const long RatioMattersFrom = 1L << 30;

    /// <summary>As it is told and kept: without its folder, and without the people in it (张伟投诉.xlsx).</summary>
    public string Name { get; } = NameOf(Path);

    /// <summary>What <see cref="Name"/> is of a path.</summary>
    public static string NameOf(string path) =>
        Masking.Mask(System.IO.Path.GetFileNameWithoutExtension(path)) + System.IO.Path.GetExtension(path);

    /// <exception cref="ProblemException">Missing, empty, unreadable or of a kind that is not read.</exception>
    public static InputFile Of(string path)
    {
        var name = NameOf(path);
        try
        {
            using var stream = Open(path);
            Span<byte> start = stackalloc byte[512];
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            if (start.IsEmpty)
                throw new ProblemException(new Problem("file_empty", ("file", name)));
            if (start.StartsWith("PK\u0003\u0004"u8))
            {
                return new InputFile(path, Package(stream, name));
            }
            if (start.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]))
                return new InputFile(path, FileForm.OldWorkbook);
            if (start.StartsWith("PARE"u8))
                throw new ProblemException(new Problem("file_password", ("file", name)));
            if (start.StartsWith("PAR1"u8))
                return new InputFile(path, FileForm.Parquet);
            if (IsMarkup(start) || start.StartsWith("%PDF"u8) || start.StartsWith("Rar!"u8))
                throw new ProblemException(new Problem("file_kind", ("file", name)));
            return new InputFile(path, FileForm.Text);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProblemException(new Problem("file_missing", ("file", path)), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem("file_locked", ("file", name), ("detail", e.GetType().Name)), e);
        }
        catch (InvalidDataException e)
        {
            throw Problem.Damaged(name, 0, e);
        }
    }

    /// <summary>Encoding and line break of a text file; the delimiter is left at the comma until the header tells.</summary>
    public CsvDialect Sniff(string? declaredEncoding)
    {
        using var stream = Open(Path);
        var start = new byte[(int)Math.Min(SniffedBytes, stream.Length)];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var bytes = start.AsSpan(0, read);
        var encoding = declaredEncoding switch
        {
            "utf-8" => TextEncoding.Utf8,
            "gb18030" => TextEncoding.Gb18030,
            _ => EncodingSniff.Of(bytes),
        };
        var oldMac = !bytes.Contains((byte)'\n') && bytes.Contains((byte)'\r');
        return new CsvDialect(encoding, NewLine: oldMac ? (byte)'\r' : (byte)'\n');
    }

    /// <param name="width">Cells of the header, 0 while it is not yet known.</param>
    /// <param name="whole">False: the beginning of each sheet is enough.</param>
    public IRowReader Rows(CsvDialect dialect, int width, bool whole = true) =>
        Form switch
        {
            FileForm.Xlsx => new XlsxReader(() => Open(Path), Name),
            FileForm.OldWorkbook => new ExcelReader(Open(Path), Name, whole ? long.MaxValue : LinesSearched),
            FileForm.Parquet => new ParquetRows(Open(Path), Name),
            _ => new CsvReader(Open(Path), dialect, width),
        };

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);

    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        return text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
    }

    private static FileForm Package(FileStream stream, string name)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var unpacked = zip.Entries.Sum(entry => entry.Length);
        if (unpacked > LargestUnpacked || (unpacked > RatioMattersFrom && unpacked / Math.Max(1, stream.Length) > LargestRatio))
            throw new ProblemException(new Problem("file_too_large", ("file", name), ("bytes", $"{unpacked}")));
        // Some writers part the names of entries as Windows parts paths.
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        if (!names.Any(entry => entry.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(new Problem("file_kind", ("file", name)));
        return names.Any(entry => entry.Equals("xl/workbook.bin", StringComparison.OrdinalIgnoreCase))
            ? FileForm.OldWorkbook
            : FileForm.Xlsx;
    }
}
