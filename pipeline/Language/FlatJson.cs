using System.Text;
using System.Text.Json;

namespace Hotspot.Language;

/// <summary>
/// A file of templates as an office writes it: one JSON object of key → text. Lines after <c>//</c> are remarks, a comma too many is forgiven, a byte
/// order mark too.
/// </summary>
public static class FlatJson
{
    /// <param name="Line">From 1.</param>
    public sealed record Entry(string Key, string Text, int Line);

    /// <exception cref="OperatorException">Wrong use: the file cannot be read, is not UTF-8, is no such object (with line and column), or states a key twice.</exception>
    public static IReadOnlyList<Entry> Read(string file)
    {
        var bytes = BytesOf(file);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = 2,
            }
        );
        var entries = new List<Entry>();
        try
        {
            Expect(ref reader, JsonTokenType.StartObject);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (key, line) = (reader.GetString()!, Place(bytes, reader.TokenStartIndex).Line);
                if (entries.Find(other => other.Key == key) is { } first)
                    throw Wrong("template_twice", ("file", file), ("line", line), ("key", key), ("first", first.Line));
                Expect(ref reader, JsonTokenType.String);
                entries.Add(new Entry(key, Printable(reader.GetString()!), line));
            }
            while (reader.Read()) { }
            return entries;
        }
        // A lone half of a surrogate pair (\ud83d) is told as an operation that is not valid.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var at = e is JsonException { LineNumber: { } row, BytePositionInLine: { } position }
                ? Place(bytes, StartOf(bytes, row) + position)
                : Place(bytes, reader.TokenStartIndex);
            throw Wrong("template_json", ("file", file), ("line", at.Line), ("column", at.Column));
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
            throw new InvalidOperationException($"{token} expected");
    }

    /// <summary>No paper can hold a control character; a line break is one only for text files.</summary>
    private static string Printable(string text) => string.Concat(text.Where(c => c is '\n' || !char.IsControl(c)));

    private static byte[] BytesOf(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (DecoderFallbackException e)
        {
            throw new OperatorException(ExitCode.WrongUse, "template_encoding", e, ("file", file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ExitCode.WrongUse, "template_unreadable", e, ("file", file));
        }
    }

    /// <summary>Line and column, both from 1, the column in characters as editors count them.</summary>
    private static (int Line, int Column) Place(ReadOnlySpan<byte> bytes, long position)
    {
        var before = bytes[..(int)Math.Clamp(position, 0, bytes.Length)];
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    private static long StartOf(ReadOnlySpan<byte> bytes, long row)
    {
        var start = 0;
        for (var i = 0L; i < row; i++)
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        return start;
    }

    private static OperatorException Wrong(string code, params (string Name, object? Value)[] places) =>
        new(ExitCode.WrongUse, code, places);
}
