namespace Hotspot.Tests.Fuzz;

/// <summary>Ways to spoil the bytes of a file, all from one seeded source of chance.</summary>
internal static class Mutations
{
    private static readonly byte[][] Tokens =
    [
        "\""u8.ToArray(),
        "\"\""u8.ToArray(),
        ","u8.ToArray(),
        "\n"u8.ToArray(),
        "\r\n"u8.ToArray(),
        "\t|;"u8.ToArray(),
        "\0"u8.ToArray(),
        "=cmd|'/c calc'!A1"u8.ToArray(),
        "999999999999999999999999999999"u8.ToArray(),
        "-1e999"u8.ToArray(),
        "NaN"u8.ToArray(),
        [0xff, 0xfe],
        [0xef, 0xbb, 0xbf],
        [0x81],
        "</v></c></row>"u8.ToArray(),
        "<c r=\"XFD1048577\"><v>"u8.ToArray(),
        "&#x110000;&amp;&lol;"u8.ToArray(),
        "_xFFFF_"u8.ToArray(),
    ];

    /// <summary>Flips, cuts, doubles, swaps, injects: one to six times.</summary>
    public static byte[] Spoil(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var n = random.Next(1, 7); n > 0 && bytes.Count > 1; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(4) == 0 ? 2000 : 40));
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    var chunk = bytes.GetRange(at, length);
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(random.Next(bytes.Count + 1), chunk);
                    break;
                case 6:
                    for (var i = 0; i < Math.Min(length, 8); i++)
                        bytes[at + i] = (byte)(random.Next(2) * 255);
                    break;
                default:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Changes one cell without a mark of the format, so that the number of rows stays.</summary>
    public static byte[] SpoilCell(byte[] cell, byte delimiter, Random random)
    {
        var bytes = cell.ToList();
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var mark = (byte)random.Next(256);
            if (mark == delimiter || mark is (byte)'"' or (byte)'\n' or (byte)'\r')
                continue;
            if (bytes.Count > 0 && random.Next(2) == 0)
                bytes[random.Next(bytes.Count)] = mark;
            else
                bytes.Insert(random.Next(bytes.Count + 1), mark);
        }
        return [.. bytes];
    }
}
