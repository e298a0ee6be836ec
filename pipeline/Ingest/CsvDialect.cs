namespace Hotspot.Ingest;

/// <summary>How a text file is cut: all three are found out from its beginning.</summary>
public sealed record CsvDialect(TextEncoding Encoding, byte Delimiter = (byte)',', byte NewLine = (byte)'\n')
{
    public static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];
}
