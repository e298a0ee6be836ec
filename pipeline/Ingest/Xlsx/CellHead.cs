using System.Buffers.Text;

namespace Hotspot.Ingest.Xlsx;

/// <summary>How the value of a cell is written.</summary>
internal enum CellType
{
    Number,
    Shared,

    /// <summary>A text in the cell itself, or the text that a formula gave.</summary>
    Text,
    Truth,
    Error,

    /// <summary>An ISO time.</summary>
    Date,
}

/// <summary>The three attributes of a cell that matter, found in one pass.</summary>
/// <param name="Column">0-based, −1 where the cell does not say.</param>
/// <param name="Style">Number of the cell style, −1 where there is none.</param>
internal readonly record struct CellHead(int Column, int Style, CellType Kind)
{
    public const int MostColumns = 16_384;

    public static CellHead Of(ReadOnlySpan<byte> attributes)
    {
        int column = -1,
            style = -1;
        var kind = CellType.Number;
        while (true)
        {
            var equals = attributes.IndexOf((byte)'=');
            if (equals < 1 || equals + 2 >= attributes.Length)
                return new CellHead(column, style, kind);
            var name = attributes[..equals].TrimEnd((byte)' ');
            var rest = attributes[(equals + 1)..].TrimStart((byte)' ');
            var length = rest.Length < 2 ? -1 : rest[1..].IndexOf(rest[0]);
            if (length < 0)
                return new CellHead(column, style, kind);
            var value = rest.Slice(1, length);
            // One-letter names; a longer one ends in another attribute's letter only behind a prefix.
            if (name.Length == 1 || name[^2] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                switch (name[^1])
                {
                    case (byte)'r':
                        column = ColumnOf(value);
                        break;
                    case (byte)'s':
                        style = Utf8Parser.TryParse(value, out int number, out _) ? number : -1;
                        break;
                    case (byte)'t':
                        kind = KindOf(value);
                        break;
                }
            }
            attributes = rest[(length + 2)..];
        }
    }

    private static CellType KindOf(ReadOnlySpan<byte> type) =>
        type switch
        {
            [] or [(byte)'n'] => CellType.Number,
            [(byte)'s'] => CellType.Shared,
            [(byte)'b'] => CellType.Truth,
            [(byte)'e'] => CellType.Error,
            [(byte)'d'] => CellType.Date,
            _ => CellType.Text,
        };

    /// <summary>The column of a reference such as <c>AB12</c>.</summary>
    private static int ColumnOf(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < (byte)'A' or > (byte)'Z' || column > MostColumns)
                break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }
}
