using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Review;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Baseline;

/// <summary>
/// Reads a table of earlier totals: period (2024-03, 2024-W10, 2024), stream, issue, district, count; columns that are missing or blank stand for all.
/// Months are natural or assessment months as the column cycle says, else as the settings do.
/// </summary>
internal sealed class BaselineFile(
    HomeSettings settings,
    ReviewLists lists,
    IReadOnlyDictionary<string, string> streams,
    Phrasebook phrases
)
{
    private const int MostCount = 100_000_000;
    private static readonly string[] All = ["全部", "合计", "全市", "总计", "all"];
    private static readonly PeriodKind[] Kinds = [PeriodKind.Weekly, PeriodKind.Monthly, PeriodKind.Yearly];
    private readonly List<ReviewProblem> _problems = [];
    private readonly List<(long Line, BaselineRow Row)> _rows = [];

    public IReadOnlyList<ReviewProblem> Problems => _problems;

    /// <exception cref="OperatorException">No row of the file is a header with period and count (exit 2).</exception>
    public IReadOnlyList<BaselineRow> Read(string path)
    {
        var file = InputFile.Of(path);
        var (header, rows) = Table(file) ?? throw new OperatorException(ExitCode.WrongUse, "baseline_header", ("file", file.Name));
        foreach (var row in rows)
        {
            string? Of(string column) =>
                header.TryGetValue(column, out var at) && at < row.Cells.Length && row.Cells[at].Text is { } text && !All.Contains(text)
                    ? Wide.Narrow(text).Trim()
                    : null;
            Take(row, Of);
        }
        Overlaps();
        return [.. _rows.Select(row => row.Row)];
    }

    private static (Dictionary<string, int> Header, List<SourceRow> Rows)? Table(InputFile file)
    {
        var aliases = ReferenceTable
            .Read(
                ReferenceTable.PathOf("codes/baseline_columns.csv"),
                row => (Column: row.Text("column"), Key: Header.Key(row.Text("alias")))
            )
            .ToDictionary(alias => alias.Key, alias => alias.Column);
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
                    header = found.ContainsKey("period") && found.ContainsKey("count") ? found : null;
                }
            }
            if (header is not null)
                return (header, rows);
        }
        return null;
    }

    private void Take(SourceRow row, Func<string, string?> of)
    {
        var before = _problems.Count;
        var rule = of("cycle") switch
        {
            null => settings.MonthRule,
            "natural" or "自然月" => MonthRule.Natural,
            "assessment" or "考核月" => MonthRule.Assessment,
            var other => Wrong(row, "cycle", "cycle_wrong", other, MonthRule.Natural),
        };
        var name = of("period");
        var period = name is null
            ? null
            : Kinds.Select(kind => Period.Parse(kind, name, settings.WeekStart, rule)).OfType<Period>().FirstOrDefault();
        if (period is null)
            Wrong(row, "period", "period_wrong", name, false);
        var stream = of("stream") is { } said ? streams.GetValueOrDefault(said) ?? Wrong(row, "stream", "stream_wrong", said, "") : null;
        if (of("issue") is { } issue && !lists.Issues.Contains(issue))
            Wrong(row, "issue", "issue_wrong", issue, false);
        var district = of("district");
        if (district is not null && !lists.Streets.ContainsKey(district))
            Wrong(row, "district", "district_wrong", district, false);
        var written = of("count")?.Replace(",", "", StringComparison.Ordinal);
        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostCount)
            Wrong(row, "count", "count_wrong", written, false);
        if (_problems.Count == before)
            _rows.Add(
                (
                    row.Line,
                    new BaselineRow(Snake.Code(period!.Kind), period.Name, period.From, period.Until, stream, of("issue"), district, count)
                )
            );
    }

    /// <summary>Of two totals of one thing that share days it cannot be told which holds; a week within a month is another kind of period.</summary>
    private void Overlaps()
    {
        foreach (var same in _rows.GroupBy(row => (row.Row.Kind, row.Row.Stream, row.Row.Issue, row.Row.District)))
        {
            var ordered = same.OrderBy(row => row.Row.FromOn).ThenBy(row => row.Line).ToList();
            foreach (var (before, row) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.Row.FromOn < pair.First.Row.UntilOn))
                _problems.Add(
                    new ReviewProblem(
                        "",
                        Math.Max(row.Line, before.Line),
                        phrases["baseline.column.period"],
                        "total_overlaps",
                        Math.Min(row.Line, before.Line).ToString(CultureInfo.InvariantCulture)
                    )
                );
        }
    }

    private T Wrong<T>(SourceRow row, string column, string code, string? value, T stand)
    {
        _problems.Add(new ReviewProblem(row.SheetName, row.Line, phrases[$"baseline.column.{column}"], code, value ?? ""));
        return stand;
    }
}
