using System.Globalization;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Review;

namespace Hotspot.Runs.Forms;

/// <summary>
/// A small table that people write themselves (csv or a workbook): columns are found by their names in any order, in one of the first rows, and again where a
/// header is repeated or a further sheet has its own; a table with a mistake is refused whole, with line and column of each.
/// </summary>
internal sealed class NamedTable
{
    private const int ProblemsTold = 10;
    private readonly string _name;
    private readonly string _family;
    private readonly Phrasebook _phrases;
    private readonly Dictionary<SourceRow, Dictionary<string, int>> _columns = new(ReferenceEqualityComparer.Instance);
    private readonly List<SourceRow> _rows = [];
    private readonly List<ReviewProblem> _problems = [];

    private NamedTable(string name, string family, Phrasebook phrases) => (_name, _family, _phrases) = (name, family, phrases);

    public IReadOnlyList<SourceRow> Rows => _rows;

    /// <param name="family">Names of columns stand in <c>codes/FAMILY_columns.csv</c>, their words for people in the phrases <c>FAMILY.column.…</c>.</param>
    /// <param name="required">Sets of columns one of which the header must have whole.</param>
    /// <exception cref="OperatorException">No row is a header (<c>FAMILY_header</c>, exit 2).</exception>
    public static NamedTable Read(string path, string family, Phrasebook phrases, params IReadOnlyList<IReadOnlyList<string>> required) =>
        Read(
            path,
            family,
            phrases,
            ReferenceTable.Read(ReferenceTable.PathOf($"codes/{family}_columns.csv"), row => (row.Text("column"), row.Text("alias"))),
            required
        );

    /// <param name="titles">What a column may be called.</param>
    public static NamedTable Read(
        string path,
        string family,
        Phrasebook phrases,
        IEnumerable<(string Column, string Title)> titles,
        params IReadOnlyList<IReadOnlyList<string>> required
    )
    {
        var file = InputFile.Of(path);
        var aliases = titles.ToDictionary(title => Header.Key(title.Title), title => title.Column);
        var dialects =
            file.Form == FileForm.Text
                ? CsvDialect.Delimiters.Select(delimiter => file.Sniff(null) with { Delimiter = delimiter })
                : [new CsvDialect(TextEncoding.Utf8)];
        foreach (var dialect in dialects)
        {
            using var reader = file.Rows(dialect, width: 0);
            var table = new NamedTable(file.Name, family, phrases);
            Dictionary<string, int>? header = null;
            while (reader.Read() is { } row)
            {
                if (HeaderIn(row, aliases) is { } found && required.Any(set => set.All(found.ContainsKey)))
                    header = header is not null || row.Line <= ProfileDetection.RowsLookedAt ? found : null;
                else if (header is not null)
                    table.Add(row, header);
            }
            if (header is not null)
                return table;
        }
        throw new OperatorException(ExitCode.WrongUse, $"{family}_header", ("file", file.Name));
    }

    private void Add(SourceRow row, Dictionary<string, int> header)
    {
        _rows.Add(row);
        _columns.Add(row, header);
    }

    /// <summary>Columns by what stands in the row: 件数（件） is 件数.</summary>
    private static Dictionary<string, int> HeaderIn(SourceRow row, Dictionary<string, string> aliases)
    {
        var found = new Dictionary<string, int>();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (
                row.Cells[i].Text is { } text
                && (aliases.TryGetValue(Header.Key(text), out var column) || aliases.TryGetValue(Header.KeyWithoutRemark(text), out column))
            )
                found.TryAdd(column, i);
        }
        return found;
    }

    /// <summary>Cells from the table's first column to its last.</summary>
    public int WidthOf(SourceRow row) => _columns[row].Values.Max() + 1;

    /// <summary>The cell of a column; empty where the table lacks it.</summary>
    public Cell Cell(SourceRow row, string column) =>
        _columns[row].TryGetValue(column, out var at) && at < row.Cells.Length ? row.Cells[at] : default;

    /// <summary>Its text, narrow and trimmed; null where it is blank.</summary>
    public string? Text(SourceRow row, string column) =>
        Cell(row, column).Text is { } text && Wide.Narrow(text).Trim() is { Length: > 0 } told ? told : null;

    /// <summary>A mistake of a row; gives <paramref name="stand"/>, so that reading goes on.</summary>
    /// <param name="code">Explained by the phrase <c>review.problem.CODE</c>.</param>
    public T Wrong<T>(SourceRow row, string column, string code, string? value, T stand)
    {
        Wrong(row.SheetName, row.Line, column, code, value);
        return stand;
    }

    public void Wrong(string sheet, long line, string column, string code, string? value) =>
        _problems.Add(new ReviewProblem(sheet, line, _phrases[$"{_family}.column.{column}"], code, value ?? ""));

    public int Problems => _problems.Count;

    /// <exception cref="OperatorException">There were mistakes (exit 2).</exception>
    public void Refuse()
    {
        if (_problems.Count > 0)
            throw new OperatorException(
                ExitCode.WrongUse,
                "table_wrong",
                ("file", _name),
                ("count", _problems.Count),
                (
                    "list",
                    string.Join(
                        _phrases["table.between"],
                        _problems
                            .Take(ProblemsTold)
                            .Select(problem =>
                                _phrases.Say(
                                    _rows.DistinctBy(row => row.Sheet).Skip(1).Any() ? "table.problem_of_sheet" : "table.problem",
                                    ("sheet", problem.Sheet),
                                    ("row", problem.Row.ToString(CultureInfo.InvariantCulture)),
                                    ("column", problem.Column),
                                    ("what", _phrases.Say($"review.problem.{problem.Code}", ("value", problem.Value)))
                                )
                            )
                    )
                )
            );
    }
}
