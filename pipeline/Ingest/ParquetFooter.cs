using System.Buffers.Binary;

namespace Hotspot.Ingest;

/// <summary>
/// Whether the structure that ends a Parquet file, in the compact protocol of Thrift, is as long as its bytes are. The library does not ask: past the end it reads the byte 255
/// for ever, and it goes through as many elements as a list claims, be they of no byte each.
/// </summary>
internal ref struct ParquetFooter
{
    private const int TailBytes = 8;
    private const int MagicBytes = 4;

    /// <summary>Stands behind the structure where some columns are encrypted and it is not.</summary>
    private const int SignatureBytes = 28;

    /// <summary>That of a sound file has ten at most.</summary>
    private const int MostLevels = 32;
    private const int LongestNumber = 10;

    /// <summary>Lists of as many elements or more tell their number apart.</summary>
    private const int ManyElements = 15;
    private ReadOnlySpan<byte> _rest;

    private ParquetFooter(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <param name="file">Seekable; its position is not kept.</param>
    /// <exception cref="InvalidDataException">It claims more than it holds, or ends before.</exception>
    public static void Check(Stream file)
    {
        Span<byte> tail = stackalloc byte[TailBytes];
        file.Seek(-TailBytes, SeekOrigin.End);
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (length < 0 || length > file.Length - TailBytes - MagicBytes)
            throw new InvalidDataException($"a footer of {length} bytes");
        var bytes = new byte[length];
        file.Seek(-TailBytes - length, SeekOrigin.End);
        file.ReadExactly(bytes);
        var footer = new ParquetFooter(bytes);
        footer.Structure(MostLevels);
        if (footer._rest.Length is not (0 or SignatureBytes))
            throw new InvalidDataException($"{footer._rest.Length} bytes behind the footer");
    }

    private void Structure(int levels)
    {
        while (Take(1)[0] is var head and not 0)
        {
            // Fields are numbered by their distance from the one before; where that is 0, by a number of their own.
            if (head >> 4 == 0)
                Number();
            if ((Kind)(head & 0xf) is not (Kind.True or Kind.False) and var kind)
                Value(kind, levels);
        }
    }

    private void List(int levels)
    {
        var head = Take(1)[0];
        var count = head >> 4 is var few and not ManyElements ? (ulong)few : Number();
        // No element is shorter than a byte.
        if (count > (ulong)_rest.Length)
            throw new InvalidDataException($"a list of {count} elements");
        for (; count > 0; count--)
            Value((Kind)(head & 0xf), levels);
    }

    private void Value(Kind kind, int levels)
    {
        if (levels == 0)
            throw new InvalidDataException("structures within structures");
        switch (kind)
        {
            case Kind.True or Kind.False or Kind.Byte:
                Take(1);
                break;
            case Kind.Short or Kind.Int or Kind.Long:
                Number();
                break;
            case Kind.Double:
                Take(sizeof(double));
                break;
            case Kind.Binary:
                Take(Number());
                break;
            case Kind.List:
                List(levels - 1);
                break;
            case Kind.Structure:
                Structure(levels - 1);
                break;
            default:
                throw new InvalidDataException($"a value of kind {kind}");
        }
    }

    private ulong Number()
    {
        var number = 0ul;
        for (var i = 0; i < LongestNumber; i++)
        {
            var part = Take(1)[0];
            number |= (part & 0x7ful) << (7 * i);
            if (part < 0x80)
                return number;
        }
        throw new InvalidDataException("a number without end");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
            throw new InvalidDataException($"a value of {count} bytes");
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private enum Kind
    {
        True = 1,
        False,
        Byte,
        Short,
        Int,
        Long,
        Double,
        Binary,
        List,
        Structure = 12,
    }
}
