namespace Hotspot.Ingest.Xlsx;

internal enum XmlToken
{
    End,
    Open,
    Close,
    Text,
}

/// <summary>
/// The tokens of a UTF-8 XML part of a workbook, first to last, with bounded memory. Only what such parts hold: elements by their local name
/// (prefixes differ from writer to writer), attributes, text, CDATA; comments and instructions are passed over. A document type is refused, so
/// no entity can grow; a token beyond <see cref="LongestToken"/> is refused, so no cell can.
/// </summary>
internal sealed class XmlTokens(Stream stream) : IDisposable
{
    /// <summary>Bytes. Excel's own limit of a cell is 32,767 characters.</summary>
    private const int LongestToken = 4 << 20;
    private const int FirstBuffer = 1 << 17;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _at;
    private int _until;
    private bool _ended;
    private bool _closePending;
    private (int Start, int Length) _name;
    private (int Start, int Length) _body;

    /// <summary>Local name of the element opened or closed last.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_name.Start, _name.Length);

    /// <summary>The text as written, entities and all; valid until the next token.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_body.Start, _body.Length);

    /// <summary>False in CDATA, where an ampersand is an ampersand.</summary>
    public bool HasEntities { get; private set; }

    /// <summary>An element without content is opened and closed like any other.</summary>
    /// <exception cref="InvalidDataException">This is no XML, or a trap.</exception>
    public XmlToken Next()
    {
        if (_closePending)
        {
            _closePending = false;
            return XmlToken.Close;
        }
        while (_at < _until || Fill())
        {
            if (_buffer[_at] != '<')
                return PlainText();
            Need(2);
            switch (_buffer[_at + 1])
            {
                case (byte)'?':
                    Skip("?>"u8, 2);
                    continue;
                case (byte)'!':
                    if (Marked() is { } token)
                        return token;
                    continue;
                default:
                    return Element();
            }
        }
        return XmlToken.End;
    }

    /// <summary>
    /// The commonest content in one step: where exactly <paramref name="open"/>, text without a bracket and <paramref name="close"/> come next and
    /// stand in memory, the text is read and all three are passed.
    /// </summary>
    /// <returns>False where anything else comes; nothing is passed then.</returns>
    public bool TryLeaf(ReadOnlySpan<byte> open, ReadOnlySpan<byte> close)
    {
        if (_closePending)
            return false;
        var rest = _buffer.AsSpan(_at, _until - _at);
        if (!rest.StartsWith(open))
            return false;
        var length = rest[open.Length..].IndexOf((byte)'<');
        if (length < 0 || !rest[(open.Length + length)..].StartsWith(close))
            return false;
        (_body, HasEntities) = ((_at + open.Length, length), true);
        _at += open.Length + length + close.Length;
        return true;
    }

    /// <summary>The attributes of the element opened last, as written.</summary>
    public ReadOnlySpan<byte> Attributes => _buffer.AsSpan(_body.Start, _body.Length);

