namespace Hotspot.Ingest;

/// <summary>
/// A file to be read with an end that throws: the Parquet library takes the end for the byte 255, and so reads on for ever where a number or a structure
/// runs into it.
/// </summary>
/// <param name="file">Stays open.</param>
internal sealed class EndingStream(Stream file) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override int ReadByte() => file.ReadByte() is var read and >= 0 ? read : throw new EndOfStreamException();

    public override int Read(Span<byte> buffer) => Some(file.Read(buffer), buffer.Length);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Some(await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Some(int read, int asked) => read > 0 || asked == 0 ? read : throw new EndOfStreamException();
}
