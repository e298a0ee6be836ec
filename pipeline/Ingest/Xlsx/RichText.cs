namespace Hotspot.Ingest.Xlsx;

/// <summary>The text of an <c>si</c> or <c>is</c> element: its runs joined, pronunciation left out.</summary>
internal sealed class RichText
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <param name="tokens">The element has just been opened; it is read to its end.</param>
    /// <returns>UTF-8, valid until the next call.</returns>
    /// <exception cref="InvalidDataException">The bytes are no UTF-8: the part is damaged.</exception>
    public ReadOnlySpan<byte> Read(XmlTokens tokens)
    {
        _length = 0;
        var inText = false;
        for (var depth = 1; depth > 0; )
        {
            switch (tokens.Next())
            {
                case XmlToken.End:
                    throw new InvalidDataException("the part ends within a text");
                case XmlToken.Open when tokens.Name.SequenceEqual("rPh"u8):
                    tokens.SkipElement();
                    break;
                case XmlToken.Open:
                    depth++;
                    inText = tokens.Name.SequenceEqual("t"u8);
                    break;
                case XmlToken.Close:
                    depth--;
                    inText = false;
                    break;
                case XmlToken.Text when inText:
                    Add(tokens.Text, tokens.HasEntities);
                    break;
            }
        }
        return _bytes.AsSpan(0, _length);
    }

    private void Add(ReadOnlySpan<byte> raw, bool hasEntities)
    {
        var text = XmlText.Plain(raw, hasEntities);
        if (_length + text.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + text.Length));
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }
}
