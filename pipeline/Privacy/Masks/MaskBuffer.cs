namespace Hotspot.Privacy.Masks;

/// <summary>A text and its masked copy. Masking replaces character by character, so that positions stay and masking twice changes nothing more.</summary>
internal ref struct MaskBuffer(string text)
{
    public const char Mark = '×';
    private char[]? _masked;

    public readonly ReadOnlySpan<char> Text => text;

    /// <summary>The text as masked so far.</summary>
    public readonly ReadOnlySpan<char> View => _masked ?? text.AsSpan();

    /// <summary>Characters hidden so far.</summary>
    public int Hidden { get; private set; }

    /// <summary>Hides the characters of [start, end) that are letters, digits or Han; separators stay.</summary>
    public void Hide(int start, int end)
    {
        for (var i = Math.Max(start, 0); i < end && i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('〇' or '○'))
                continue;
            _masked ??= text.ToCharArray();
            Hidden += _masked[i] == Mark ? 0 : 1;
            _masked[i] = Mark;
        }
    }

    /// <summary>Hides every occurrence.</summary>
    public void HideAll(ReadOnlySpan<char> word)
    {
        for (var from = 0; ; from += word.Length)
        {
            var step = Text[from..].IndexOf(word, StringComparison.Ordinal);
            if (step < 0)
                return;
            from += step;
            Hide(from, from + word.Length);
        }
    }

    public readonly bool IsHidden(int at) => text[at] == Mark || (_masked is not null && _masked[at] == Mark);

    /// <summary>The same instance where nothing was hidden.</summary>
    public override readonly string ToString() => _masked is null ? text : new string(_masked);
}
