using System.Text;

namespace Hotspot.Tests.Ingest;

/// <summary>A BIFF5 workbook (Excel 5.0/95) of one sheet in an OLE container, from [MS-XLS] and [MS-CFB]; strings in code page 936.</summary>
internal static class OldBook
{
    private const int Sector = 512;

    /// <summary>Streams shorter than this would need a container within the container.</summary>
    private const int ShortestStream = 4096;
    private const uint EndOfChain = 0xfffffffe;
    private const uint Free = 0xffffffff;

    /// <summary>The cell of a formula that failed, with what stands there instead of a number; a constant error is kept in a record of its own.</summary>
    public sealed record Failed(bool IsFormula);

    public static byte[] Bytes(object?[][] rows, bool is1904 = false)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding(936);
        using var stream = new MemoryStream();
        using var w = new BinaryWriter(stream);
        Begin(w, 0x0005);
        Record(w, 0x0042, r => r.Write((ushort)936));
        if (is1904)
            Record(w, 0x0022, r => r.Write((ushort)1));
        var at = stream.Position + 4;
        Record(
            w,
            0x0085,
            r =>
            {
                r.Write(0u);
                r.Write((ushort)0);
                r.Write((byte)4);
                r.Write(gbk.GetBytes("工单"));
            }
        );
        Record(w, 0x000a, _ => { });
        var sheet = (uint)stream.Position;
        Begin(w, 0x0010);
        for (ushort row = 0; row < rows.Length; row++)
        {
            for (ushort column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is { } value)
                    Cell(w, row, column, value, gbk);
            }
        }
        Record(w, 0x000a, _ => { });
        var book = stream.ToArray();
        BitConverter.TryWriteBytes(book.AsSpan((int)at), sheet);
        return Container(book);
    }

    private static void Cell(BinaryWriter w, ushort row, ushort column, object value, Encoding gbk) =>
        Record(
            w,
            value switch
            {
                double => 0x0203,
                Failed { IsFormula: true } => 0x0006,
                Failed => 0x0205,
                _ => 0x0204,
            },
            r =>
            {
                r.Write(row);
                r.Write(column);
                r.Write((ushort)0);
                if (value is double number)
                    r.Write(number);
                else if (value is Failed { IsFormula: true })
                    r.Write([2, 0, 0x2a, 0, 0, 0, 0xff, 0xff, .. new byte[8]]);
                else if (value is Failed)
                    r.Write([0x2a, 1]);
                else
                {
                    var text = gbk.GetBytes((string)value);
                    r.Write((ushort)text.Length);
                    r.Write(text);
                }
            }
        );

    private static void Begin(BinaryWriter w, ushort kind) =>
        Record(
            w,
            0x0809,
            r =>
            {
                r.Write((ushort)0x0500);
                r.Write(kind);
                r.Write((ushort)0x096c);
                r.Write((ushort)1996);
            }
        );

    private static void Record(BinaryWriter w, ushort id, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using var r = new BinaryWriter(body);
        write(r);
        w.Write(id);
        w.Write((ushort)body.Length);
        w.Write(body.ToArray());
    }

    /// <summary>Header, one sector of the allocation table, one of the directory, then the stream <c>Book</c>.</summary>
    private static byte[] Container(byte[] book)
    {
        var length = Math.Max(book.Length, ShortestStream);
        var sectors = (length + Sector - 1) / Sector;
        var file = new byte[Sector * (3 + sectors)];
        using var w = new BinaryWriter(new MemoryStream(file));
        w.Write([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[16]]);
        w.Write([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, .. new byte[10]]);
        w.Write(1u);
        w.Write(1u);
        w.Write(0u);
        w.Write((uint)ShortestStream);
        w.Write(EndOfChain);
        w.Write(0u);
        w.Write(EndOfChain);
        w.Write(0u);
        w.Write(0u);
        for (var i = 1; i < 109; i++)
            w.Write(Free);
        w.Write(0xfffffffdu);
        w.Write(EndOfChain);
        for (var i = 2; i < Sector / 4; i++)
            w.Write(
                i < 2 + sectors - 1 ? (uint)i + 1
                : i == 2 + sectors - 1 ? EndOfChain
                : Free
            );
        Entry(w, "Root Entry", 5, 1, EndOfChain, 0);
        Entry(w, "Book", 2, Free, 2, (uint)length);
        w.Seek(3 * Sector, SeekOrigin.Begin);
        w.Write(book);
        return file;
    }

    private static void Entry(BinaryWriter w, string name, byte kind, uint child, uint start, uint length)
    {
        w.Write([.. Encoding.Unicode.GetBytes(name), .. new byte[64 - name.Length * 2]]);
        w.Write((ushort)(name.Length * 2 + 2));
        w.Write(kind);
        w.Write((byte)1);
        w.Write(Free);
        w.Write(Free);
        w.Write(child);
        w.Write(new byte[36]);
        w.Write(start);
        w.Write((ulong)length);
    }
}
