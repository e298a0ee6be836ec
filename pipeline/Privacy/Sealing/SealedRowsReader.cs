using System.Buffers.Binary;
using System.Text;

namespace Hotspot.Privacy.Sealing;

/// <summary>What was sealed of one row.</summary>
/// <param name="Line">1-based line or row in its file.</param>
public sealed record SealedRow(long Line, IReadOnlyList<OriginalValue> Values);

/// <summary>Opens single rows of a finished file; reads only its index and the rows that are asked for.</summary>
public sealed class SealedRowsReader : IDisposable
{
    private readonly FileStream _from;
    private readonly SealedRows.Cipher _cipher;
    private readonly (long Offset, int Count)[] _blocks;

    private SealedRowsReader(FileStream from, SealedRows.Cipher cipher, long sequence, long rows, byte[] content, (long, int)[] blocks)
    {
        (_from, _cipher, _blocks) = (from, cipher, blocks);
        (Sequence, Rows, ContentHash) = (sequence, rows, Convert.ToHexStringLower(content));
    }

    /// <summary>Rises with every file that the home seals: of two that speak of an order the higher is the later.</summary>
    public long Sequence { get; }
    public long Rows { get; }

    /// <summary>Keyed hash over the plain rows in their order: the same for the same rows, whatever the nonces. Hex.</summary>
    public string ContentHash { get; }

    /// <returns>Null where the file is missing, was never finished, or belongs to another key.</returns>
    public static SealedRowsReader? Open(string path, ReadOnlySpan<byte> key)
    {
        if (!File.Exists(path))
            return null;
        var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var reader = Open(from, key);
        if (reader is null)
            from.Dispose();
        return reader;
    }

    private static SealedRowsReader? Open(FileStream from, ReadOnlySpan<byte> key)
    {
        const int EndBytes = SealedRows.HashBytes + 4 + 8;
        Span<byte> header = stackalloc byte[SealedRows.HeaderBytes];
        Span<byte> end = stackalloc byte[EndBytes];
        if (from.Length < SealedRows.HeaderBytes + EndBytes || !Read(from, 0, header) || !header.StartsWith(SealedRows.Magic))
            return null;
        if (!Read(from, from.Length - EndBytes, end) || !end.EndsWith(SealedRows.EndMagic))
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(end[SealedRows.HashBytes..]);
        if (length < 8 + SealedRows.HashBytes + 4 || length > from.Length - SealedRows.HeaderBytes - EndBytes)
            return null;
        var footer = new byte[length];
        if (!Read(from, from.Length - EndBytes - length, footer))
            return null;
        var cipher = new SealedRows.Cipher(key, header);
        Span<byte> mac = stackalloc byte[SealedRows.HashBytes];
        cipher.MacOf(footer, mac);
        if (!mac.SequenceEqual(end[..SealedRows.HashBytes]))
        {
            cipher.Dispose();
            return null;
        }
        var blocks = new (long, int)[BinaryPrimitives.ReadInt32BigEndian(footer.AsSpan(8 + SealedRows.HashBytes))];
        for (var i = 0; i < blocks.Length; i++)
        {
            var at = footer.AsSpan(8 + SealedRows.HashBytes + 4 + 12 * i);
            blocks[i] = (BinaryPrimitives.ReadInt64BigEndian(at), BinaryPrimitives.ReadInt32BigEndian(at[8..]));
        }
        return new SealedRowsReader(
            from,
            cipher,
            BinaryPrimitives.ReadInt64BigEndian(header[SealedRows.SequenceAt..]),
            (long)BinaryPrimitives.ReadUInt64BigEndian(footer),
            footer[8..(8 + SealedRows.HashBytes)],
            blocks
        );
    }

    /// <summary>The order's rows of this file, in file order; empty where it has none.</summary>
    /// <exception cref="SealBrokenException">A record of the order was changed.</exception>
    public IReadOnlyList<SealedRow> Of(string complaintId) => Find(complaintId);

    /// <summary>A rejected row.</summary>
    /// <exception cref="SealBrokenException">The record was changed.</exception>
    public SealedRow? OfLine(string file, long line) => Find(SealedRows.LineKey(file, line)).FirstOrDefault();

    private List<SealedRow> Find(string key)
    {
        var hash = _cipher.HashOf(key);
        var rows = new List<SealedRow>();
        var broken = 0;
        foreach (var (offset, count) in _blocks)
        {
            for (var at = FirstOf(offset, count, hash); at < count && EntryAt(offset, at) is var entry && entry.Hash == hash; at++)
            {
                if (Row(entry.Record, key) is { } row)
                    rows.Add(row);
                else
                    broken++;
            }
        }
        // Another order with the same hash does not open under this one's name: one in 10^19.
        if (broken > 0 && rows.Count == 0)
            throw new SealBrokenException("a row was changed or belongs to another order");
        rows.Sort((a, b) => a.Line.CompareTo(b.Line));
        return rows;
    }

    private int FirstOf(long block, int count, ulong hash)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (EntryAt(block, middle).Hash < hash)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private (ulong Hash, long Record) EntryAt(long block, int index)
    {
        Span<byte> entry = stackalloc byte[SealedRows.IndexEntry];
        if (!Read(_from, block + (long)index * SealedRows.IndexEntry, entry))
            throw new SealBrokenException("the index is cut off");
        return (BinaryPrimitives.ReadUInt64BigEndian(entry), BinaryPrimitives.ReadInt64BigEndian(entry[8..]));
    }

    private SealedRow? Row(long offset, string key)
    {
        Span<byte> head = stackalloc byte[SealedRows.RecordHead];
        if (!Read(_from, offset, head))
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length < SealedRows.TagBytes || length > _from.Length - offset)
            return null;
        var record = new byte[length];
        var plain = new byte[length - SealedRows.TagBytes];
        return
            Read(_from, offset + SealedRows.RecordHead, record)
            && _cipher.Open(BinaryPrimitives.ReadUInt64BigEndian(head[4..]), key, record, plain)
            ? Parsed(plain)
            : null;
    }

    private static SealedRow Parsed(ReadOnlySpan<byte> plain)
    {
        var line = BinaryPrimitives.ReadInt64BigEndian(plain);
        var values = new OriginalValue[BinaryPrimitives.ReadInt32BigEndian(plain[8..])];
        var rest = plain[12..];
        for (var i = 0; i < values.Length; i++)
            values[i] = new OriginalValue(Take(ref rest), Take(ref rest));
        return new SealedRow(line, values);
    }

    private static string Take(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(rest);
        var text = Encoding.UTF8.GetString(rest.Slice(4, length));
        rest = rest[(4 + length)..];
        return text;
    }

    private static bool Read(FileStream from, long at, Span<byte> into)
    {
        var done = 0;
        while (done < into.Length)
        {
            var read = RandomAccess.Read(from.SafeFileHandle, into[done..], at + done);
            if (read == 0)
                return false;
            done += read;
        }
        return true;
    }

    public void Dispose()
    {
        _cipher.Dispose();
        _from.Dispose();
    }
}
