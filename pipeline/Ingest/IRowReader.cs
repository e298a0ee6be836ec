namespace Hotspot.Ingest;

/// <summary>A row as it stands in the file. Wholly blank rows are never given.</summary>
/// <param name="Sheet">0-based sheet of a workbook; 0 in text files.</param>
/// <param name="SheetName">Without the people in it; empty in text files.</param>
/// <param name="Line">1-based line on which the row begins (csv) or row (workbook).</param>
/// <param name="Damaged">Bytes that could not be decoded, an unclosed quotation, or a line beyond the size limit; the cells are then only for showing.</param>
public sealed record SourceRow(int Sheet, string SheetName, long Line, Cell[] Cells, bool Damaged = false);

/// <summary>Rows of one file, first to last, with bounded memory.</summary>
public interface IRowReader : IDisposable
{
    /// <summary>The next row that is not blank, or null at the end of the file.</summary>
    /// <exception cref="ProblemException">The file itself is damaged.</exception>
    SourceRow? Read();

    /// <summary>True where a row with too few cells is an error (csv); in workbooks trailing empty cells are simply not written.</summary>
    bool CountsCells { get; }

    /// <summary>Passes over what is left of the sheet of the row read last, without reading it.</summary>
    void SkipSheet();

    /// <summary>Whether the workbook hides the sheet of the row read last.</summary>
    bool SheetIsHidden => false;

    /// <summary>0-based columns of times that are kept in UTC, as the file itself says.</summary>
    IReadOnlyList<int> UtcColumns => [];

    /// <summary>Whether plain day numbers of the workbook count from 1904-01-01.</summary>
    bool Is1904 => false;
}
