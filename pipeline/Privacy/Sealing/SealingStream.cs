namespace Hotspot.Privacy.Sealing;

/// <summary>Write-only stream that seals what is written; the final chunk is written on Dispose. Not disposed, the file does not open.</summary>
public sealed class SealingStream : Stream
{
    private readonly Stream _to;
    private readonly bool _leaveOpen;
    private readonly SealedFile.ChunkCipher _cipher;
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private readonly byte[] _chunk = new byte[SealedFile.ChunkBytes + SealedFile.TagBytes];
    private int _filled;
    private bool _ended;

    /// <param name="key">32 bytes.</param>
    public SealingStream(Stream to, ReadOnlySpan<byte> key, bool leaveOpen = false)
    {
        (_to, _leaveOpen) = (to, leaveOpen);
        var header = SealedFile.NewHeader();
        _cipher = new SealedFile.ChunkCipher(key, header);
        _to.Write(header);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => !_ended;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        while (!buffer.IsEmpty)
        {
            // A full chunk goes out only when more follows: the last one must carry the final mark.
            if (_filled == _plain.Length)
                Emit(final: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Keeps what is not yet a full chunk; only Dispose ends the file.</summary>
    public override void Flush() => _to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended)
        {
            _ended = true;
            Emit(final: true);
            _to.Flush();
            _cipher.Dispose();
            Array.Clear(_plain);
            if (!_leaveOpen)
                _to.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Emit(bool final)
    {
        _cipher.Close(_plain.AsSpan(0, _filled), _chunk, final);
        _to.Write(_chunk, 0, _filled + SealedFile.TagBytes);
        _filled = 0;
    }
}
