namespace Hotspot.Geo;

/// <summary>A place text while it is brought into its canonical form, in a buffer of the caller: normal form in, changed in place. Never grows beyond the buffer.</summary>
internal ref struct PlaceDraft
{
    private readonly Span<char> _buffer;
    private int _length;

    /// <param name="buffer">Spare characters of the buffer are room for forms that grow: 21区 → 二十一区.</param>
    public PlaceDraft(ReadOnlySpan<char> written, Span<char> buffer)
    {
        _buffer = buffer;
        _length = PlaceText.Normalise(written, buffer);
    }

    public readonly ReadOnlySpan<char> Text => _buffer[.._length];

    public readonly int Length => _length;

    /// <summary>Takes what stands before the part away; the part must be an end of the text.</summary>
    public void KeepEnd(int length) => Remove(0, _length - length);

    public void KeepStart(int length) => _length = length;

    public void Remove(int at, int count)
    {
        if (count == 0)
            return;
        _buffer[(at + count).._length].CopyTo(_buffer[at..]);
        _length -= count;
    }

    /// <summary>Puts another wording in the place of some characters; where the buffer has no room, all stays as it was.</summary>
    public void Replace(int at, int count, scoped ReadOnlySpan<char> wording)
    {
        var length = _length - count + wording.Length;
        if (length > _buffer.Length)
            return;
        _buffer[(at + count).._length].CopyTo(_buffer[(at + wording.Length)..]);
        wording.CopyTo(_buffer[at..]);
        _length = length;
    }
}
