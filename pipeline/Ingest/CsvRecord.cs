using System.Buffers;

namespace Hotspot.Ingest;

/// <summary>Where one cell stands in the buffer. Quoted cells hold doubled quotation marks where <see cref="Doubled"/>.</summary>
internal readonly record struct CellSpan(int Start, int Length, bool Doubled);

internal enum RecordEnd
{
    /// <summary>Ended by a line break or the end of the file.</summary>
    Whole,

    /// <summary>The buffer ended first.</summary>
    NeedsMore,

    /// <summary>A quotation ran on to the limit or to the end of the file.</summary>
    Unclosed,
}

/// <summary>
/// Cuts one record (RFC 4180) out of bytes. The marks are ASCII, which no UTF-8 and no GB18030 character holds as a second byte
/// (GB18030 trail bytes are 0x30–0x39, 0x40–0x7E, 0x80–0xFE; of the delimiters only <c>|</c> lies there, and is told from the lead byte).
/// Lenient where it is safe: a quotation mark inside an unquoted cell, or one inside a quotation that no delimiter follows, stands for itself.
/// </summary>
internal sealed class CsvRecord(CsvDialect dialect)
{
    private const int LongestInLines = 500;
    private readonly SearchValues<byte> _plainEnds = SearchValues.Create([dialect.Delimiter, dialect.NewLine]);

    /// <summary>Cells of the record read last.</summary>
    public List<CellSpan> Cells { get; } = new(64);

    /// <summary>Bytes up to and with the line break.</summary>
    public int Length { get; private set; }
    public int Lines { get; private set; }

    /// <summary>A quotation mark stood where none should: sign that the record was cut in the wrong place.</summary>
    public bool Stray { get; private set; }

    public RecordEnd Read(ReadOnlySpan<byte> bytes, bool endOfFile)
    {
        Cells.Clear();
        (Length, Lines, Stray) = (0, 1, false);
        var at = 0;
        while (true)
        {
            if (at < bytes.Length && bytes[at] == '"')
            {
                var end = Quoted(bytes, ref at, endOfFile);
                if (end != RecordEnd.Whole)
                    return end;
            }
            else
                Plain(bytes, ref at);
            if (at >= bytes.Length)
            {
                Length = bytes.Length;
                return endOfFile ? RecordEnd.Whole : RecordEnd.NeedsMore;
            }
            if (bytes[at++] == dialect.NewLine)
            {
                Length = at;
                return RecordEnd.Whole;
            }
        }
    }

    private void Plain(ReadOnlySpan<byte> bytes, ref int at)
    {
        var start = at;
        while (true)
        {
            var length = bytes[at..].IndexOfAny(_plainEnds);
            at = length < 0 ? bytes.Length : at + length;
            if (at < bytes.Length && dialect.Delimiter == '|' && bytes[at] == '|' && IsTrailByte(bytes[start..at]))
                at++;
            else
                break;
        }
        var end = at;
        if ((at >= bytes.Length || bytes[at] == dialect.NewLine) && end > start && bytes[end - 1] == '\r')
            end--;
        var cell = bytes[start..end];
        Stray |= cell.Contains((byte)'"');
        Cells.Add(new CellSpan(start, end - start, false));
    }

    private RecordEnd Quoted(ReadOnlySpan<byte> bytes, ref int at, bool endOfFile)
    {
        var start = ++at;
        var doubled = false;
        while (true)
        {
            var length = bytes[at..].IndexOfAny((byte)'"', dialect.NewLine);
            if (length < 0)
                return endOfFile ? RecordEnd.Unclosed : RecordEnd.NeedsMore;
            at += length;
            if (bytes[at] == dialect.NewLine)
            {
                at++;
                if (++Lines > LongestInLines)
                    return RecordEnd.Unclosed;
                continue;
            }
            if (at + 1 >= bytes.Length && !endOfFile)
                return RecordEnd.NeedsMore;
            if (at + 1 < bytes.Length && bytes[at + 1] == '"')
            {
                doubled = true;
                at += 2;
                continue;
            }
            var after = at + 1;
            if (after < bytes.Length && bytes[after] == '\r' && (after + 1 >= bytes.Length || bytes[after + 1] == dialect.NewLine))
                after++;
            if (after >= bytes.Length || bytes[after] == dialect.Delimiter || bytes[after] == dialect.NewLine)
            {
                if (after >= bytes.Length && !endOfFile)
                    return RecordEnd.NeedsMore;
                Cells.Add(new CellSpan(start, at - start, doubled));
                at = after;
                return RecordEnd.Whole;
            }
            Stray = true;
            at++;
        }
    }

    /// <summary>In GB18030 a <c>|</c> (0x7C) after an odd number of high bytes is half of a character.</summary>
    private bool IsTrailByte(ReadOnlySpan<byte> before)
    {
        if (dialect.Encoding != TextEncoding.Gb18030)
            return false;
        var at = 0;
        while (at < before.Length)
            at +=
                before[at] < 0x81 ? 1
                : at + 1 < before.Length && before[at + 1] is >= 0x30 and <= 0x39 ? 4
                : 2;
        return at > before.Length;
    }
}
