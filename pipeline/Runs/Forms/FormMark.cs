using Hotspot.Ingest;
using Hotspot.Outputs.Forms;

namespace Hotspot.Runs.Forms;

/// <summary>What a workbook that <see cref="FormFile"/> wrote says of itself for machines, in whichever of its sheets the instructions stand.</summary>
/// <param name="Sheet">0-based, of the instructions.</param>
internal sealed record FormMark(string Kind, string Id, int Sheet)
{
    /// <summary>Instructions are shorter than this.</summary>
    private const int RowsSearched = 100;

    /// <summary>Only the beginning of each sheet is read: what is asked may be an export of a million rows. Null: no workbook of ours.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public static FormMark? Of(string path)
    {
        using var reader = RowsOf(path);
        while (reader?.Read() is { } row)
        {
            if (row.Cells.Length > 2 && row.Cells[0].Text == FormFile.Mark && row.Cells[1].Text is { } kind)
                return new FormMark(kind, row.Cells[2].Text ?? "", row.Sheet);
            if (row.Line > RowsSearched)
                reader.SkipSheet();
        }
        return null;
    }

    /// <summary>All rows of what may be a form; null: no workbook.</summary>
    public static IRowReader? RowsOf(string path)
    {
        var file = InputFile.Of(path);
        return file.Form is FileForm.Xlsx or FileForm.OldWorkbook ? file.Rows(new CsvDialect(TextEncoding.Utf8), width: 0) : null;
    }
}
