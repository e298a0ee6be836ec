namespace Hotspot.Reports.Model;

/// <summary>How a cell is printed; Excel stores the true number with the matching number format.</summary>
public enum CellFormat
{
    Text,

    /// <summary>1,234</summary>
    Count,

    /// <summary>12.3</summary>
    Decimal1,

    /// <summary>1.23</summary>
    Decimal2,

    /// <summary>Six decimals: degrees.</summary>
    Degrees,

    /// <summary>Value 0.431 prints 43.1%.</summary>
    Percent1,

    /// <summary>Value 0.043 prints +4.3%, −0.012 prints −1.2%.</summary>
    SignedPercent1,

    /// <summary>+3, −2, 0.</summary>
    SignedCount,

    /// <summary>0.012; below a thousandth &lt;0.001.</summary>
    PValue,

    /// <summary>2025-04-21</summary>
    Date,

    /// <summary>2025-04-21 09:30</summary>
    Minute,
}

/// <param name="Name">Machine name: the column of the Parquet table the values come from (snake_case), or a name of its own.</param>
/// <param name="Title">Printed header, with the unit where it needs one.</param>
/// <param name="Share">Relative width; the columns' shares need not sum to anything.</param>
public sealed record ReportColumn(string Name, string Title, CellFormat Format, double Share = 1)
{
    /// <summary>False: a detail that the sheet and the page have; a page of paper has room for what a director needs.</summary>
    public bool IsMain { get; init; } = true;
}

/// <summary>Bars that the workbook draws beside a table, from its own cells.</summary>
/// <param name="Label">Name of the column whose texts name the bars.</param>
/// <param name="Series">Names of the columns of numbers; one that the table lacks is left out.</param>
/// <param name="Message">Title: the finding.</param>
public sealed record TableBars(string Label, IReadOnlyList<string> Series, string Message);

/// <summary>
/// A printed table. Cells are <c>null</c> (prints the label <c>cell.none</c>), <see cref="string"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="DateOnly"/> or <see cref="DateTime"/>; a string in a number column (基数过小, 新增) is printed as it is.
/// </summary>
/// <param name="Id">Machine name, unique in the bulletin; also the sheet's key.</param>
/// <param name="Number">表N.</param>
/// <param name="Caption">Without the number.</param>
/// <param name="SheetName">Excel sheet name, at most 31 characters.</param>
/// <param name="Emphasis">Indexes of rows printed bold (totals, significant rows).</param>
public sealed record ReportTable(
    string Id,
    int Number,
    string Caption,
    string SheetName,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    string? Note = null,
    IReadOnlyList<int>? Emphasis = null
)
{
    public TableBars? Bars { get; init; }

    /// <summary>Rows that a page of paper has room for; the sheet has all.</summary>
    public int PaperRows { get; init; } = int.MaxValue;

    /// <summary>Stands on paper for <see cref="Note"/>: what a reader must know there, and that rows are left out; null: the note itself.</summary>
    public string? PaperNote { get; init; }

    /// <summary>Without the columns that hold nothing in any row: a comparison that cannot be made is not printed as a column of dashes.</summary>
    public ReportTable WithoutEmptyColumns() => With(column => Rows.Count == 0 || Rows.Any(row => row[column] is not null));

    public ReportTable Without(string column) => With(i => Columns[i].Name != column);

    /// <summary>The main columns and first rows only, as Word prints the table.</summary>
    public ReportTable OnPaper()
    {
        var table = With(column => Columns[column].IsMain);
        return table with { Rows = [.. table.Rows.Take(PaperRows)], Note = PaperNote ?? Note };
    }

    private ReportTable With(Func<int, bool> wanted)
    {
        var kept = Enumerable.Range(0, Columns.Count).Where(wanted).ToArray();
        return kept.Length == Columns.Count
            ? this
            : this with
            {
                Columns = [.. kept.Select(column => Columns[column])],
                Rows = [.. Rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(column => row[column])])],
            };
    }
}
