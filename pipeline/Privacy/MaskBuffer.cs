namespace Hotspot.Privacy;

/// <summary>A text and its masked copy. Masking replaces character by character, so that positions stay and masking twice changes nothing more.</summary>
internal ref struct MaskBuffer(string text)
{
    public const char Mark = '×';
    private char[]? _masked;

    public readonly string Original => text;
    public readonly ReadOnlySpan<char> Text => text;

    /// <summary>Hides the characters of [start, end) that are letters, digits or Han; separators stay.</summary>
    public void Hide(int start, int end)
    {
        _masked ??= text.ToCharArray();
        for (var i = Math.Max(start, 0); i < end && i < _masked.Length; i++)
        {
            if (char.IsLetterOrDigit(_masked[i]))
                _masked[i] = Mark;
        }
    }

    public readonly bool IsHidden(int at) => _masked is not null && _masked[at] == Mark;

    /// <summary>The same instance where nothing was hidden.</summary>
    public override readonly string ToString() => _masked is null || _masked.AsSpan().SequenceEqual(text) ? text : new string(_masked);
}
