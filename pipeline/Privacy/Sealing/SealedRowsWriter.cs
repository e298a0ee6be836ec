using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Privacy.Sealing;

/// <summary>
/// Seals the originals of a file while it is loaded: <see cref="Append"/> for each row in row order, on one thread; <see cref="End"/> after
/// the last; <see cref="Commit"/> when the load is in the store. Until then the file has another name; not committed, it is dropped. Memory for one row and one index block.
/// </summary>
public sealed class SealedRowsWriter : IDisposable
{
    private readonly string _path;
    private readonly FileStream _to;
    private readonly SealedRows.Cipher _cipher;
    private readonly List<(long Offset, int Count)> _blocks = [];
    private ulong[] _hashes = new ulong[SealedRows.IndexRows];
    private long[] _offsets = new long[SealedRows.IndexRows];
    private byte[] _plain = new byte[4096];
    private byte[] _record = new byte[4096];
    private int _indexed;
    private long _at;
    private ulong _rows;
    private bool _ended;
    private bool _committed;

    private SealedRowsWriter(string path, ReadOnlySpan<byte> key, long sequence)
    {
        _path = path;
        _to = new FileStream(path + ".tmp", OwnerOnly.File(FileMode.Create, 1 << 20));
        Span<byte> header = stackalloc byte[SealedRows.HeaderBytes];
        SealedRows.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64BigEndian(header[SealedRows.SequenceAt..], sequence);
        RandomNumberGenerator.Fill(header[SealedRows.SaltAt..]);
        _cipher = new SealedRows.Cipher(key, header);
        _to.Write(header);
        _at = header.Length;
    }

    /// <param name="folder">The home's <c>sealed</c>; made where it is missing.</param>
    /// <param name="batchId">Names the file.</param>
    /// <param name="key">32 bytes: the seal key of the home.</param>
    /// <param name="sequence">Above that of every file sealed before.</param>
    public static SealedRowsWriter Begin(string folder, string batchId, ReadOnlySpan<byte> key, long sequence)
    {
        OwnerOnly.MakeFolder(folder);
        return new SealedRowsWriter(SealedRowsFolder.PathOf(folder, batchId), key, sequence);
    }

    /// <param name="complaintId">Null for a rejected row, which is found by file and line.</param>
    /// <param name="file">Name as the rejected row carries it.</param>
    /// <param name="originals">Nothing is written where there are none.</param>
    public void Append(string file, long line, string? complaintId, IReadOnlyList<OriginalValue> originals)
    {
        if (originals.Count == 0)
            return;
        var key = complaintId ?? SealedRows.LineKey(file, line);
        var plain = Plain(line, originals);
        _cipher.AddContent(key, plain);
        var length = SealedRows.RecordHead + plain.Length + SealedRows.TagBytes;
        if (_record.Length < length)
            _record = new byte[length * 2];
        var record = _record.AsSpan(0, length);
        BinaryPrimitives.WriteInt32BigEndian(record, plain.Length + SealedRows.TagBytes);
        BinaryPrimitives.WriteUInt64BigEndian(record[4..], _rows);
        _cipher.Seal(_rows, key, plain, record[SealedRows.RecordHead..]);
        (_hashes[_indexed], _offsets[_indexed]) = (_cipher.HashOf(key), _at);
        _to.Write(record);
        _at += length;
        _rows++;
        if (++_indexed == SealedRows.IndexRows)
            WriteBlock();
    }

    /// <summary>The file's rows are over: it is ended and closed, and waits for <see cref="Commit"/> without holding memory. Called once.</summary>
    public void End()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        _ended = true;
        WriteBlock();
        var footer = new byte[8 + SealedRows.HashBytes + 4 + 12 * _blocks.Count];
        BinaryPrimitives.WriteUInt64BigEndian(footer, _rows);
        _cipher.Content().CopyTo(footer, 8);
        BinaryPrimitives.WriteInt32BigEndian(footer.AsSpan(8 + SealedRows.HashBytes), _blocks.Count);
        var at = 8 + SealedRows.HashBytes + 4;
        foreach (var (offset, count) in _blocks)
        {
            BinaryPrimitives.WriteInt64BigEndian(footer.AsSpan(at), offset);
            BinaryPrimitives.WriteInt32BigEndian(footer.AsSpan(at + 8), count);
            at += 12;
        }
        Span<byte> end = stackalloc byte[SealedRows.HashBytes + 4 + 8];
        _cipher.MacOf(footer, end[..SealedRows.HashBytes]);
        BinaryPrimitives.WriteInt32BigEndian(end[SealedRows.HashBytes..], footer.Length);
        SealedRows.EndMagic.CopyTo(end[(SealedRows.HashBytes + 4)..]);
        _to.Write(footer);
        _to.Write(end);
        _to.Flush(flushToDisk: true);
        _to.Dispose();
        (_hashes, _offsets) = ([], []);
        Array.Clear(_plain);
    }

    /// <summary>The load is in the store: the file takes its name. Where its rows never came to their end it is dropped.</summary>
    public void Commit()
    {
        if (!_ended)
            return;
        File.Move(_path + ".tmp", _path, overwrite: true);
        _committed = true;
    }

    private void WriteBlock()
    {
        if (_indexed == 0)
            return;
        Array.Sort(_hashes, _offsets, 0, _indexed);
        _blocks.Add((_at, _indexed));
        Span<byte> entry = stackalloc byte[SealedRows.IndexEntry];
        for (var i = 0; i < _indexed; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(entry, _hashes[i]);
            BinaryPrimitives.WriteInt64BigEndian(entry[8..], _offsets[i]);
            _to.Write(entry);
        }
        _at += (long)_indexed * SealedRows.IndexEntry;
        _indexed = 0;
    }

    /// <summary>Line, number of values, then each as length and UTF-8 of column and text.</summary>
    private ReadOnlySpan<byte> Plain(long line, IReadOnlyList<OriginalValue> originals)
    {
        var most = 12;
        for (var i = 0; i < originals.Count; i++)
            most += 8 + Encoding.UTF8.GetMaxByteCount(originals[i].Column.Length) + Encoding.UTF8.GetMaxByteCount(originals[i].Text.Length);
        if (_plain.Length < most)
            _plain = new byte[most * 2];
        BinaryPrimitives.WriteInt64BigEndian(_plain, line);
        BinaryPrimitives.WriteInt32BigEndian(_plain.AsSpan(8), originals.Count);
        var at = 12;
        for (var i = 0; i < originals.Count; i++)
        {
            at = Put(originals[i].Column, at);
            at = Put(originals[i].Text, at);
        }
        return _plain.AsSpan(0, at);
    }

    private int Put(string text, int at)
    {
        var length = Encoding.UTF8.GetBytes(text, _plain.AsSpan(at + 4));
        BinaryPrimitives.WriteInt32BigEndian(_plain.AsSpan(at), length);
        return at + 4 + length;
    }

    public void Dispose()
    {
        _cipher.Dispose();
        Array.Clear(_plain);
        if (_committed)
            return;
        _to.Dispose();
        File.Delete(_path + ".tmp");
    }
}
