using System.Buffers.Binary;

namespace Hotspot.Ingest.Xlsx;

/// <summary>The CRC-32 of zip files (reflected polynomial 0xEDB88320), eight bytes a step by eight tables (Kounavis &amp; Berry 2005).</summary>
internal static class Crc
{
    public const uint Start = 0xffffffff;
    private const int Tables = 8;
    private static readonly uint[] Table = Make();

    /// <returns>The running value; its complement is the checksum.</returns>
    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        var t = Table.AsSpan(0, Tables * 256);
        while (bytes.Length >= sizeof(ulong))
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                t[(int)(7 * 256 + (low & 0xff))]
                ^ t[(int)(6 * 256 + ((low >> 8) & 0xff))]
                ^ t[(int)(5 * 256 + ((low >> 16) & 0xff))]
                ^ t[(int)(4 * 256 + (low >> 24))]
                ^ t[(int)(3 * 256 + (high & 0xff))]
                ^ t[(int)(2 * 256 + ((high >> 8) & 0xff))]
                ^ t[(int)(1 * 256 + ((high >> 16) & 0xff))]
                ^ t[(int)(high >> 24)];
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var b in bytes)
            crc = (crc >> 8) ^ t[(int)((crc ^ b) & 0xff)];
        return crc;
    }

    private static uint[] Make()
    {
        var tables = new uint[Tables * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xedb88320;
            tables[i] = value;
        }
        for (var i = 256; i < tables.Length; i++)
            tables[i] = (tables[i - 256] >> 8) ^ tables[tables[i - 256] & 0xff];
        return tables;
    }
}