    /// <summary>The value of an attribute of the element opened last, as written; empty where it is not there.</summary>
    /// <param name="name">Local name.</param>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        var rest = _buffer.AsSpan(_body.Start, _body.Length);
        while (true)
        {
            var equals = rest.IndexOf((byte)'=');
            if (equals < 0)
                return default;
            var key = rest[..equals].Trim(" \t\r\n"u8);
            rest = rest[(equals + 1)..].TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty)
                return default;
            var length = rest[1..].IndexOf(rest[0]);
            if (length < 0)
                return default;
            if (Local(key).SequenceEqual(name))
                return rest.Slice(1, length);
            rest = rest[(length + 2)..];
        }
    }

    /// <summary>Passes over the element opened last, with all that it holds.</summary>
    public void SkipElement()
    {
        for (var depth = 1; depth > 0; )
        {
            switch (Next())
            {
                case XmlToken.Open:
                    depth++;
                    break;
                case XmlToken.Close:
                    depth--;
                    break;
                case XmlToken.End:
                    return;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private XmlToken PlainText()
    {
        var length = Length("<"u8, 0);
        (_body, HasEntities) = ((_at, length), true);
        _at += length;
        return XmlToken.Text;
    }

    private XmlToken Element()
    {
        var closes = _buffer[_at + 1] == '/';
        var length = TagLength();
        var start = _at + (closes ? 2 : 1);
        var end = _at + length - 1;
        _at += length;
        if (!closes && _buffer[end - 1] == '/')
        {
            end--;
            _closePending = true;
        }
        var tag = _buffer.AsSpan(start, end - start);
        var nameLength = tag.IndexOfAny(" \t\r\n"u8);
        nameLength = nameLength < 0 ? tag.Length : nameLength;
        var local = Local(tag[..nameLength]).Length;
        _name = (start + nameLength - local, local);
        _body = (start + nameLength, tag.Length - nameLength);
        return closes ? XmlToken.Close : XmlToken.Open;
    }

    private XmlToken? Marked()
    {
        Need(9);
        var rest = _buffer.AsSpan(_at, _until - _at);
        if (rest.StartsWith("<!--"u8))
        {
            Skip("-->"u8, 4);
            return null;
        }
        if (!rest.StartsWith("<![CDATA["u8))
            throw new InvalidDataException("document type");
        var length = Length("]]>"u8, 9);
        (_body, HasEntities) = ((_at + 9, length - 9), false);
        _at = Math.Min(_until, _at + length + 3);
        return XmlToken.Text;
    }

    private void Skip(ReadOnlySpan<byte> end, int from)
    {
        var length = Length(end, from);
        _at = Math.Min(_until, _at + length + end.Length);
    }

    /// <summary>Bytes from the present place up to <paramref name="end"/>, or to the end of the part.</summary>
    private int Length(ReadOnlySpan<byte> end, int from)
    {
        var looked = from;
        while (true)
        {
            var rest = _buffer.AsSpan(_at, _until - _at);
            var found = looked < rest.Length ? rest[looked..].IndexOf(end) : -1;
            if (found >= 0)
                return looked + found;
            looked = Math.Max(from, rest.Length - end.Length + 1);
            if (!Fill())
                return _until - _at;
        }
    }

    /// <summary>Bytes of the tag with its brackets; a bracket inside a quoted value does not end it.</summary>
    private int TagLength()
    {
        var looked = 1;
        byte quote = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_at, _until - _at);
            if (looked == 1 && rest.IndexOf((byte)'>') is var end and > 0 && rest[..end].IndexOfAny((byte)'"', (byte)'\'') < 0)
                return end + 1;
            while (looked < rest.Length)
            {
                var step = quote == 0 ? rest[looked..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') : rest[looked..].IndexOf(quote);
                if (step < 0)
                {
                    looked = rest.Length;
                    break;
                }
                looked += step + 1;
                var found = rest[looked - 1];
                if (quote != 0)
                    quote = 0;
                else if (found == '>')
                    return looked;
                else
                    quote = found;
            }
            if (!Fill())
                throw new InvalidDataException("the part ends within a tag");
        }
    }

    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private void Need(int bytes)
    {
        while (_until - _at < bytes)
        {
            if (!Fill())
                throw new InvalidDataException("the part ends within a tag");
        }
    }

    /// <returns>False where nothing was added because the part has ended.</returns>
    private bool Fill()
    {
        if (_ended)
            return false;
        if (_at > 0)
        {
            Buffer.BlockCopy(_buffer, _at, _buffer, 0, _until - _at);
            (_at, _until) = (0, _until - _at);
        }
        if (_until == _buffer.Length)
        {
            if (_buffer.Length >= LongestToken)
                throw new InvalidDataException("a cell beyond the limit");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = stream.Read(_buffer, _until, _buffer.Length - _until);
        _until += read;
        _ended = read == 0;
        return read > 0;
    }
}
