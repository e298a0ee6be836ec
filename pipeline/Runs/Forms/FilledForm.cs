using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;

namespace Hotspot.Runs.Forms;

/// <summary>A row of a filled-in form: cells by position, blank ones null.</summary>
/// <param name="Row">1-based row of the sheet, as Excel shows it.</param>
public sealed record FilledRow(string Sheet, long Row, IReadOnlyList<string?> Cells)
{
    public string? this[int column] => column < Cells.Count ? Cells[column] : null;
}

/// <summary>A workbook that <see cref="FormFile"/> wrote and a person handed back.</summary>
public sealed record FilledForm(string File, string Kind, string Id, IReadOnlyList<FilledRow> Rows)
{
    public IEnumerable<FilledRow> Of(string sheet) => Rows.Where(row => row.Sheet == sheet);

    /// <summary>Null where the file is no workbook of ours.</summary>
    /// <exception cref="OperatorException">The file cannot be read at all.</exception>
    public static FilledForm? TryRead(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var file = InputFile.Of(path);
            if (file.Form != FileForm.Xlsx)
                return null;
            using var reader = file.Rows(new CsvDialect(TextEncoding.Utf8), width: 0);
            var rows = new List<FilledRow>();
            SourceRow? mark = null;
            while (reader.Read() is { } row)
            {
                if (row.Cells.Length > 2 && row.Cells[0].Text == FormFile.Mark)
                    mark = row;
                else if (mark is not null && row.Sheet > mark.Sheet && row.Line > 1)
                    rows.Add(
                        new FilledRow(
                            row.SheetName,
                            row.Line,
                            Array.ConvertAll(row.Cells, cell => cell.Text is { } text ? FormulaGuard.Original(text) : null)
                        )
                    );
            }
            return mark is null ? null : new FilledForm(name, mark.Cells[1].Text ?? "", mark.Cells[2].Text ?? "", rows);
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
        catch (IOException e)
        {
            throw new OperatorException(ExitCode.Busy, "form_locked", e, ("file", name));
        }
    }

    /// <exception cref="OperatorException">The file is no form, or one of another kind (exit 2).</exception>
    public static FilledForm Read(string path, params ReadOnlySpan<string> kinds)
    {
        var form = TryRead(path);
        return form is not null && kinds.Contains(form.Kind)
            ? form
            : throw new OperatorException(ExitCode.WrongUse, "form_foreign", ("file", Path.GetFileName(path)));
    }
}
