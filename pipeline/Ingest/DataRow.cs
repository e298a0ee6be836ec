using System.Buffers;
using Hotspot.Privacy;
using Hotspot.Privacy.Masks;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// Tells rows of data by what they hold: from a header, where a file has none, and as rows of a table whose header stands elsewhere. Values can be
/// headers too (解决, 满意), so a few known words make no header.
/// </summary>
internal static class DataRow
{
    private const int LongestHeader = 40;

    /// <summary>Headers count things (3次回访); order numbers, phones and days have more digits.</summary>
    private const int DigitsOfData = 6;

    /// <summary>The last filled cell stands in the second half of the table; summaries have two or three cells.</summary>
    private const int NarrowestShare = 2;
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。，；！？");

    /// <summary>At least as many cells can be nothing but data as are known headers; a header that nobody knows may hold one such cell.</summary>
    /// <param name="known">Cells that the profile knows as headers.</param>
    public static bool IsRatherThanHeader(IEnumerable<Cell> cells, int known) => cells.Count(IsData) >= (known == 0 ? 2 : known);

    /// <summary>
    /// The row states when, in a time or in an order number that holds its day, and is not much narrower than the header. Counts can be read as day
    /// numbers too: those of a summary stand beside no order number.
    /// </summary>
    public static bool IsOf(HeaderMapping mapping, Cell[] cells)
    {
        if (cells.Length * NarrowestShare < mapping.Width)
            return false;
        var mapped = new MappedCells(mapping, cells);
        var id = mapped.Identity();
        return Times.Of(mapped, id is null ? null : mapping.Profile.OrderDay(id)).HasEvent
            && (id?.Any(Digit.Is) == true || Array.Exists(Times.OfEvent, field => IsWritten(mapping, field, cells)));
    }

    private static bool IsWritten(HeaderMapping mapping, Field field, Cell[] cells) =>
        mapping
            .HeadersAt(field)
            .Any(column =>
                column < cells.Length && cells[column] is { Kind: CellKind.Time } or { Kind: CellKind.Text, SaysNothing: false }
            );

    private static bool IsData(Cell cell) =>
        cell.Kind is CellKind.Number or CellKind.Time
        || cell is { Kind: CellKind.Text, Text: { } text }
            && (
                text.Length > LongestHeader
                || text.AsSpan().ContainsAny(SentenceMarks)
                || text.Count(Digit.Is) >= DigitsOfData
                || !ReferenceEquals(Masking.Mask(text), text)
            );
}
