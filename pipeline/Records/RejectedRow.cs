namespace Hotspot.Records;

/// <summary>Why a row could not become a complaint; the data dictionary explains each.</summary>
public enum RejectReason
{
    /// <summary>Neither any usable time nor a date in the order number.</summary>
    NoUsableTime,

    /// <summary>A csv line with more or fewer cells than the header.</summary>
    WrongCellCount,

    /// <summary>Bytes that the file's encoding cannot decode, or an unclosed quotation.</summary>
    UndecodableText,

    /// <summary>合计, 制表 and the like under the table.</summary>
    Footer,
}

/// <summary>A row that was read and not loaded. <paramref name="MaskedText"/> is what people may see; the sealed archive holds the original.</summary>
/// <param name="Line">1-based line (csv) or row (workbook).</param>
/// <param name="Column">Header of the column at fault, or null where the whole row is.</param>
/// <param name="Cells">The row cell by cell, for mending; null where it need not be mended (a footer).</param>
public sealed record RejectedRow(string File, long Line, string? Column, RejectReason Reason, string MaskedText, MaskedCells? Cells = null);

/// <summary>A row as people may see it, by position; a row may have more or fewer cells than the header.</summary>
public sealed record MaskedCells(IReadOnlyList<string> Headers, IReadOnlyList<string?> Values);
