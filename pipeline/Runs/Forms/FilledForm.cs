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

    /// <summary>The cells as those of a header.</summary>
    internal IEnumerable<string> Titles => Cells.Select(cell => cell?.Trim() ?? "");

    /// <summary>The cells under <paramref name="titles"/> of <paramref name="header"/>, in their order.</summary>
    internal FilledRow In(FilledRow header, IReadOnlyList<string> titles)
    {
        var at = header.Titles.ToList();
        return this with { Cells = [.. titles.Select(title => this[at.IndexOf(title)])] };
    }
}

/// <summary>A workbook that <see cref="FormFile"/> wrote and a person handed back: saved as .xlsx or .xls, its sheets in any order and renamed, columns moved or added.</summary>
/// <param name="Rows">Every row of its sheets but the instructions, headers included.</param>
public sealed record FilledForm(string File, string Kind, string Id, IReadOnlyList<FilledRow> Rows)
{
    /// <summary>A title above the header may push it down to here.</summary>
    private const int RowsSearched = 10;

    /// <summary>The rows below the header of a table, their cells in the order of its columns; none where the workbook lacks the table.</summary>
    /// <param name="sheet">Name that the sheet was written under; where none has it, the header tells the sheet.</param>
    /// <exception cref="OperatorException">The sheet is there without one of its columns (exit 2): read by position, its values would be taken for others.</exception>
    public IReadOnlyList<FilledRow> Of(string sheet, IEnumerable<FormColumn> columns)
    {
        var titles = columns.Select(column => column.Title).ToList();
        var sheets = Rows.GroupBy(row => row.Sheet).ToList();
        // Excel calls a copy of a sheet by its name and a number in brackets.
        var named = sheets.Where(rows => rows.Key == sheet || rows.Key.StartsWith(sheet + " (", StringComparison.Ordinal)).ToList();
        var found = (named.Count > 0 ? named : sheets)
            .Select(rows => (Rows: rows, Header: rows.Take(RowsSearched).FirstOrDefault(row => titles.All(row.Titles.Contains))))
            .ToList();
        if (named.Count > 0 && found.Find(entry => entry.Header is null).Rows is { } headless)
            throw new OperatorException(
                ExitCode.WrongUse,
                "form_column",
                ("file", File),
                ("sheet", headless.Key),
                ("column", titles.First(title => !headless.First().Titles.Contains(title)))
            );
        return
        [
            .. found
                .Where(entry => entry.Header is not null)
                .SelectMany(entry => entry.Rows.Where(row => row.Row > entry.Header!.Row).Select(row => row.In(entry.Header!, titles))),
        ];
    }

    /// <summary>Null where the file is no workbook of ours.</summary>
    /// <exception cref="OperatorException">The file cannot be read at all.</exception>
    public static FilledForm? TryRead(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (FormMark.Of(path) is not { } mark)
                return null;
            using var reader = FormMark.RowsOf(path)!;
            var rows = new List<FilledRow>();
            while (reader.Read() is { } row)
            {
                if (row.Sheet != mark.Sheet)
                    rows.Add(Filled(row));
            }
            return new FilledForm(name, mark.Kind, mark.Id, rows);
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

    private static FilledRow Filled(SourceRow row) =>
        new(row.SheetName, row.Line, Array.ConvertAll(row.Cells, cell => cell.Text is { } text ? FormulaGuard.Original(text) : null));
}
