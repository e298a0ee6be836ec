using System.IO.Compression;
using System.Text;

namespace Hotspot.Ingest.Xlsx;

/// <summary>
/// A part of the package as UTF-8, checked against its checksum at its end: a flipped bit inside compressed text would otherwise be read as
/// another text.
/// </summary>
internal sealed class PartStream : Stream
{
    private readonly Stream _inner;
    private readonly uint _expected;
    private uint _crc = Crc.Start;

    private PartStream(ZipArchiveEntry entry) => (_inner, _expected) = (entry.Open(), entry.Crc32);

    /// <exception cref="InvalidDataException">While reading: the checksum does not hold.</exception>
    public static Stream Open(ZipArchiveEntry entry)
    {
        Span<byte> start = stackalloc byte[2];
        using (var sniffed = entry.Open())
            start = start[..sniffed.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var part = new PartStream(entry);
        return start.SequenceEqual((ReadOnlySpan<byte>)[0xff, 0xfe])
                ? Encoding.CreateTranscodingStream(part, Encoding.Unicode, Encoding.UTF8)
            : start.SequenceEqual((ReadOnlySpan<byte>)[0xfe, 0xff])
                ? Encoding.CreateTranscodingStream(part, Encoding.BigEndianUnicode, Encoding.UTF8)
            : part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _inner.Read(buffer);
        if (read > 0)
            _crc = Crc.Add(_crc, buffer[..read]);
        else if (!buffer.IsEmpty && ~_crc != _expected)
            throw new InvalidDataException("checksum");
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
