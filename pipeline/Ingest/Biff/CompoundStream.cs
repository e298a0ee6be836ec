using System.Buffers.Binary;
using System.Text;

namespace Hotspot.Ingest.Biff;

/// <summary>
/// One stream of an OLE container ([MS-CFB]: 2.2 header, 2.3 sector chains, 2.6 directory), read at any place. Only its list of sectors is kept,
/// four bytes for each 512 of the stream.
/// </summary>
internal sealed class CompoundStream
{
    private delegate bool ReadAt(long at, Span<byte> to);

    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MiniSectorBytes = 64;
    private const byte RootEntry = 5;
    private const int TablesInHeader = 109;

    /// <summary>Numbers from here on end a chain or mark a sector as free.</summary>
    private const uint LastSector = 0xfffffffa;
    private readonly ReadAt _below;
    private readonly int _sectorBytes;
    private readonly long _from;
    private readonly List<uint> _sectors;

    /// <param name="below">What the sectors are parts of: the file, or the stream that holds the short ones.</param>
    /// <param name="from">Where its first sector begins.</param>
    private CompoundStream(ReadAt below, int sectorBytes, long from, List<uint> sectors) =>
        (_below, _sectorBytes, _from, _sectors) = (below, sectorBytes, from, sectors);

    /// <param name="file">Seekable; stays open, and is read whenever the stream is.</param>
    /// <param name="names">Of these the first that the directory has.</param>
    /// <returns>Null: no container, a broken one, or none of the streams.</returns>
    public static CompoundStream? Of(Stream file, params ReadOnlySpan<string> names)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (!Read(file, 0, header) || BinaryPrimitives.ReadUInt64LittleEndian(header) != 0xe11ab1a1e011cfd0)
            return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
            return null;
        var bytes = 1 << shift;
        CompoundStream Whole(List<uint> sectors) => new((at, to) => Read(file, at, to), bytes, bytes, sectors);
        var most = file.Length / bytes;
        var table = Whole(Tables(Whole, header, bytes, most));
        CompoundStream At(uint first) => Whole(Chain(table, first, most));

        var directory = At(Number(header[48..]));
        var longFrom = Number(header[56..]);
        var miniTable = Number(header[60..]);
        Span<byte> entry = stackalloc byte[EntryBytes];
        CompoundStream? root = null;
        var found = new Dictionary<string, (uint First, uint Length)>(StringComparer.OrdinalIgnoreCase);
        for (long i = 0; directory.Read(i * EntryBytes, entry); i++)
        {
            var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            var first = Number(entry[116..]);
            if (entry[66] == RootEntry)
                root = At(first);
            else
                found.TryAdd(Encoding.Unicode.GetString(entry[..nameBytes]), (first, Number(entry[120..])));
        }
        foreach (var name in names)
        {
            if (found.TryGetValue(name, out var stream))
                return stream.Length >= longFrom ? At(stream.First)
                    : root is null ? null
                    : new CompoundStream(root.Read, MiniSectorBytes, 0, Chain(At(miniTable), stream.First, file.Length / MiniSectorBytes));
        }
        return null;
    }

    /// <returns>False where the stream ends before all was read.</returns>
    public bool Read(long at, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            var (sector, within) = Math.DivRem(at, _sectorBytes);
            if (sector >= _sectors.Count)
                return false;
            var part = to[..(int)Math.Min(to.Length, _sectorBytes - within)];
            if (!_below(_from + _sectors[(int)sector] * (long)_sectorBytes + within, part))
                return false;
            at += part.Length;
            to = to[part.Length..];
        }
        return true;
    }

    private static bool Read(Stream file, long at, Span<byte> to)
    {
        file.Position = at;
        return file.ReadAtLeast(to, to.Length, throwOnEndOfStream: false) == to.Length;
    }

    /// <summary>Sectors of the allocation table: the first 109 stand in the header, further ones in a chain of their own, whose last number leads on.</summary>
    private static List<uint> Tables(Func<List<uint>, CompoundStream> whole, ReadOnlySpan<byte> header, int bytes, long most)
    {
        var tables = new List<uint>();
        for (var i = 0; i < TablesInHeader; i++)
            Add(Number(header[(76 + i * 4)..]));
        var more = new byte[bytes];
        var next = Number(header[68..]);
        for (long i = 0; i < most && next < LastSector && whole([next]).Read(0, more); i++)
        {
            for (var at = 0; at < bytes - 4; at += 4)
                Add(Number(more.AsSpan(at)));
            next = Number(more.AsSpan(bytes - 4));
        }
        return tables;

        void Add(uint sector)
        {
            if (sector < LastSector)
                tables.Add(sector);
        }
    }

    /// <param name="most">A broken table may lead in circles.</param>
    private static List<uint> Chain(CompoundStream table, uint first, long most)
    {
        var chain = new List<uint>();
        Span<byte> next = stackalloc byte[4];
        for (var sector = first; sector < LastSector && chain.Count < most; sector = Number(next))
        {
            chain.Add(sector);
            if (!table.Read(sector * 4L, next))
                break;
        }
        return chain;
    }

    private static uint Number(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt32LittleEndian(at);
}
