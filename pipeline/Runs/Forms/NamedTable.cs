using System.Globalization;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Review;

namespace Hotspot.Runs.Forms;

/// <summary>
/// A small table that people write themselves (csv or a workbook): columns are found by their names in any order, in one of the first rows; a table with a
/// mistake is refused whole, with line and column of each.
/// </summary>
internal sealed class NamedTable
{
    private const int ProblemsTold = 10;
    private readonly string _name;
    private readonly string _family;
    private readonly Phrasebook _phrases;
    private readonly Dictionary<string, int> _columns;
    private readonly List<ReviewProblem> _problems = [];

    private NamedTable(string name, string family, Phrasebook phrases, Dictionary<string, int> columns, IReadOnlyList<SourceRow> rows)
    {
        (_name, _family, _phrases, _columns, Rows) = (name, family, phrases, columns, rows);
    }

    public IReadOnlyList<SourceRow> Rows { get; }

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
            Dictionary<string, int>? header = null;
            var rows = new List<SourceRow>();
            while (reader.Read() is { } row)
            {
                if (header is not null)
                    rows.Add(row);
                else if (row.Line <= ProfileDetection.RowsLookedAt)
                {
                    var found = new Dictionary<string, int>();
                    for (var i = 0; i < row.Cells.Length; i++)
                    {
                        if (aliases.TryGetValue(Header.Key(row.Cells[i].Text ?? ""), out var column))
                            found.TryAdd(column, i);
                    }
                    header = required.Any(set => set.All(found.ContainsKey)) ? found : null;
                }
            }
            if (header is not null)
                return new NamedTable(file.Name, family, phrases, header, rows);
        }
        throw new OperatorException(ExitCode.WrongUse, $"{family}_header", ("file", file.Name));
    }

    /// <summary>The cell of a column; empty where the table lacks it.</summary>
    public Cell Cell(SourceRow row, string column) =>
        _columns.TryGetValue(column, out var at) && at < row.Cells.Length ? row.Cells[at] : default;

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
                                    "table.problem",
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
