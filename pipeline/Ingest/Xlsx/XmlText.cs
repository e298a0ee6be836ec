using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Hotspot.Ingest.Xlsx;

/// <summary>What XML text and workbook strings say: the five entities and numbered ones, line ends, and Excel's own <c>_x000D_</c> for what XML cannot hold.</summary>
internal static class XmlText
{
    private const int LongestEntity = 12;

    /// <summary>True where the bytes stand for themselves.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> raw) => raw.IndexOfAny((byte)'&', (byte)'\r') < 0 && raw.IndexOf("_x"u8) < 0;

    /// <summary>The text as UTF-8; the bytes given where they stand for themselves.</summary>
    /// <exception cref="InvalidDataException">They are no UTF-8: the part is damaged.</exception>
    public static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> raw, bool hasEntities) =>
        !Utf8.IsValid(raw) ? throw new InvalidDataException("a text that is no UTF-8")
        : IsPlain(raw) ? raw
        : Encoding.UTF8.GetBytes(Decode(raw, hasEntities));

    private static string Decode(ReadOnlySpan<byte> raw, bool hasEntities)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (text.Contains('\r'))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (hasEntities && text.Contains('&'))
            text = Entities(text);
        return text.Contains("_x", StringComparison.Ordinal) ? Escapes(text) : text;
    }

    /// <summary>Written names of sheets, files and formats: entities only.</summary>
    public static string Attribute(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        return text.Contains('&') ? Entities(text) : text;
    }

    private static string Entities(string text)
    {
        var plain = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var next = text.IndexOf('&', at);
            if (next < 0)
                break;
            plain.Append(text, at, next - at);
            var end = next + text.AsSpan(next, Math.Min(LongestEntity, text.Length - next)).IndexOf(';');
            if (end > next && Entity(text.AsSpan(next + 1, end - next - 1)) is { } said)
            {
                plain.Append(said);
                at = end + 1;
            }
            else
            {
                plain.Append('&');
                at = next + 1;
            }
        }
        return plain.Append(text, at, text.Length - at).ToString();
    }

    private static string? Entity(ReadOnlySpan<char> name) =>
        name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x', .. var hex] => Character(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Character(digits, NumberStyles.None),
            _ => null,
        };

    private static string? Character(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;

    private static string Escapes(string text)
    {
        const int Length = 7;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] == '_'
                && at + Length <= text.Length
                && text[at + 1] == 'x'
                && text[at + Length - 1] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            )
            {
                plain.Append((char)code);
                at += Length - 1;
            }
            else
                plain.Append(text[at]);
        }
        return plain.ToString();
    }
}
