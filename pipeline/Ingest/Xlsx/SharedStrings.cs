using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hotspot.Ingest.Xlsx;

/// <summary>
/// The texts that cells of a workbook point to by number, read only as far as they are asked for. They stand as UTF-8 in blocks; those between
/// the first and the latest 64 MB are kept compressed, so that memory hardly grows with the workbook. One thread only.
/// </summary>
internal sealed class SharedStrings(XmlTokens tokens) : IDisposable
{
    private const int BlockBytes = 1 << 15;

    /// <summary>64 MB at the beginning: names, states and words that every row points to.</summary>
    private const int FirstBlocks = 1 << 11;

    /// <summary>64 MB read last: rows point to the texts that were new with them.</summary>
    private const int WindowBlocks = 1 << 11;
    private const int CachedTexts = 1 << 14;
    private const int LongestCachedText = 96;
    private const int OpenBlocks = 1024;
    private readonly List<(int Block, int Offset)> _places = [];
    private readonly List<(byte[] Bytes, int Length)> _blocks = [];
    private readonly (int Number, string Text)[] _cache = new (int, string)[CachedTexts];
    private readonly (int Block, byte[] Bytes)[] _open = new (int, byte[])[OpenBlocks];
    private readonly RichText _text = new();
    private byte[] _block = Empty(BlockBytes);
    private int _used;
    private bool _ended;

    /// <summary>The text of a number; null where there is none.</summary>
    public string? this[int number]
    {
        get
        {
            if (number < 0)
                return null;
            ref var cached = ref _cache[number % CachedTexts];
            if (cached.Text is not null && cached.Number == number)
                return cached.Text;
            while (_places.Count <= number)
            {
                if (_ended || !ReadNext())
                    return null;
            }
            var bytes = Bytes(_places[number]);
            var text = Encoding.UTF8.GetString(bytes);
            if (bytes.Length <= LongestCachedText)
                cached = (number, text);
            return text;
        }
    }

    public void Dispose() => tokens.Dispose();

    private bool ReadNext()
    {
        if (tokens.TryLeaf("<si><t>"u8, "</t></si>"u8))
        {
            _places.Add(Keep(XmlText.Plain(tokens.Text, tokens.HasEntities)));
            return true;
        }
        while (true)
        {
            var token = tokens.Next();
            if (token == XmlToken.End)
                return !(_ended = true);
            if (token == XmlToken.Open && tokens.Name.SequenceEqual("si"u8))
                break;
        }
        _places.Add(Keep(_text.Read(tokens)));
        return true;
    }

    private (int, int) Keep(ReadOnlySpan<byte> text)
    {
        var needed = sizeof(int) + text.Length;
        if (_used + needed > _block.Length)
        {
            Seal();
            _block = Empty(Math.Max(BlockBytes, needed));
        }
        var place = (_blocks.Count, _used);
        BinaryPrimitives.WriteInt32LittleEndian(_block.AsSpan(_used), text.Length);
        text.CopyTo(_block.AsSpan(_used + sizeof(int)));
        _used += needed;
        return place;
    }

    /// <summary>Where no collection moves it: blocks stay to the end of the file.</summary>
    private static byte[] Empty(int bytes) => GC.AllocateUninitializedArray<byte>(bytes, pinned: true);

    /// <summary>The block is full. One that has fallen out of the window is packed; the first ones hold what recurs and stay.</summary>
    private void Seal()
    {
        _blocks.Add((_block, 0));
        _used = 0;
        var old = _blocks.Count - 1 - WindowBlocks;
        if (old < FirstBlocks)
            return;
        var plain = _blocks[old].Bytes;
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        if (BrotliEncoder.TryCompress(plain, packed, out var length, quality: 1, window: 16))
            _blocks[old] = (packed[..length], plain.Length);
        ArrayPool<byte>.Shared.Return(packed, clearArray: true);
    }

    private ReadOnlySpan<byte> Bytes((int Block, int Offset) place)
    {
        var block = Block(place.Block).AsSpan(place.Offset);
        return block.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(block));
    }

    private byte[] Block(int number)
    {
        if (number == _blocks.Count)
            return _block;
        var (bytes, length) = _blocks[number];
        if (length == 0)
            return bytes;
        ref var open = ref _open[number % OpenBlocks];
        if (open.Bytes is null || open.Block != number)
        {
            var plain = open.Bytes?.Length >= length ? open.Bytes : Empty(length);
            if (!BrotliDecoder.TryDecompress(bytes, plain, out _))
                throw new InvalidDataException("shared strings");
            open = (number, plain);
        }
        return open.Bytes;
    }
}
