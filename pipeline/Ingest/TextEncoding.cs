using System.Text;
using System.Text.Unicode;

namespace Hotspot.Ingest;

public enum TextEncoding
{
    Utf8,
    Gb18030,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>
/// Tells the encoding of a text file from its beginning: byte-order mark; every second byte zero; else whichever of UTF-8 and GB18030
/// leaves fewer lines undecodable, UTF-8 at a tie. One broken row therefore does not change the reading of the others.
/// </summary>
public static class EncodingSniff
{
    public static TextEncoding Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return TextEncoding.Utf16LittleEndian;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return TextEncoding.Utf16BigEndian;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            return TextEncoding.Utf8;
        if (ZeroShare(start, 1) > 0.25)
            return TextEncoding.Utf16LittleEndian;
        if (ZeroShare(start, 0) > 0.25)
            return TextEncoding.Utf16BigEndian;

        int utf8Broken = 0,
            gbBroken = 0;
        var decoder = Strict.Gb18030;
        // The last line may be cut off in the middle of a character.
        var whole = start.LastIndexOf((byte)'\n') is var last and >= 0 ? start[..last] : start;
        foreach (var range in whole.Split((byte)'\n'))
        {
            var line = whole[range];
            if (Ascii.IsValid(line))
                continue;
            utf8Broken += Utf8.IsValid(line) ? 0 : 1;
            gbBroken += decoder.GetString(line).Contains('\ufffd') ? 1 : 0;
        }
        return gbBroken < utf8Broken ? TextEncoding.Gb18030 : TextEncoding.Utf8;
    }

    private static double ZeroShare(ReadOnlySpan<byte> bytes, int parity)
    {
        var zeros = 0;
        for (var i = parity; i < bytes.Length; i += 2)
            zeros += bytes[i] == 0 ? 1 : 0;
        return bytes.Length < 4 ? 0 : zeros / (bytes.Length / 2.0);
    }
}

/// <summary>Decoders that write U+FFFD for what they cannot decode, so that a row is judged without exceptions.</summary>
internal static class Strict
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, false);
    public static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"))
        ?? throw new NotSupportedException("GB18030");
}
