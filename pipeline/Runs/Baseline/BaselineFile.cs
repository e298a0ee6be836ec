using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Review;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Baseline;

/// <summary>
/// Reads a table of earlier totals: period (2024-03, 2024-W10, 2024, and as people and Excel write them), stream, issue, district, count; columns that are
/// missing or blank stand for all. Months are natural or assessment months as the column cycle says, else as the settings do. Lines under the table are passed over.
/// </summary>
internal sealed partial class BaselineFile(
    NamedTable table,
    HomeSettings settings,
    ReviewLists lists,
    IReadOnlyDictionary<string, string> streams
)
{
    private const int MostCount = 100_000_000;
    private static readonly string[] All = ["全部", "合计", "全市", "总计", "all"];
    private static readonly PeriodKind[] Kinds = [PeriodKind.Weekly, PeriodKind.Monthly, PeriodKind.Yearly];
    private readonly List<(SourceRow From, BaselineRow Row)> _rows = [];

    /// <exception cref="OperatorException">No row of the file is a header with period and count, or a row is wrong (exit 2).</exception>
    public static IReadOnlyList<BaselineRow> Read(
        string path,
        HomeSettings settings,
        ReviewLists lists,
        IReadOnlyDictionary<string, string> streams,
        IReadOnlyList<string> footerWords,
        Phrasebook phrases
    )
    {
        var table = NamedTable.Read(path, "baseline", phrases, ["period", "count"]);
        var reading = new BaselineFile(table, settings, lists, streams);
        foreach (var row in table.Rows.Where(row => !IsFooter(row, table, footerWords)))
            reading.Take(row, column => table.Text(row, column) is { } text && !All.Contains(text) ? text : null);
        reading.Overlaps();
        table.Refuse();
        return [.. reading._rows.Select(row => row.Row)];
    }

    /// <summary>A total of the rows above, a remark. A row that names its period is data, whatever else it says.</summary>
    private static bool IsFooter(SourceRow row, NamedTable table, IReadOnlyList<string> words) =>
        table.Text(row, "period") is { } period
            ? words.Any(word => period.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            : Footer.Is(row.Cells, table.WidthOf(row), words);

    /// <summary>2024年3月, 2024/3, 202403, a month that Excel made a day of; 2024年第10周; 2024年.</summary>
    private static string? PeriodName(Cell cell, string? written)
    {
        if (cell.Kind == CellKind.Time)
            return cell.Time.Day == 1 ? cell.Time.ToString("yyyy-MM", CultureInfo.InvariantCulture) : written;
        if (written is null || Spoken().Match(written) is not { Success: true } match)
            return written;
        var (year, week, month) = (match.Groups["year"].Value, match.Groups["week"].Value, match.Groups["month"].Value);
        return week.Length > 0 ? $"{year}-W{week}"
            : month.Length > 0 ? $"{year}-{month}"
            : year;
    }

    [GeneratedRegex("^(?<year>20[0-9]{2})(年?第?(?<week>[0-9]{1,2})周|[年/.](?<month>[0-9]{1,2})月?份?|(?<month>[0-9]{2})|年)$")]
    private static partial Regex Spoken();

    private void Take(SourceRow row, Func<string, string?> of)
    {
        var before = table.Problems;
        var rule = of("cycle") switch
        {
            null => settings.MonthRule,
            "natural" or "自然月" => MonthRule.Natural,
            "assessment" or "考核月" => MonthRule.Assessment,
            var other => table.Wrong(row, "cycle", "cycle_wrong", other, MonthRule.Natural),
        };
        var name = PeriodName(table.Cell(row, "period"), of("period"));
        var period = name is null
            ? null
            : Kinds.Select(kind => Period.Parse(kind, name, settings.WeekStart, rule)).OfType<Period>().FirstOrDefault();
        if (period is null)
            table.Wrong(row, "period", name is null ? "period_missing" : "period_wrong", name, false);
        var stream = of("stream") is { } said
            ? streams.GetValueOrDefault(said) ?? table.Wrong(row, "stream", "stream_wrong", said, "")
            : null;
        if (of("issue") is { } issue && !lists.Issues.Contains(issue))
            table.Wrong(row, "issue", "issue_wrong", issue, false);
        var district = of("district");
        if (district is not null && !lists.Streets.ContainsKey(district))
            table.Wrong(row, "district", "district_wrong", district, false);
        var written = of("count")?.Replace(",", "", StringComparison.Ordinal);
        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostCount)
            table.Wrong(row, "count", "count_wrong", written, false);
        if (table.Problems == before)
            _rows.Add(
                (
                    row,
                    new BaselineRow(Snake.Code(period!.Kind), period.Name, period.From, period.Until, stream, of("issue"), district, count)
                )
            );
    }

    /// <summary>Of two totals of one thing that share days it cannot be told which holds; a week within a month is another kind of period.</summary>
    private void Overlaps()
    {
        foreach (var same in _rows.GroupBy(row => (row.Row.Kind, row.Row.Stream, row.Row.Issue, row.Row.District)))
        {
            var ordered = same.OrderBy(row => row.Row.FromOn).ThenBy(row => row.From.Sheet).ThenBy(row => row.From.Line).ToList();
            foreach (var (before, row) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.Row.FromOn < pair.First.Row.UntilOn))
                OverlapOf(before.From, row.From);
        }
    }

    /// <summary>Told of the later row, with the line of the earlier one.</summary>
    private void OverlapOf(SourceRow one, SourceRow other)
    {
        var (first, second) = (one.Sheet, one.Line).CompareTo((other.Sheet, other.Line)) < 0 ? (one, other) : (other, one);
        table.Wrong(second, "period", "total_overlaps", first.Line.ToString(CultureInfo.InvariantCulture), false);
    }
}
